import type { VersionSummary } from '../../shared/bridge.ts';
import { clockTolerance } from '../../shared/records/believed.ts';
import { type Language, text } from '../../shared/text.ts';
import { dateTime } from './say.ts';

/** When a version was saved, and whether that can be believed: no false date is told as a true one. */
export function savedWords(
  { savedAt, skewed }: Pick<VersionSummary, 'savedAt' | 'skewed'>,
  language: Language,
  now: Date = new Date(),
): string {
  const said = dateTime(savedAt, language);
  const doubt =
    Date.parse(savedAt) - now.getTime() > clockTolerance
      ? text('晚于现在，来自时钟不准的电脑', 'later than now: a wrong clock')
      : skewed
        ? text(
            '早于所依据的一版，有一台电脑时钟不准',
            'before the version it was drawn from: one of two clocks is wrong',
          )
        : null;
  if (doubt === null) return said;
  return language === 'zh' ? `${said}（${doubt.zh}）` : `${said} (${doubt.en})`;
}
