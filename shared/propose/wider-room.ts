import type { Opening, Plan, Point, Storey } from '../plan/model.ts';
import { type Frame, intoFrame, turnedOut } from './frame.ts';
import type { Axis } from './partitions.ts';
import type { Ask } from './propose.ts';

/**
 * The same storey pulled apart by `by` mm along an axis of the room's frame, at a line across it: all
 * beyond the line moves away, so that the room grows and its neighbours keep what lies on either side.
 * No drawing of works: it only serves to find how much is missing.
 */
export function pulledApart(
  ask: Ask,
  frame: Frame,
  { axis, at, by }: { readonly axis: Axis; readonly at: number; readonly by: number },
): Ask {
  const storey = ask.plan.storeys[ask.storey];
  if (!storey) return ask;
  const way = turnedOut(frame, axis === 'x' ? { x: by, y: 0 } : { x: 0, y: by });
  const moved = (p: Point): Point =>
    intoFrame(frame, p)[axis] > at ? { x: p.x + Math.round(way.x), y: p.y + Math.round(way.y) } : p;
  const placed = <V extends { readonly at: Point }>(table: Readonly<Record<string, V>>) =>
    each(table, (one) => ({ ...one, at: moved(one.at) }));
  const wider = {
    ...storey,
    joints: each(storey.joints, moved),
    openings: each(storey.openings, (one) => openingOn(storey, one, moved)),
    rooms: placed(storey.rooms),
    fixtures: placed(storey.fixtures),
    risers: placed(storey.risers),
  } as Storey;
  const plan: Plan = { ...ask.plan, storeys: { ...ask.plan.storeys, [ask.storey]: wider } };
  return { ...ask, plan };
}

const each = <V>(table: Readonly<Record<string, V>>, change: (value: V) => V): Record<string, V> =>
  Object.fromEntries(Object.entries(table).map(([id, value]) => [id, change(value)]));

/** An opening stays with the floor on whose side its middle is. */
function openingOn(storey: Storey, opening: Opening, moved: (p: Point) => Point): Opening {
  const wall = storey.walls[opening.wall];
  const [a, b] = [wall && storey.joints[wall.a], wall && storey.joints[wall.b]];
  if (!a || !b) return opening;
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const along = opening.offset + opening.width / 2;
  const middle = moved({ x: a.x + ux * along, y: a.y + uy * along });
  const start = moved(a);
  const now = (middle.x - start.x) * ux + (middle.y - start.y) * uy;
  return { ...opening, offset: Math.round(now - opening.width / 2) };
}
