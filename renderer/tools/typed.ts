import type { Point } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import { angleOf, distance, minus, plus, times, turn, unit, whole } from './plane.ts';
import type { Guide } from './tool.ts';

/** What can be typed at the pointer. Lengths in mm, the angle in degrees counter-clockwise from +x. */
export type FieldName =
  | 'length'
  | 'angle'
  | 'dx'
  | 'dy'
  | 'x'
  | 'y'
  | 'width'
  | 'height'
  | 'distance';

export interface Typed {
  readonly values: Readonly<Partial<Record<FieldName, string>>>;
  readonly field: FieldName;
  /** What is in the field is left from before: a digit takes its place, Backspace takes it away. */
  readonly isKept?: boolean;
}

/** Fields that are typed together; typing in one group forgets the others. */
const groups: readonly (readonly FieldName[])[] = [
  ['length', 'angle'],
  ['dx', 'dy'],
  ['x', 'y'],
  ['width', 'height'],
  ['distance'],
];
const groupOf = (field: FieldName): readonly FieldName[] =>
  groups.find((group) => group.includes(field)) ?? [field];

const signed: ReadonlySet<FieldName> = new Set(['angle', 'dx', 'dy', 'x', 'y']);

export const fieldWords: Readonly<Record<FieldName, Text>> = {
  length: text('长 mm', 'Length mm'),
  angle: text('角度 °', 'Angle °'),
  dx: text('Δx mm', 'Δx mm'),
  dy: text('Δy mm', 'Δy mm'),
  x: text('X mm', 'X mm'),
  y: text('Y mm', 'Y mm'),
  width: text('宽 mm', 'Width mm'),
  height: text('高 mm', 'Height mm'),
  distance: text('距离 mm', 'Distance mm'),
};

/** The fields for the next point of a line, and for its first point. */
export const nextFields = ['length', 'angle', 'dx', 'dy', 'x', 'y'] as const;
export const firstFields = ['x', 'y'] as const;

export const nothingTyped = (field: FieldName): Typed => ({ values: {}, field });

export const isTyped = ({ values }: Typed): boolean => Object.values(values).some(Boolean);

/** The number in a field; null where there is none, or none yet (`-`). */
export function typedNumber({ values }: Typed, field: FieldName): number | null {
  const value = values[field];
  if (!value) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** Longer than any number that a plan holds: the rest is a finger left on the key. */
const mostDigits = 9;

/** What a key does to what is typed; null where the key means nothing here. */
export function afterKey(
  typed: Typed,
  key: { readonly key: string; readonly shift: boolean },
  fields: readonly FieldName[],
): Typed | null {
  const field = fields.includes(typed.field) ? typed.field : fields[0]!;
  const isNew = typed.isKept && /^[0-9.-]$/.test(key.key);
  const value = isNew ? '' : (typed.values[field] ?? '');
  const write = (next: string): Typed => {
    const group = groupOf(field);
    const kept = Object.entries(typed.values).filter(([name]) => group.some((one) => one === name));
    return { field, values: { ...Object.fromEntries(kept), [field]: next } };
  };
  if (/^[0-9]$/.test(key.key)) return value.length < mostDigits ? write(value + key.key) : typed;
  if (key.key === '.') return value.includes('.') ? typed : write(`${value}.`);
  if (key.key === '-' && signed.has(field)) {
    return write(value.startsWith('-') ? value.slice(1) : `-${value}`);
  }
  if (key.key === 'Backspace') {
    return value ? write(typed.isKept ? '' : value.slice(0, -1)) : null;
  }
  if (key.key === 'Tab') {
    const step = key.shift ? -1 : 1;
    const next = fields[(fields.indexOf(field) + step + fields.length) % fields.length]!;
    return { ...typed, field: next };
  }
  // As in AutoCAD: 3000,2000 is how far to go along x and along y.
  if (key.key === ',') {
    if (field === 'length' && value && fields.includes('dy')) {
      return { field: 'dy', values: { dx: value } };
    }
    const [first, second] = groupOf(field);
    return field === first && second && value ? { ...typed, field: second } : typed;
  }
  return null;
}

/** Where the next point goes: typed values win over the pointer. Null where they give no place. */
export function typedTarget(typed: Typed, from: Point | null, cursor: Point | null): Point | null {
  if (!isTyped(typed)) return cursor;
  const number = (field: FieldName): number | null => typedNumber(typed, field);
  const [x, y] = [number('x'), number('y')];
  if (x !== null || y !== null) {
    return whole({ x: x ?? cursor?.x ?? 0, y: y ?? cursor?.y ?? 0 });
  }
  if (!from) return cursor;
  const away = cursor ? minus(cursor, from) : { x: 1, y: 0 };
  const [dx, dy] = [number('dx'), number('dy')];
  if (dx !== null || dy !== null) {
    return whole(plus(from, { x: dx ?? away.x, y: dy ?? away.y }));
  }
  const [length, angle] = [number('length'), number('angle')];
  if (length === null && angle === null) return null;
  const direction = angle === null ? unit(away) : turn({ x: 1, y: 0 }, angle);
  const long = length ?? (cursor ? distance(from, cursor) : 0);
  return long > 0 ? whole(plus(from, times(direction, long))) : null;
}

type TypedField = Extract<Guide, { kind: 'typed' }>['fields'][number];

/**
 * The fields as they are shown beside the pointer: what is typed, else what the pointer gives. The
 * first row is always there, the others come with Tab, so that little of the plan is covered.
 */
export function typedGuide(
  typed: Typed,
  at: Point,
  fields: readonly FieldName[],
  measured: (field: FieldName) => number,
  words: Partial<Record<FieldName, Text>> = {},
): Guide {
  const active = fields.includes(typed.field) ? typed.field : fields[0];
  const isOpen = (field: FieldName): boolean => {
    const group = groupOf(field);
    return group.some((one) => one === active || one === fields[0] || typed.values[one]);
  };
  const shown = fields.filter(isOpen).map((field): TypedField => {
    const value = typed.values[field] ?? '';
    return {
      name: words[field] ?? fieldWords[field],
      value: value || String(Math.round(measured(field) * 10) / 10),
      active: field === active,
      held: value !== '',
      row: groups.findIndex((group) => group.includes(field)),
    };
  });
  return { kind: 'typed', at, fields: shown };
}

/** What the fields of a line's next point measure. */
export function measuredTo(from: Point | null, to: Point): (field: FieldName) => number {
  return (field) => {
    if (field === 'x') return to.x;
    if (field === 'y') return to.y;
    if (!from) return 0;
    if (field === 'dx') return to.x - from.x;
    if (field === 'dy') return to.y - from.y;
    return field === 'angle' ? angleOf(minus(to, from)) : distance(from, to);
  };
}
