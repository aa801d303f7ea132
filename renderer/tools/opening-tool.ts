import { clearRun, coveredEnds } from '../../shared/derive/clear-run.ts';
import type { Command } from '../../shared/edit/command.ts';
import { placeOpening } from '../../shared/edit/place-opening.ts';
import type { OpeningId, Point, WallId } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { wallAt } from '../editor/hit.ts';
import { cross, minus, plus, times, unit, wallLine } from './plane.ts';
import { type Guide, type Outcome, reachOf, type Tool, type ToolContext } from './tool.ts';

interface Hover {
  readonly wall: WallId;
  /** mm from the wall's end `a`. */
  readonly offset: number;
  readonly side: 'left' | 'right';
}

export interface OpeningState {
  readonly hover: Hover | null;
  readonly hinge: 'a' | 'b';
  /** The leaf swings to the pointer's side, or away from it. */
  readonly awayFromPointer: boolean;
}

const start: OpeningState = { hover: null, hinge: 'a', awayFromPointer: false };

/** Where an opening of this width lies with its middle nearest to `along`, all mm. */
export function openingOffset(
  along: number,
  width: number,
  run: { readonly length: number; readonly a: number; readonly b: number },
  reach: number,
): number {
  const least = run.a;
  const most = run.length - run.b - width;
  if (most <= least) return Math.max(0, Math.round((run.length - width) / 2));
  const middle = Math.round((least + most) / 2);
  const wanted = along - width / 2;
  if (Math.abs(wanted - middle) <= reach) return middle;
  // Steps of 10 mm are counted from the neighbouring wall's face, which is what people measure from.
  const stepped = least + Math.round((wanted - least) / 10) * 10;
  return Math.round(Math.min(most, Math.max(least, stepped)));
}

function hoverAt(state: OpeningState, at: Point, context: ToolContext): OpeningState {
  const reach = Math.max(reachOf(context), 60);
  const hit = wallAt(context.scene, at, reach * 1.5);
  const line = hit && wallLine(context.scene.storey, hit.wall);
  if (!hit || !line || hit.wall.kind === 'boundary' || hit.wall.phase === 'demolished') {
    return { ...state, hover: null };
  }
  const wall = hit.id as WallId;
  const covered = coveredEnds(context.scene.storey, wall, context.scene.view);
  const offset = openingOffset(
    hit.along,
    context.options.openingWidth,
    { length: line.length, ...covered },
    reachOf(context),
  );
  const isLeft = cross(minus(line.b, line.a), minus(at, line.a)) > 0;
  return { ...state, hover: { wall, offset, side: isLeft ? 'left' : 'right' } };
}

function command(state: OpeningState, context: ToolContext): Command | null {
  const { hover } = state;
  if (!hover) return null;
  const { openingKind, openingWidth } = context.options;
  const opposite = hover.side === 'left' ? 'right' : 'left';
  return placeOpening({
    storey: context.storey,
    wall: hover.wall,
    kind: openingKind,
    offset: hover.offset,
    width: openingWidth,
    ...(openingKind === 'door'
      ? {
          leaf: 'swing' as const,
          hinge: state.hinge,
          side: state.awayFromPointer ? opposite : hover.side,
        }
      : {}),
    intent: context.intent,
    newId: context.newId,
  });
}

const shown = (state: OpeningState, context: ToolContext): Outcome<OpeningState> => ({
  state,
  preview: command(state, context),
});

export const openingTool: Tool<OpeningState> = {
  start,
  on(state, input, context) {
    switch (input.type) {
      case 'move':
        return shown(hoverAt(state, input.at, context), context);
      case 'down': {
        if (input.button === 'other') return { state };
        const placed = hoverAt(state, input.at, context);
        const commit = command(placed, context);
        return commit
          ? { state: { ...placed, hover: null }, preview: null, commit, selectAdded: 'new' }
          : { state: placed };
      }
      case 'key':
        if (input.key === ' ') {
          return shown(
            input.shift
              ? { ...state, awayFromPointer: !state.awayFromPointer }
              : { ...state, hinge: state.hinge === 'a' ? 'b' : 'a' },
            context,
          );
        }
        return { state, handled: false };
      case 'cancel':
      case 'interrupt':
      case 'leave':
        return { state: { ...state, hover: null }, preview: null, handled: false };
      default:
        return { state };
    }
  },
  guides(state, context) {
    const { hover } = state;
    const wall = hover && context.scene.storey.walls[hover.wall];
    const line = wall && wallLine(context.scene.storey, wall);
    return hover && line
      ? openingGuides(hover.wall, hover.offset, context.options.openingWidth, context)
      : [];
  },
  hint: (_state, context) =>
    context.options.openingKind === 'door'
      ? text(
          '把门移到墙上单击放置；空格换铰链侧，Shift+空格换开启方向',
          'Point at a wall and click to place the door; Space swaps the hinge, Shift+Space the swing',
        )
      : context.options.openingKind === 'window'
        ? text('把窗移到墙上单击放置', 'Point at a wall and click to place the window')
        : text('把洞口移到墙上单击放置', 'Point at a wall and click to place the passage'),
  cursor: () => 'crosshair',
};

/** The opening's width and the clear runs of wall on both sides of it, to the nearest in its way. */
export function openingGuides(
  wallId: WallId,
  offset: number,
  width: number,
  context: ToolContext,
  self: OpeningId | null = null,
): Guide[] {
  const wall = context.scene.storey.walls[wallId];
  const line = wall && wallLine(context.scene.storey, wall);
  if (!wall || !line) return [];
  const run = clearRun(context.scene, wallId, { offset, width }, self);
  const along = unit(minus(line.b, line.a));
  const at = (distance: number): Point => plus(line.a, times(along, distance));
  const stops = [run.from, offset, offset + width, run.to];
  return stops.flatMap((stop, index): Guide[] => {
    const before = stops[index - 1];
    return before !== undefined && stop - before >= 1
      ? [{ kind: 'length', from: at(before), to: at(stop) }]
      : [];
  });
}
