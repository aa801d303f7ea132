import { text } from '../../shared/text.ts';
import { whileReading } from '../editor/reading.ts';
import { isDirty } from '../editor/store.ts';
import type { EditorCommand } from './command.ts';

export const fileCommands: readonly EditorCommand[] = [
  {
    id: 'save',
    name: text('保存版本', 'Save version'),
    section: 'file',
    keys: ['Ctrl+S'],
    everywhere: true,
    refuse: (state) =>
      whileReading(state) ??
      (isDirty(state) || state.base === null
        ? null
        : text('没有需要保存为版本的修改', 'Nothing new to save as a version')),
    run: (host) => host.ask('save'),
  },
  {
    id: 'compare',
    name: text('对比版本或方案', 'Compare versions or schemes'),
    section: 'file',
    also: '比较 差异 difference diff',
    run: (host) => host.ask('compare'),
  },
  {
    id: 'merge',
    name: text('合并分头保存的两个版本', 'Merge two versions saved side by side'),
    section: 'file',
    also: '冲突 合版 conflict heads diverged',
    run: (host) => host.ask('merge'),
  },
  {
    id: 'survey',
    name: text('未采用的现状更正', 'Corrections of the survey that were not taken over'),
    section: 'file',
    also: '现状 测绘 更正 采用 survey correction kept',
    run: (host) => host.ask('survey'),
  },
  {
    id: 'library',
    name: text('返回楼栋库', 'Back to the library'),
    section: 'file',
    run: (host) => host.ask('library'),
  },
  {
    id: 'schemes',
    name: text('全部方案、新建方案', 'All schemes, new scheme'),
    section: 'file',
    run: (host) => host.ask('schemes'),
  },
  {
    id: 'palette',
    name: text('命令面板', 'Command palette'),
    section: 'help',
    keys: ['Ctrl+K'],
    everywhere: true,
    also: '查找命令 search find',
    run: (host) => host.ask('palette'),
  },
  {
    id: 'help',
    name: text('快捷键一览', 'Shortcuts'),
    section: 'help',
    keys: ['?', 'F1'],
    also: '帮助 help keys',
    menus: ['empty'],
    run: (host) => host.ask('help'),
  },
  {
    id: 'tour',
    name: text('重新看入门导览', 'Take the tour again'),
    section: 'help',
    also: '新手 帮助 help guide begin',
    run: (host) => host.ask('tour'),
  },
  {
    id: 'language',
    name: text('切换到英文（English）', 'Change to Chinese (中文)'),
    section: 'help',
    also: '语言 language',
    run: (host) => host.ask('language'),
  },
];
