import type { Facility } from '../../shared/derive/household-state.ts';
import type { Intent } from '../../shared/edit/intent.ts';
import type { Fuel, Leaf, OpeningKind, Phase, WallKind } from '../../shared/plan/model.ts';
import type { View } from '../../shared/plan/phase.ts';
import type { PartSide } from '../../shared/propose/plan-cut.ts';
import { type Text, text } from '../../shared/text.ts';

/** The product's words for the kinds of things, as Shanghai's housing professionals write them. */

export { fixtureWords, riserWords, roomUseWords } from '../../shared/plan/words.ts';
export { severityWords } from '../../shared/rules/finding.ts';

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

export const fuelWords: Readonly<Record<Fuel, Text>> = {
  gas: text('燃气', 'Gas'),
  electric: text('电', 'Electric'),
};

export const facilityWords: Readonly<Record<Facility, Text>> = {
  exclusive: text('独用', 'Own'),
  shared: text('合用', 'Shared'),
  missing: text('缺', 'Missing'),
};

/** The two parts of a divided room, as one points to them on the plan. */
export const partSideWords: Readonly<Record<PartSide, Text>> = {
  left: text('左间', 'Left'),
  right: text('右间', 'Right'),
  lower: text('下间', 'Lower'),
  upper: text('上间', 'Upper'),
};

/** How many edits: `12 处修改`. */
export const editsWords = (edits: number): Text =>
  text(`${edits} 处修改`, edits === 1 ? '1 edit' : `${edits} edits`);
