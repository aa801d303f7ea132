import type { Command } from '../../shared/edit/command.ts';
import { mirrorElements } from '../../shared/edit/mirror-elements.ts';
import type { Point } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { lockDirection, type Snapped } from '../editor/snap.ts';
import { angleOf, minus, same, whole } from './plane.ts';
import {
  type Guide,
  type Outcome,
  type PointerInput,
  snapFor,
  snapGuides,
  type Tool,
  type ToolContext,
} from './tool.ts';

/** Mirrors the selection over a line through two clicked points. */
export interface MirrorState {
  readonly from: Point | null;
  readonly to: Point | null;
  readonly snapped: Snapped | null;
  /** Whether the originals stay. */
  readonly keep: boolean;
}

const start: MirrorState = { from: null, to: null, snapped: null, keep: false };

const elementsOf = ({ selection }: ToolContext) =>
  selection.filter(({ kind }) => kind !== 'opening' && kind !== 'household' && kind !== 'storey');

function command({ from, to, keep }: MirrorState, context: ToolContext): Command | null {
  const elements = elementsOf(context);
  if (!from || !to || same(from, to) || elements.length === 0) return null;
  const { storey, intent, newId } = context;
  const over = { through: from, degrees: angleOf(minus(to, from)) };
  return mirrorElements({ storey, elements, over, keep, intent, newId });
}

function follow(state: MirrorState, input: PointerInput, context: ToolContext): MirrorState {
  const { from } = state;
  if (from && input.shift) {
    return { ...state, to: whole(lockDirection(from, input.at)), snapped: null };
  }
  const snapped = snapFor(context, input.at, input.suspend);
  return { ...state, to: snapped.at, snapped };
}

const shown = (state: MirrorState, context: ToolContext): Outcome<MirrorState> => ({
  state,
  preview: command(state, context),
});

export const mirrorTool: Tool<MirrorState> = {
  start,
  on(state, input, context) {
    switch (input.type) {
      case 'move':
        return shown(follow(state, input, context), context);
      case 'down': {
        if (input.button === 'other') return { state: start, preview: null, tool: 'select' };
        const next = follow(state, input, context);
        if (!next.from) return { state: { ...next, from: next.to } };
        const commit = command(next, context);
        if (!commit) return { state: next };
        return {
          state: start,
          preview: null,
          commit,
          selectAdded: next.keep ? 'new' : 'remade',
          tool: 'select',
        };
      }
      case 'key':
        return input.key.toLowerCase() === 'c'
          ? shown({ ...state, keep: !state.keep }, context)
          : { state, handled: false };
      case 'cancel':
        return state.from
          ? { state: { ...state, from: null }, preview: null }
          : { state: start, preview: null, tool: 'select' };
      case 'interrupt':
        return { state: start, preview: null };
      case 'leave':
        return { state: state.from ? state : { ...state, to: null, snapped: null } };
      default:
        return { state };
    }
  },
  guides({ from, to, snapped }) {
    const guides: Guide[] = snapGuides(snapped);
    if (from) guides.push({ kind: 'handle', at: from });
    if (from && to && !same(from, to)) {
      guides.push(
        { kind: 'line', from, to, style: 'cut' },
        { kind: 'angle', at: from, from: 0, to: angleOf(minus(to, from)) },
      );
    }
    return guides;
  },
  hint({ from, keep }, context) {
    if (elementsOf(context).length === 0) {
      return text(
        '没有可以镜像的对象：按 Esc 返回，先选择墙、设施或立管',
        'Nothing to mirror: Esc goes back, then select walls, fixtures or risers',
      );
    }
    const kept = keep
      ? text('保留原件（C 切换）', 'the original stays (C switches)')
      : text('不保留原件（C 切换）', 'the original goes (C switches)');
    return from
      ? text(
          `单击镜像轴的第二点，Shift 锁定 15°；${kept.zh}`,
          `Click the axis' second point, Shift locks to 15°; ${kept.en}`,
        )
      : text(`单击镜像轴的第一点；${kept.zh}`, `Click the axis' first point; ${kept.en}`);
  },
  cursor: () => 'crosshair',
};
