import { measuredDimension, standingOf } from '../../shared/derive/dimensions.ts';
import { fixtureCentre } from '../../shared/derive/footprint.ts';
import {
  type ElementKind,
  type ElementRef,
  entries,
  type Point,
  type StoreyId,
} from '../../shared/plan/model.ts';
import { shownIn } from '../../shared/plan/phase.ts';
import { cross, distance, dot, middle, minus, wallLine } from '../tools/plane.ts';
import { axisSpan } from './axis-span.ts';
import { openingCorners, type Scene } from './hit.ts';
import type { ToolName } from './store.ts';

/** A place that the keys go to: an element, or a room that may have no tag. */
export interface Stop {
  readonly kind: Extract<
    ElementKind,
    'wall' | 'opening' | 'fixture' | 'riser' | 'room' | 'dimension' | 'note' | 'axis'
  >;
  readonly id: string;
  /** Null for a room without a tag, which is no element. */
  readonly ref: ElementRef | null;
  readonly at: Point;
}

/** mm: what lies within a band of this height is read from left to right. */
const line = 500;
const kindOrder: readonly Stop['kind'][] = [
  'room',
  'wall',
  'opening',
  'fixture',
  'riser',
  'dimension',
  'note',
  'axis',
];

/** Everything on the storey, kind by kind, as one reads: from the top, from the left. */
export function stopsOf(scene: Scene, storey: StoreyId): readonly Stop[] {
  const { storey: tables, rooms, view } = scene;
  const stops: Stop[] = rooms.map((room) => {
    const [tag] = room.tags;
    return {
      kind: 'room',
      id: room.id,
      ref: tag ? { kind: 'room', id: tag, storey } : null,
      at: room.label,
    };
  });
  const add = (kind: Exclude<Stop['kind'], 'room'>, id: string, at: Point | null): void => {
    if (at) stops.push({ kind, id, ref: { kind, id, storey }, at });
  };
  for (const [id, wall] of entries(tables.walls)) {
    const ends = shownIn(wall.phase, view) ? wallLine(tables, wall) : null;
    add('wall', id, ends && middle(ends.a, ends.b));
  }
  for (const [id, opening] of entries(tables.openings)) {
    const corners = shownIn(opening.phase, view) ? openingCorners(tables, opening) : null;
    add('opening', id, corners && middle(corners[0] as Point, corners[2] as Point));
  }
  for (const [id, fixture] of entries(tables.fixtures)) {
    add('fixture', id, shownIn(fixture.phase, view) ? fixtureCentre(fixture) : null);
  }
  for (const [id, riser] of entries(tables.risers)) {
    add('riser', id, shownIn(riser.phase, view) ? riser.at : null);
  }
  for (const [id, dimension] of entries(tables.dimensions ?? {})) {
    const measured = measuredDimension(tables, dimension);
    const [first, last] = [measured.feet[0], measured.feet.at(-1)];
    const isShown = standingOf(measured, view) === 'stands';
    add('dimension', id, isShown && first && last ? middle(first, last) : null);
  }
  for (const [id, { at }] of entries(tables.notes ?? {})) add('note', id, at);
  for (const [id, axis] of entries(scene.axes ?? {})) {
    // Where its bubble stands, outside of what is drawn.
    const { from } = axisSpan({ axes: scene.axes }, tables, axis, 0);
    stops.push({ kind: 'axis', id, ref: { kind: 'axis', id }, at: from });
  }
  const row = ({ at }: Stop): number => -Math.round(at.y / line);
  return stops.sort(
    (left, right) =>
      kindOrder.indexOf(left.kind) - kindOrder.indexOf(right.kind) ||
      row(left) - row(right) ||
      left.at.x - right.at.x ||
      (left.id < right.id ? -1 : 1),
  );
}

/** What the tool in hand works on; null is everything. */
const worksOn: Readonly<Partial<Record<ToolName, readonly Stop['kind'][]>>> = {
  opening: ['wall'],
  room: ['room'],
  divide: ['room'],
  fixture: ['room', 'riser'],
};

export const stopsFor = (tool: ToolName, stops: readonly Stop[]): readonly Stop[] => {
  const kinds = worksOn[tool];
  return kinds ? stops.filter(({ kind }) => kinds.includes(kind)) : stops;
};

/** The one after or before, round and round; the first or the last where none is the current one. */
export function stepFrom(
  stops: readonly Stop[],
  current: string | null,
  step: 1 | -1,
): Stop | null {
  if (stops.length === 0) return null;
  const index = stops.findIndex(({ id }) => id === current);
  const next = index < 0 ? (step > 0 ? 0 : stops.length - 1) : index + step;
  return stops[(next + stops.length) % stops.length] ?? null;
}

/** The nearest that lies more that way than aside, else any that way; what is aside counts double. */
export function stopTowards(
  stops: readonly Stop[],
  from: Point,
  direction: Point,
  current: string | null,
): Stop | null {
  let best: { stop: Stop; isAside: boolean; cost: number } | null = null;
  for (const stop of stops) {
    if (stop.id === current) continue;
    const away = minus(stop.at, from);
    const ahead = dot(away, direction);
    const aside = Math.abs(cross(direction, away));
    if (ahead <= 0) continue;
    const found = { stop, isAside: aside > ahead, cost: ahead + 2 * aside };
    const isBetter =
      !best || (found.isAside === best.isAside ? found.cost < best.cost : best.isAside);
    if (isBetter) best = found;
  }
  return best?.stop ?? null;
}

/** The stop whose middle is nearest to the point. */
export function nearestStop(stops: readonly Stop[], from: Point): Stop | null {
  let best: Stop | null = null;
  for (const stop of stops) {
    if (!best || distance(stop.at, from) < distance(best.at, from)) best = stop;
  }
  return best;
}
