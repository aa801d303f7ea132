import type { EditorCommand } from './command.ts';

/** The first character of each initial's run in the order of pinyin; i, u and v begin no syllable. */
const runs: readonly (readonly [string, string])[] = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '哒'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '讥'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '痳'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '扨'],
  ['t', '它'],
  ['w', '穵'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
];
const byPinyin = new Intl.Collator('zh-u-co-pinyin');

function initial(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return /[a-z0-9]/i.test(character) ? character : '';
  let found = '';
  for (const [letter, first] of runs) {
    if (byPinyin.compare(first, character) > 0) break;
    found = letter;
  }
  return found;
}

/** `画墙` -> `hq`. */
export const pinyinInitials = (words: string): string =>
  [...words].map(initial).join('').toLowerCase();

/** 0 is the best match; null where nothing matches. */
function rank(command: EditorCommand, wanted: string): number | null {
  const zh = command.name.zh.toLowerCase();
  const en = command.name.en.toLowerCase();
  const initials = pinyinInitials(command.name.zh);
  if (zh.startsWith(wanted) || en.startsWith(wanted)) return 0;
  if (initials.startsWith(wanted)) return 1;
  if (en.split(/[\s/]+/).some((word) => word.startsWith(wanted))) return 2;
  if (zh.includes(wanted) || en.includes(wanted)) return 3;
  if (command.keys?.some((key) => key.toLowerCase() === wanted)) return 1;
  if (initials.includes(wanted) || command.also?.toLowerCase().includes(wanted)) return 4;
  return null;
}

/** The commands that match, best first; without words all of them, recently used first. */
export function searchCommands(
  commands: readonly EditorCommand[],
  words: string,
  recent: readonly string[],
): readonly EditorCommand[] {
  const wanted = words.trim().toLowerCase();
  const usedAt = ({ id }: EditorCommand): number => {
    const index = recent.indexOf(id);
    return index < 0 ? recent.length : index;
  };
  const found = commands
    .filter(({ hidden }) => !hidden)
    .flatMap((command) => {
      const at = wanted === '' ? 0 : rank(command, wanted);
      return at === null ? [] : [{ command, at }];
    });
  return found
    .sort((left, right) => left.at - right.at || usedAt(left.command) - usedAt(right.command))
    .map(({ command }) => command);
}

/** The newest first, each once, no more than the palette shows at a glance. */
export const withRecent = (recent: readonly string[], id: string): string[] =>
  [id, ...recent.filter((other) => other !== id)].slice(0, 8);
