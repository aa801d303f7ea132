import { type Text, text } from '../text.ts';

/** `302`, whether the door says `302` or `302室`: the word follows once, after the last. */
const numberOf = (door: string): string => door.trim().replace(/\s*室$/u, '');

/** Households by their doors, as a sentence names them: `301、302甲室`, `household 301 and 302甲`. */
export function doorWords(doors: readonly string[]): Text {
  const numbers = doors.map(numberOf);
  const noun = numbers.length === 1 ? 'household' : 'households';
  return text(`${numbers.join('、')}室`, `${noun} ${listInEnglish(numbers)}`);
}

/** The ten stems by which doors of one number are told apart, in their own order: 302甲, 302乙. */
const stems = '甲乙丙丁戊己庚辛壬癸';
const byNumber = new Intl.Collator('zh-CN', { numeric: true });
const withLetters = (door: string): string =>
  door.replace(/[甲乙丙丁戊己庚辛壬癸]/gu, (stem) => String.fromCharCode(97 + stems.indexOf(stem)));

/** Doors as one walks past them: 2 before 10, 302甲 before 302乙 before 302丙. */
export const compareDoors = (left: string, right: string): number =>
  byNumber.compare(withLetters(left), withLetters(right));

/** `a`, `a and b`, `a, b and c`. */
export function listInEnglish(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** For the head of a sentence. */
export const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
