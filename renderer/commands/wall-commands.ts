import type { Command } from '../../shared/edit/command.ts';
import { cornerWalls } from '../../shared/edit/corner-walls.ts';
import { cutWall } from '../../shared/edit/cut-wall.ts';
import { extendWalls } from '../../shared/edit/extend-walls.ts';
import { joinWalls } from '../../shared/edit/join-walls.ts';
import { trimWalls } from '../../shared/edit/trim-walls.ts';
import type { WallId } from '../../shared/plan/model.ts';
import { wallLength } from '../../shared/plan/opening-fit.ts';
import { type Text, text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import { whileReading } from '../editor/reading.ts';
import type { EditorState } from '../editor/store.ts';
import { runFollowing } from '../tools/follow.ts';
import type { SelectionCommand, SelectionHost } from './selection-command.ts';

/** Cutting, joining and meeting of the selected walls; the wall selected last is the one to meet. */

const wallsOf = ({ selection }: EditorState): WallId[] =>
  selection.filter(({ kind }) => kind === 'wall').map(({ id }) => id as WallId);

const needs =
  (least: number, most: number) =>
  (state: EditorState): Text | null => {
    const count = wallsOf(state).length;
    if (count >= least && count <= most) return whileReading(state);
    return (
      whileReading(state) ??
      (most === 1
        ? text('请先选中一道墙', 'Select one wall first')
        : text('请先选中两道墙，目标墙最后选', 'Select two walls first, the one to meet last'))
    );
  };

type Make = (of: { state: EditorState; walls: readonly WallId[]; last: WallId }) => Command | null;

const run =
  (make: Make) =>
  ({ store }: SelectionHost): void => {
    const state = store.getState();
    const walls = wallsOf(state);
    const last = walls.at(-1);
    const command = last ? make({ state, walls, last }) : null;
    if (command) runFollowing(store, command);
  };

export const wallCommands: readonly SelectionCommand[] = [
  {
    id: 'split-wall',
    name: text('在中点打断墙', 'Split the wall in the middle'),
    section: 'edit',
    keys: ['Shift+S'],
    also: '打断 拆分 split cut break',
    menus: ['wall'],
    refuse: needs(1, 1),
    run: run(({ state: { history, storey, intent }, last }) => {
      const table = history.plan.storeys[storey];
      const wall = table?.walls[last];
      const length = table && wall ? wallLength(table, wall) : null;
      return cutWall({ storey, wall: last, at: [(length ?? 0) / 2], intent, newId });
    }),
  },
];

/** For two walls, or several and the one that they are to meet. */
export const meetCommands: readonly SelectionCommand[] = [
  {
    id: 'extend-walls',
    name: text('延伸至目标墙', 'Extend to the last wall'),
    section: 'edit',
    keys: ['Shift+E'],
    also: '延伸 extend',
    refuse: needs(2, Number.POSITIVE_INFINITY),
    run: run(({ state: { storey, intent }, walls, last }) =>
      extendWalls({ storey, walls: walls.slice(0, -1), to: last, intent, newId }),
    ),
  },
  {
    id: 'trim-walls',
    name: text('修剪至目标墙', 'Trim at the last wall'),
    section: 'edit',
    keys: ['Shift+T'],
    also: '修剪 剪切 trim cut off',
    refuse: needs(2, Number.POSITIVE_INFINITY),
    run: run(({ state: { storey, intent }, walls, last }) =>
      trimWalls({ storey, walls: walls.slice(0, -1), at: last, intent, newId }),
    ),
  },
  {
    id: 'corner-walls',
    name: text('两墙成角', 'Make a corner'),
    section: 'edit',
    keys: ['Shift+F'],
    also: '圆角 倒角 fillet corner',
    refuse: needs(2, 2),
    run: run(({ state: { storey, intent }, walls: [one], last }) =>
      one ? cornerWalls({ storey, walls: [one, last], intent, newId }) : null,
    ),
  },
  {
    id: 'join-walls',
    name: text('合并两段墙', 'Join two walls'),
    section: 'edit',
    keys: ['Shift+J'],
    also: '合并 连接 join merge',
    refuse: needs(2, 2),
    run: run(({ state: { storey, intent }, walls: [one], last }) =>
      one ? joinWalls({ storey, walls: [one, last], intent }) : null,
    ),
  },
];
