import { fixtureConflicts } from '../derive/fixture-conflicts.ts';
import { storeyRooms } from '../derive/storey-rooms.ts';
import { doorWords, listInEnglish } from '../plan/door-words.ts';
import type { Plan, WallId } from '../plan/model.ts';
import { roomUseWords } from '../plan/words.ts';
import { type Text, text } from '../text.ts';
import { covers } from './beside-wall.ts';
import { asChanged } from './change.ts';
import type { Face } from './face.ts';
import type { Ask } from './propose.ts';
import { spaceOf } from './space.ts';
import { profileFor, wayWidths } from './way-widths.ts';

/** mm */
const farthestWall = 400;
const wallStep = 10;
/** mm2 of a room, less than which is the rounding of its corners. */
const leastLoss = 1000;
/** A stretch ends on the middles of the walls that bound it. */
const thickest = 190;

/**
 * Partitions to the askers' own rooms and to common space. The whole wall moves, so that nobody else may
 * have a room anywhere along it: others' rooms are not taken from.
 */
export function movableFaces(ask: Ask): Face[] {
  if (ask.programme === 'best') return [];
  const { space } = spaceOf(ask, 50);
  if (!space) return [];
  const seen = new Set<WallId>();
  return space.faces.filter(({ wall, isBearing, beyond, openTo }) => {
    if (isBearing || !beyond || openTo.length === 0 || seen.has(wall)) return false;
    if (!isAskers(ask, wall)) return false;
    seen.add(wall);
    return true;
  });
}

function isAskers({ plan, storey: id, room, holders }: Ask, wall: WallId): boolean {
  const derived = storeyRooms(id, plan.storeys[id]!, 'after');
  const beside = (derived.stretches.get(wall) ?? []).flatMap(({ left, right }) => [left, right]);
  return beside.every((one) => {
    if (one === room) return true;
    const facts = one === null ? undefined : derived.byId.get(one);
    const mine: readonly string[] = ['building', ...holders];
    return facts?.holders.every((holder) => mine.includes(holder)) ?? false;
  });
}

/** Away from the room: positive moves a wall to its left. */
export function signed(ask: Ask, { wall }: Face, by: number): number {
  const storey = ask.plan.storeys[ask.storey]!;
  const stretches = storeyRooms(ask.storey, storey, 'after').stretches.get(wall) ?? [];
  return stretches.some(({ left }) => left === ask.room) ? -by : by;
}

/** mm by which a wall may move outward at most; 0 where it may not. */
export function farthestMove(ask: Ask, face: Face): number {
  const ways = wayWidths(profileFor(ask));
  const left = face.isOwn ? ways.hall : ways.corridor;
  const isWay = !face.isOwn || face.use === 'hall' || face.use === 'corridor';
  const isAllowed = (by: number): boolean => {
    const ends = [face.from + thickest, face.to - thickest] as const;
    if (isWay && !covers(face.free(left + by), ...ends)) return false;
    const { plan } = movedBy(ask, face, by);
    return plan !== ask.plan && !blocksMore(ask, plan);
  };
  let high = farthestWall;
  while (high > 0 && !isAllowed(high)) high -= wallStep;
  return high;
}

const movedBy = (ask: Ask, face: Face, by: number): Ask =>
  asChanged(ask, { kind: 'wall', wall: face.wall, by: signed(ask, face, by) });

/** The least move outward that makes a division possible; more room never makes less possible. */
export function leastMove(ask: Ask, face: Face, isPossible: (ask: Ask) => boolean): number | null {
  const farthest = farthestMove(ask, face);
  if (farthest === 0) return null;
  return leastStep(wallStep, farthest, (by) => isPossible(movedBy(ask, face, by)));
}

/** The least of the steps of 10 mm, both ends included, from which on something holds; null for none. */
export function leastStep(from: number, to: number, holds: (by: number) => boolean): number | null {
  if (to < from || !holds(to)) return null;
  let low = from / wallStep - 1;
  let high = to / wallStep;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle * wallStep)) high = middle;
    else low = middle;
  }
  return high * wallStep;
}

/** Whether the moved wall stands in what stood free. */
function blocksMore({ plan: before, storey }: Ask, after: Plan): boolean {
  const count = (plan: Plan): number => fixtureConflicts(storey, plan.storeys[storey]!).length;
  return count(after) > count(before);
}

/** What the move takes, measured on the moved plan: of every room along the whole wall. */
export function wallWords(ask: Ask, face: Face, by: number): Text {
  const { plan, storey: id, room } = ask;
  const { plan: moved } = asChanged(ask, {
    kind: 'wall',
    wall: face.wall,
    by: signed(ask, face, by),
  });
  const before = storeyRooms(id, plan.storeys[id]!, 'after');
  const after = storeyRooms(id, moved.storeys[id]!, 'after');
  const losses = before.rooms.flatMap((one) => {
    const left = after.byId.get(one.id)?.area;
    const loss = one.id === room || left === undefined ? 0 : one.area - left;
    return loss > leastLoss ? [{ one, loss }] : [];
  });
  const area = (losses.reduce((sum, { loss }) => sum + loss, 0) / 1e6).toFixed(2);
  const whose = losses.map(({ one: { use, holders } }) => {
    const doors = holders.flatMap((holder) =>
      holder === 'building' ? [] : [plan.households[holder]?.door ?? holder],
    );
    const name = roomUseWords[use ?? 'other'];
    const words = doors.length > 0 ? doorWords(doors) : null;
    return text(
      `${words ? `${words.zh}的` : ''}${name.zh}`,
      `the ${name.en.toLowerCase()}${words ? ` of ${words.en}` : ''}`,
    );
  });
  return text(
    `隔墙向${whose.map(({ zh }) => zh).join('、')}外移 ${by} mm（占用 ${area} m²）`,
    `Move the partition by ${by} mm into ${listInEnglish(whose.map(({ en }) => en))} (${area} m²)`,
  );
}
