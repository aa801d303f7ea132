import type { Command } from '../../shared/edit/command.ts';
import type { Point, StoreyId } from '../../shared/plan/model.ts';
import type { DivisionTrial } from '../../shared/propose/division.ts';
import { growthOf, type ShareStop, shareStops } from '../../shared/propose/share-stops.ts';
import { text } from '../../shared/text.ts';
import { roomAt } from '../editor/hit.ts';
import {
  command,
  type Division,
  type DivisionChange,
  partsOf,
  planned,
  withDoors,
} from './division.ts';
import { type Grip, heldAt, movedWidths, trialOf, turnOf } from './division-drag.ts';
import { partNames } from './part-names.ts';
import { dot, middle, minus } from './plane.ts';
import { type Guide, type Outcome, reachOf, type Tool, type ToolContext } from './tool.ts';

export interface DivideState {
  readonly division: Division | null;
  /** While a partition is dragged. */
  readonly grip: Grip | null;
  /** Proposals are being looked at in place of a cut by hand. */
  readonly proposes: boolean;
  /** Another storey is looked at meanwhile: where proposals are being found. */
  readonly away: { readonly storey: StoreyId; readonly room: string } | null;
}

const start: DivideState = { division: null, grip: null, proposes: false, away: null };

/** Starts on a room; with an unknown room nothing is divided. */
export function startDivision(
  roomId: string | null,
  context: ToolContext,
  proposes = false,
): Outcome<DivideState> {
  const room = context.scene.rooms.find(({ id }) => id === roomId);
  if (!room) return { state: start, preview: null };
  const division = planned(
    {
      room: room.id,
      shape: 'straight',
      direction: 'across',
      by: { shares: [1, 1] },
      thickness: 100,
      kind: 'partition',
      parts: partsOf(room.use, room.holders, 2),
      picks: [],
    },
    context,
  );
  return shown({ division, grip: null, proposes, away: null }, context);
}

export function changeDivision(
  state: DivideState,
  change: DivisionChange,
  context: ToolContext,
): Outcome<DivideState> {
  const { division } = state;
  if (!division) return { state };
  const changed = { ...division, ...change };
  const moves = Object.keys(change).some((key) => !['parts', 'picks', 'kind'].includes(key));
  const next = moves ? planned(changed, context) : withDoors(changed, context);
  return shown({ ...state, division: next }, context);
}

/** Into how many parts: equal ones, the room's holders in turn. */
export function changePartCount(
  state: DivideState,
  count: number,
  context: ToolContext,
): Outcome<DivideState> {
  const room = context.scene.rooms.find(({ id }) => id === state.division?.room);
  if (!state.division || !room) return { state };
  return changeDivision(
    state,
    {
      ...(count > 2 ? { shape: 'straight' } : {}),
      by: { shares: Array.from({ length: count }, () => 1) },
      parts: partsOf(room.use, room.holders, count),
      picks: [],
    },
    context,
  );
}

const shown = (state: DivideState, context: ToolContext): Outcome<DivideState> => ({
  state,
  preview: state.division && !state.proposes ? command(state.division, context) : null,
});

/** Turns from the cut by hand to proposals, and back. */
export const switchToProposals = (
  state: DivideState,
  proposes: boolean,
  context: ToolContext,
): Outcome<DivideState> => shown({ ...state, grip: null, proposes }, context);

/** A proposal is taken: the division is done. */
export const takeProposal = (commit: Command): Outcome<DivideState> => ({
  state: start,
  preview: null,
  commit,
  select: { elements: [] },
  tool: 'select',
});

export function applyDivision(state: DivideState, context: ToolContext): Outcome<DivideState> {
  const commit = state.division ? command(state.division, context) : null;
  if (!commit) return { state };
  return { state: start, preview: null, commit, select: { elements: [] }, tool: 'select' };
}

function dragged(
  state: DivideState,
  at: Point,
  suspend: boolean,
  context: ToolContext,
): Outcome<DivideState> {
  const { division, grip } = state;
  const request = division && { ...division, plan: context.plan, storey: context.storey };
  const growth = request && growthOf(request);
  if (!division || !grip || !request || !growth) return { state };
  const by = minus(at, grip.at);
  const away = [dot(by, growth[0]), dot(by, growth[1])] as const;
  const free = movedWidths(division, grip, away, suspend ? 1 : 10);
  const exact = movedWidths(division, grip, away, 1);
  const moving = grip.held === 'turn' ? 1 : grip.held;
  const off = ({ widths }: ShareStop): number => Math.abs(widths[moving]! - exact[moving]!);
  const near = suspend
    ? []
    : shareStops(request, free, moving)
        .filter((one) => off(one) <= reachOf(context))
        .sort((one, other) => off(one) - off(other));
  const stop = near[0] ?? null;
  const next = changeDivision(state, { by: { widths: stop?.widths ?? free } }, context);
  // A place where no partition can stand stops the drag there; out of one it is followed.
  if (!next.state.division?.plan.ok && division.plan.ok) return { state };
  return { ...next, state: { ...next.state, grip: { ...grip, stop } } };
}

