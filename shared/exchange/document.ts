import {
  elementProblems,
  firstProblems,
  householdProblems,
  largeProblems,
  type Problem,
  pathTo,
  storeysProblems,
} from '../plan/integrity.ts';
import { migrate } from '../plan/migrations.ts';
import type { BuildingId, Plan, SchemeId } from '../plan/model.ts';
import { acceptanceProblem } from '../rules/acceptance-problem.ts';
import type { Accepted } from '../rules/accepted.ts';
import { text } from '../text.ts';
import { documentFormats } from './document-formats.ts';
import { isMeantAsDocument, notADocument, parseShape } from './document-shape.ts';
import { readJson } from './read-json.ts';

export { documentSchema } from './document-shape.ts';
export { writeDocument } from './write-document.ts';

/** One building as one file: its own facts and the plans of its schemes. */
export interface BuildingDocument {
  readonly building: {
    readonly id: BuildingId;
    readonly name: string;
    readonly address: string;
  };
  readonly schemes: readonly SchemeOfDocument[];
  /** Pictures, base64, by name. */
  readonly assets?: Readonly<Record<string, string>>;
}

export interface SchemeOfDocument {
  readonly id: SchemeId;
  readonly name: string;
  readonly description: string;
  readonly plan: Plan;
  /** Warnings that were accepted, one for each finding at most; absent where there is none. */
  readonly derogations?: readonly Accepted[];
}

/** The same as the bridge takes. */
const longestText = 64_000_000;
/** Reads a building document. The document is null where there is any problem. Never throws. */
export function parseDocument(source: string): Parsed {
  const { document, problems } = readDocument(source);
  if (!document || problems.length > 0) return failed(problems);
  return { document, problems: [] };
}

interface Parsed {
  readonly document: BuildingDocument | null;
  readonly problems: readonly Problem[];
}

/**
 * The document all the same where nothing is wrong but single elements and households, which the
 * editor marks and mends; null where more is wrong, or nothing. Never throws.
 */
export function parseFaultyDocument(source: string): BuildingDocument | null {
  const { document, problems } = readDocument(source);
  if (!document || problems.length === 0) return null;
  const mendable = new Set(
    document.schemes.flatMap(({ plan }, index) => mendableProblems(plan, pathTo('schemes', index))),
  );
  return problems.every(({ at }) => mendable.has(at)) ? document : null;
}

function mendableProblems(plan: Plan, at: string): string[] {
  if (largeProblems(plan).length > 0) return [];
  const inElements = Object.entries(plan.storeys).flatMap(([id, storey]) => [
    ...elementProblems(plan, storey, pathTo(pathTo(at, 'storeys'), id)),
  ]);
  const found = [...inElements, ...householdProblems(plan), ...householdProblems(plan, at)];
  return found.map((problem) => problem.at);
}

/** The document where its shape is right, and everything that is wrong with it. */
function readDocument(source: string): Parsed {
  const nothing = (problems: readonly Problem[]): Parsed => ({ document: null, problems });
  // A comment before the brace is a slip in a document, to be shown where it is.
  if (!/^\uFEFF?\s*(\{|\/[/*])/.test(source)) return nothing([notADocument]);
  if (source.length > longestText) return nothing([tooLong]);
  const json = readJson(source);
  if (json.value !== undefined && !isMeantAsDocument(json.value)) return nothing([notADocument]);
  if (json.problems.length > 0) return nothing(json.problems);
  const { file, problem } = migrate(json.value, documentFormats);
  if (problem) return nothing([problem]);
  const { shape, problems: misshapen } = parseShape(file, source.length);
  if (!shape) return nothing(misshapen);

  const { building, tenancies, households, assets } = shape;
  const schemes = shape.schemes.map(
    (scheme): SchemeOfDocument => ({
      id: scheme.id,
      name: scheme.name,
      description: scheme.description,
      plan: {
        tenancies: scheme.tenancies ?? tenancies,
        households: scheme.households ?? households,
        storeys: scheme.storeys,
        ...(scheme.axes === undefined ? {} : { axes: scheme.axes }),
        ...(scheme.north === undefined ? {} : { north: scheme.north }),
      },
      ...(scheme.derogations?.length ? { derogations: scheme.derogations } : {}),
    }),
  );

  const problems = new Map<string, Problem>();
  const add = (found: Problem) => problems.set(`${found.at} ${found.problem.en}`, found);
  const ids = new Set<SchemeId>();
  for (const [index, scheme] of schemes.entries()) {
    const at = pathTo('schemes', index);
    if (ids.has(scheme.id)) {
      add({
        at: `${at}.id`,
        problem: text(`编号 ${scheme.id} 重复`, `id ${scheme.id} is used twice`),
      });
    }
    ids.add(scheme.id);
    const own = shape.schemes[index]?.households !== undefined;
    for (const found of householdProblems(scheme.plan, own ? at : '')) add(found);
    for (const found of storeysProblems(scheme.plan, at)) add(found);
    for (const found of derogationProblems(scheme, pathTo(at, 'derogations'))) add(found);
  }
  const document = { building, schemes, ...(assets === undefined ? {} : { assets }) };
  return { document, problems: [...problems.values()] };
}

/** An acceptance that cannot be kept, or a second one of the same finding. */
function derogationProblems({ derogations = [] }: SchemeOfDocument, at: string): Problem[] {
  const seen = new Set<string>();
  return derogations.flatMap((one, index): Problem[] => {
    const here = pathTo(at, index);
    const problem = acceptanceProblem(one);
    if (problem) return [{ at: here, problem }];
    if (seen.has(one.finding)) {
      return [{ at: `${here}.finding`, problem: text('重复接受', 'is accepted twice') }];
    }
    seen.add(one.finding);
    return [];
  });
}

const tooLong: Problem = {
  at: '',
  problem: text(
    `文件过大：超过 ${longestText / 1_000_000} 百万字符`,
    `the file is too large: more than ${longestText / 1_000_000} million characters`,
  ),
};

const failed = (problems: readonly Problem[]) => ({
  document: null,
  problems: firstProblems(problems),
});
