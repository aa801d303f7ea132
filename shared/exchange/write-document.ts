import type { BuildingDocument } from './document.ts';
import { formatFor } from './document-formats.ts';

/**
 * The document as text: the same for equal documents, one element a line, ids in order, so that a
 * person can read it and a difference shows what changed. `parseDocument` gives it back.
 */
export function writeDocument(document: BuildingDocument): string {
  const first = document.schemes[0]?.plan;
  const common = { tenancies: first?.tenancies ?? {}, households: first?.households ?? {} };
  const schemes = document.schemes.map(({ id, name, description, plan, derogations = [] }) => {
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
        ...(derogations.length === 0
          ? []
          : [['derogations', list(derogations.map(line), 3)] as [string, string]]),
      ],
      2,
    );
  });
  const whole = block(
    [
      ['format', line(formatFor(document.schemes))],
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
    'id finding name address door members tenancy note certificate certifiedArea level elevation height clearHeight ' +
    'joints walls openings rooms fixtures risers dimensions notes underlay ' +
    'x y a b wall kind use line at rotation offset width depth thickness sill head leaf hinge ' +
    'side keeps opens fuel holders exhaust flight engineerNote anchors on jamb along face by reason measured required value unit until asset origin scale resolution opacity crop phase'
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
