import type { Draft } from 'immer';
import { distance, distanceToSegment } from '../geometry/point.ts';
import type { JointId, Point, Storey, StoreyId, WallId } from '../plan/model.ts';
import type { Refusal } from './command.ts';
import { refuseAcross } from './cut-wall.ts';
import { jointAt } from './draw-walls.ts';
import type { Intent } from './intent.ts';
import { demolished, gone, refusal } from './refusals.ts';
import { reach } from './relocate.ts';
import { splitWall } from './split-wall.ts';
import type { Making } from './storey-edit.ts';
import { openingsOf, removeUnusedJoints } from './users.ts';
import { alongOf, lineOf, meetingOf, type WallLine } from './wall-lines.ts';
import { whole, wholePoint } from './whole.ts';

/** Where a wall's line meets another wall's line. */
export interface Meeting {
  readonly line: WallLine;
  readonly at: Point;
  /** mm from the wall's end a; negative before it, more than its length beyond b. */
  readonly along: number;
  /** Whether the other wall is there, and not only its line. */
  readonly isOnOther: boolean;
}

/** Null where the two run the same way, or one of them is gone. */
export function meetingWith(storey: Storey, wall: WallId, other: WallId): Meeting | null {
  const line = lineOf(storey, wall);
  const target = lineOf(storey, other);
  const met = line && target && meetingOf(line, target);
  if (!line || !target || !met) return null;
  const slack = line.wall.thickness / 2 + reach;
  return {
    line,
    at: wholePoint(met),
    along: alongOf(line, met),
    isOnOther: distanceToSegment(met, target.a, target.b) <= slack,
  };
}

export const runParallel: Refusal = refusal(
  'parallel',
  '两道墙平行，不会相交。',
  'The two walls run the same way and never meet.',
);

/** Whether a wall can be what others end at. */
export function refuseTarget(
  storey: Storey,
  other: WallId,
  id: StoreyId,
  intent: Intent,
): Refusal | null {
  const ref = { kind: 'wall', id: other, storey: id } as const;
  const wall = storey.walls[other];
  if (!wall) return gone(ref);
  return intent === 'proposal' && wall.phase === 'demolished' ? demolished([ref]) : null;
}

/** Whether openings lie across the place where a wall is to be cut off, or are cut off with it. */
export const refuseCut = (storey: Storey, wall: WallId, along: number, id: StoreyId) =>
  refuseAcross(openingsOf(storey, wall), [whole(along)], id);

/**
 * Ends a wall at a point of its line, away from what its end was joined to. In a proposal a
 * surveyed wall stays what it is: what is cut off it is demolished, what it is carried on by is a
 * new wall.
 */
export function endWall(
  storey: Draft<Storey>,
  before: Storey,
  id: WallId,
  end: 'a' | 'b',
  { line, at, along }: Pick<Meeting, 'line' | 'at' | 'along'>,
  used: Map<string, JointId>,
  intent: Intent,
  making: Making,
): void {
  const wall = storey.walls[id];
  if (!wall) return;
  const isInside = along > 0 && along < line.length;
  if (intent === 'proposal' && line.wall.phase === 'existing') {
    if (distance(line[end], at) <= reach) return;
    if (isInside) cutOff(storey, id, end, whole(along), making);
    else {
      const to = jointFor(storey, before, at, used, making);
      if (to === wall[end]) return;
      storey.walls[making.newId('wall')] = {
        ...line.wall,
        a: wall[end],
        b: to,
        phase: 'new',
      };
    }
    return;
  }
  const to = jointFor(storey, before, at, used, making);
  const was = wall[end];
  if (to === was) return;
  wall[end] = to;
  removeUnusedJoints(storey, [was]);
  const now = end === 'a' ? storey.joints[to] : undefined;
  if (!now) return;
  const shift = alongOf(line, now);
  for (const [key, opening] of openingsOf(before, id)) {
    const draft = storey.openings[key];
    if (draft) draft.offset = whole(opening.offset - shift);
  }
}

/** A joint at the place, also one that this very edit has just taken away. */
function jointFor(
  storey: Draft<Storey>,
  before: Storey,
  at: Point,
  used: Map<string, JointId>,
  making: Making,
): JointId {
  const joint = jointAt(storey, before, at, used, making);
  const there = before.joints[joint];
  if (there && !storey.joints[joint]) storey.joints[joint] = { ...there };
  return joint;
}

/** Demolishes what lies beyond the cut, with its openings. */
function cutOff(
  storey: Draft<Storey>,
  id: WallId,
  end: 'a' | 'b',
  along: number,
  making: Making,
): void {
  const pieces = splitWall(storey, id, [along], making.newId);
  const tail = pieces[end === 'a' ? 0 : 1];
  const wall = tail && storey.walls[tail];
  if (!tail || !wall) return;
  wall.phase = 'demolished';
  for (const [key, opening] of Object.entries(storey.openings)) {
    if (opening.wall !== tail) continue;
    if (opening.phase === 'new') delete storey.openings[key as keyof typeof storey.openings];
    else opening.phase = 'demolished';
  }
}
