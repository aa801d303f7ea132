import { onPicture, underlayCorners } from '../../shared/derive/underlay-place.ts';
import type { Command } from '../../shared/edit/command.ts';
import {
  calibrateUnderlay,
  changeUnderlay,
  cropUnderlay,
  straightenUnderlay,
} from '../../shared/edit/underlay.ts';
import type { Point, Underlay } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { mm } from '../language/say.ts';
import { distance, minus, plus, same, whole } from './plane.ts';
import type { Guide, Outcome, PointerInput, Tool, ToolContext } from './tool.ts';

export type UnderlayState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'dragging'; readonly from: Point; readonly by: Point }
  /** `clicked`: the box is drawn by two clicks, not by a drag. */
  | {
      readonly kind: 'boxing';
      readonly from: Point;
      readonly to: Point;
      readonly clicked: boolean;
    }
  /** The first of two points is set; `to` follows the pointer. Not snapped: it lies on the picture. */
  | { readonly kind: 'pointing'; readonly from: Point; readonly to: Point }
  /** Both are set; the real distance is being typed, in mm. */
  | {
      readonly kind: 'typing';
      readonly from: Point;
      readonly to: Point;
      readonly typed: string;
    };

const idle: UnderlayState = { kind: 'idle' };

const underlayOf = (context: ToolContext): Underlay | undefined => context.scene.storey.underlay;

const isOver = (underlay: Underlay, at: Point): boolean => {
  const { x, y } = onPicture(underlay, at);
  const { crop, width, height } = underlay;
  return x >= crop.left && x <= width - crop.right && y >= crop.top && y <= height - crop.bottom;
};

function moved(by: Point, context: ToolContext): Command | null {
  const underlay = underlayOf(context);
  const step = whole(by);
  if (!underlay || same(step, { x: 0, y: 0 })) return null;
  const origin = plus(underlay.origin, step);
  return changeUnderlay({ storey: context.storey, change: { origin } });
}

function calibrated(
  { from, to, typed }: Extract<UnderlayState, { kind: 'typing' }>,
  context: ToolContext,
): Command {
  return calibrateUnderlay({ storey: context.storey, from, to, length: Number(typed) });
}

function press(
  state: UnderlayState,
  input: PointerInput,
  context: ToolContext,
): Outcome<UnderlayState> {
  const underlay = underlayOf(context);
  if (!underlay) return { state: idle };
  const at = input.at;
  switch (context.options.underlayMode) {
    case 'move':
      return isOver(underlay, at)
        ? { state: { kind: 'dragging', from: at, by: { x: 0, y: 0 } } }
        : { state: idle };
    case 'crop':
      // The second click is carried out when the button comes up.
      return {
        state:
          state.kind === 'boxing' ? state : { kind: 'boxing', from: at, to: at, clicked: false },
      };
    default:
      if (state.kind === 'pointing' && distance(state.from, at) > 0) {
        if (context.options.underlayMode === 'straighten') {
          const { from } = state;
          const commit = straightenUnderlay({ storey: context.storey, from, to: at });
          return { state: idle, commit };
        }
        return { state: { kind: 'typing', from: state.from, to: at, typed: '' } };
      }
      // While a distance is typed another click starts again.
      return { state: { kind: 'pointing', from: at, to: at }, preview: null };
  }
}

function follow(
  state: UnderlayState,
  input: PointerInput,
  context: ToolContext,
): Outcome<UnderlayState> {
  switch (state.kind) {
    case 'dragging': {
      const by = minus(input.at, state.from);
      return { state: { ...state, by }, preview: moved(by, context) };
    }
    case 'boxing':
    case 'pointing':
      return { state: { ...state, to: input.at } };
    default:
      return { state };
  }
}

function release(
  state: UnderlayState,
  input: PointerInput,
  context: ToolContext,
): Outcome<UnderlayState> {
  if (state.kind === 'dragging') {
    const commit = moved(minus(input.at, state.from), context);
    return { state: idle, preview: null, ...(commit ? { commit } : {}) };
  }
  if (state.kind === 'boxing') {
    if (distance(state.from, input.at) <= 3 * context.pixel) {
      return { state: state.clicked ? idle : { ...state, clicked: true } };
    }
    const { storey } = context;
    return { state: idle, commit: cropUnderlay({ storey, from: state.from, to: input.at }) };
  }
  return { state };
}

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

