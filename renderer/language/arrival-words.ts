import type { VersionSummary } from '../../shared/bridge.ts';
import { type Text, text } from '../../shared/text.ts';
import { clockOrDay } from './say.ts';
import { versionWords } from './version-words.ts';

/** `edits`: there are some here; `beside`: it is from the same version as what is shown; `behind`. */
export type ArrivalCase = 'edits' | 'beside' | 'behind';

/**
 * Says who saved a version elsewhere, and where that leaves this window. Whether it was another
 * window of this computer or another computer is not known: nothing is said of it.
 */
export function arrivalWords(
  version: Pick<VersionSummary, 'id' | 'number' | 'savedAt' | 'author'>,
  versions: readonly VersionSummary[],
  which: ArrivalCase,
  now: Date = new Date(),
): Text {
  const who = version.author.trim();
  // Whose it is stands before it.
  const called = versionWords({ ...version, author: '' }, versions);
  const [zh, en] = [clockOrDay(version.savedAt, 'zh', now), clockOrDay(version.savedAt, 'en', now)];
  const saved = who
    ? text(`${who}于 ${zh} 保存了${called.zh}`, `${called.en} was saved by ${who} (${en})`)
    : text(`${called.zh}已于 ${zh} 在别处保存`, `${called.en} was saved elsewhere (${en})`);
  const here = whereItLeaves[which];
  return text(`${saved.zh}${here.zh}`, `${saved.en}${here.en}`);
}

const whereItLeaves: Readonly<Record<ArrivalCase, Text>> = {
  edits: text(
    '，本窗口的修改以此前的版本为底；保存后两版并列',
    '. Your edits here stand on an earlier one: saved, they stand beside it',
  ),
  beside: text('，与本窗口所依据的一版并列', ', beside the one that this window stands on'),
  behind: text('，本窗口仍停在此前的版本', '. This window still shows an earlier one'),
};
