import type { IdKind, IdOfKind, NewId } from '../../shared/plan/model.ts';

/** No vowels and no digits that read as letters: ids never spell a word, and are easy to read out. */
const alphabet = '23456789bcdfghjkmnpqrstvwxyz';
/** 28^10 is about 3e14: in a plan of 10,000 elements a clash has a chance of about 2e-7. */
const length = 10;

/** Drawn many at a time: a drag asks for ids at every move. */
const bytes = new Uint8Array(1024);
let next = bytes.length;

function randomByte(): number {
  if (next === bytes.length) {
    crypto.getRandomValues(bytes);
    next = 0;
  }
  const byte = bytes[next]!;
  next += 1;
  return byte;
}

function randomLetters(): string {
  let letters = '';
  while (letters.length < length) {
    const byte = randomByte();
    // 252 is the largest multiple of 28 in a byte: beyond it some letters would come more often.
    if (byte < 252) letters += alphabet[byte % alphabet.length];
  }
  return letters;
}

/** Ids for what is drawn in this window. */
export const newId: NewId = <K extends IdKind>(kind: K) =>
  `${kind}_${randomLetters()}` as IdOfKind[K];
