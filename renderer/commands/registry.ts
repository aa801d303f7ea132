import { type Text, text } from '../../shared/text.ts';
import { type KeyPress, keyName, shownKey } from '../editor/keyboard.ts';
import type { ActionHost } from '../screens/editor-actions.ts';
import type { EditorCommand, Section, Under } from './command.ts';
import { editCommands } from './edit-commands.ts';
import { fileCommands } from './file-commands.ts';
import { arrowLines, goCommands } from './go-commands.ts';
import { selectionCommands } from './selection-commands.ts';
import { toolCommands } from './tool-commands.ts';
import { viewCommands } from './view-commands.ts';

/** Every command of the editor, in the order of the shortcut sheet. */
export const commands: readonly EditorCommand[] = [
  ...toolCommands,
  ...editCommands,
  ...selectionCommands,
  ...viewCommands,
  ...goCommands,
  ...fileCommands,
];

const byKey = new Map(
  commands.flatMap((command) => (command.keys ?? []).map((key) => [key, command] as const)),
);
const byId = new Map(commands.map((command) => [command.id, command]));

export const commandOfKey = (press: KeyPress): EditorCommand | null =>
  byKey.get(keyName(press)) ?? null;

/** A command that the window itself names, in a button or a tooltip. */
export function commandOf(id: string): EditorCommand {
  const command = byId.get(id);
  if (!command) throw new Error(`no command ${id}`);
  return command;
}

/** The key of a command as people read it; empty where it has none. */
export const keyOf = (id: string): string => shownKey(commandOf(id).keys?.[0] ?? '');

export const menuOf = (under: Under): readonly EditorCommand[] =>
  commands.filter(({ menus }) => menus?.includes(under));

export const sectionWords: Readonly<Record<Section, Text>> = {
  tools: text('工具', 'Tools'),
  edit: text('编辑', 'Edit'),
  view: text('视图', 'View'),
  go: text('键盘走图', 'By keyboard'),
  file: text('楼栋与方案', 'Building and scheme'),
  help: text('帮助', 'Help'),
};

/** Keys that mean something to the tool in hand only: no commands of their own. */
export const toolLines: readonly { readonly keys: string; readonly does: Text }[] = [
  { keys: '0–9, Enter', does: text('输入长度并确定', 'Type a length') },
  {
    keys: 'Tab / Shift+Tab',
    does: text('长度、角度、Δx Δy、X Y 之间切换', 'Length, angle, Δx Δy, X Y'),
  },
  { keys: '3000,2000', does: text('Δx、Δy 连着输入', 'Δx and Δy in one go') },
  { keys: 'Shift', does: text('按住锁定 15°', 'Hold: lock to 15°') },
  {
    keys: 'L / F8',
    does: text('正交、15° 锁定 / 正交；注写：起引线', 'Ortho, 15° lock / ortho; note: a leader'),
  },
  {
    keys: 'S',
    does: text(
      '沿中线、左面、右面画墙；轴线换方向',
      'Walls by centre or a face; axes upright or level',
    ),
  },
  { keys: '< / >', does: text('墙薄一档 / 厚一档', 'Thinner / thicker wall') },
  { keys: 'B', does: text('承重墙、隔墙、分界线', 'Bearing, partition, boundary') },
  { keys: 'A', does: text('净尺寸或轴线尺寸', 'Clear or between axes') },
  { keys: 'Ctrl / Alt', does: text('按住暂停捕捉', 'Hold: suspend snapping') },
  {
    keys: 'Space',
    does: text(
      '放置或选中门时换铰链侧；否则按住平移',
      'Door placed or selected: swap the hinge; else hold to pan',
    ),
  },
  { keys: 'Shift+Space', does: text('门：换开启方向', 'Door: swap the swing') },
  { keys: 'R', does: text('放置设施时旋转 90°', 'Turn a fixture being placed') },
  {
    keys: 'Enter',
    does: text(
      '在光标处单击；闭合画墙（C 亦可）；应用分隔',
      'Click at the cursor; close walls (or C); apply division',
    ),
  },
  {
    keys: 'Shift+Enter',
    does: text(
      '在光标处加选（相当于按住 Shift 单击）',
      'A click with Shift at the cursor: adds to the selection',
    ),
  },
  { keys: 'Backspace', does: text('画墙时撤回一点', 'Take a point of a wall back') },
  {
    keys: 'Esc',
    does: text(
      '取消或结束画墙（右键亦可）；再按放下工具',
      'Cancel, or end the walls (or right click); once more puts the tool down',
    ),
  },
];

export const lineFamilies: Readonly<Partial<Record<Section, typeof toolLines>>> = {
  go: arrowLines,
};

/** Does it, or says why it cannot be done now. Answers whether it was done. */
export function runCommand(host: ActionHost, command: EditorCommand): boolean {
  const refused = command.refuse?.(host.store.getState()) ?? null;
  if (refused) {
    host.store.getState().set({ message: { tone: 'info', text: refused } });
    return false;
  }
  command.run(host);
  return true;
}
