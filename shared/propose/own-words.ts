import { type Text, text } from '../text.ts';
import type { OwnProgramme, OwnThing } from './own-programme.ts';

/** What the choices of a programme of one's own are called; their sizes are the profile's. */
export const ownWords: {
  readonly [Thing in OwnThing]: {
    readonly name: Text;
    readonly choices: Readonly<Record<OwnProgramme[Thing], Text>>;
  };
} = {
  cooker: {
    name: text('灶具', 'Cooker'),
    choices: {
      one: text('单眼或电磁灶', 'One burner or induction'),
      two: text('双眼灶', 'Two burners'),
      none: text('不设厨房', 'No kitchen'),
    },
  },
  fuel: {
    name: text('用能', 'Fuel'),
    choices: {
      electric: text('用电', 'Electric'),
      gas: text('有燃气立管时用燃气', 'Gas where there is a gas riser'),
    },
  },
  worktop: {
    name: text('备餐台', 'Worktop'),
    choices: {
      least: text('最小长度', 'The least length'),
      good: text('较好长度', 'A good length'),
      none: text('不要求', 'Not asked for'),
    },
  },
  wc: {
    name: text('坐便器', 'WC'),
    choices: {
      small: text('最小尺寸', 'The smallest'),
      large: text('较大尺寸', 'The largest usual'),
      none: text('不设卫生间', 'No bathroom'),
    },
  },
  basin: {
    name: text('洗面器', 'Basin'),
    choices: {
      mini: text('小型', 'Mini'),
      usual: text('常用尺寸', 'Of the usual size'),
      cistern: text('设在水箱上', 'On the cistern'),
      none: text('不设', 'None'),
    },
  },
  shower: {
    name: text('淋浴', 'Shower'),
    choices: {
      least: text('最小湿地', 'The least wet floor'),
      good: text('较大湿地', 'A good wet floor'),
      none: text('不设', 'None'),
    },
  },
  rooms: {
    name: text('房间组合', 'Rooms'),
    choices: {
      any: text('不限', 'Any'),
      one: text('厨卫合一间', 'All in one room'),
      two: text('厨房、卫生间各一间', 'Kitchen and bathroom apart'),
      niche: text('小厨房开向本户居室', 'A kitchen niche in the own room'),
    },
  },
};
