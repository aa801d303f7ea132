import { riserCorners } from '../derive/footprint.ts';
import { storeyRooms } from '../derive/storey-rooms.ts';
import type { Command } from '../edit/command.ts';
import { preview } from '../edit/history.ts';
import { placeRiserLine } from '../edit/riser-line.ts';
import { polygonContains } from '../geometry/polygon.ts';
import { doorWords } from '../plan/door-words.ts';
import type { NewId, Plan, Point, RoomUse } from '../plan/model.ts';
import { roomUseWords } from '../plan/words.ts';
import type { Profile } from '../rules/profile.ts';
import { type Text, text } from '../text.ts';
import { covers } from './beside-wall.ts';
import type { Face } from './face.ts';
import { outOfFrame } from './frame.ts';
import { freeLines } from './free-lines.ts';
import { newFindings } from './new-findings.ts';
import type { Ask } from './propose.ts';
import { whole } from './proposed-room.ts';
import { ahead, before, type Rect, type Side } from './rect.ts';
import { holds } from './region.ts';
import { type Space, spaceOf } from './space.ts';
import { isFreeElsewhere } from './stands-elsewhere.ts';

/** A soil stack that is to come: its line's name, and the middle of its box. */
export interface NewStack {
  readonly line: string;
  readonly at: Point;
}

/** mm: a boxed stack, the lesser of the trade's usual sizes (200 to 250). */
export const boxedStack = 200;

/** So many places that a division is possible with are looked at, until one brings no new finding. */
const mostPlaces = 4;

/** One step, through all storeys. */
export const stackCommand = ({ line, at }: NewStack, newId: NewId): Command =>
  placeRiserLine({
    kind: 'soil',
    line,
    at,
    width: boxedStack,
    depth: boxedStack,
    intent: 'proposal',
    newId,
  });

/**
 * Where a new soil stack makes a division possible: beyond a wall in common space, then in an own hall,
 * then in the room itself, at the middle of a wall or in a corner. Of several the one that brings the
 * fewest findings by itself, on any storey; none that brings a breach.
 */
export function placeForStack(
  ask: Ask,
  profile: Profile,
  isPossible: (stack: NewStack) => boolean,
  newId: () => NewId,
): NewStack | null {
  const { space } = spaceOf(ask, 50);
  if (!space) return null;
  const line = freeLines(ask.plan)('soil');
  let best: NewStack | null = null;
  let fewest = Infinity;
  let seen = 0;
  for (const at of [...besideRoom(ask.plan, space), ...inRoom(space)]) {
    const stack = { line, at };
    const corners = riserCorners({ at, width: boxedStack, depth: boxedStack });
    if (!isFreeElsewhere(ask.plan, ask.storey, corners) || !isPossible(stack)) continue;
    const drawn = preview(ask.plan, stackCommand(stack, newId()));
    const said = newFindings(ask.plan, drawn, profile).filter(
      ({ severity }) => severity !== 'unknown',
    );
    seen += 1;
    if (said.length < fewest && said.every(({ severity }) => severity !== 'breach')) {
      fewest = said.length;
      best = stack;
    }
    if (fewest === 0 || seen >= mostPlaces) break;
  }
  return best;
}

/** Where a stack does not stand in anybody's way, and no drain runs through a room to sleep in. */
const usesBeside: readonly (RoomUse | null)[] = ['corridor', 'hall', 'storage', 'utility'];

function besideRoom({ households }: Plan, { frame, faces }: Space): Point[] {
  const known = (face: Face): boolean =>
    face.openTo.length > 0 &&
    usesBeside.includes(face.use) &&
    (face.beyond?.holders ?? []).every((one) => one === 'building' || one in households);
  const common = faces.filter((face) => known(face) && !face.isOwn);
  const own = faces.filter((face) => known(face) && face.isOwn);
  return [...common, ...own].flatMap((face) => {
    const { side, line, thickness, taken, doors } = face;
    const far = ahead(side, line, -thickness);
    return along(face.from, face.to).flatMap((from): Point[] => {
      const to = from + boxedStack;
      const isOpening = [...taken, ...doors].some((one) => one.from < to && one.to > from);
      if (isOpening || !covers(face.freeOfLeaves(boxedStack), from, to)) return [];
      const rect = before(opposite(side), far, from, to, boxedStack);
      return [middleOf(frame, rect)];
    });
  });
}

function inRoom({ frame, region, faces }: Space): Point[] {
  const rects = faces.flatMap(({ side, line, from, to, taken, doors }) =>
    along(from, to).flatMap((at): Rect[] => {
      const end = at + boxedStack;
      const isOpening = [...taken, ...doors].some((one) => one.from < end && one.to > at);
      const rect = before(side, line, at, end, boxedStack);
      return isOpening || !holds(region, rect) ? [] : [rect];
    }),
  );
  const places = rects.map((rect) => middleOf(frame, rect));
  return places.filter(
    ({ x, y }, index) => places.findIndex((one) => one.x === x && one.y === y) === index,
  );
}

/** The middle of a wall, then its ends; on the grid, so that what is beside it stays on it. */
function along(from: number, to: number): number[] {
  const last = to - boxedStack;
  if (last < from) return [];
  const middle = from + Math.round((last - from) / 100) * 50;
  return [...new Set([middle, from, last])];
}

const opposite = (side: Side): Side => ((side + 2) % 4) as Side;

const middleOf = (frame: Space['frame'], { x0, y0, x1, y1 }: Rect): Point =>
  whole(outOfFrame(frame, { x: (x0 + x1) / 2, y: (y0 + y1) / 2 }));

/** What comes and where, for people. */
export function stackWords({ plan, storey: id }: Ask, { line, at }: NewStack): Text {
  const room = storeyRooms(id, plan.storeys[id]!, 'after').rooms.find(({ polygon, holes }) =>
    polygonContains({ outer: polygon, holes }, at),
  );
  const doors = (room?.holders ?? []).flatMap((holder) =>
    holder === 'building' ? [] : [plan.households[holder]?.door ?? holder],
  );
  const whose = doors.length > 0 ? doorWords(doors) : null;
  const name = roomUseWords[room?.use ?? 'other'];
  return text(
    `在${whose ? `${whose.zh}的` : ''}${name.zh}新增污水立管“${line}”（上下层贯通）`,
    `A new soil stack “${line}” in the ${name.en.toLowerCase()}${whose ? ` of ${whose.en}` : ''}, through all storeys`,
  );
}
