import type { ElementKind, Joint, Opening, Plan, Point, StoreyId, Wall } from '../plan/model.ts';
import { elementPath, type Facts, factsOf, placeOf, type StoreyTable, same } from './facts.ts';

/** One element that two plans do not have alike. Joints count as the walls that end at them. */
export interface ElementChange {
  readonly kind: ElementKind | 'tenancy' | 'underlay' | 'plan';
  readonly id: string;
  readonly storey: StoreyId | null;
  /**
   * `removed`: it is on the later plan no more. `demolished`: it is, and stands no longer after the
   * works; `kept`: it was to be demolished and stays. `moved`: only its place differs.
   */
  readonly change: 'added' | 'removed' | 'demolished' | 'kept' | 'moved' | 'changed';
  /** Names of the fields that differ; of a plan's own facts the fact itself. */
  readonly fields: readonly string[];
  /** mm that it moved, of a wall its end that moved further; 0 where its place is the same. */
  readonly distance: number;
  /** Of a room that was tagged anew the tag of the earlier plan (replaced-rooms.ts). */
  readonly replaces?: string;
}

const kinds: Readonly<Record<Exclude<StoreyTable, 'joints'>, ElementKind>> = {
  walls: 'wall',
  openings: 'opening',
  rooms: 'room',
  fixtures: 'fixture',
  risers: 'riser',
  dimensions: 'dimension',
  notes: 'note',
};

const planKinds = { tenancies: 'tenancy', households: 'household', axes: 'axis' } as const;

/** What differs, in the order of paths: storey by storey, table by table. */
export function elementChanges(before: Plan, after: Plan): ElementChange[] {
  const [was, is] = [factsOf(before), factsOf(after)];
  const changes: ElementChange[] = [];
  for (const path of [...new Set([...was.keys(), ...is.keys()])].sort()) {
    const storey = placeOf(path).storey as StoreyId | null;
    if (storey !== null && before.storeys[storey] === after.storeys[storey]) continue;
    changes.push(...changeAt(path, was, is));
  }
  return changes;
}

function changeAt(path: string, was: Facts, is: Facts): ElementChange[] {
  const place = placeOf(path);
  if (place.table === 'joints') return [];
  const { kind, id } = named(place);
  const about = { kind, id, storey: place.storey as StoreyId | null };
  if (!was.has(path)) {
    // A piece of a cut wall may come only to be demolished.
    const change = standsAfter(is.get(path)) ? 'added' : 'demolished';
    return [{ ...about, change, fields: [], distance: 0 }];
  }
  if (!is.has(path)) return [{ ...about, change: 'removed', fields: [], distance: 0 }];
  const [one, other] = [was.get(path), is.get(path)];
  const distance = movedBy(path, was, is);
  const fields = same(one, other) ? [] : differing(one, other, place.id);
  if (fields.length === 0 && distance === 0) return [];
  const [stood, stands] = [standsAfter(one), standsAfter(other)];
  if (stood && !stands) return [{ ...about, change: 'demolished', fields, distance: 0 }];
  if (!stood && stands) return [{ ...about, change: 'kept', fields, distance: 0 }];
  const change = fields.every((field) => placing.includes(field)) ? 'moved' : 'changed';
  return [{ ...about, change, fields, distance }];
}

function named({ table, id }: ReturnType<typeof placeOf>): Pick<ElementChange, 'kind' | 'id'> {
  switch (table) {
    case 'storeys':
      return { kind: 'storey', id };
    case 'underlay':
    case 'plan':
      return { kind: table, id };
    case 'tenancies':
    case 'households':
    case 'axes':
      return { kind: planKinds[table], id };
    case 'joints':
      return { kind: 'joint', id };
    default:
      return { kind: kinds[table], id };
  }
}

/** Whether it is there after the works; what has no phase is. */
const standsAfter = (fact: unknown): boolean => !isObject(fact) || fact.phase !== 'demolished';

/** Fields that say where an element is. */
const placing = ['at', 'offset', 'place', 'to', 'anchors'];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function differing(one: unknown, other: unknown, id: string): string[] {
  if (!isObject(one) || !isObject(other)) return [id];
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...fields].filter((field) => !same(one[field], other[field])).sort();
}

function movedBy(path: string, was: Facts, is: Facts): number {
  const places = [was, is].map((facts) => placesOf(path, facts));
  const [from = [], to = []] = places;
  return Math.round(
    from.reduce((most, point, index) => Math.max(most, between(point, to[index] ?? point)), 0),
  );
}

const between = (from: Point, to: Point): number => Math.hypot(to.x - from.x, to.y - from.y);

/** Where an element is: the ends of a wall, the middle of an opening, the place of the others. */
function placesOf(path: string, facts: Facts): readonly Point[] {
  const place = placeOf(path);
  const fact = facts.get(path);
  if (place.table === 'walls') return endsOf(fact as Wall, place.storey, facts) ?? [];
  if (place.table === 'openings') {
    const opening = fact as Opening;
    const wall = facts.get(elementPath(place.storey, 'walls', opening.wall)) as Wall | undefined;
    const ends = wall && endsOf(wall, place.storey, facts);
    return ends ? [middleOf(opening, ends)] : [];
  }
  const at = isObject(fact) ? (fact.at as Point | undefined) : undefined;
  return at && typeof at.x === 'number' ? [at] : [];
}

function endsOf(wall: Wall, storey: string, facts: Facts): readonly [Joint, Joint] | null {
  const joint = (id: string): Joint | undefined =>
    facts.get(elementPath(storey, 'joints', id)) as Joint | undefined;
  const [a, b] = [joint(wall.a), joint(wall.b)];
  return a && b ? [a, b] : null;
}

/** The middle of an opening on its wall's centre line. */
export function middleOf(
  { offset, width }: Pick<Opening, 'offset' | 'width'>,
  [a, b]: readonly [Point, Point],
): Point {
  const length = between(a, b);
  const share = length === 0 ? 0 : (offset + width / 2) / length;
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}
