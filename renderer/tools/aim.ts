import type { Point } from '../../shared/plan/model.ts';
import { type Snapped, snapLocked } from '../editor/snap.ts';
import { snapped } from '../editor/snap-field.ts';
import type { DirectionLock, ToolOptions, WallSide } from '../editor/store.ts';
import { distance, minus } from './plane.ts';
import { type PointerInput, reachOf, snapFor, snapRequest, type ToolContext } from './tool.ts';

/** Where a line of walls is heading: what the wall tool and the outline tool share. */

/** Degrees between the directions that a line is held to; null where it is free. */
export function lockStep(lock: DirectionLock, shift: boolean): number | null {
  if (lock === 'ortho') return 90;
  return lock === 'fifteen' || shift ? 15 : null;
}

/**
 * The place the pointer means, for a line that has come through `points`. Near the start of a line
 * that can be closed it is the start, whatever else is there and however the direction is locked.
 */
export function aim(points: readonly Point[], input: PointerInput, context: ToolContext): Snapped {
  const [first] = points;
  const closes = points.length >= 3 && first && distance(first, input.at) <= reachOf(context);
  if (closes && !input.suspend) return snapped(first, 'joint');
  const origin = points.at(-1);
  const before = points.at(-2);
  const more = {
    also: points,
    origin,
    course: origin && before ? minus(origin, before) : undefined,
  };
  const step = lockStep(context.options.directionLock, input.shift);
  if (origin && step !== null) {
    return snapLocked(input.at, step, snapRequest(context, input.suspend, more));
  }
  return snapFor(context, input.at, input.suspend, more);
}

export const wallThicknesses = [370, 240, 120, 100, 90] as const;

const sides: readonly WallSide[] = ['centre', 'left', 'right'];
const locks: readonly DirectionLock[] = ['free', 'ortho', 'fifteen'];
const kinds: readonly ToolOptions['wallKind'][] = ['bearing', 'partition', 'boundary'];

const after = <V>(list: readonly V[], value: V): V =>
  list[(list.indexOf(value) + 1) % list.length]!;

/** Bearing walls are 240 mm at least, partitions 120 mm at most, until somebody says otherwise. */
export function withKind(
  options: ToolOptions,
  wallKind: ToolOptions['wallKind'],
): Partial<ToolOptions> {
  const { wallThickness } = options;
  if (wallKind === 'bearing' && wallThickness < 240) return { wallKind, wallThickness: 240 };
  if (wallKind === 'partition' && wallThickness > 120) return { wallKind, wallThickness: 120 };
  return { wallKind };
}

type Choice = 'side' | 'lock' | 'measure';

/**
 * What a key of the wall tools changes for the walls drawn next; null where it changes nothing.
 * `choices` are those that the tool has beside thickness and kind.
 */
export function optionsAfterKey(
  pressed: string,
  options: ToolOptions,
  choices: readonly Choice[],
): Partial<ToolOptions> | null {
  const key = pressed.length === 1 ? pressed.toLowerCase() : pressed;
  const choice = ({ s: 'side', l: 'lock', F8: 'lock', a: 'measure' } as const)[key];
  if (choice && !choices.includes(choice)) return null;
  switch (key) {
    case 's':
      return { wallSide: after(sides, options.wallSide) };
    case 'l':
      return { directionLock: after(locks, options.directionLock) };
    case 'F8':
      return { directionLock: options.directionLock === 'ortho' ? 'free' : 'ortho' };
    case 'b':
      return withKind(options, after(kinds, options.wallKind));
    case 'a':
      return { measureBy: options.measureBy === 'clear' ? 'axis' : 'clear' };
    case '<':
      return thickness(
        options,
        wallThicknesses.find((value) => value < options.wallThickness),
      );
    case '>':
      return thickness(
        options,
        wallThicknesses.findLast((value) => value > options.wallThickness),
      );
    default:
      return null;
  }
}

/** Nothing changes at the thinnest and the thickest; a boundary has no thickness. */
const thickness = (
  { wallKind }: ToolOptions,
  wallThickness: number | undefined,
): Partial<ToolOptions> =>
  wallThickness === undefined || wallKind === 'boundary' ? {} : { wallThickness };

/**
 * Whether a press only repeats the click that has just ended something: the second half of a double
 * click begins nothing new where the first has closed or placed.
 */
export const isRepeated = (settled: Point | null, at: Point, context: ToolContext): boolean =>
  settled !== null && distance(settled, at) <= reachOf(context);

/** mm of the walls drawn next. */
export const drawnThickness = ({ wallKind, wallThickness }: ToolOptions): number =>
  wallKind === 'boundary' ? 0 : wallThickness;
