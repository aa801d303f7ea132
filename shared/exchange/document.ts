import {
  elementProblems,
  firstProblems,
  householdProblems,
  largeProblems,
  type Problem,
  pathTo,
  storeysProblems,
} from '../plan/integrity.ts';
import { currentFormat, migrate } from '../plan/migrations.ts';
import type { BuildingId, Plan, SchemeId } from '../plan/model.ts';
import { text } from '../text.ts';
import { isMeantAsDocument, notADocument, parseShape } from './document-shape.ts';
import { readJson } from './read-json.ts';

export { documentSchema } from './document-shape.ts';

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
  const { file, problem } = migrate(json.value);
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
  }
  const document = { building, schemes, ...(assets === undefined ? {} : { assets }) };
  return { document, problems: [...problems.values()] };
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

/**
 * The document as text: the same for equal documents, one element a line, ids in order, so that a
 * person can read it and a difference shows what changed. `parseDocument` gives it back.
 */
export function writeDocument(document: BuildingDocument): string {
  const first = document.schemes[0]?.plan;
  const common = { tenancies: first?.tenancies ?? {}, households: first?.households ?? {} };
  const schemes = document.schemes.map(({ id, name, description, plan }) => {
    const own: [string, string][] = [];
    for (const table of ['tenancies', 'households'] as const) {
      if (line(plan[table]) !== line(common[table])) {
        own.push([table, rows(plan[table], 3, line)]);
      }
    }
    const storeys = rows(plan.storeys, 3, (storey) =>
      block(
        inOrder(storey).map(([key, value]) =>
          isTable(value) ? [key, rows(value, 5, line)] : [key, line(value)],
        ),
        4,
      ),
    );
    return block(
      [
        ['id', line(id)],
        ['name', line(name)],
        ...(description === '' ? [] : [['description', line(description)] as [string, string]]),
        ...own,
        ['storeys', storeys],
        ...(plan.axes === undefined
          ? []
          : [['axes', rows(plan.axes, 3, line)] as [string, string]]),
        ...(plan.north === undefined ? [] : [['north', line(plan.north)] as [string, string]]),
      ],
      2,
    );
  });
  const whole = block(
    [
      ['format', line(currentFormat)],
      ['kind', line('duyong-building')],
      [
        'building',
        block(
          inOrder(document.building).map(([key, value]) => [key, line(value)]),
          1,
        ),
      ],
      ['tenancies', rows(common.tenancies, 1, line)],
      ['households', rows(common.households, 1, line)],
      ['schemes', list(schemes, 1)],
      ...(document.assets === undefined
        ? []
        : [['assets', rows(document.assets, 1, line)] as [string, string]]),
    ],
    0,
  );
  return `${whole}\n`;
}

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const indent = (depth: number): string => '  '.repeat(depth);

/** A table with one entry a line; `depth` is that of the table's own braces. */
const rows = <V>(table: Readonly<Record<string, V>>, depth: number, write: (value: V) => string) =>
  block(
    Object.keys(table)
      .sort(byCode)
      .map((key) => [key, write(table[key] as V)]),
    depth,
  );

function block(fields: readonly (readonly [string, string])[], depth: number): string {
  if (fields.length === 0) return '{}';
  const lines = fields.map(
    ([key, value]) => `${indent(depth + 1)}${JSON.stringify(key)}: ${value}`,
  );
  return `{\n${lines.join(',\n')}\n${indent(depth)}}`;
}

function list(items: readonly string[], depth: number): string {
  if (items.length === 0) return '[]';
  return `[\n${items.map((item) => `${indent(depth + 1)}${item}`).join(',\n')}\n${indent(depth)}]`;
}

/** A value on one line, keys in a fixed order. */
function line(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(line).join(', ')}]`;
  if (!isTable(value)) return JSON.stringify(value) ?? 'null';
  const fields = inOrder(value).map(([key, field]) => `${JSON.stringify(key)}: ${line(field)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** The order in which a person reads an element; what is not named here comes last, by name. */
const keyOrder = new Map(
  (
    'id name address door members tenancy note certificate certifiedArea level elevation height clearHeight ' +
    'joints walls openings rooms fixtures risers dimensions notes underlay ' +
    'x y a b wall kind use line at rotation offset width depth thickness sill head leaf hinge ' +
    'side keeps opens fuel holders exhaust flight engineerNote anchors on jamb along face asset origin scale resolution opacity crop phase'
  )
    .split(' ')
    .map((key, index) => [key, index]),
);

const byCode = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function inOrder(value: object): [string, unknown][] {
  const place = (key: string) => keyOrder.get(key) ?? keyOrder.size;
  return Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([left], [right]) => place(left) - place(right) || byCode(left, right));
}
