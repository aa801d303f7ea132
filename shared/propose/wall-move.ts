import { fixtureConflicts } from '../derive/fixture-conflicts.ts';
import { storeyRooms } from '../derive/storey-rooms.ts';
import { doorWords } from '../plan/door-words.ts';
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
/** A stretch ends on the middles of the walls that bound it. */
const thickest = 190;

/** Partitions to the askers' own rooms and to common space: others' rooms are not taken from. */
export function movableFaces(ask: Ask): Face[] {
  if (ask.programme === 'best') return [];
  const { space } = spaceOf(ask, 50);
  if (!space) return [];
  const seen = new Set<WallId>();
  return space.faces.filter(({ wall, isBearing, beyond, openTo }) => {
    if (isBearing || !beyond || openTo.length === 0 || seen.has(wall)) return false;
    seen.add(wall);
    return true;
  });
}

/** Away from the room: positive moves a wall to its left. */
export function signed(ask: Ask, { wall }: Face, by: number): number {
  const storey = ask.plan.storeys[ask.storey]!;
  const stretches = storeyRooms(ask.storey, storey, 'after').stretches.get(wall) ?? [];
  return stretches.some(({ left }) => left === ask.room) ? -by : by;
}

/** The least move outward that makes a division possible; more room never makes less possible. */
export function leastMove(ask: Ask, face: Face, isPossible: (ask: Ask) => boolean): number | null {
  const ways = wayWidths(profileFor(ask));
  const left = face.isOwn ? ways.hall : ways.corridor;
  const isWay = !face.isOwn || face.use === 'hall' || face.use === 'corridor';
  const moved = (by: number): Ask =>
    asChanged(ask, { kind: 'wall', wall: face.wall, by: signed(ask, face, by) });
  const isAllowed = (by: number): boolean => {
    const ends = [face.from + thickest, face.to - thickest] as const;
    if (isWay && !covers(face.free(left + by), ...ends)) return false;
    const { plan } = moved(by);
    return plan !== ask.plan && !blocksMore(ask, plan);
  };
  let low = 0;
  let high = farthestWall / wallStep;
  while (high > 0 && !isAllowed(high * wallStep)) high -= 1;
  if (high === 0 || !isPossible(moved(high * wallStep))) return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isPossible(moved(middle * wallStep))) high = middle;
    else low = middle;
  }
  return high * wallStep;
}

/** Whether the moved wall stands in what stood free. */
function blocksMore({ plan: before, storey }: Ask, after: Plan): boolean {
  const count = (plan: Plan): number => fixtureConflicts(storey, plan.storeys[storey]!).length;
  return count(after) > count(before);
}

export function wallWords({ plan }: Ask, { beyond, from, to }: Face, by: number): Text {
  const area = (((to - from) * by) / 1e6).toFixed(2);
  const use = roomUseWords[beyond?.use ?? 'other'];
  const doors = (beyond?.holders ?? []).flatMap((id) =>
    id === 'building' ? [] : [plan.households[id]?.door ?? id],
  );
  const whose = doors.length > 0 ? doorWords(doors) : null;
  return text(
    `隔墙向${whose ? `${whose.zh}的` : ''}${use.zh}外移 ${by} mm（占用约 ${area} m²）`,
    `Move the partition by ${by} mm into the ${use.en.toLowerCase()}${whose ? ` of ${whose.en}` : ''} (about ${area} m²)`,
  );
}
