import type { Room } from '../derive/room.ts';
import { storeyRooms } from '../derive/storey-rooms.ts';
import { intersect } from '../geometry/clip.ts';
import { distance } from '../geometry/point.ts';
import { boundsOf, boundsOverlap, polygonArea, polygonContains } from '../geometry/polygon.ts';
import { doorWords, listInEnglish } from '../plan/door-words.ts';
import { entries, type HouseholdId, type Plan, type Storey, type WallId } from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import { roomOf, squareMetres } from '../rules/room-words.ts';
import { type Text, text } from '../text.ts';
import type { Proposal } from './proposal.ts';

/** What a proposal takes beside the room that it divides. */
export interface Works {
  /** mm of walls that go, and of walls that come in other places than the proposal's own partitions. */
  readonly demolished: number;
  readonly rebuilt: number;
  readonly taken: readonly TakenRoom[];
}

/** A room that is smaller afterwards. */
export interface TakenRoom {
  readonly room: Room;
  /** mm2, walls that now stand on it among them. */
  readonly area: number;
  /** What of it lies in others' parts now. */
  readonly to: readonly { readonly holder: HouseholdId; readonly area: number }[];
}

/** mm2: less is the rounding of corners. */
const leastTaken = 5000;

/** Measured between the plan as it is and as the proposal leaves it. */
export function worksOn(before: Plan, after: Plan, proposal: Proposal): Works {
  const { storey: id, walls } = proposal;
  const [was, is] = [before.storeys[id], after.storeys[id]];
  if (!was || !is) return { demolished: 0, rebuilt: 0, taken: [] };
  const own = walls.reduce((sum, { from, to }) => sum + distance(from, to), 0);
  return {
    demolished: lengthOfOthers(was, is),
    rebuilt: Math.max(0, lengthOfOthers(is, was) - own),
    taken: takenRooms(was, is, proposal),
  };
}

/** mm of the walls that stand after the works on one plan and not on the other. */
function lengthOfOthers({ joints, walls }: Storey, other: Storey): number {
  const stands = (id: WallId): boolean => {
    const wall = other.walls[id];
    return wall !== undefined && standsAt(wall.phase, 'after');
  };
  return entries(walls)
    .filter(
      ([id, { phase, kind }]) => kind !== 'boundary' && standsAt(phase, 'after') && !stands(id),
    )
    .reduce((sum, [, { a, b }]) => sum + distance(joints[a]!, joints[b]!), 0);
}

function takenRooms(was: Storey, is: Storey, proposal: Proposal): TakenRoom[] {
  const { storey, room, parts, block } = proposal;
  const before = storeyRooms(storey, was, 'after');
  const after = storeyRooms(storey, is, 'after');
  const partOf = (one: Room): HouseholdId | null =>
    parts.find(({ rooms }) => rooms.some(({ at }) => isIn(one, at)))?.holder ?? null;
  const divided = new Set([room, ...(block?.rooms ?? [])]);
  // Of a household's own room a piece is cut, and the rest is still its room.
  const isDivided = (one: Room): boolean =>
    divided.has(one.id) &&
    !(block?.rests ?? []).some(({ at, holders }) => isIn(one, at) && isSame(holders, one.holders));
  return before.rooms.flatMap((one): TakenRoom[] => {
    const unmoved = after.byId.get(one.id)?.area === one.area;
    if (one.use === null || unmoved || isDivided(one)) return [];
    const box = boundsOf(one.polygon);
    let kept = 0;
    const to: { holder: HouseholdId; area: number }[] = [];
    for (const next of after.rooms) {
      if (!boundsOverlap(box, boundsOf(next.polygon))) continue;
      const area = sharedArea(one, next);
      const holder = partOf(next);
      const isSameRoom = next.use === one.use && isSame(next.holders, one.holders);
      if (holder === null && isSameRoom) kept += area;
      if (holder !== null && !one.holders.includes(holder) && area > leastTaken) {
        to.push({ holder, area });
      }
    }
    const area = one.area - kept;
    return area > leastTaken ? [{ room: one, area, to }] : [];
  });
}

const isIn = ({ polygon, holes }: Room, at: { readonly x: number; readonly y: number }): boolean =>
  polygonContains({ outer: polygon, holes }, at);

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((holder) => other.includes(holder));

const sharedArea = (one: Room, other: Room): number =>
  intersect([one.polygon, ...one.holes], [other.polygon, ...other.holes]).reduce(
    (sum, polygon) => sum + polygonArea(polygon),
    0,
  );

/** What goes on after `3 m of partition, ...`; empty where nothing else is touched. */
export function takenWords(plan: Plan, { demolished, rebuilt, taken }: Works): Text {
  const words: Text[] = [];
  const metres = (length: number): string => (length / 1000).toFixed(1);
  if (demolished > 0) {
    words.push(text(`拆墙 ${metres(demolished)} m`, `${metres(demolished)} m of wall demolished`));
  }
  if (rebuilt >= 50) {
    words.push(
      text(
        `移位重砌 ${metres(rebuilt)} m`,
        `${metres(rebuilt)} m of it built anew in another place`,
      ),
    );
  }
  for (const { room, area, to } of taken) {
    const whole = squareMetres(area);
    const name = roomOf(plan, room);
    const others = to.map((one) => {
      const door = doorWords([plan.households[one.holder]?.door ?? one.holder]);
      const part = squareMetres(one.area);
      return text(`${part} m² 归${door.zh}`, `${part} m² goes to ${door.en}`);
    });
    const whose = text(
      others.length > 0 ? `（其中 ${others.map(({ zh }) => zh).join('、')}）` : '',
      others.length > 0 ? ` (of which ${listInEnglish(others.map(({ en }) => en))})` : '',
    );
    words.push(
      text(
        `${name.zh}缩小 ${whole} m²${whose.zh}`,
        `the ${name.en} smaller by ${whole} m²${whose.en}`,
      ),
    );
  }
  return text(words.map(({ zh }) => `；${zh}`).join(''), words.map(({ en }) => `; ${en}`).join(''));
}
