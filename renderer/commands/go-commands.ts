import { type Text, text } from '../../shared/text.ts';
import { panelTabs, panelWords } from '../editor/panel-tabs.ts';
import {
  arrowPress,
  type Direction,
  walkAndAdd,
  walkBy,
  walkTowards,
} from '../screens/editor-walk.ts';
import type { EditorCommand } from './command.ts';

const directions: readonly { readonly key: string; readonly by: Direction }[] = [
  { key: 'ArrowLeft', by: { x: -1, y: 0 } },
  { key: 'ArrowUp', by: { x: 0, y: 1 } },
  { key: 'ArrowRight', by: { x: 1, y: 0 } },
  { key: 'ArrowDown', by: { x: 0, y: -1 } },
];

/** mm for an arrow key: what is selected, and the cursor that stands in for the pointer. */
const steps = [
  { held: '', step: { nudge: 10, cursor: 100 } },
  { held: 'Shift+', step: { nudge: 100, cursor: 1000 } },
] as const;

const arrows: readonly EditorCommand[] = directions.flatMap(({ key, by }) => [
  ...steps.map(
    ({ held, step }): EditorCommand => ({
      id: `arrow-${held}${key}`,
      name: text('移动', 'Move'),
      section: 'go',
      keys: [`${held}${key}`],
      hidden: true,
      run: (host) => arrowPress(host, by, step),
    }),
  ),
  {
    id: `walk-${key}`,
    name: text('走到该方向的构件', 'To the element that way'),
    section: 'go',
    keys: [`Ctrl+${key}`],
    hidden: true,
    run: (host) => walkTowards(host, by),
  },
]);

const panels: readonly EditorCommand[] = panelTabs.map((tab, index) => ({
  id: `panel-${tab}`,
  name: text(`面板：${panelWords[tab].zh}`, `Panel: ${panelWords[tab].en}`),
  section: 'go',
  keys: [`Ctrl+${index + 1}`],
  ...(tab === 'selection' ? { menus: ['wall', 'opening', 'fixture', 'riser', 'room'] } : {}),
  everywhere: true,
  run: (host) => host.ask({ panel: tab }),
}));

export const goCommands: readonly EditorCommand[] = [
  ...arrows,
  {
    id: 'next',
    name: text('下一个构件', 'Next element'),
    section: 'go',
    keys: [']'],
    run: (host) => walkBy(host, 1),
  },
  {
    id: 'previous',
    name: text('上一个构件', 'Previous element'),
    section: 'go',
    keys: ['['],
    run: (host) => walkBy(host, -1),
  },
  {
    id: 'next-too',
    name: text('加选下一个同类构件', 'Also select the next of its kind'),
    section: 'go',
    keys: ['}'],
    also: '多选 连选 multiple',
    run: (host) => walkAndAdd(host, 1),
  },
  {
    id: 'previous-too',
    name: text('加选上一个同类构件', 'Also select the one before'),
    section: 'go',
    keys: ['{'],
    run: (host) => walkAndAdd(host, -1),
  },
  {
    id: 'go-to',
    name: text('输入坐标', 'Type coordinates'),
    section: 'go',
    keys: ['G'],
    also: '定位 坐标 place point position',
    run: (host) => host.ask('go-to'),
  },
  ...panels,
  {
    id: 'region-next',
    name: text('下一个区域（图、面板、工具）', 'Next region (plan, panel, tools)'),
    section: 'go',
    keys: ['F6'],
    everywhere: true,
    run: (host) => host.ask({ region: 1 }),
  },
  {
    id: 'region-previous',
    name: text('上一个区域', 'Previous region'),
    section: 'go',
    keys: ['Shift+F6'],
    everywhere: true,
    run: (host) => host.ask({ region: -1 }),
  },
  {
    id: 'menu',
    name: text('所选构件的菜单', 'Menu of the selection'),
    section: 'go',
    keys: ['Shift+F10', 'ContextMenu'],
    run: (host) => host.ask('menu'),
  },
];

/** What the arrows do, a line each: their commands are a family. */
export const arrowLines: readonly { readonly keys: string; readonly does: Text }[] = [
  {
    keys: '← ↑ → ↓',
    does: text(
      '移动所选 10 mm；无选择时移动光标 100 mm（放大后更细）',
      'Move the selection by 10 mm, or the cursor by 100 mm (less when zoomed in)',
    ),
  },
  {
    keys: 'Shift+← ↑ → ↓',
    does: text(
      '移动所选 100 mm；无选择时移动光标十倍步长',
      'Move the selection by 100 mm, or the cursor ten steps',
    ),
  },
  { keys: 'Ctrl+← ↑ → ↓', does: text('走到该方向的下一个构件', 'To the next element that way') },
];
