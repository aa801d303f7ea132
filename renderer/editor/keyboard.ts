import type { Point } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import type { ToolName, ToolOptions } from './store.ts';

/** What a key asks of the editor, where the tool in hand has no use for it. */
export type Action =
  | { readonly type: 'tool'; readonly tool: ToolName; readonly options?: Partial<ToolOptions> }
  | { readonly type: 'nudge'; readonly by: Point }
  | { readonly type: 'storey'; readonly step: 1 | -1 }
  | {
      readonly type:
        | 'undo'
        | 'redo'
        | 'delete'
        | 'copy'
        | 'paste'
        | 'duplicate'
        | 'select-all'
        | 'fit'
        | 'zoom-in'
        | 'zoom-out'
        | 'help'
        | 'save';
    };

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The keys of tools, also shown in tooltips. */
export const toolKeys: Readonly<
  Record<string, { tool: ToolName; options?: Partial<ToolOptions> }>
> = {
  v: { tool: 'select' },
  w: { tool: 'wall' },
  q: { tool: 'rectangle' },
  p: { tool: 'outline' },
  o: { tool: 'offset' },
  d: { tool: 'opening', options: { openingKind: 'door', openingWidth: 800 } },
  n: { tool: 'opening', options: { openingKind: 'window', openingWidth: 1200 } },
  x: { tool: 'fixture' },
  e: { tool: 'riser' },
  t: { tool: 'room' },
  c: { tool: 'divide' },
  m: { tool: 'measure' },
  u: { tool: 'underlay' },
  h: { tool: 'pan' },
};

const withControl: Readonly<Record<string, Action['type']>> = {
  z: 'undo',
  y: 'redo',
  c: 'copy',
  v: 'paste',
  d: 'duplicate',
  a: 'select-all',
  s: 'save',
};

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

/** mm for an arrow key, and with Shift. */
const nudge = 10;
const farNudge = 100;

export function actionOf(press: KeyPress): Action | null {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) {
    if (key === 'z' && press.shiftKey) return { type: 'redo' };
    const type = withControl[key];
    return type ? ({ type } as Action) : null;
  }
  const arrow = arrows[key];
  if (arrow) {
    const step = press.shiftKey ? farNudge : nudge;
    return { type: 'nudge', by: { x: arrow.x * step, y: arrow.y * step } };
  }
  const tool = toolKeys[key];
  if (tool && !press.shiftKey) return { type: 'tool', ...tool };
  switch (key) {
    case 'Delete':
    case 'Backspace':
      return { type: 'delete' };
    case 'f':
    case '0':
      return { type: 'fit' };
    case '+':
    case '=':
      return { type: 'zoom-in' };
    case '-':
      return { type: 'zoom-out' };
    case '?':
      return { type: 'help' };
    case 'PageUp':
      return { type: 'storey', step: 1 };
    case 'PageDown':
      return { type: 'storey', step: -1 };
    default:
      return null;
  }
}

export interface Shortcut {
  readonly keys: string;
  readonly does: Text;
}

/** The sheet that `?` opens. */
export const shortcutSheet: readonly {
  readonly title: Text;
  readonly shortcuts: readonly Shortcut[];
}[] = [
  {
    title: text('工具', 'Tools'),
    shortcuts: [
      { keys: 'V', does: text('选择', 'Select') },
      { keys: 'W', does: text('画墙', 'Wall') },
      { keys: 'Q', does: text('矩形房间', 'Rectangle room') },
      { keys: 'P', does: text('按轮廓画房间', 'Room by outline') },
      { keys: 'O', does: text('平行墙', 'Parallel wall') },
      { keys: 'D', does: text('门', 'Door') },
      { keys: 'N', does: text('窗', 'Window') },
      { keys: 'X', does: text('设施', 'Fixture') },
      { keys: 'E', does: text('立管', 'Riser') },
      { keys: 'T', does: text('房间', 'Room') },
      { keys: 'C', does: text('分隔房间', 'Divide room') },
      { keys: 'M', does: text('测量', 'Measure') },
      { keys: 'U', does: text('底图', 'Underlay') },
      { keys: 'H', does: text('平移（或按住空格）', 'Pan (or hold Space)') },
    ],
  },
  {
    title: text('编辑', 'Edit'),
    shortcuts: [
      { keys: 'Ctrl+Z', does: text('撤销', 'Undo') },
      { keys: 'Ctrl+Shift+Z / Ctrl+Y', does: text('重做', 'Redo') },
      { keys: 'Delete', does: text('删除所选', 'Delete the selection') },
      { keys: 'Ctrl+C / Ctrl+V', does: text('复制 / 粘贴', 'Copy / paste') },
      { keys: 'Ctrl+D', does: text('原地复制一份', 'Duplicate') },
      { keys: 'R / Shift+R', does: text('旋转 90°', 'Rotate by 90°') },
      { keys: '← ↑ → ↓', does: text('移动 10 mm', 'Move by 10 mm') },
      { keys: 'Shift+← ↑ → ↓', does: text('移动 100 mm', 'Move by 100 mm') },
      { keys: 'Ctrl+A', does: text('全选本层', 'Select the whole storey') },
      { keys: 'Esc', does: text('取消', 'Cancel') },
    ],
  },
  {
    title: text('画墙与放置', 'Drawing and placing'),
    shortcuts: [
      { keys: '0–9, Enter', does: text('输入长度并确定', 'Type a length') },
      {
        keys: 'Tab / Shift+Tab',
        does: text('长度、角度、Δx Δy、X Y 之间切换', 'Length, angle, Δx Δy, X Y'),
      },
      { keys: '3000,2000', does: text('Δx、Δy 连着输入', 'Δx and Δy in one go') },
      { keys: 'Shift', does: text('按住锁定 15°', 'Hold: lock to 15°') },
      { keys: 'L / F8', does: text('正交、15° 锁定 / 正交', 'Ortho, 15° lock / ortho') },
      { keys: 'S', does: text('沿中线、左面、右面画墙', 'Draw by centre, left or right face') },
      { keys: '[ / ]', does: text('墙薄一档 / 厚一档', 'Thinner / thicker wall') },
      { keys: 'B', does: text('承重墙、隔墙、分界线', 'Bearing, partition, boundary') },
      { keys: 'A', does: text('净尺寸或轴线尺寸', 'Clear or between axes') },
      { keys: 'Backspace', does: text('撤回一点', 'Take a point back') },
      {
        keys: 'Enter / C',
        does: text('闭合；不足三点时结束', 'Close; end with fewer than three points'),
      },
      { keys: 'Esc', does: text('结束画墙（右键亦可）', 'End the walls (or right click)') },
      { keys: 'Ctrl / Alt', does: text('按住暂停捕捉', 'Hold: suspend snapping') },
      { keys: 'Space', does: text('门：换铰链侧', 'Door: swap the hinge') },
      { keys: 'Shift+Space', does: text('门：换开启方向', 'Door: swap the swing') },
    ],
  },
  {
    title: text('视图', 'View'),
    shortcuts: [
      { keys: 'F / 0', does: text('显示全部', 'Fit') },
      { keys: '+ / −', does: text('放大 / 缩小', 'Zoom in / out') },
      { keys: 'PageUp / PageDown', does: text('上一层 / 下一层', 'Storey above / below') },
      { keys: 'Ctrl+S', does: text('保存版本', 'Save version') },
      { keys: '?', does: text('快捷键', 'Shortcuts') },
    ],
  },
];
