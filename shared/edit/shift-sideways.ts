import type { Draft } from 'immer';
import { distance } from '../geometry/point.ts';
import type { JointId, OpeningId, Point, Storey, Wall, WallId } from '../plan/model.ts';
import type { Intent } from './intent.ts';
import { phaseOfAddition } from './intent.ts';
import { shortestWall } from './misfit.ts';
import { jointsRestingOn, reach, relocate } from './relocate.ts';
import { remakeWall } from './remake-wall.ts';
import { dropShrunken, rejoinEnds, restoreTwin } from './settle-slide.ts';
import { copyId, type Making } from './storey-edit.ts';
import { openingsOf, wallsByJoint } from './users.ts';
import {
  alongOf,
  areParallel,
  dot,
  isOnWall,
  lineOf,
  minus,
  plus,
  type WallLine,
} from './wall-lines.ts';
import { whole, wholePoint } from './whole.ts';

export interface Sideways {
  /** mm to the wall's left, seen from a to b; may be half a mm where a face is held. */
  readonly by: number;
  /** Whether short walls close what would come apart. */
  readonly closes: boolean;
}

type Neighbour = readonly [WallId, Wall];

/** A place of the wall that others meet: where it was, where it goes, and who is left there. */
interface Contact {
  readonly joint: JointId;
  readonly from: Point;
  readonly to: Point;
  /** Those that do not come along, and those that do. */
  readonly left: readonly Neighbour[];
  readonly along: readonly Neighbour[];
  /** The neighbour in whose direction the place moves. */
  readonly guide: WallLine | null;
}

/**
 * Shifts a wall square to itself. The walls that run across it follow in their own direction; those
 * that carry it on stay where they are. Answers the wall, which in a proposal is a new one where the
 * surveyed one is demolished.
 */
export function shiftSideways(
  storey: Draft<Storey>,
  before: Storey,
  id: WallId,
  { by, closes }: Sideways,
  intent: Intent,
  making: Making,
): WallId {
  const line = lineOf(before, id);
  if (!line) return id;
  const remakes = intent === 'proposal' && line.wall.phase === 'existing';
  const follows = ([, wall]: Neighbour): boolean => intent === 'survey' || wall.phase === 'new';
  const users = wallsByJoint(before);
  const contactAt = (joint: JointId): Contact => {
    const others = (users.get(joint) ?? []).filter(
      ([other, wall]) => other !== id && (intent === 'survey' || wall.phase !== 'demolished'),
    );
    const from = before.joints[joint] ?? line.a;
    const guide = others.map(([other]) => lineOf(before, other)).find(isAcross(line)) ?? null;
    const to = wholePoint(plus(from, stepOf(line, guide, by)));
    const left = others.filter((one) => !follows(one));
    return { joint, from, to, left, along: others.filter(follows), guide };
  };

  const ends = { a: contactAt(line.wall.a), b: contactAt(line.wall.b) };
  // Where a follower carries the wall on, the wall leaves the joint to it: it would slant otherwise.
  const leaves = (end: Contact): boolean => end.along.some((one) => carriesOn(before, line, one));
  const resting = [...jointsRestingOn(before, new Set([id]), 'survey')].map(contactAt);
  const joints = new Map<JointId, Point>();
  for (const { joint, to, along } of resting) {
    if (along.length > 0) joints.set(joint, to);
  }
  for (const end of [ends.a, ends.b]) if (!leaves(end)) joints.set(end.joint, end.to);
  relocate(storey, before, { joints, walls: [id] }, intent, making);

  const target = remakes
    ? (copyOf(storey, id, making) ?? remakeWall(storey, before, id, {}, making))
    : id;
  const wall = storey.walls[target];
  if (!wall) return target;
  for (const name of ['a', 'b'] as const) {
    if (!leaves(ends[name])) continue;
    const joint = copyId(making, 'joint', ends[name].joint);
    storey.joints[joint] = ends[name].to;
    wall[name] = joint;
  }
  keepOffsets(storey, before, { id, target, shift: alongOf(line, ends.a.to) }, making);
  if (!closes) return target;
  const neighbours = [ends.a, ends.b, ...resting].flatMap(({ along }) => along);
  dropShrunken(
    storey,
    target,
    neighbours.map(([other]) => other),
  );
  const phase = intent === 'survey' ? line.wall.phase : phaseOfAddition(intent);
  for (const name of ['a', 'b'] as const) {
    const end = ends[name];
    if (end.left.length === 0 && !leaves(end)) continue;
    const facts = end.guide?.wall ?? line.wall;
    const moved = leaves(end) ? [] : end.along.map(([other]) => other);
    const isClosed = isOnWall(before, end.to, phase, reach, new Set([id, ...moved]));
    if (!isClosed) close(storey, end, wall[name], { ...facts, phase }, making);
  }
  for (const contact of resting) {
    const [stays] = contact.left;
    const facts = stays && lineOf(before, stays[0]);
    if (facts?.wall.phase !== 'existing' || !isLonger(facts, contact)) continue;
    close(storey, contact, null, { ...facts.wall, phase }, making);
  }
  rejoinEnds(storey, before, target);
  if (intent === 'proposal') restoreTwin(storey, before, target);
  return target;
}

const isAcross =
  (line: WallLine) =>
  (other: WallLine | null): other is WallLine =>
    other !== null && Math.abs(dot(other.direction, leftOf(line))) > 0.3;

const leftOf = ({ direction }: WallLine): Point => ({ x: -direction.y, y: direction.x });

/** Along the neighbour as far as takes the place `by` mm square to the wall; else just square to it. */
function stepOf(line: WallLine, guide: WallLine | null, by: number): Point {
  const left = leftOf(line);
  const way = guide?.direction ?? left;
  return plus({ x: 0, y: 0 }, way, by / dot(way, left));
}

function carriesOn(storey: Storey, line: WallLine, [id]: Neighbour): boolean {
  const other = lineOf(storey, id);
  return other !== null && areParallel(line, other);
}

/** Whether a wall that stays has become too short to reach its place. */
const isLonger = (line: WallLine, { from, to }: Contact): boolean => {
  const isAtB = distance(from, line.b) < distance(from, line.a);
  const away = dot(minus(to, from), line.direction);
  return isAtB ? away > 0 : away < 0;
};

const copyOf = (storey: Draft<Storey>, id: WallId, making: Making): WallId | undefined =>
  [...making.origins].find(
    ([copy, origin]) => origin === id && storey.walls[copy as WallId],
  )?.[0] as WallId | undefined;

/** Openings stay at their place along the wall, which its end a may have gone along. */
function keepOffsets(
  storey: Draft<Storey>,
  before: Storey,
  { id, target, shift }: { readonly id: WallId; readonly target: WallId; readonly shift: number },
  making: Making,
): void {
  const known = new Map(openingsOf(before, id));
  const copies = [...making.origins].filter(([, origin]) => known.has(origin as OpeningId));
  for (const [key, origin] of [...[...known.keys()].map((one) => [one, one]), ...copies]) {
    const opening = storey.openings[key as OpeningId];
    const was = known.get(origin as OpeningId);
    if (opening?.wall === target && was) opening.offset = whole(was.offset - shift);
  }
}

/** A wall from where the others are left to where the wall went. */
function close(
  storey: Draft<Storey>,
  { joint, from, to }: Contact,
  at: JointId | null,
  wall: Wall,
  making: Making,
): void {
  if (distance(from, to) < shortestWall) return;
  let end = at;
  if (!end) {
    end = making.newId('joint');
    storey.joints[end] = to;
  }
  storey.walls[making.newId('wall')] = { ...wall, a: joint, b: end };
}
