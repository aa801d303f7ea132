import type { Facility } from '../../shared/derive/household-state.ts';
import type { Intent } from '../../shared/edit/intent.ts';
import type {
  FixtureKind,
  Fuel,
  Leaf,
  OpeningKind,
  Phase,
  RiserKind,
  RoomUse,
  WallKind,
} from '../../shared/plan/model.ts';
import type { View } from '../../shared/plan/phase.ts';
import type { Severity } from '../../shared/rules/finding.ts';
import { type Text, text } from '../../shared/text.ts';

/** The product's words for the kinds of things, as Shanghai's housing professionals write them. */

export const roomUseWords: Readonly<Record<RoomUse, Text>> = {
  bedroom: text('卧室', 'Bedroom'),
  'bed-living': text('兼起居卧室', 'Bed-living room'),
  living: text('起居室', 'Living room'),
  dining: text('餐厅', 'Dining room'),
  kitchen: text('厨房', 'Kitchen'),
  bathroom: text('卫生间', 'Bathroom'),
  'kitchen-bath': text('煤卫合一间', 'Kitchen-bathroom'),
  hall: text('过道', 'Hall'),
  corridor: text('公共走廊', 'Common corridor'),
  stair: text('楼梯间', 'Stair'),
  balcony: text('阳台', 'Balcony'),
  storage: text('储藏室', 'Storage'),
  utility: text('设备间', 'Utility room'),
  shaft: text('管道井', 'Shaft'),
  other: text('其他', 'Other'),
};

export const fixtureWords: Readonly<Record<FixtureKind, Text>> = {
  sink: text('洗涤池', 'Sink'),
  cooker: text('灶具', 'Cooker'),
  worktop: text('操作台', 'Worktop'),
  wc: text('坐便器', 'WC'),
  basin: text('洗面器', 'Basin'),
  shower: text('淋浴', 'Shower'),
  bath: text('浴缸', 'Bath'),
  washer: text('洗衣机', 'Washing machine'),
  'water-heater': text('热水器', 'Water heater'),
  fridge: text('冰箱', 'Fridge'),
  bed: text('床', 'Bed'),
  wardrobe: text('衣柜', 'Wardrobe'),
  table: text('桌', 'Table'),
};

export const wallKindWords: Readonly<Record<WallKind, Text>> = {
  bearing: text('承重墙', 'Bearing wall'),
  partition: text('隔墙', 'Partition'),
  boundary: text('分界线', 'Boundary line'),
};

export const phaseWords: Readonly<Record<Phase, Text>> = {
  existing: text('保留', 'Retained'),
  demolished: text('拆除', 'Demolished'),
  new: text('新建', 'New'),
};

export const viewWords: Readonly<Record<View, Text>> = {
  before: text('改造前', 'Before'),
  changes: text('变更', 'Changes'),
  after: text('改造后', 'After'),
};

export const intentWords: Readonly<Record<Intent, Text>> = {
  survey: text('现状测绘', 'Survey'),
  proposal: text('改造方案', 'Proposal'),
};

export const openingWords: Readonly<Record<OpeningKind, Text>> = {
  door: text('门', 'Door'),
  window: text('窗', 'Window'),
  passage: text('门洞', 'Passage'),
};

export const leafWords: Readonly<Record<Leaf, Text>> = {
  swing: text('平开门', 'Swing'),
  double: text('双扇门', 'Double'),
  sliding: text('推拉门', 'Sliding'),
};

export const riserWords: Readonly<Record<RiserKind, Text>> = {
  soil: text('污水立管', 'Soil stack'),
  waste: text('废水立管', 'Waste stack'),
  supply: text('给水立管', 'Water supply'),
  gas: text('燃气立管', 'Gas riser'),
  flue: text('排烟道', 'Flue'),
};

export const fuelWords: Readonly<Record<Fuel, Text>> = {
  gas: text('燃气', 'Gas'),
  electric: text('电', 'Electric'),
};

export const facilityWords: Readonly<Record<Facility, Text>> = {
  exclusive: text('独用', 'Own'),
  shared: text('合用', 'Shared'),
  missing: text('缺', 'Missing'),
};

/** How many edits: `12 处修改`. */
export const editsWords = (edits: number): Text =>
  text(`${edits} 处修改`, edits === 1 ? '1 edit' : `${edits} edits`);

export const severityWords: Readonly<Record<Severity, Text>> = {
  breach: text('不符合', 'Breach'),
  warning: text('提示', 'Warning'),
  unknown: text('无法判定', 'Unknown'),
};
