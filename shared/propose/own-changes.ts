import { type Text, text } from '../text.ts';
import { holdsNothing, isAsked, type OwnProgramme, type OwnThing } from './own-programme.ts';

/** A programme of one's own with one thing made smaller or left out, and what to call that. */
export interface OwnChange {
  readonly programme: OwnProgramme;
  readonly words: Text;
  /** 0: smaller; 1: a thing left out; 2: a whole room. */
  readonly weight: 0 | 1 | 2;
}

interface Lesser {
  readonly change: Partial<OwnProgramme>;
  readonly words: Text;
}

const induction: Lesser = {
  change: { cooker: 'one', fuel: 'electric' },
  words: text('双眼灶改为单眼电磁灶', 'One induction plate instead of two burners'),
};
const noKitchen: Lesser = {
  change: { cooker: 'none' },
  words: text('不设厨房，只设卫生间', 'No kitchen, a bathroom only'),
};
const noBathroom: Lesser = {
  change: { wc: 'none' },
  words: text('不设卫生间，只设厨房', 'No bathroom, a kitchen only'),
};
const miniBasin: Lesser = {
  change: { basin: 'mini' },
  words: text('洗面器改用小型', 'A mini basin'),
};
const onCistern: Lesser = {
  change: { basin: 'cistern' },
  words: text('洗面器改设在水箱上', 'A basin on the cistern'),
};
const noBasin: Lesser = { change: { basin: 'none' }, words: text('不设洗面器', 'No basin') };
const noWorktop: Lesser = {
  change: { worktop: 'none' },
  words: text('不要求备餐台', 'No worktop to prepare on'),
};
const noShower: Lesser = { change: { shower: 'none' }, words: text('不设淋浴', 'No shower') };
const anyRooms: Lesser = {
  change: { rooms: 'any' },
  words: text('厨房、卫生间的组合不限', 'Kitchen and bathroom in any of the arrangements'),
};

/** What each choice may become, the least change first. */
const lesser: Readonly<Partial<Record<OwnThing, Readonly<Record<string, readonly Lesser[]>>>>> = {
  fuel: {
    gas: [
      {
        change: { fuel: 'electric' },
        words: text('燃气灶改用电灶', 'Electric cooking instead of gas'),
      },
    ],
  },
  rooms: { one: [anyRooms], two: [anyRooms], niche: [anyRooms] },
  worktop: {
    good: [
      {
        change: { worktop: 'least' },
        words: text('备餐台改用最小长度', 'The least length of worktop'),
      },
      noWorktop,
    ],
    least: [noWorktop],
  },
  basin: {
    usual: [miniBasin, onCistern, noBasin],
    mini: [onCistern, noBasin],
    cistern: [noBasin],
  },
  shower: {
    good: [
      {
        change: { shower: 'least' },
        words: text('淋浴湿地改用最小尺寸', 'The least wet floor for the shower'),
      },
      noShower,
    ],
    least: [noShower],
  },
  cooker: { two: [induction, noKitchen], one: [noKitchen] },
  wc: {
    large: [
      { change: { wc: 'small' }, words: text('坐便器改用最小尺寸', 'The smallest WC') },
      noBathroom,
    ],
    small: [noBathroom],
  },
};

/**
 * Each of the things that it asks for made smaller, down to leaving it out: for each thing the least
 * change first, so that what its last change does not make possible none of them does.
 */
export const ownChanges = (programme: OwnProgramme): OwnChange[][] =>
  (Object.keys(lesser) as OwnThing[]).flatMap((thing) => {
    const changes = isAsked(programme, thing) ? (lesser[thing]?.[programme[thing]] ?? []) : [];
    const steps = changes
      .map(({ change, words }) => ({
        programme: { ...programme, ...change },
        words,
        weight: change[thing] !== 'none' ? 0 : thing === 'cooker' || thing === 'wc' ? 2 : 1,
      }))
      .filter((one): one is OwnChange => !holdsNothing(one.programme));
    return steps.length > 0 ? [steps] : [];
  });
