import { type Alignment, alignElements } from '../../shared/edit/align-elements.ts';
import type { Command } from '../../shared/edit/command.ts';
import { distributeElements } from '../../shared/edit/distribute-elements.ts';
import { mirrorElements } from '../../shared/edit/mirror-elements.ts';
import type { ElementRef } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import { whileReading } from '../editor/reading.ts';
import type { EditorState } from '../editor/store.ts';
import { runFollowing } from '../tools/follow.ts';
import type { SelectionCommand, SelectionHost } from './selection-command.ts';

/** Mirroring, aligning and spreading what is selected. */

const arranged = ['wall', 'fixture', 'riser'];

const arrangedOf = ({ selection }: EditorState): ElementRef[] =>
  selection.filter(({ kind }) => arranged.includes(kind));

const needs =
  (least: number) =>
  (state: EditorState): Text | null =>
    whileReading(state) ??
    (arrangedOf(state).length >= least
      ? null
      : text(
          least > 1 ? `请先选中至少 ${least} 个墙、设施或立管` : '请先选中墙、设施或立管',
          least > 1
            ? `Select at least ${least} walls, fixtures or risers first`
            : 'Select a wall, a fixture or a riser first',
        ));

type Make = (state: EditorState, elements: readonly ElementRef[]) => Command;

const run =
  (make: Make) =>
  ({ store }: SelectionHost): void => {
    const state = store.getState();
    runFollowing(store, make(state, arrangedOf(state)));
  };

const mirror =
  (over: 'upright' | 'level'): Make =>
  ({ storey, intent }, elements) =>
    mirrorElements({ storey, elements, over, keep: false, intent, newId });

const align = (to: Alignment, name: Text, key: string): SelectionCommand => ({
  id: `align-${to}`,
  name,
  section: 'edit',
  keys: [key],
  also: '对齐 align',
  refuse: needs(2),
  run: run(({ storey, intent }, elements) =>
    alignElements({ storey, elements, to, intent, newId }),
  ),
});

const distribute = (along: 'across' | 'up', name: Text, key: string): SelectionCommand => ({
  id: `distribute-${along}`,
  name,
  section: 'edit',
  keys: [key],
  also: '均匀分布 distribute evenly spacing',
  refuse: needs(3),
  run: run(({ storey, intent }, elements) =>
    distributeElements({ storey, elements, along, intent, newId }),
  ),
});

export const mirrorCommands: readonly SelectionCommand[] = [
  {
    id: 'mirror-across',
    name: text('左右镜像', 'Mirror left to right'),
    section: 'edit',
    keys: ['Shift+H'],
    also: '翻转 flip horizontal',
    menus: ['fixture', 'wall'],
    refuse: needs(1),
    run: run(mirror('upright')),
  },
  {
    id: 'mirror-up',
    name: text('上下镜像', 'Mirror top to bottom'),
    section: 'edit',
    keys: ['Shift+V'],
    also: '翻转 flip vertical',
    refuse: needs(1),
    run: run(mirror('level')),
  },
  {
    id: 'mirror-axis',
    name: text('沿轴线镜像', 'Mirror over an axis'),
    section: 'edit',
    keys: ['Shift+X'],
    also: '镜像复制 对称 mirror copy symmetric',
    refuse: needs(1),
    run: ({ store }) => store.getState().set({ tool: 'mirror' }),
  },
];

export const alignCommands: readonly SelectionCommand[] = [
  align('left', text('左对齐', 'Align left'), 'Ctrl+Shift+ArrowLeft'),
  align('centre', text('左右居中', 'Align centres'), 'Shift+C'),
  align('right', text('右对齐', 'Align right'), 'Ctrl+Shift+ArrowRight'),
  align('top', text('上对齐', 'Align top'), 'Ctrl+Shift+ArrowUp'),
  align('middle', text('上下居中', 'Align middles'), 'Shift+M'),
  align('bottom', text('下对齐', 'Align bottom'), 'Ctrl+Shift+ArrowDown'),
];

export const distributeCommands: readonly SelectionCommand[] = [
  distribute('across', text('横向均布', 'Distribute across'), 'Shift+D'),
  distribute('up', text('竖向均布', 'Distribute upwards'), 'Shift+U'),
];
