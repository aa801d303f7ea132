import { planRooms } from '../shared/derive/households.ts';
import { type PlanSummary, planSummary } from '../shared/derive/summary.ts';
import type { BuildingDocument } from '../shared/exchange/document.ts';
import { largeProblems, type Problem, pathTo } from '../shared/plan/integrity.ts';
import type { Plan } from '../shared/plan/model.ts';
import { check } from '../shared/rules/check.ts';
import { type Text, text } from '../shared/text.ts';
import { appendLog, logFile } from './log-file.ts';

/** A plan's counts; `complete` is null where its rooms cannot be worked out. */
export type PlanFigures = Omit<PlanSummary, 'complete'> & {
  readonly complete: number | null;
  /** Door numbers, to be searched. */
  readonly doors: readonly string[];
};

/**
 * The counts that the library shows. Working out the rooms may fail through a fault of ours: that
 * is logged, and never a reason not to open the building.
 */
export function figuresOf(plan: Plan, userData: string): PlanFigures {
  const doors = Object.values(plan.households).map(({ door }) => door);
  try {
    const [large] = largeProblems(plan);
    if (large) throw new Error(`${large.at}: ${large.problem.en}`);
    return { ...planSummary(plan), doors };
  } catch (error) {
    appendLog(userData, error);
    const [storeys, households] = [plan.storeys, plan.households].map(
      (table) => Object.keys(table).length,
    ) as [number, number];
    return { storeys, households, complete: null, doors, facilities: { shared: 0, missing: 0 } };
  }
}

/** What is said of a plan whose `complete` is null. */
export const withoutRooms = (userData: string): Text =>
  text(
    `推算房间时出错，煤卫独用户数未知；这是软件的问题，文件没有损坏，内容原样保留。请把日志发给维护人员：${logFile(userData)}`,
    `its rooms cannot be worked out, so how many households are complete is not known. This is a fault of the program; the file is sound and kept as it is. Please pass on the log: ${logFile(userData)}`,
  );

/**
 * The schemes of a document whose rooms or findings cannot be worked out, before or after the works:
 * a building that the editor could not show is not taken into the library.
 */
export function derivationProblems(document: BuildingDocument, userData: string): Problem[] {
  return document.schemes.flatMap(({ plan }, index) => {
    try {
      planRooms(plan, 'before');
      planRooms(plan, 'after');
      check(plan);
      return [];
    } catch (error) {
      appendLog(userData, error);
      return [
        {
          at: pathTo('schemes', index),
          problem: text(
            `推算这个方案的房间时出错，没有导入；这是软件的问题。请把这个文件和日志发给维护人员：${logFile(userData)}`,
            `the rooms of this scheme cannot be worked out, so nothing was imported. This is a fault of the program: please pass on the file and the log: ${logFile(userData)}`,
          ),
        },
      ];
    }
  });
}
