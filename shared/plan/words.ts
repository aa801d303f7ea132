import { type Text, text } from '../text.ts';
import type { FixtureKind, OpeningKind, RiserKind, RoomUse } from './model.ts';

/** What people call the uses of rooms and the fixtures, for findings and for the screen. */

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
  lift: text('电梯', 'Lift'),
  other: text('其他', 'Other'),
};

export const fixtureWords: Readonly<Record<FixtureKind, Text>> = {
  sink: text('洗涤池', 'Sink'),
  cooker: text('灶具', 'Cooker'),
  worktop: text('操作台', 'Worktop'),
  wc: text('便器', 'WC'),
  basin: text('洗面器', 'Basin'),
  shower: text('淋浴', 'Shower'),
  bath: text('浴缸', 'Bath'),
  washer: text('洗衣机', 'Washing machine'),
  'water-heater': text('热水器', 'Water heater'),
  fridge: text('冰箱', 'Fridge'),
  bed: text('床', 'Bed'),
  wardrobe: text('衣柜', 'Wardrobe'),
  table: text('桌', 'Table'),
  'gas-meter': text('燃气表', 'Gas meter'),
};

const digits = '零一二三四五六七八九';

/** 1 to 99 as Chinese writes them: 十, 十二, 二十一. */
function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`;
  return `${head}${ones === 0 && tens > 0 ? '' : digits[ones]}`;
}

/** What a storey is called until somebody names it: 二层, 地下一层; `Storey 2`, `Basement 1`. */
export function storeyWords(level: number): Text {
  const below = level < 0;
  const number = Math.abs(level);
  const zh = number > 99 ? String(number) : chineseNumber(number);
  return text(`${below ? '地下' : ''}${zh}层`, `${below ? 'Basement' : 'Storey'} ${number}`);
}

const inSentence = <K extends string>(words: Readonly<Record<K, Text>>): Record<K, Text> =>
  Object.fromEntries(
    Object.entries<Text>(words).map(([key, { zh, en }]) => [
      key,
      text(zh, en === 'WC' ? en : en.toLowerCase()),
    ]),
  ) as Record<K, Text>;

/** In a sentence: the English without a capital. */
export const fixtureNouns: Readonly<Record<FixtureKind, Text>> = inSentence(fixtureWords);

export const riserWords: Readonly<Record<RiserKind, Text>> = {
  soil: text('污水立管', 'Soil stack'),
  waste: text('废水立管', 'Waste stack'),
  supply: text('给水立管', 'Water supply'),
  gas: text('燃气立管', 'Gas riser'),
  flue: text('排烟道', 'Flue'),
};

export const riserNouns: Readonly<Record<RiserKind, Text>> = inSentence(riserWords);

export const openingNouns: Readonly<Record<OpeningKind, Text>> = {
  door: text('门', 'door'),
  window: text('窗', 'window'),
  passage: text('门洞', 'passage'),
};
