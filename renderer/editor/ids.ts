import type { IdKind, IdOfKind, NewId } from '../../shared/plan/model.ts';

/** No vowels and no digits that read as letters: ids never spell a word, and are easy to read out. */
const alphabet = '23456789bcdfghjkmnpqrstvwxyz';
/** 28^10 is about 3e14: in a plan of 10,000 elements a clash has a chance of about 2e-7. */
const length = 10;

function randomLetters(): string {
  let letters = '';
  while (letters.length < length) {
    const bytes = crypto.getRandomValues(new Uint8Array(length));
    for (const byte of bytes) {
      // 252 is the largest multiple of 28 in a byte: beyond it some letters would come more often.
      if (byte < 252 && letters.length < length) letters += alphabet[byte % alphabet.length];
    }
  }
  return letters;
}

/** Ids for what is drawn in this window. */
export const newId: NewId = <K extends IdKind>(kind: K) =>
  `${kind}_${randomLetters()}` as IdOfKind[K];
