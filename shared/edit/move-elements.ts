import type { Draft } from 'immer';
import type { ElementRef, JointId, NewId, Point, Storey, StoreyId, WallId } from '../plan/model.ts';
import { text } from '../text.ts';
import { changeElement } from './change-element.ts';
import type { Command } from './command.ts';
import type { Intent } from './intent.ts';
import { placeMarks } from './place-marks.ts';
import { endsOf, jointsRestingOn, relocate, wallsTakenAlong } from './relocate.ts';
import { refuseSelection, type Selection, selectionOf } from './selection.ts';
import { type Making, storeyEdit } from './storey-edit.ts';
import { whole, wholeDegrees, wholePoint } from './whole.ts';

export interface MoveElements {
  readonly storey: StoreyId;
  readonly elements: readonly ElementRef[];
  /** mm. */
  readonly by: Point;
  readonly intent: Intent;
  readonly newId: NewId;
}

/**
 * Moves elements by a vector. Walls take their openings, the walls joined to them and the joints
 * that rest on them along; an opening by itself slides along its wall. Room tags stay unless they
 * are among the elements.
 */
export function moveElements({ storey: id, elements, by, intent, newId }: MoveElements): Command {
  const step = wholePoint(by);
  return storeyEdit({
    label: text('移动', 'Move'),
    storey: id,
    newId,
    allow: (storey) => refuseSelection(storey, elements, intent, movable),
    change(storey, before, making) {
      if (step.x === 0 && step.y === 0) return;
      const selection = selectionOf(before, elements, intent);
      const to = (point: Point) => ({ x: point.x + step.x, y: point.y + step.y });
      const walls = placeElsewhere(storey, before, selection, { to, degrees: 0 }, intent, making);
      for (const opening of selection.openings) {
        const facts = before.openings[opening];
        if (!facts || walls.has(facts.wall)) continue;
        // Where the wall's own end a went along, the opening has gone with it already.
        const offset =
          facts.offset + along(before, facts.wall, minus(step, wentBy(storey, before, facts.wall)));
        changeElement(storey, 'opening', opening, { offset }, intent, making);
      }
    },
  });
}

const movable = [
  'joint',
  'wall',
  'opening',
  'room',
  'fixture',
  'riser',
  'dimension',
  'note',
] as const;

/** mm that a vector goes along a wall, from a to b; whole. */
export function along(storey: Storey, id: keyof Storey['walls'], by: Point): number {
  const wall = storey.walls[id];
  const a = wall && storey.joints[wall.a];
  const b = wall && storey.joints[wall.b];
  if (!a || !b) return 0;
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  return length === 0 ? 0 : whole(((b.x - a.x) * by.x + (b.y - a.y) * by.y) / length);
}

const minus = (first: Point, second: Point): Point => ({
  x: first.x - second.x,
  y: first.y - second.y,
});

/** How far a wall's end a has gone. */
function wentBy(storey: Draft<Storey>, before: Storey, id: WallId): Point {
  const joint = (of: Storey | Draft<Storey>): Point | undefined => {
    const wall = of.walls[id];
    return wall && of.joints[wall.a];
  };
  const from = joint(before);
  const to = joint(storey);
  return from && to ? minus(to, from) : { x: 0, y: 0 };
}

/** A shift or a turn of the whole selection. */
export interface Motion {
  to(point: Point): Point;
  /** Whole degrees that what stands there turns, counter-clockwise. */
  readonly degrees: number;
}

/** All of a selection but openings, which have their place in a wall. Answers which walls went. */
export function placeElsewhere(
  storey: Draft<Storey>,
  before: Storey,
  selection: Selection,
  { to, degrees }: Motion,
  intent: Intent,
  making: Making,
): ReadonlySet<WallId> {
  const joints = new Map<JointId, Point>();
  const put = (id: JointId) => {
    const joint = before.joints[id];
    if (joint) joints.set(id, to(joint));
  };
  for (const wall of selection.walls) for (const joint of endsOf(before, wall)) put(joint);
  for (const joint of jointsRestingOn(before, selection.walls, intent)) put(joint);
  const alone = [...selection.joints].filter((joint) => !joints.has(joint));
  for (const joint of alone) put(joint);
  const walls = new Set([...selection.walls, ...wallsTakenAlong(before, alone)]);
  relocate(storey, before, { joints, walls }, intent, making);

  for (const id of selection.rooms) {
    const room = before.rooms[id];
    if (room) changeElement(storey, 'room', id, { at: to(room.at) }, intent, making);
  }
  for (const id of selection.fixtures) {
    const fixture = before.fixtures[id];
    if (!fixture) continue;
    const change = { at: to(fixture.at), rotation: wholeDegrees(fixture.rotation + degrees) };
    changeElement(storey, 'fixture', id, change, intent, making);
  }
  for (const id of selection.risers) {
    const riser = before.risers[id];
    if (!riser) continue;
    const size = { width: riser.width, depth: riser.depth };
    // A shaft stays square to the axes: only quarter turns change its sides.
    const turned =
      wholeDegrees(degrees) % 180 === 90 ? { width: size.depth, depth: size.width } : size;
    changeElement(storey, 'riser', id, { at: to(riser.at), ...turned }, intent, making);
  }
  placeMarks(storey, before, selection, { to, degrees });
  return walls;
}
