import type { Command } from '../../shared/edit/command.ts';
import type { Holder, Point, RoomUse } from '../../shared/plan/model.ts';
import { divideRoom, type PartTag } from '../../shared/propose/divide-room.ts';
import {
  type CutDirection,
  type CutPlan,
  type CutRequest,
  type PartSide,
  partSides,
  planCut,
  type Trial,
} from '../../shared/propose/plan-cut.ts';
import { text } from '../../shared/text.ts';
import { roomAt } from '../editor/hit.ts';
import { dot, footOnSegment, leftOf, middle, minus, unit } from './plane.ts';
import { type Guide, type Outcome, reachOf, type Tool, type ToolContext } from './tool.ts';

export interface Division {
  /** Id of the derived room, after the works. */
  readonly room: string;
  readonly direction: CutDirection;
  readonly by: CutRequest['by'];
  /** mm */
  readonly thickness: number;
  readonly parts: readonly [PartTag, PartTag];
  /** Where the partition stands, and both net areas, or why it cannot stand. */
  readonly plan: CutPlan;
  /** Where the two parts lie, in the direction it has and in the two that it may be turned to. */
  readonly sides: Readonly<Record<'now' | 'across' | 'along', readonly [PartSide, PartSide]>>;
}

export interface DivideState {
  readonly division: Division | null;
  /** While the cut line is dragged: where the drag began, and the first part's width there. */
  readonly grip: { readonly at: Point; readonly distance: number } | null;
  /** Proposals are being looked at in place of a cut by hand. */
  readonly proposes: boolean;
}

const start: DivideState = { division: null, grip: null, proposes: false };

export type DivisionChange = Partial<Pick<Division, 'direction' | 'by' | 'thickness' | 'parts'>>;

/** A shared room falls to its holders, one part each; another keeps its holders in both parts. */
function partsOf(use: RoomUse | null, holders: readonly Holder[]): [PartTag, PartTag] {
  const part = (own: readonly Holder[]): PartTag => ({
    use: use ?? 'other',
    name: '',
    holders: own,
  });
  const [first, second] = holders;
  return first && second ? [part([first]), part([second])] : [part(holders), part(holders)];
}

function planned(division: Omit<Division, 'plan' | 'sides'>, context: ToolContext): Division {
  const request = { ...division, plan: context.plan, storey: context.storey };
  const sides = (direction: CutDirection) =>
    partSides({ ...request, direction }) ?? (['left', 'right'] as const);
  return {
    ...division,
    plan: planCut(request),
    sides: { now: sides(division.direction), across: sides('across'), along: sides('along') },
  };
}

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
      direction: 'across',
      by: { share: 0.5 },
      thickness: 100,
      parts: partsOf(room.use, room.holders),
    },
    context,
  );
  return shown({ division, grip: null, proposes }, context);
}

export function changeDivision(
  state: DivideState,
  change: DivisionChange,
  context: ToolContext,
): Outcome<DivideState> {
  const { division } = state;
  if (!division) return { state };
  const changed = { ...division, ...change };
  const moves = Object.keys(change).some((key) => key !== 'parts');
  return shown({ ...state, division: moves ? planned(changed, context) : changed }, context);
}

function command(division: Division, context: ToolContext): Command | null {
  if (!division.plan.ok) return null;
  return divideRoom({
    storey: context.storey,
    room: division.room,
    cut: division.plan.cut,
    kind: 'partition',
    parts: division.parts,
    intent: context.intent,
    newId: context.newId,
  });
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

/** Where the partition stands, or was tried and may not. */
const trialOf = ({ plan }: Division): Trial | null => (plan.ok ? plan.cut : plan.trial);

/** Across the cut, from the first part to the second: to the right, or up where the cut is level. */
function normalOf(cut: Trial): Point {
  const normal = leftOf(unit(minus(cut.to, cut.from)));
  const flip = normal.x < -1e-9 || (Math.abs(normal.x) <= 1e-9 && normal.y < 0);
  return flip ? { x: -normal.x, y: -normal.y } : normal;
}

export const divideTool: Tool<DivideState> = {
  start,
  on(state, input, context) {
    const { division, grip } = state;
    switch (input.type) {
      case 'down': {
        if (input.button === 'other') return { state };
        const cut = division && !state.proposes && trialOf(division);
        if (cut) {
          const reach = reachOf(context) + cut.thickness / 2;
          if (footOnSegment(input.at, cut.from, cut.to).distance <= reach) {
            return { state: { ...state, grip: { at: input.at, distance: cut.distance } } };
          }
        }
        const room = roomAt(context.scene.rooms, input.at);
        if (!room || room.id === division?.room) return { state };
        return {
          ...startDivision(room.id, context, state.proposes),
          select: { elements: [], room: room.id },
        };
      }
      case 'move': {
        const cut = division && trialOf(division);
        if (!grip || !cut) return { state };
        const away = dot(minus(input.at, grip.at), normalOf(cut));
        const step = input.suspend ? 1 : 10;
        const distance = Math.max(1, Math.round((grip.distance + away) / step) * step);
        const next = changeDivision(state, { by: { distance } }, context);
        // A place where no partition can stand stops the drag there; out of one it is followed.
        return next.state.division?.plan.ok || !division.plan.ok ? next : { state };
      }
      case 'up':
        return { state: { ...state, grip: null } };
      case 'key':
        return input.key === 'Enter' && division && !state.proposes
          ? applyDivision(state, context)
          : { state, handled: false };
      case 'cancel':
        return division
          ? { state: start, preview: null, tool: 'select' }
          : { state, handled: false };
      case 'interrupt':
        return { state: start, preview: null };
      default:
        return { state };
    }
  },
  guides(state) {
    if (!state.division || state.proposes) return [];
    if (!state.division.plan.ok) {
      const { trial } = state.division.plan;
      if (!trial) return [];
      return [
        { kind: 'line', from: trial.from, to: trial.to, style: 'refused' },
        { kind: 'handle', at: middle(trial.from, trial.to), isRefused: true },
      ];
    }
    const { cut, parts } = state.division.plan;
    const { now } = state.division.sides;
    return [
      ...parts.map(
        (part, index): Guide => ({
          kind: 'area',
          ring: part.polygon,
          at: middle(cut.from, cut.to),
          area: part.area,
          side: now[index]!,
          first: index === 0,
        }),
      ),
      { kind: 'line', from: cut.from, to: cut.to, style: 'cut' },
      { kind: 'handle', at: middle(cut.from, cut.to) },
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
              '拖动隔墙调整位置，在右侧填写两部分；回车应用，Esc 取消',
              'Drag the partition, set both parts on the right; Enter applies, Esc cancels',
            )
          : text('单击要分隔的房间', 'Click the room to divide'),
  cursor: (state) =>
    state.grip ? 'grabbing' : state.division && !state.proposes ? 'grab' : 'pointer',
};
