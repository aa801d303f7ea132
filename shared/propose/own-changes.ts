import { type Text, text } from '../text.ts';
import { isAsked, type OwnProgramme, type OwnThing } from './own-programme.ts';

/** A programme of one's own with one thing made smaller, and what to call that. */
interface OwnChange {
  readonly programme: OwnProgramme;
  readonly words: Text;
}

const lesser: readonly {
  readonly thing: OwnThing;
  readonly from: string;
  readonly change: Partial<OwnProgramme>;
  readonly words: Text;
}[] = [
  {
    thing: 'cooker',
    from: 'two',
    change: { cooker: 'one', fuel: 'electric' },
    words: text('双眼灶改为单眼电磁灶', 'One induction plate instead of two burners'),
  },
  {
    thing: 'worktop',
    from: 'good',
    change: { worktop: 'least' },
    words: text('备餐台改用最小长度', 'The least length of worktop'),
  },
  {
    thing: 'wc',
    from: 'large',
    change: { wc: 'small' },
    words: text('坐便器改用最小尺寸', 'The smallest WC'),
  },
  {
    thing: 'basin',
    from: 'usual',
    change: { basin: 'mini' },
    words: text('洗面器改用小型', 'A mini basin'),
  },
  {
    thing: 'basin',
    from: 'mini',
    change: { basin: 'cistern' },
    words: text('洗面器改设在水箱上', 'A basin on the cistern'),
  },
  {
    thing: 'shower',
    from: 'good',
    change: { shower: 'least' },
    words: text('淋浴湿地改用最小尺寸', 'The least wet floor for the shower'),
  },
  ...(['one', 'two', 'niche'] as const).map((from) => ({
    thing: 'rooms' as const,
    from,
    change: { rooms: 'any' as const },
    words: text('厨房、卫生间的组合不限', 'Kitchen and bathroom in any of the arrangements'),
  })),
];

/** Each of the things that it asks for made one step smaller; nothing is left out for the designer. */
export const ownChanges = (programme: OwnProgramme): OwnChange[] =>
  lesser.flatMap(({ thing, from, change, words }) =>
    isAsked(programme, thing) && programme[thing] === from
      ? [{ programme: { ...programme, ...change }, words }]
      : [],
  );
