import type { VersionSummary } from '../../shared/bridge.ts';
import { type Text, text } from '../../shared/text.ts';
import type { TwoHeads } from '../editor/heads.ts';
import { versionWithin, versionWords } from './version-words.ts';

/** Why a scheme has two ends. */
export function forkWords(
  { heads, bases, hidden }: TwoHeads,
  versions: readonly VersionSummary[],
): Text {
  const one = versionWords(heads[0], versions);
  const other = versionWithin(heads[1], versions);
  const [base, ...more] = bases;
  if (!base) {
    return hidden
      ? text(
          `${one.zh}与${other.zh}是分头保存的，但共同的前一版已损坏或缺失。最好先找回它再合并。`,
          `${one.en} and ${other.en} were saved side by side, but what both were drawn from is damaged or missing. Better bring it back before merging.`,
        )
      : text(
          `${one.zh}与${other.zh}并列，没有共同的前一版。合并后才是一份完整的方案。`,
          `${one.en} and ${other.en} stand side by side and have no version in common. Merge them to go on with one plan.`,
        );
  }
  if (more.length > 0) {
    const merged = basesWords(bases, versions);
    return text(
      `${one.zh}与${other.zh}都包含${merged.zh}，是两处各自合并的，选择可能不同，两份都在。再合并一次才是一份完整的方案。`,
      `${one.en} and ${other.en} both hold ${merged.en}, merged in two places and perhaps by different choices; both are kept. Merge once more to go on with one plan.`,
    );
  }
  if (heads.every(({ parents }) => parents.includes(base.id))) {
    return text(
      `${one.zh}与${other.zh}是从同一版分头保存的，两份修改都在。合并后才是一份完整的方案。`,
      `${one.en} and ${other.en} were saved side by side; the changes of both are kept. Merge them to go on with one plan.`,
    );
  }
  const from = versionWithin(base, versions);
  return text(
    `${one.zh}与${other.zh}都从${from.zh}改来，是分头保存的，两份修改都在。合并后才是一份完整的方案。`,
    `${one.en} and ${other.en} both go back to ${from.en} and were saved apart from each other; the changes of both are kept. Merge them to go on with one plan.`,
  );
}

/** Versions as they are named one after the other within a sentence. */
export function basesWords(
  bases: readonly VersionSummary[],
  versions: readonly VersionSummary[],
): Text {
  const called = bases.map((base) => versionWithin(base, versions));
  const [zh, en] = [called.map((each) => each.zh), called.map((each) => each.en)];
  return text(
    `${zh.slice(0, -1).join('、')}与${zh.at(-1)}`,
    `${en.slice(0, -1).join(', ')} and ${en.at(-1)}`,
  );
}
