import type { ElementRef, NewId, Point, Storey, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import type { Intent } from './intent.ts';
import { turnAbout } from './motion.ts';
import { placeElsewhere } from './place-elsewhere.ts';
import { endsOf } from './relocate.ts';
import { refuseSelection, type Selection, selectionOf } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';
import { wholeDegrees, wholePoint } from './whole.ts';

export interface RotateElements {
  readonly storey: StoreyId;
  readonly elements: readonly ElementRef[];
  /** Whole degrees, counter-clockwise. */
  readonly degrees: number;
  /** The point that stays; where absent, the middle of what is turned (a fixture's `at`). */
  readonly about?: Point;
  readonly intent: Intent;
  readonly newId: NewId;
}

/** Turns elements about one point. Openings turn with their walls; by themselves they cannot. */
export function rotateElements(options: RotateElements): Command {
  const { storey: id, elements, intent, newId } = options;
  const degrees = wholeDegrees(options.degrees);
  return storeyEdit({
    label: text('旋转', 'Rotate'),
    storey: id,
    newId,
    allow: (storey) => refuseSelection(storey, elements, intent, turnable),
    change(storey, before, making) {
      if (degrees === 0) return;
      const selection = selectionOf(before, elements, intent);
      const centre = wholePoint(options.about ?? middleOf(before, selection));
      const motion = turnAbout(centre, degrees);
      placeElsewhere(storey, before, [{ selection, motion }], intent, making);
    },
  });
}

const turnable = ['joint', 'wall', 'room', 'fixture', 'riser'] as const;

/** The middle of the box around the places of a selection. */
function middleOf(storey: Storey, selection: Selection): Point {
  const joints = [...selection.joints, ...[...selection.walls].flatMap((id) => endsOf(storey, id))];
  const places = [
    ...joints.map((id) => storey.joints[id]),
    ...[...selection.rooms].map((id) => storey.rooms[id]?.at),
    ...[...selection.fixtures].map((id) => storey.fixtures[id]?.at),
    ...[...selection.risers].map((id) => storey.risers[id]?.at),
  ].filter((place) => place !== undefined);
  const middle = (values: readonly number[]) => {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (const value of values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return (least + most) / 2;
  };
  return { x: middle(places.map(({ x }) => x)), y: middle(places.map(({ y }) => y)) };
}
