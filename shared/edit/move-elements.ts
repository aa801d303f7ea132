import type { Draft } from 'immer';
import type { ElementRef, NewId, Point, Storey, StoreyId, WallId } from '../plan/model.ts';
import { text } from '../text.ts';
import { changeElement } from './change-element.ts';
import type { Command } from './command.ts';
import type { Intent } from './intent.ts';
import { shiftBy } from './motion.ts';
import { placeElsewhere } from './place-elsewhere.ts';
import { refuseSelection, selectionOf } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';
import { whole, wholePoint } from './whole.ts';

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
    isDragged: true,
    allow: (storey) => refuseSelection(storey, elements, intent, movable),
    change(storey, before, making) {
      if (step.x === 0 && step.y === 0) return;
      const selection = selectionOf(before, elements, intent);
      const part = { selection, motion: shiftBy(step) };
      const walls = placeElsewhere(storey, before, [part], intent, making);
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
