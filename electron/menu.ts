import { Menu, type MenuItemConstructorOptions } from 'electron';
import { commandWords } from '../shared/command-words.ts';
import { type Language, type Text, text } from '../shared/text.ts';

/** The native menu. Undo and redo are the window's own: the plan's history, not a text field's. */
export function setMenu(language: Language, onImport: () => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(language, onImport)));
}

const words = {
  ...commandWords,
  file: text('文件', 'File'),
  import: text('导入 .duyong 文件…', 'Import a .duyong file…'),
  edit: text('编辑', 'Edit'),
  view: text('视图', 'View'),
  window: text('窗口', 'Window'),
  close: text('关闭窗口', 'Close window'),
  quit: text('退出', 'Quit'),
  reload: text('重新载入', 'Reload'),
  larger: text('放大界面', 'Larger interface'),
  smaller: text('缩小界面', 'Smaller interface'),
  actual: text('界面原始大小', 'Interface at its normal size'),
  fullScreen: text('全屏', 'Full screen'),
  developer: text('开发者工具', 'Developer tools'),
  minimise: text('最小化', 'Minimise'),
} satisfies Record<string, Text>;

function template(language: Language, onImport: () => void): MenuItemConstructorOptions[] {
  type Role = NonNullable<MenuItemConstructorOptions['role']>;
  const label = (word: keyof typeof words): string => words[word][language];
  // Keys that the window uses itself are shown nowhere here, so the menu never takes them.
  const item = (word: keyof typeof words, role: Role, keys = true) => ({
    label: label(word),
    role,
    ...(keys ? {} : { registerAccelerator: false }),
  });
  const separator = { type: 'separator' as const };
  const mac = process.platform === 'darwin';
  return [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: label('file'),
      submenu: [
        { label: label('import'), click: onImport },
        separator,
        mac ? item('close', 'close') : item('quit', 'quit'),
      ],
    },
    {
      label: label('edit'),
      submenu: [
        item('cut', 'cut', false),
        item('copy', 'copy', false),
        item('paste', 'paste', false),
        separator,
        item('selectAll', 'selectAll', false),
      ],
    },
    {
      label: label('view'),
      submenu: [
        item('reload', 'reload'),
        separator,
        item('actual', 'resetZoom', false),
        item('larger', 'zoomIn', false),
        item('smaller', 'zoomOut', false),
        separator,
        item('fullScreen', 'togglefullscreen'),
        item('developer', 'toggleDevTools'),
      ],
    },
    { label: label('window'), submenu: [item('minimise', 'minimize'), item('close', 'close')] },
  ];
}
