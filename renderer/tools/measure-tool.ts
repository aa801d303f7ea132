import type { Point } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import type { Snapped } from '../editor/snap.ts';
import { mm } from '../language/say.ts';
import { distance, same } from './plane.ts';
import { type Guide, snapFor, snapGuides, type Tool } from './tool.ts';

export interface MeasureState {
  readonly from: Point | null;
  readonly to: Point | null;
  /** The second click fixes the measurement until the next one starts. */
  readonly fixed: boolean;
  readonly snapped: Snapped | null;
}

const start: MeasureState = { from: null, to: null, fixed: false, snapped: null };

export const measureTool: Tool<MeasureState> = {
  start,
  on(state, input, context) {
    switch (input.type) {
      case 'move': {
        const snapped = snapFor(context, input.at, input.suspend);
        return {
          state:
            state.fixed || !state.from
              ? { ...state, snapped }
              : { ...state, to: snapped.at, snapped },
        };
      }
      case 'down': {
        const { at } = snapFor(context, input.at, input.suspend);
        return {
          state:
            state.from && !state.fixed
              ? { ...state, to: at, fixed: true }
              : { from: at, to: at, fixed: false, snapped: state.snapped },
        };
      }
      case 'key':
        return { state, handled: false };
      case 'cancel':
        return { state: start, handled: state.from !== null };
      case 'interrupt':
        return { state: start };
      default:
        return { state };
    }
  },
  guides(state) {
    const guides: Guide[] = snapGuides(state.snapped);
    const { from, to } = state;
    if (!from || !to || same(from, to)) return guides;
    guides.push({ kind: 'line', from, to, style: 'draw' }, { kind: 'length', from, to });
    const corner = { x: to.x, y: from.y };
    if (!same(corner, from) && !same(corner, to)) {
      guides.push(
        { kind: 'line', from, to: corner, style: 'align' },
        { kind: 'line', from: corner, to, style: 'align' },
        { kind: 'length', from, to: corner },
        { kind: 'length', from: corner, to },
      );
    }
    return guides;
  },
  hint: (state) =>
    state.from && !state.fixed
      ? text('单击第二点', 'Click the second point')
      : state.fixed
        ? text('单击第一点再测一处，Esc 清除', 'Click a first point to measure again, Esc clears')
        : text('单击第一点开始测量', 'Click the first point to measure'),
  result({ from, to, fixed }) {
    if (!from || !to || !fixed) return null;
    const [x, y] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
    const length = mm(distance(from, to));
    return text(
      `${length}；横向 ${mm(x)}，纵向 ${mm(y)}`,
      `${length}; across ${mm(x)}, upwards ${mm(y)}`,
    );
  },
  cursor: () => 'crosshair',
};
