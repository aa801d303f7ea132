import { distance, distanceToSegment } from '../geometry/point.ts';
import type { ElementRef, Storey, StoreyId, WallId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command, Refusal } from './command.ts';
import { pairOf, standingPairs } from './draw-walls.ts';
import type { Intent } from './intent.ts';
import { refusal, wallThere } from './refusals.ts';
import { rehang } from './rehang.ts';
import { reach } from './relocate.ts';
import { refuseSelection } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';
import { openingsOf, removeUnusedJoints } from './users.ts';
import { lineOf } from './wall-lines.ts';

export interface JoinWalls {
  readonly storey: StoreyId;
  /** The first gives its id, and the direction in which openings are measured. */
  readonly walls: readonly [WallId, WallId];
  readonly intent: Intent;
}

/** Makes one wall of two that carry each other on; the inverse of cutting a wall. */
export function joinWalls({ storey: id, walls, intent }: JoinWalls): Command {
  const refs = walls.map((wall): ElementRef => ({ kind: 'wall', id: wall, storey: id }));
  return storeyEdit({
    label: text('合并墙段', 'Join walls'),
    storey: id,
    allow: (storey) =>
      refs.map((ref) => refuseSelection(storey, [ref], intent, ['wall'])).find((one) => one) ??
      refuseUnlike(storey, walls, refs, slackOf(storey, walls, intent)),
    change(storey, before) {
      const [first, second] = walls;
      const ends = outerEnds(before, walls, slackOf(before, walls, intent));
      const line = lineOf(before, first);
      const other = lineOf(before, second);
      const kept = storey.walls[first];
      if (!ends || !line || !other || !kept) return;
      kept[ends.met] = ends.far;
      const joined = lineOf(storey, first);
      if (!joined) return;
      const hang = (wall: WallId, from: typeof line) => {
        for (const [key, opening] of openingsOf(before, wall)) {
          const draft = storey.openings[key];
          if (draft) Object.assign(draft, { wall: first, ...rehang(opening, from, joined) });
        }
      };
      hang(first, line);
      hang(second, other);
      delete storey.walls[second];
      removeUnusedJoints(storey, [line.wall.a, line.wall.b, other.wall.a, other.wall.b]);
    },
  });
}

/** mm that the two may be off; a proposal does not straighten what was surveyed. */
const slackOf = (storey: Storey, walls: readonly WallId[], intent: Intent): number =>
  intent === 'proposal' && walls.some((wall) => storey.walls[wall]?.phase === 'existing')
    ? 1
    : reach;

/** Which end of the first meets the second, and the second's joint at its other end. */
function outerEnds(storey: Storey, [first, second]: readonly [WallId, WallId], slack: number) {
  const one = lineOf(storey, first);
  const other = lineOf(storey, second);
  if (!one || !other || first === second) return null;
  for (const met of ['a', 'b'] as const) {
    for (const end of ['a', 'b'] as const) {
      const isSame = one.wall[met] === other.wall[end] || distance(one[met], other[end]) <= slack;
      const far = end === 'a' ? 'b' : 'a';
      if (isSame) {
        return {
          met,
          far: other.wall[far],
          farAt: other[far],
          metAt: one[met],
          nearAt: one[met === 'a' ? 'b' : 'a'],
        };
      }
    }
  }
  return null;
}

function refuseUnlike(
  storey: Storey,
  walls: readonly [WallId, WallId],
  refs: readonly ElementRef[],
  slack: number,
): Refusal | null {
  const [one, other] = walls.map((wall) => storey.walls[wall]);
  const ends = outerEnds(storey, walls, slack);
  if (!one || !other || !ends) {
    return refusal(
      'not-touching',
      '两段墙没有相接的端点，请先延伸其中一段。',
      'The two walls do not meet end to end; extend one of them first.',
      refs,
    );
  }
  if (one.thickness !== other.thickness || one.kind !== other.kind || one.phase !== other.phase) {
    return refusal(
      'unlike',
      '两段墙的厚度、类型或状态不同，不能合并。',
      'The two walls differ in thickness, kind or status and cannot be joined.',
      refs,
    );
  }
  const isFolded = distance(ends.nearAt, ends.farAt) < distance(ends.nearAt, ends.metAt);
  if (isFolded || distanceToSegment(ends.metAt, ends.nearAt, ends.farAt) > slack) {
    return refusal(
      'not-collinear',
      '两段墙不在一条直线上，不能合并。',
      'The two walls do not lie on one line and cannot be joined.',
      refs,
    );
  }
  const own = one[ends.met === 'a' ? 'b' : 'a'];
  const there = standingPairs(storey, one.phase).get(pairOf(own, ends.far));
  return there ? wallThere([{ kind: 'wall', id: there, storey: refs[0]!.storey! }]) : null;
}