function onKey(
  state: UnderlayState,
  key: string,
  far: boolean,
  context: ToolContext,
): Outcome<UnderlayState> {
  if (state.kind === 'typing') {
    if (/^[0-9.]$/.test(key)) {
      return { state: { ...state, typed: (state.typed + key).slice(0, 9) } };
    }
    if (key === 'Backspace') return { state: { ...state, typed: state.typed.slice(0, -1) } };
    if (key === 'Enter') {
      if (!(Number(state.typed) > 0)) return { state };
      return { state: idle, commit: calibrated(state, context) };
    }
    return { state, handled: false };
  }
  const arrow = arrows[key];
  if (arrow && state.kind === 'idle' && context.options.underlayMode === 'move') {
    const step = far ? 100 : 10;
    const commit = moved({ x: arrow.x * step, y: arrow.y * step }, context);
    return commit ? { state, commit } : { state, handled: false };
  }
  return { state, handled: false };
}

export const underlayTool: Tool<UnderlayState> = {
  start: idle,
  on(state, input, context) {
    switch (input.type) {
      case 'move':
        return follow(state, input, context);
      case 'down':
        return input.button === 'main'
          ? press(state, input, context)
          : { state: idle, preview: null };
      case 'up':
        return release(state, input, context);
      case 'key':
        return onKey(state, input.key, input.shift, context);
      case 'cancel':
        return { state: idle, preview: null, handled: state.kind !== 'idle' };
      case 'interrupt':
        return { state: idle, preview: null };
      default:
        return { state };
    }
  },
  guides(state, context) {
    const guides: Guide[] = frame(underlayOf(context));
    switch (state.kind) {
      case 'boxing': {
        const { from, to } = state;
        const min = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) };
        const max = { x: Math.max(from.x, to.x), y: Math.max(from.y, to.y) };
        return [...guides, { kind: 'box', box: { min, max }, touching: false }];
      }
      case 'pointing':
      case 'typing': {
        const { from, to } = state;
        guides.push({ kind: 'handle', at: from }, { kind: 'handle', at: to });
        if (!same(from, to)) guides.push({ kind: 'line', from, to, style: 'draw' });
        if (state.kind === 'typing') {
          guides.push({
            kind: 'typed',
            at: to,
            fields: [
              {
                name: text('实际距离 mm', 'Real distance mm'),
                value: state.typed || `${mm(distance(from, to)).replace(' mm', '')} ?`,
                active: true,
              },
            ],
          });
        }
        return guides;
      }
      default:
        return guides;
    }
  },
  hint(state, context) {
    const underlay = underlayOf(context);
    if (!underlay) {
      return text(
        '把图片或 PDF 拖进窗口，或粘贴截图，或在右侧点“导入底图”',
        'Drag a picture or a PDF into the window, paste one, or choose it on the right',
      );
    }
    if (state.kind === 'typing') {
      return text(
        '输入这两点的实际距离（毫米），回车确定；Esc 取消',
        'Type the real distance between the points in millimetres and press Enter; Esc cancels',
      );
    }
    if (underlay.locked) {
      return text(
        '底图已锁定；在右侧解锁后再调整',
        'The underlay is locked; unlock it on the right',
      );
    }
    switch (context.options.underlayMode) {
      case 'move':
        return text(
          '拖动底图移动，方向键微移 10 mm（Shift 100 mm）',
          'Drag to move the underlay; arrows nudge it by 10 mm (Shift: 100 mm)',
        );
      case 'crop':
        return state.kind === 'boxing' && state.clicked
          ? text('单击对角，保留框内部分；Esc 取消', 'Click the corner across; Esc cancels')
          : text(
              '拖出方框（或单击两个对角），保留框内部分',
              'Drag a box over the part to keep, or click two corners of it',
            );
      case 'straighten':
        return state.kind === 'pointing'
          ? text('单击同一条墙线上的第二点', 'Click a second point on the same wall')
          : text(
              '单击一条应为水平或垂直的墙线上的一点',
              'Click a point on a wall that should be level or upright',
            );
      default:
        return state.kind === 'pointing'
          ? text('单击第二点', 'Click the second point')
          : text(
              '单击已知距离的第一点；滚轮放大后点得更准',
              'Click the first of two points whose distance you know; zoom in to be exact',
            );
    }
  },
  cursor: (state) => (state.kind === 'dragging' ? 'grabbing' : 'crosshair'),
};

/** The picture's edge, so that it shows what is being moved even where the paper is white. */
function frame(underlay: Underlay | undefined): Guide[] {
  if (!underlay || underlay.hidden) return [];
  const corners = underlayCorners(underlay);
  return corners.map((from, index) => ({
    kind: 'line',
    from,
    to: corners[(index + 1) % 4] as Point,
    style: 'align',
  }));
}
