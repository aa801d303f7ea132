import { coveredEnds } from '../../shared/derive/clear-run.ts';
import { moveAxes } from '../../shared/edit/axes.ts';
import { changeFixture } from '../../shared/edit/change-fixture.ts';
import { changeOpening } from '../../shared/edit/change-opening.ts';
import type { Command } from '../../shared/edit/command.ts';
import { moveElements } from '../../shared/edit/move-elements.ts';
import { moveJoint } from '../../shared/edit/move-joint.ts';
import { slideWall } from '../../shared/edit/slide-wall.ts';
import { together } from '../../shared/edit/together.ts';
import type {
  AxisId,
  ElementRef,
  FixtureId,
  JointId,
  Opening,
  OpeningId,
  Point,
  WallId,
} from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import type { Hit } from '../editor/hit.ts';
import { lockDirection, type Snapped } from '../editor/snap.ts';
import { openingOffset } from './opening-tool.ts';
import { type Place, placeAgainstWall } from './placement.ts';
import {
  distance,
  dot,
  leftOf,
  minus,
  plus,
  same,
  times,
  turn,
  unit,
  wallLine,
  whole,
} from './plane.ts';
import { type PointerInput, reachOf, snapFor, type ToolContext } from './tool.ts';
import { nothingTyped, type Typed, typedNumber } from './typed.ts';

export type SelectState =
  | { readonly kind: 'idle'; readonly over: Hit | null }
  /** Pressed, and not yet moved far enough to be a drag. */
  | {
      readonly kind: 'pressed';
      readonly from: Point;
      readonly hit: Hit | null;
      readonly shift: boolean;
    }
  | { readonly kind: 'boxing'; readonly from: Point; readonly to: Point; readonly shift: boolean }
  | {
      readonly kind: 'moving';
      readonly from: Point;
      readonly elements: readonly ElementRef[];
      readonly by: Point;
      /** How far, in the direction of the pointer, and where that was last. */
      readonly typed: Typed;
      readonly at: Point;
    }
  | { readonly kind: 'end'; readonly joint: JointId; readonly snapped: Snapped | null }
  | {
      readonly kind: 'sliding';
      readonly opening: OpeningId;
      readonly wall: WallId;
      readonly grip: number;
      readonly offset: number;
      /** What Space made of the door meanwhile. */
      readonly swing: Partial<Pick<Opening, 'hinge' | 'side'>>;
    }
  | {
      readonly kind: 'standing';
      readonly fixture: FixtureId;
      readonly grip: Point;
      readonly place: Place;
      /** Quarter turns asked for with R, and where the pointer was last. */
      readonly quarters: number;
      readonly at: Point;
    };

/** px that a press may wander before it becomes a drag. */
const dragAfter = 3;

/** What a drag from here does, by what was pressed. */
function startDrag(
  state: Extract<SelectState, { kind: 'pressed' }>,
  input: PointerInput,
  context: ToolContext,
): SelectState {
  const { hit, from } = state;
  if (!hit || hit.kind === 'room')
    return { kind: 'boxing', from, to: input.at, shift: state.shift };
  const { storey } = context.scene;
  const isAlone = context.selection.length <= 1;
  if (hit.kind === 'opening' && isAlone) {
    const opening = storey.openings[hit.id as OpeningId];
    const wall = opening && storey.walls[opening.wall];
    const line = wall && wallLine(storey, wall);
    if (opening && line) {
      const along = dot(minus(from, line.a), unit(minus(line.b, line.a)));
      return {
        kind: 'sliding',
        opening: hit.id as OpeningId,
        wall: opening.wall,
        grip: along - opening.offset - opening.width / 2,
        offset: opening.offset,
        swing: {},
      };
    }
  }
  if (hit.kind === 'fixture' && isAlone) {
    const fixture = storey.fixtures[hit.id as FixtureId];
    if (fixture) {
      const centre = plus(fixture.at, turn({ x: 0, y: fixture.depth / 2 }, fixture.rotation));
      const place = { at: fixture.at, rotation: fixture.rotation, stands: false };
      return {
        kind: 'standing',
        fixture: hit.id as FixtureId,
        grip: minus(from, centre),
        place,
        quarters: 0,
        at: from,
      };
    }
  }
  const elements = context.selection.filter(({ kind }) => kind !== 'room');
  const by = { x: 0, y: 0 };
  return { kind: 'moving', from, elements, by, typed: nothingTyped('distance'), at: from };
}

/** The whole mm that a drag moves things by. One wall moves square to itself. What is typed is the way's length. */
function moveBy(
  state: Extract<SelectState, { kind: 'moving' }>,
  input: PointerInput,
  context: ToolContext,
): Point {
  const away = minus(input.at, state.from);
  const long = typedNumber(state.typed, 'distance');
  const step = input.suspend || !context.snap.grid ? 1 : 10;
  const round = (value: number): number => Math.round(value / step) * step;
  const [only, ...rest] = state.elements;
  const wall = only?.kind === 'wall' ? context.scene.storey.walls[only.id as WallId] : undefined;
  const line = wall && wallLine(context.scene.storey, wall);
  if (line && rest.length === 0) {
    const normal = leftOf(unit(minus(line.b, line.a)));
    const across = dot(away, normal);
    return whole(times(normal, long === null ? round(across) : across < 0 ? -long : long));
  }
  const free = input.shift ? minus(lockDirection(state.from, input.at, 90), state.from) : away;
  if (long !== null) return whole(times(unit(free), long));
  return whole({ x: round(free.x), y: round(free.y) });
}

