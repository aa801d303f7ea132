import type { Point } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import type { Snapped } from '../editor/snap.ts';
import { m2, mm } from '../language/say.ts';
import { cross, distance } from './plane.ts';
import { type Guide, reachOf, snapFor, snapGuides, type Tool } from './tool.ts';

export interface AreaState {
  readonly points: readonly Point[];
  /** The outline is closed until the next click starts another. */
  readonly closed: boolean;
  readonly snapped: Snapped | null;
}

const start: AreaState = { points: [], closed: false, snapped: null };

/** mm2 and mm of a ring. */
export function measureRing(ring: readonly Point[]): {
  readonly area: number;
  readonly perimeter: number;
} {
  let doubled = 0;
  let perimeter = 0;
  ring.forEach((point, index) => {
    const next = ring[(index + 1) % ring.length] as Point;
    doubled += cross(point, next);
    perimeter += distance(point, next);
  });
  return { area: Math.abs(doubled) / 2, perimeter };
}

export const areaTool: Tool<AreaState> = {
  start,
  on(state, input, context) {
    switch (input.type) {
      case 'move':
        return {
          state: { ...state, snapped: snapFor(context, input.at, input.suspend, also(state)) },
        };
      case 'down': {
        if (input.button === 'other') return { state: closed(state) };
        const snapped = snapFor(context, input.at, input.suspend, also(state));
        if (state.closed) return { state: { points: [snapped.at], closed: false, snapped } };
        const first = state.points[0];
        if (first && state.points.length >= 3 && distance(first, snapped.at) <= reachOf(context)) {
          return { state: closed(state) };
        }
        const isTwice = state.points.some((point) => distance(point, snapped.at) < 1);
        return {
          state: { ...state, points: isTwice ? state.points : [...state.points, snapped.at] },
        };
      }
      case 'double':
        return { state: closed(state) };
      case 'key':
        if (state.points.length > 0 && !state.closed) {
          if (input.key === 'Enter') return { state: closed(state) };
          if (input.key === 'Backspace') {
            return { state: { ...state, points: state.points.slice(0, -1) } };
          }
        }
        return { state, handled: false };
      case 'cancel':
        return { state: start, handled: state.points.length > 0 };
      case 'interrupt':
        return { state: start };
      case 'leave':
        return { state: { ...state, snapped: null } };
      default:
        return { state };
    }
  },
  guides(state) {
    const guides: Guide[] = state.closed ? [] : snapGuides(state.snapped);
    const ring =
      state.closed || !state.snapped || state.points.length === 0
        ? state.points
        : [...state.points, state.snapped.at];
    ring.forEach((from, index) => {
      const to = ring[index + 1] ?? (state.closed ? ring[0] : undefined);
      if (!to) return;
      guides.push({ kind: 'line', from, to, style: 'draw' }, { kind: 'length', from, to });
    });
    for (const at of state.points) guides.push({ kind: 'handle', at });
    // Last, so that no length covers what is asked for.
    if (ring.length >= 3) guides.push({ kind: 'measured', ring, ...measureRing(ring) });
    return guides;
  },
  hint: (state) =>
    state.points.length === 0 || state.closed
      ? text('依次单击各角，量出面积和周长', 'Click the corners one after the other')
      : text(
          '单击下一角；单击起点、双击或回车闭合；退格撤回一点',
          'Click the next corner; the first again, a double click or Enter closes; Backspace takes one back',
        ),
  result({ points, closed }) {
    if (!closed || points.length < 3) return null;
    const { area, perimeter } = measureRing(points);
    return text(
      `面积 ${m2(area)}，周长 ${mm(perimeter)}`,
      `${m2(area)}, perimeter ${mm(perimeter)}`,
    );
  },
  cursor: () => 'crosshair',
};

const also = ({ points }: AreaState) => ({ also: points });

const closed = (state: AreaState): AreaState =>
  state.points.length >= 3 ? { ...state, closed: true, snapped: null } : start;
