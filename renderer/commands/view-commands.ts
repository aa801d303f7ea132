import type { Intent } from '../../shared/edit/intent.ts';
import { storeysByLevel } from '../../shared/plan/model.ts';
import type { View } from '../../shared/plan/phase.ts';
import { type Text, text } from '../../shared/text.ts';
import { whileReading } from '../editor/reading.ts';
import { type EditorState, shownPlan } from '../editor/store.ts';
import { intentWords, viewWords } from '../language/words.ts';
import { perform } from '../screens/editor-actions.ts';
import type { EditorCommand } from './command.ts';

const named = (zh: string, en: string, word: Text): Text =>
  text(`${zh}：${word.zh}`, `${en}: ${word.en}`);

const views: readonly EditorCommand[] = (['before', 'changes', 'after'] as const).map(
  (view: View, index) => ({
    id: `view-${view}`,
    name: named('视图', 'View', viewWords[view]),
    section: 'view',
    keys: [`Alt+${index + 1}`],
    run: ({ store }) => store.getState().set({ view }),
  }),
);

const intents: readonly EditorCommand[] = (['survey', 'proposal'] as const).map(
  (intent: Intent) => ({
    id: `intent-${intent}`,
    name: named('编辑内容', 'Edit', intentWords[intent]),
    section: 'view',
    refuse: whileReading,
    run: ({ store }) => store.getState().set({ intent }),
  }),
);

const noStorey = (step: 1 | -1) => (state: EditorState) => {
  const storeys = storeysByLevel(shownPlan(state));
  const index = storeys.findIndex(([id]) => id === state.storey);
  if (storeys[index + step]) return null;
  return step > 0
    ? text('上面没有楼层', 'There is no storey above')
    : text('下面没有楼层', 'There is no storey below');
};

export const viewCommands: readonly EditorCommand[] = [
  ...views,
  ...intents,
  {
    id: 'fit',
    name: text('显示全部', 'Fit'),
    section: 'view',
    keys: ['F', '0'],
    also: '适合窗口 zoom extents all',
    menus: ['empty'],
    run: (host) => perform(host, { type: 'fit' }),
  },
  {
    id: 'zoom-in',
    name: text('放大', 'Zoom in'),
    section: 'view',
    keys: ['+', '='],
    run: (host) => perform(host, { type: 'zoom-in' }),
  },
  {
    id: 'zoom-out',
    name: text('缩小', 'Zoom out'),
    section: 'view',
    keys: ['-'],
    run: (host) => perform(host, { type: 'zoom-out' }),
  },
  {
    id: 'storey-above',
    name: text('上一层', 'Storey above'),
    section: 'view',
    keys: ['PageUp'],
    refuse: noStorey(1),
    run: (host) => perform(host, { type: 'storey', step: 1 }),
  },
  {
    id: 'storey-below',
    name: text('下一层', 'Storey below'),
    section: 'view',
    keys: ['PageDown'],
    refuse: noStorey(-1),
    run: (host) => perform(host, { type: 'storey', step: -1 }),
  },
  {
    id: 'grid',
    name: text('显示并捕捉网格', 'Show the grid and snap to it'),
    section: 'view',
    run({ store }) {
      const { snap, set } = store.getState();
      set({ snap: { ...snap, grid: !snap.grid } });
    },
  },
];
