import { setNorth } from '../../shared/edit/set-north.ts';
import type { Point } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { lockDirection } from '../editor/snap.ts';
import { angleOf, distance, minus } from './plane.ts';
import type { Guide, PointerInput, Tool } from './tool.ts';

export interface NorthState {
  readonly from: Point | null;
  readonly to: Point | null;
}

const start: NorthState = { from: null, to: null };

const pointed = (from: Point, { at, shift }: PointerInput): Point =>
  shift ? lockDirection(from, at) : at;

/** Degrees from up, counter-clockwise, of the direction. */
export const northOf = (from: Point, to: Point): number => angleOf(minus(to, from)) - 90;

export const northTool: Tool<NorthState> = {
  start,
  on(state, input, context) {
    switch (input.type) {
      case 'move':
        return { state: state.from ? { ...state, to: pointed(state.from, input) } : state };
      case 'down': {
        if (input.button === 'other') return { state: start };
        if (!state.from) return { state: { from: input.at, to: input.at } };
        const to = pointed(state.from, input);
        // A double click is no direction.
        if (distance(state.from, to) <= 3 * context.pixel) return { state };
        return { state: start, commit: setNorth({ north: northOf(state.from, to) }) };
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
  guides({ from, to }) {
    if (!from || !to || distance(from, to) === 0) return [];
    const guides: Guide[] = [
      { kind: 'line', from, to, style: 'draw' },
      { kind: 'handle', at: from },
      { kind: 'angle', at: from, from: 90, to: angleOf(minus(to, from)) },
    ];
    return guides;
  },
  hint: (state) =>
    state.from
      ? text(
          '单击北方一侧的第二点（Shift 锁定 15°）',
          'Click a second point to the north (Shift: 15° lock)',
        )
      : text(
          '单击一点，再单击它正北方向的一点；也可在上方输入角度',
          'Click a point, then one due north of it; or type the angle above',
        ),
  cursor: () => 'crosshair',
};
