import type { Point } from '../../shared/plan/model.ts';
import type { Snapped } from '../editor/snap.ts';
import { aim, isRepeated } from './aim.ts';
import { lineGuides } from './line-guides.ts';
import { type Input, type Outcome, snapGuides, type Tool, type ToolContext } from './tool.ts';
import { isTyped, nothingTyped, type Typed, typedTarget } from './typed.ts';

/** What tools share that draw from corner to corner: chains of walls and outlines of rooms. */
export interface ChainState {
  /** Whole mm, in the order in which they were placed. */
  readonly points: readonly Point[];
  readonly cursor: Point | null;
  readonly snapped: Snapped | null;
  readonly typed: Typed;
  /** Where a click has just closed the chain: the second of a double click begins none. */
  readonly settled: Point | null;
}

export const emptyChain: ChainState = {
  points: [],
  cursor: null,
  snapped: null,
  typed: nothingTyped('length'),
  settled: null,
};

/** Where the next corner would be: as typed, or at the pointer; null where it is not known. */
export const chainTarget = ({ typed, points, cursor }: ChainState): Point | null =>
  typedTarget(typed, points.at(-1) ?? null, cursor);

type Step<S> = (state: S, context: ToolContext) => Outcome<S>;

/** The pointer moves or leaves; null for any other input. */
export function chainPointer<S extends ChainState>(
  state: S,
  input: Input,
  context: ToolContext,
  withPreview: Step<S>,
): Outcome<S> | null {
  if (input.type === 'move') {
    const snapped = aim(state.points, input, context);
    const settled = isRepeated(state.settled, input.at, context) ? state.settled : null;
    return withPreview({ ...state, cursor: snapped.at, snapped, settled }, context);
  }
  if (input.type === 'leave') {
    return { state: state.points.length > 0 ? state : { ...state, cursor: null, snapped: null } };
  }
  return null;
}

/** The next corner where the pointer was pressed; remembers where that closed the chain. */
export function placeAtPointer<S extends ChainState>(
  state: S,
  input: Extract<Input, { type: 'down' }>,
  context: ToolContext,
  place: Step<S>,
): Outcome<S> {
  if (isRepeated(state.settled, input.at, context)) return { state };
  const snapped = aim(state.points, input, context);
  const placed = place({ ...state, cursor: snapped.at, snapped }, context);
  const isClosed = state.points.length > 0 && placed.state.points.length === 0;
  return isClosed ? { ...placed, state: { ...placed.state, settled: input.at } } : placed;
}

export const chainGuides = (state: ChainState): ReturnType<Tool<ChainState>['guides']> => [
  ...lineGuides(state.points, chainTarget(state), state.typed),
  ...snapGuides(isTyped(state.typed) ? null : state.snapped),
];
