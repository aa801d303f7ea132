import type { Profile } from '../../rules/profile.ts';
import { type Text, text } from '../../text.ts';
import { programmeOf } from '../programme.ts';
import { profileFor, wayWidths } from '../way-widths.ts';
import type { BlockAsk } from './ask.ts';

/** What is looked at for many households: the best found is shown, and nothing is proven. */
export function blockFamily(ask: BlockAsk): Text {
  const { thickness = 100, newStacks = true, ownRooms = true, throughBearing = false } = ask;
  const profile = profileFor(ask);
  const { corridor } = wayWidths(profile);
  const what = heldWords(ask, profile);
  return text(
    `${[
      `每间公用房不分，或按下列分法之一：并列的直条；直条加一处 L 形隔墙；净宽不小于 ${corridor} mm 的公共过道，两侧和尽头分间`,
      `隔墙厚 ${thickness} mm，不落在门窗上，位置按 50 mm 网格`,
      `每一间内的布置按单户的范围求，每户${what.zh}，只从公共部位或本户居室进入`,
      newStacks
        ? '没有立管的部分可新增污水立管（外包 200 mm，须上下层贯通，不压其他楼层的设施、家具和门窗）'
        : '只用现有立管',
      ownRooms
        ? '公用房不够分的，从本户居室一角分出（按 100 mm 网格取最小，不占门窗，剩余居室不少于 5 m²）'
        : '不动各户居室',
      throughBearing ? '可在承重墙上开门（须结构工程师复核）' : '承重墙上只用现有门洞',
      '列出的是找到的最好方案，不是没有更好方案的证明',
    ].join('；')}。`,
    `${[
      `Each shared room is left as it is or divided in one of these ways: strips side by side; strips and one L-shaped partition; a common passage of at least ${corridor} mm clear with parts on its sides and at its end`,
      `partitions of ${thickness} mm, none ending in a door or window, on a grid of 50 mm`,
      `each part is furnished as for one household, with ${what.en}, and entered only from common space or its own rooms`,
      newStacks
        ? 'parts without a stack may get a new soil stack (boxed 200 mm, through all storeys, clear of fixtures, furniture, doors and windows there)'
        : 'existing stacks only',
      ownRooms
        ? 'who finds no place there gets a corner of its own room (the smallest on a grid of 100 mm, no door or window taken, at least 5 m² of the room left)'
        : 'own rooms stay as they are',
      throughBearing
        ? 'doors may be cut into bearing walls, with an engineer’s note'
        : 'in bearing walls only the doors that are there',
      'the best that was found is shown, which is no proof that there is none better',
    ].join('; ')}.`,
  );
}

function heldWords({ programme }: BlockAsk, profile: Profile): Text {
  const { kitchen, bath } = programmeOf(programme === 'best' ? 'kitchenette' : programme, profile);
  if (!bath) return text('一间厨房', 'a kitchen');
  return kitchen ? text('一套厨卫', 'a kitchen and bathroom') : text('一间卫生间', 'a bathroom');
}
