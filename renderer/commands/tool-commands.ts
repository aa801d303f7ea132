import { type Text, text } from '../../shared/text.ts';
import { whileReading } from '../editor/reading.ts';
import type { ToolName, ToolOptions } from '../editor/store.ts';
import { takeTool } from '../screens/editor-actions.ts';
import type { EditorCommand, Under } from './command.ts';

interface ToolEntry {
  readonly id: string;
  readonly tool: ToolName;
  readonly name: Text;
  readonly key?: string;
  readonly options?: Partial<ToolOptions>;
  readonly also?: string;
  readonly menus?: readonly Under[];
  /** It looks only, so it may be taken while a saved version shows. */
  readonly looks?: boolean;
}

const entries: readonly ToolEntry[] = [
  { id: 'tool-select', tool: 'select', name: text('选择', 'Select'), key: 'V', looks: true },
  { id: 'tool-pan', tool: 'pan', name: text('平移', 'Pan'), key: 'H', looks: true },
  {
    id: 'tool-wall',
    tool: 'wall',
    name: text('画墙', 'Draw walls'),
    key: 'W',
    also: '墙 隔墙 draw partition',
    menus: ['empty'],
  },
  {
    id: 'tool-rectangle',
    tool: 'rectangle',
    name: text('画矩形房间', 'Draw a rectangular room'),
    key: 'Q',
    also: '矩形 房间 开间 进深 rectangle box',
    menus: ['empty'],
  },
  {
    id: 'tool-outline',
    tool: 'outline',
    name: text('按轮廓画房间', 'Draw a room by its outline'),
    key: 'P',
    also: '轮廓 多边形 polygon',
  },
  {
    id: 'tool-offset',
    tool: 'offset',
    name: text('画平行墙', 'Draw a parallel wall'),
    key: 'O',
    also: '偏移 平行 等距 offset',
  },
  {
    id: 'tool-door',
    tool: 'opening',
    name: text('放置门', 'Place a door'),
    key: 'D',
    options: { openingKind: 'door', openingWidth: 800 },
    also: '门 开门 opening',
    menus: ['wall'],
  },
  {
    id: 'tool-window',
    tool: 'opening',
    name: text('放置窗', 'Place a window'),
    key: 'N',
    options: { openingKind: 'window', openingWidth: 1200 },
    also: '窗 开窗 opening',
    menus: ['wall'],
  },
  {
    id: 'tool-fixture',
    tool: 'fixture',
    name: text('放置设施', 'Place a fixture'),
    key: 'X',
    also: '设施 洗涤池 灶具 坐便器 洗面器 淋浴 sink cooker wc basin shower',
    menus: ['room'],
  },
  {
    id: 'tool-riser',
    tool: 'riser',
    name: text('放置立管', 'Place a riser'),
    key: 'E',
    also: '立管 污水 废水 给水 燃气 烟道 soil waste supply gas flue',
    menus: ['room'],
  },
  {
    id: 'tool-room',
    tool: 'room',
    name: text('标注房间', 'Name rooms'),
    key: 'T',
    also: '房间 用途 归属 tag use holder',
  },
  {
    id: 'tool-divide',
    tool: 'divide',
    name: text('分隔房间', 'Divide room'),
    key: 'C',
    also: '分户 一分为二 厨房 卫生间 split partition share',
    menus: ['room', 'fixture'],
  },
  {
    id: 'tool-measure',
    tool: 'measure',
    name: text('测量', 'Measure'),
    key: 'M',
    also: '距离 尺寸 distance',
    menus: ['empty'],
    looks: true,
  },
  {
    id: 'tool-area',
    tool: 'area',
    name: text('测量面积', 'Measure an area'),
    also: 'mj',
    looks: true,
  },
  {
    id: 'tool-dimension',
    tool: 'dimension',
    name: text('尺寸标注', 'Draw dimensions'),
    also: '标注 尺寸链 chain',
  },
  { id: 'tool-note', tool: 'note', name: text('注写文字', 'Write a note'), also: '文字 说明 text' },
  {
    id: 'tool-axis',
    tool: 'axis',
    name: text('画轴线', 'Draw axes'),
    also: '轴网 axis grid bubbles',
  },
  { id: 'tool-north', tool: 'north', name: text('指北针', 'Set north'), also: '朝向 方向' },
  {
    id: 'tool-underlay',
    tool: 'underlay',
    name: text('底图描图', 'Trace an underlay'),
    key: 'U',
    also: '扫描 图片 校准 scan picture PDF calibrate',
    menus: ['empty'],
  },
];

export const toolCommands: readonly EditorCommand[] = entries.map(
  ({ id, tool, name, key, options = {}, also, menus, looks }) => ({
    id,
    name,
    section: 'tools',
    ...(key ? { keys: [key] } : {}),
    ...(also ? { also } : {}),
    ...(menus ? { menus } : {}),
    ...(looks ? {} : { refuse: whileReading }),
    run: (host) => takeTool(host, tool, options),
  }),
);
