import type { Command } from '../../shared/edit/command.ts';
import { riserSizes } from '../../shared/edit/fixture-sizes.ts';
import { placeRiser } from '../../shared/edit/place-riser.ts';
import { piecesOf, placeRiserLine } from '../../shared/edit/riser-line.ts';
import { type Point, type RiserKind, storeysByLevel } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { isAgain, placeBox } from './placement.ts';
import { distance, whole } from './plane.ts';
import { reachOf, type Tool, type ToolContext } from './tool.ts';

export interface RiserState {
  readonly at: Point | null;
  /** Where one was put just now: a second click there, as of a double click, puts no other onto it. */
  readonly put: Point | null;
}

/** Pieces of one vertical line lie above each other within this distance, mm. */
const sameLineWithin = 300;

/** The line that a riser here carries on: the nearest of its kind on another storey, else a new one. */
export function riserLine(kind: RiserKind, at: Point, context: ToolContext): string {
  let best: { line: string; gap: number } | null = null;
  const taken = new Set<string>();
  for (const [id, storey] of storeysByLevel(context.plan)) {
    for (const riser of Object.values(storey.risers)) {
      taken.add(riser.line);
      const gap = distance(riser.at, at);
      if (id !== context.storey && riser.kind === kind && gap <= sameLineWithin) {
        if (!best || gap < best.gap) best = { line: riser.line, gap };
      }
    }
  }
  if (best) return best.line;
  const letter = { soil: 'S', waste: 'W', supply: 'C', gas: 'G', flue: 'F' }[kind];
  let count = 1;
  while (taken.has(`${letter}${count}`)) count += 1;
  return `${letter}${count}`;
}

function place(at: Point, suspend: boolean, context: ToolContext): Point {
  const size = riserSizes[context.options.riserKind];
  return suspend
    ? whole(at)
    : placeBox(context.scene, at, size, Math.max(2 * reachOf(context), 150));
}

function command(at: Point, context: ToolContext): Command {
  const { options, storey, intent, newId } = context;
  const kind = options.riserKind;
  const line = riserLine(kind, at, context);
  const isThrough = options.riserThrough && Object.keys(context.plan.storeys).length > 1;
  // A line that has a piece here already gets a second one by itself.
  const isHere = piecesOf(context.plan, { kind, line }).some((piece) => piece.storey === storey);
  return isThrough && !isHere
    ? placeRiserLine({ kind, line, at, intent, newId })
    : placeRiser({ storey, kind, line, at, intent, newId });
}

export const riserTool: Tool<RiserState> = {
  start: { at: null, put: null },
  on(state, input, context) {
    switch (input.type) {
      case 'move': {
        const at = place(input.at, input.suspend, context);
        const put = isAgain(state.put, input.at, context) ? state.put : null;
        return { state: { at, put }, preview: put ? null : command(at, context) };
      }
      case 'down': {
        if (input.button === 'other' || isAgain(state.put, input.at, context)) return { state };
        const at = place(input.at, input.suspend, context);
        return {
          state: { at: null, put: input.at },
          preview: null,
          commit: command(at, context),
          selectAdded: 'new',
        };
      }
      case 'key':
        return { state, handled: false };
      case 'cancel':
      case 'leave':
      case 'interrupt':
        return { state: { at: null, put: null }, preview: null, handled: false };
      default:
        return { state };
    }
  },
  guides: () => [],
  hint: (_state, context) =>
    context.options.riserThrough && Object.keys(context.plan.storeys).length > 1
      ? text(
          '单击放置立管，贯通各层，一步完成；自动贴墙角',
          'Click to place the riser on every storey at once, flush in a corner',
        )
      : text(
          '单击放置立管，自动贴墙角；与上下层同位置的立管连成一根',
          'Click to place the riser, flush in a corner; it joins the riser above or below',
        ),
  cursor: () => 'crosshair',
};
