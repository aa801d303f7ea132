import { type Text, text } from '../text.ts';
import type { Milestone, MilestoneStage } from './record.ts';

/** What is written beside a version that stands for a stage of the work. */

const stageWords: Readonly<Record<Exclude<MilestoneStage, 'consulted'>, Text>> = {
  surveyed: text('查勘确认', 'Survey agreed'),
  reviewed: text('部门会审', 'Review by departments'),
  approved: text('已批准', 'Approved'),
  signed: text('已签约', 'Signed'),
  permitted: text('已获许可', 'Permitted'),
  'as-built': text('竣工测绘', 'As built'),
  registered: text('已登记', 'Registered'),
};

export function milestoneWords({ stage, round }: Milestone): Text {
  if (stage !== 'consulted') return stageWords[stage];
  const number = round ?? 1;
  const numeral = numerals[number - 1] ?? `${number}`;
  return text(`征询第${numeral}轮`, `Consultation, round ${number}`);
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;
