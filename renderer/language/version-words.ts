import type { SchemeSummary, VersionSummary } from '../../shared/bridge.ts';
import { type Language, type Text, text } from '../../shared/text.ts';
import { dateTime } from './say.ts';

type Numbered = Pick<VersionSummary, 'id' | 'number' | 'savedAt'> &
  Partial<Pick<VersionSummary, 'author'>>;

/**
 * A version as people call it, the same on every machine and whatever is lost: by its number. Where
 * two were saved side by side, which share one, its author and time are said with it, and its mark
 * where even those are the same.
 */
export function versionWords(version: Numbered, versions: readonly Numbered[]): Text {
  const alike = versions.filter(({ number, id }) => number === version.number && id !== version.id);
  const called = text(`第 ${version.number} 版`, `Version ${version.number}`);
  if (alike.length === 0) return called;
  const [zh, en] = [whoAndWhen(version, 'zh'), whoAndWhen(version, 'en')];
  const isTold = alike.every((other) => whoAndWhen(other, 'zh') !== zh);
  const mark = isTold ? '' : ` ${markOf(version)}`;
  return text(`${called.zh}（${zh}${mark}）`, `${called.en} (${en}${mark})`);
}

/** Characters of an author's name within a version's: enough to tell two offices apart. */
const mostAuthor = 16;

function whoAndWhen({ author = '', savedAt }: Numbered, language: Language): string {
  const who = author.trim();
  const short = who.length > mostAuthor ? `${who.slice(0, mostAuthor - 1)}…` : who;
  const when = dateTime(savedAt, language);
  return short === '' ? when : `${short}${language === 'zh' ? '，' : ', '}${when}`;
}

/** The end of a version's id, enough to tell it from another of the same minute. */
const markOf = ({ id }: Pick<VersionSummary, 'id'>): string => `#${id.slice(-4)}`;

/** Within an English sentence. */
export const versionWithin = (version: Numbered, versions: readonly Numbered[]): Text => {
  const called = versionWords(version, versions);
  return text(called.zh, lower(called));
};

type Gap = SchemeSummary['gaps'][number];

/** Versions that are not here for one reason and lie together, as one line of the timeline. */
export function gapWords(gaps: readonly Gap[]): { readonly what: Text; readonly why: Text } {
  const which = whichOf(gaps);
  const why = gaps[0]?.why ?? 'missing';
  const state = stateWords[why];
  const be = gaps.length === 1 ? 'is' : 'are';
  return {
    what: text(`${which.zh}${state.zh}`, `${which.en} ${be} ${state.en}`),
    why: whyWords[why],
  };
}

function whichOf(gaps: readonly Gap[]): Text {
  const numbers = gaps.flatMap(({ number }) => (number === null ? [] : [number]));
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const isTold = numbers.length === gaps.length;
  if (gaps.length === 1) {
    return isTold ? text(`第 ${least} 版`, `Version ${least}`) : text('此处一版', 'A version here');
  }
  return isTold && least < most
    ? text(`第 ${least}–${most} 版`, `Versions ${least}–${most}`)
    : text(`此处 ${gaps.length} 版`, `${gaps.length} versions here`);
}

const stateWords: Readonly<Record<Gap['why'], Text>> = {
  damaged: text('已损坏', 'damaged'),
  newer: text('由更新版本的软件写成', 'of a newer version of Duyong'),
  missing: text('缺失', 'missing'),
  'left-out': text('不在导入的文件中', 'not in the file that was imported'),
};

const whyWords: Readonly<Record<Gap['why'], Text>> = {
  damaged: text(
    '打不开。可从备份或同事处找回；其余版本照常可用。',
    'It cannot be opened. Bring it back from a backup or a colleague; the other versions work as usual.',
  ),
  newer: text(
    '原样保留，没有丢失；升级后即可查看。',
    'It is kept as it is and nothing is lost: update to see it.',
  ),
  missing: text(
    '文件已丢失，或尚未同步到这里；其余版本照常可用。',
    'Its file is gone, or has not arrived yet; the other versions work as usual.',
  ),
  'left-out': text('导出时选择了部分版本。', 'Some of the versions were chosen at export.'),
};

/** Of a version with two parents. */
export const mergedWords = ([one, other]: readonly [Text, Text]): Text =>
  text(`由${one.zh}与${other.zh}合并而成`, `Merged from ${lower(one)} and ${lower(other)}`);

export const restoreWords = (called: Text): Text =>
  text(`恢复${called.zh}`, `Restore ${lower(called)}`);

const lower = ({ en }: Text): string => en.charAt(0).toLowerCase() + en.slice(1);
