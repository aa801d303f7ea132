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
  { keys: '0–9, Enter', does: text('输入墙长并确定', 'Type the length of a wall') },
  { keys: 'Tab', does: text('长度与角度切换', 'Length or angle') },
  { keys: 'Shift', does: text('锁定 15° 方向', 'Lock to 15°') },
  { keys: 'Ctrl / Alt', does: text('暂停捕捉', 'Suspend snapping') },
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
      '在光标处单击；结束画墙；应用分隔',
      'Click at the cursor; finish walls; apply division',
    ),
  },
  { keys: 'Backspace', does: text('画墙时撤回一点', 'Take a point of a wall back') },
  { keys: 'Esc', does: text('取消；再按放下工具', 'Cancel; once more puts the tool down') },
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
