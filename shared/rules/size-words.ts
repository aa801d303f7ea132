import { type Text, text } from '../text.ts';

/** What the parts of a size's path are called: `wc.front.least`. */
const parts: Readonly<Record<string, Text>> = {
  wc: text('便器', 'WC'),
  basin: text('洗面器', 'Basin'),
  shower: text('淋浴', 'Shower'),
  sink: text('洗涤池', 'Sink'),
  cooker: text('灶具', 'Cooker'),
  worktop: text('操作台', 'Worktop'),
  washer: text('洗衣机', 'Washing machine'),
  standing: text('厨房操作空间', 'Floor in a kitchen'),
  smallest: text('最小', 'smallest'),
  largest: text('最大', 'largest'),
  mini: text('迷你', 'mini'),
  usual: text('常用', 'usual'),
  slim: text('窄型', 'slim'),
  least: text('至少', 'at least'),
  good: text('较好', 'good'),
  twoBurners: text('双眼', 'two burners'),
  oneBurner: text('单眼', 'one burner'),
  front: text('前方', 'in front'),
  entry: text('入口', 'entry'),
  middleToSide: text('中线到侧墙', 'middle to side wall'),
  toStack: text('到立管', 'to its stack'),
  toSideWall: text('到侧墙', 'to a side wall'),
  preparation: text('备餐长度', 'length to prepare on'),
  width: text('宽', 'width'),
  depth: text('深', 'depth'),
};

/** A size of the profile in words. */
export function sizeWords(path: string): Text {
  const words = path.split('.').map((part) => parts[part] ?? text(part, part));
  return text(words.map(({ zh }) => zh).join('·'), words.map(({ en }) => en).join(', '));
}
