import {
  firstOwn,
  holdsNothing,
  type OwnProgramme,
  type OwnThing,
  ownChoices,
  ownThings,
} from '../shared/propose/own-programme.ts';
import { Unusable } from './explained.ts';

/** Reads `cooker=two,shower=none` into a programme of one's own; throws `Unusable` for anything else. */
export function ownProgrammeOf(words: string): OwnProgramme {
  let own: OwnProgramme = firstOwn;
  const seen = new Set<OwnThing>();
  const given = words.split(',').map((one) => one.trim());
  for (const word of given.filter((one) => one !== '')) {
    const [thing = '', choice = '', ...more] = word.split('=');
    if (!isThing(thing)) {
      throw new Unusable(
        `--holds: 没有这一项 / no such thing: ${word}; 可用 known: ${ownThings.join(', ')}`,
      );
    }
    const choices: readonly string[] = ownChoices[thing];
    if (more.length > 0 || !choices.includes(choice)) {
      throw new Unusable(
        `--holds: ${thing}=${choice}: 应为 / should be ${choices.map((one) => `${thing}=${one}`).join(', ')}`,
      );
    }
    if (seen.has(thing)) {
      throw new Unusable(`--holds: ${thing} 给了两次 / ${thing} is given twice`);
    }
    seen.add(thing);
    own = { ...own, [thing]: choice };
  }
  if (holdsNothing(own)) {
    throw new Unusable(
      '--holds: 厨房和卫生间至少要一样 / a part holds a kitchen, a bathroom or both',
    );
  }
  return own;
}

const isThing = (word: string): word is OwnThing => (ownThings as readonly string[]).includes(word);