export const divideTool: Tool<DivideState> = {
  start,
  on(state, input, context) {
    const { division, grip } = state;
    switch (input.type) {
      case 'down': {
        if (input.button === 'other') return { state };
        const trial = division && !state.proposes && trialOf(division);
        if (trial) {
          const reach = reachOf(context) + trial.thickness / 2;
          const held = heldAt(division, trial, input.at, reach);
          if (held !== null) {
            const { widths } = trial;
            return { state: { ...state, grip: { at: input.at, held, widths, stop: null } } };
          }
        }
        const room = roomAt(context.scene.rooms, input.at);
        if (!room || room.id === division?.room) return { state };
        return {
          ...startDivision(room.id, context, state.proposes),
          select: { elements: [], room: room.id },
        };
      }
      case 'move':
        return grip ? dragged(state, input.at, input.suspend, context) : { state };
      case 'up':
        return { state: { ...state, grip: null } };
      case 'key':
        return input.key === 'Enter' && division && !state.proposes
          ? applyDivision(state, context)
          : { state, handled: false };
      case 'cancel':
        return division || state.away
          ? { state: start, preview: null, tool: 'select' }
          : { state, handled: false };
      case 'interrupt':
        return { state: start, preview: null };
      default:
        return { state };
    }
  },
  /** Proposals go on for their room; back on its storey the panel is what it was. */
  onStorey({ division, proposes, away }, was, context) {
    const left = division && proposes ? { storey: was, room: division.room } : away;
    if (!left) return { state: start, preview: null };
    if (left.storey === context.storey) return startDivision(left.room, context, true);
    return { state: { ...start, proposes: true, away: left }, preview: null };
  },
  /** Proposals are held against the survey; a cut by hand is drawn in the view that it was begun in. */
  lastsThroughViews: ({ proposes }) => proposes,
  guides({ division, grip, proposes }) {
    if (!division || proposes) return [];
    const handles = (lines: DivisionTrial['lines'], isRefused: boolean): Guide[] =>
      [...lines.map(({ from, to }) => middle(from, to)), ...turnOf(division, lines)].map(
        (at): Guide => ({ kind: 'handle', at, ...(isRefused ? { isRefused: true } : {}) }),
      );
    if (!division.plan.ok) {
      const lines = division.plan.trial?.lines ?? [];
      return [
        ...lines.map((line): Guide => ({ kind: 'line', ...line, style: 'refused' })),
        ...handles(lines, true),
      ];
    }
    const { cuts, parts } = division.plan;
    const names = partNames(division);
    const { now } = division.sides;
    const isPair = division.shape === 'straight' && parts.length === 2;
    const pulled = grip?.stop ? (typeof grip.held === 'number' ? grip.held : 0) : null;
    const shared = division.shape === 'straight' ? pulled : pulled === null ? null : 0;
    return [
      ...parts.map((part, index): Guide => {
        const [line] = cuts.lines;
        return {
          kind: 'area',
          ring: part.polygon,
          at: isPair && line ? middle(line.from, line.to) : part.label,
          area: part.area,
          name: names[index]!,
          side: isPair ? now[index]! : null,
          first: index === 0,
          ...(index === shared && grip?.stop ? { share: grip.stop.share } : {}),
        };
      }),
      ...cuts.lines.map((line): Guide => ({ kind: 'line', ...line, style: 'cut' })),
      ...handles(cuts.lines, false),
    ];
  },
  hint: (state) =>
    state.division && state.proposes
      ? text(
          '在右侧挑选方案，图上即时预览；单击另一间房间可换一间；Esc 取消',
          'Choose a proposal on the right to see it on the plan; click another room to change; Esc cancels',
        )
      : state.division && !state.division.plan.ok
        ? text(
            '隔墙放不下：在右侧改方向、宽度或厚度；Esc 取消',
            'No partition stands there: change its direction, width or thickness on the right; Esc cancels',
          )
        : state.division
          ? text(
              '拖动隔墙调整位置，吸附到 1/3、1/2（按 Ctrl 或 Alt 不吸附）；在右侧填写各间；回车应用，Esc 取消',
              'Drag a partition, it snaps to 1/3 and 1/2 (not with Ctrl or Alt); set the parts on the right; Enter applies, Esc cancels',
            )
          : state.away
            ? text(
                '求方案仍在另一层进行；单击本层房间则改求这一间，Esc 取消',
                'Proposals are still being found on another storey; click a room here to change to it, Esc cancels',
              )
            : text('单击要分隔的房间', 'Click the room to divide'),
  cursor: (state) =>
    state.grip ? 'grabbing' : state.division && !state.proposes ? 'grab' : 'pointer',
};
