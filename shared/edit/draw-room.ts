import type { Draft } from 'immer';
import { distance } from '../geometry/point.ts';
import type { JointId, NewId, Point, Storey, StoreyId, WallKind } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command, Refusal } from './command.ts';
import { jointAt, pairOf, standingPairs } from './draw-walls.ts';
import { type Intent, phaseOfAddition } from './intent.ts';
import { refuseLength } from './misfit.ts';
import { offsetLine, type Segment } from './offset-line.ts';
import { needsThickness, refusal, wallThere } from './refusals.ts';
import { unsharedPieces } from './share-walls.ts';
import { type Making, storeyEdit } from './storey-edit.ts';
import { samePoint, whole, wholePoint } from './whole.ts';

export interface DrawRoom {
  readonly storey: StoreyId;
  /** The room's outline, either way round, without its first corner again. */
  readonly corners: readonly Point[];
  /** Whether the outline runs along the faces inside of the room, or along the centre lines. */
  readonly along: 'faces' | 'axes';
  /** mm; a boundary's is 0 whatever is given. */
  readonly thickness: number;
  readonly kind: WallKind;
  readonly intent: Intent;
  readonly newId: NewId;
}

/** Draws walls around a room. Where walls stand along its outline they are shared, not doubled. */
export function drawRoom(options: DrawRoom): Command {
  const { storey: id, kind, intent, newId } = options;
  const thickness = kind === 'boundary' ? 0 : whole(options.thickness);
  const corners = outline(options.corners);
  const phase = phaseOfAddition(intent);
  const axes = options.along === 'axes' ? corners : around(corners, thickness / 2);
  const pieces = (storey: Storey): Segment[] =>
    unsharedPieces(storey, axes, true, thickness, phase);
  return storeyEdit({
    label: text('画房间', 'Draw room'),
    storey: id,
    newId,
    allow: (storey) =>
      refuseOutline(corners) ??
      (kind !== 'boundary' && thickness < 1 ? needsThickness : null) ??
      (pieces(storey).length === 0 ? wallThere([]) : null),
    change(storey, before, making) {
      addPieces(storey, before, pieces(before), { thickness, kind, phase }, making);
    },
  });
}

/** One wall for each piece, joined to the joints that it touches, none where one stands already. */
export function addPieces(
  storey: Draft<Storey>,
  before: Storey,
  pieces: readonly Segment[],
  wall: Pick<Storey['walls'][never], 'thickness' | 'kind' | 'phase'>,
  making: Making,
): void {
  const used = new Map<string, JointId>();
  const pairs = standingPairs(before, wall.phase);
  for (const { from, to } of pieces) {
    const a = jointAt(storey, before, from, used, making);
    const b = jointAt(storey, before, to, used, making);
    if (a === b || pairs.has(pairOf(a, b))) continue;
    const id = making.newId('wall');
    pairs.set(pairOf(a, b), id);
    storey.walls[id] = { a, b, ...wall };
  }
}

/** Whole points, none twice in a row. */
function outline(points: readonly Point[]): Point[] {
  const round = points.map(wholePoint);
  return round.filter((point, index) => {
    const previous = round[(index + round.length - 1) % round.length];
    return round.length === 1 || !previous || !samePoint(previous, point);
  });
}

/** The outline moved outwards. */
function around(corners: readonly Point[], by: number): Point[] {
  const outwards = twiceArea(corners) > 0 ? -by : by;
  const offsets = corners.map(() => outwards);
  return offsetLine(corners, offsets, true).map(({ from }) => from);
}

/** mm2; positive where the ring runs counter-clockwise. */
const twiceArea = (ring: readonly Point[]): number =>
  ring.reduce((sum, p, index) => {
    const q = ring[(index + 1) % ring.length]!;
    return sum + p.x * q.y - q.x * p.y;
  }, 0);

/** mm2; less is no room but a slip of the hand. */
const leastArea = 10_000;

function refuseOutline(corners: readonly Point[]): Refusal | null {
  if (corners.length < 3) {
    return refusal(
      'too-few-points',
      '房间轮廓至少需要三个角点。',
      'The outline of a room needs at least three corners.',
    );
  }
  for (const [index, corner] of corners.entries()) {
    const refused = refuseLength(distance(corner, corners[(index + 1) % corners.length]!));
    if (refused) return refused;
  }
  if (crossesItself(corners)) {
    return refusal(
      'crosses-itself',
      '轮廓自相交叉，围不成房间。请用退格撤回一点。',
      'The outline crosses itself and encloses no room. Take a point back with Backspace.',
    );
  }
  return Math.abs(twiceArea(corners)) / 2 < leastArea
    ? refusal(
        'too-small',
        '围成的面积太小，不是房间。',
        'What it encloses is too small to be a room.',
      )
    : null;
}

function crossesItself(ring: readonly Point[]): boolean {
  const count = ring.length;
  for (let i = 0; i < count; i++) {
    for (let j = i + 2; j < count; j++) {
      if (i === 0 && j === count - 1) continue;
      const [a, b] = [ring[i]!, ring[(i + 1) % count]!];
      const [c, d] = [ring[j]!, ring[(j + 1) % count]!];
      if (touch(a, b, c, d)) return true;
    }
  }
  return false;
}

const turnOf = (a: Point, b: Point, c: Point): number =>
  Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));

const within = (a: Point, b: Point, p: Point): boolean =>
  p.x >= Math.min(a.x, b.x) &&
  p.x <= Math.max(a.x, b.x) &&
  p.y >= Math.min(a.y, b.y) &&
  p.y <= Math.max(a.y, b.y);

/** Whether two segments share a point; exact for whole mm. */
function touch(a: Point, b: Point, c: Point, d: Point): boolean {
  const [c1, d1, a1, b1] = [turnOf(a, b, c), turnOf(a, b, d), turnOf(c, d, a), turnOf(c, d, b)];
  if (c1 * d1 < 0 && a1 * b1 < 0) return true;
  return (
    (c1 === 0 && within(a, b, c)) ||
    (d1 === 0 && within(a, b, d)) ||
    (a1 === 0 && within(c, d, a)) ||
    (b1 === 0 && within(c, d, b))
  );
}
