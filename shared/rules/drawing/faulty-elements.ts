import { type Fault, faultsOf } from '../../plan/faults.ts';
import { householdProblems } from '../../plan/integrity.ts';
import {
  type ElementKind,
  entries,
  type Plan,
  type Storey,
  type StoreyId,
} from '../../plan/model.ts';
import { repairOf } from '../../plan/repair.ts';
import { type Text, text } from '../../text.ts';
import type { Finding } from '../finding.ts';
import { drawingFinding } from './drawing-source.ts';

/**
 * Elements that contradict themselves, as a file written by hand or a draft may hold them: each is
 * drawn as far as it goes, named here, and mended by one click where that can be told.
 */
export const faultyElements = (plan: Plan): readonly Finding[] => [
  ...entries(plan.storeys).flatMap(([id, storey]) =>
    faultsOf(plan, id).map((fault) => faulty(plan, id, storey, fault)),
  ),
  ...householdProblems(plan).map(({ at, problem }) =>
    drawingFinding('faulty', at, 'unknown', [], null, beforeSaving(problem)),
  ),
];

const nouns: Readonly<Partial<Record<ElementKind, Text>>> = {
  wall: text('一道墙', 'A wall'),
  opening: text('一处门窗', 'A door or window'),
  room: text('一个房间标注', 'A room tag'),
};

function faulty(
  plan: Plan,
  id: StoreyId,
  storey: Storey,
  { element, problems, at }: Fault,
): Finding {
  const noun = nouns[element.kind] ?? text('一个构件', 'An element');
  const [zh, en] = (['zh', 'en'] as const).map((language) =>
    problems.map(({ problem }) => problem[language]),
  ) as [string[], string[]];
  const finding = drawingFinding(
    'faulty',
    `${id}/${element.id}`,
    'unknown',
    [element],
    at && { storey: id, at },
    beforeSaving(
      text(
        `${storey.name}有${noun.zh}记录有误：${zh.join('；')}`,
        `${noun.en} on ${storey.name} is recorded wrongly: ${en.join('; ')}`,
      ),
    ),
  );
  const label = repairOf(plan, id, element)?.label;
  return label ? { ...finding, fix: { kind: 'repair', label, storey: id, element } } : finding;
}

/** A version that contradicts itself is not saved, so it is said here what stands in the way. */
const beforeSaving = ({ zh, en }: Text): Text =>
  text(`${zh}。改正后才能保存版本。`, `${en}. A version can be saved once it is put right.`);
