import type { JointId, NewId, Point, Storey, StoreyId, WallId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import type { Intent } from './intent.ts';
import { refuseLength } from './misfit.ts';
import { jointsRestingOn, relocate } from './relocate.ts';
import { refuseSelection } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';
import { wallsByJoint } from './users.ts';
import { areParallel, lineOf, minus, plus } from './wall-lines.ts';
import { wholePoint } from './whole.ts';

export interface SetWallLength {
  readonly storey: StoreyId;
  readonly wall: WallId;
  /** mm along the centre line. */
  readonly length: number;
  /** The end that stays. */
  readonly hold: 'a' | 'b';
  readonly intent: Intent;
  readonly newId: NewId;
}

/**
 * Gives a wall a length, in its direction, by moving one of its ends with what is joined there: the
 * walls across it are carried along without turning, and those that they meet grow or shrink.
 */
export function setWallLength({
  storey: id,
  wall,
  length,
  hold,
  intent,
  newId,
}: SetWallLength): Command {
  const ref = { kind: 'wall', id: wall, storey: id } as const;
  return storeyEdit({
    label: text('设定墙长', 'Set wall length'),
    storey: id,
    newId,
    allow: (storey) =>
      refuseSelection(storey, [ref], intent, ['wall']) ?? refuseLength(length, [ref]),
    change(storey, before, making) {
      const facts = before.walls[wall];
      if (!facts) return;
      const joint = facts[hold === 'a' ? 'b' : 'a'];
      const from = before.joints[facts[hold]];
      const end = before.joints[joint];
      if (!from || !end) return;
      const now = Math.hypot(end.x - from.x, end.y - from.y);
      const share = length / now;
      const to = wholePoint({
        x: from.x + (end.x - from.x) * share,
        y: from.y + (end.y - from.y) * share,
      });
      const joints = carriedAlong(before, wall, joint, to, intent);
      relocate(storey, before, { joints, walls: [wall] }, intent, making);
    },
  });
}

/**
 * Where the joint goes, and with it the far ends of the walls that run across its way, and so on.
 * The joint alone where that would come round to the wall's own other end: one side of a triangle
 * cannot change without turning another.
 */
function carriedAlong(
  storey: Storey,
  wall: WallId,
  joint: JointId,
  to: Point,
  intent: Intent,
): Map<JointId, Point> {
  const from = storey.joints[joint];
  const line = lineOf(storey, wall);
  if (!from || !line) return new Map();
  const alone = new Map([[joint, to]]);
  if (intent === 'proposal' && line.wall.phase === 'existing') return alone;
  const by = minus(to, from);
  const users = wallsByJoint(storey);
  const carried = new Map(alone);
  const walls = new Set<WallId>();
  const stack = [joint];
  const carry = (id: JointId): void => {
    const at = storey.joints[id];
    if (!at || carried.has(id)) return;
    carried.set(id, plus(at, by));
    stack.push(id);
  };
  for (let next = stack.pop(); next; next = stack.pop()) {
    for (const [id, facts] of users.get(next) ?? []) {
      const other = lineOf(storey, id);
      const follows = intent === 'survey' || facts.phase === 'new';
      if (id === wall || walls.has(id) || !other || !follows || areParallel(line, other)) continue;
      walls.add(id);
      carry(facts.a === next ? facts.b : facts.a);
      for (const resting of jointsRestingOn(storey, new Set([id]), intent)) carry(resting);
    }
  }
  const held = line.wall.a === joint ? line.wall.b : line.wall.a;
  return carried.has(held) ? alone : carried;
}