type MoveContext = Pick<ToolContext, 'storey' | 'scene' | 'intent' | 'newId'>;

/** Moving what is selected; axes among it, which are no storey's, go along. */
export function moveCommand(
  elements: readonly ElementRef[],
  by: Point,
  context: MoveContext,
): Command {
  const axes = axesOf(elements);
  if (axes.length === 0) return moveDrawn(elements, by, context);
  const drawn = elements.filter(({ kind }) => kind !== 'axis');
  const grid = moveAxes({ axes, by });
  if (drawn.length === 0) return grid;
  return together(text('移动', 'Move'), [moveDrawn(drawn, by, context), grid]);
}

/** One wall that goes square to itself slides, so that its neighbours stay joined to it. */
function moveDrawn(
  elements: readonly ElementRef[],
  by: Point,
  { storey, scene, intent, newId }: MoveContext,
): Command {
  const [only, ...rest] = elements;
  const id = only?.kind === 'wall' && rest.length === 0 ? (only.id as WallId) : null;
  const wall = id && scene.storey.walls[id];
  const line = wall && wallLine(scene.storey, wall);
  if (id && line) {
    const along = unit(minus(line.b, line.a));
    // To the rounding of a step that was square to it.
    if (Math.abs(dot(by, along)) <= 1) {
      return slideWall({ storey, wall: id, by: dot(by, leftOf(along)), intent, newId });
    }
  }
  return moveElements({ storey, elements, by, intent, newId });
}
/** The axes among elements. */
export const axesOf = (elements: readonly ElementRef[]): AxisId[] =>
  elements.flatMap(({ kind, id }) => (kind === 'axis' ? [id as AxisId] : []));

/** The edit that the drag amounts to; null where nothing changes. */
export function dragCommand(state: SelectState, context: ToolContext): Command | null {
  const { storey, intent, newId } = context;
  const table = context.scene.storey;
  if (state.kind === 'moving') {
    if (same(state.by, { x: 0, y: 0 })) return null;
    return moveCommand(state.elements, state.by, context);
  }
  if (state.kind === 'end') {
    const from = table.joints[state.joint];
    if (!state.snapped || (from && same(from, state.snapped.at))) return null;
    return moveJoint({ storey, joint: state.joint, to: state.snapped.at, intent, newId });
  }
  if (state.kind === 'sliding') {
    const isSame = table.openings[state.opening]?.offset === state.offset;
    if (isSame && Object.keys(state.swing).length === 0) return null;
    return changeOpening({
      storey,
      opening: state.opening,
      change: { offset: state.offset, ...state.swing },
      intent,
      newId,
    });
  }
  if (state.kind === 'standing') {
    const fixture = table.fixtures[state.fixture];
    const { at, rotation } = state.place;
    if (!fixture || (same(fixture.at, at) && fixture.rotation === rotation)) return null;
    return changeFixture({
      storey,
      fixture: state.fixture,
      change: { at, rotation },
      intent,
      newId,
    });
  }
  return null;
}

/** A drag in progress, carried on to where the pointer is now. */
export function drag(state: SelectState, input: PointerInput, context: ToolContext): SelectState {
  const { storey } = context.scene;
  switch (state.kind) {
    case 'pressed':
      return distance(state.from, input.at) > dragAfter * context.pixel
        ? drag(startDrag(state, input, context), input, context)
        : state;
    case 'boxing':
      return { ...state, to: input.at };
    case 'moving':
      return { ...state, at: input.at, by: moveBy(state, input, context) };
    case 'end': {
      const without = new Set<string>([state.joint]);
      const snapped = snapFor(context, input.at, input.suspend, { without });
      if (!input.shift) return { ...state, snapped };
      const from = storey.joints[state.joint];
      const locked = from ? whole(lockDirection(from, input.at)) : snapped.at;
      return { ...state, snapped: { ...snapped, at: locked, kind: 'free', from: [] } };
    }
    case 'sliding': {
      const opening = storey.openings[state.opening];
      const wall = storey.walls[state.wall];
      const line = wall && wallLine(storey, wall);
      if (!opening || !line) return state;
      const along = dot(minus(input.at, line.a), unit(minus(line.b, line.a))) - state.grip;
      const covered = coveredEnds(storey, state.wall, context.scene.view);
      const run = { length: line.length, ...covered };
      const reach = input.suspend ? 0 : reachOf(context) / 2;
      return { ...state, offset: openingOffset(along, opening.width, run, reach) };
    }
    case 'standing': {
      const fixture = storey.fixtures[state.fixture];
      if (!fixture) return state;
      const centre = minus(input.at, state.grip);
      const free = { rotation: fixture.rotation, quarters: state.quarters };
      const reach = input.suspend ? -Number.MAX_VALUE : Math.max(2 * reachOf(context), 150);
      const place = placeAgainstWall(context.scene, centre, fixture, free, reach);
      return { ...state, at: input.at, place };
    }
    default:
      return state;
  }
}
