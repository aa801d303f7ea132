import { type Text, text } from '../text.ts';
import type { DivideRequest } from './divide-request.ts';
import { longerBy } from './part-search.ts';
import { bodyWidth } from './programme.ts';
import { drainsUnchecked } from './stacks-known.ts';
import { fineStep, leastLeg, narrowestCorner } from './trials.ts';
import { narrowestRoom } from './two-rooms.ts';

/**
 * Within what a search is exact: an answer that there is none is a proof for these and no others. All
 * that bounds the search is named.
 */
export function familyOf(request: DivideRequest, isExact: boolean): Text {
  const bounds = [
    cutWords(request),
    fixtureWords(request),
    doorWords(request),
    drainWords(request),
    gridWords(request, isExact),
    shownWords,
  ];
  const { zh, en } = request.programme.name;
  return text(
    `${zh}：${bounds.map((one) => one.zh).join('；')}。`,
    `${en}: ${bounds.map((one) => one.en).join('; ')}.`,
  );
}

function cutWords({ holders, thickness, corners, leastShare, enoughCuts }: DivideRequest): Text {
  if (holders.length === 1) return text('不分隔', 'no partition');
  const percent = Math.round(leastShare * 100);
  const zh = corners
    ? `一道直隔墙，或一道 L 形隔墙（转角内边不小于 ${narrowestCorner} mm，旁边留不小于 ${leastLeg} mm）`
    : '一道直隔墙';
  const en = corners
    ? `one straight partition, or an L-shaped one (inner sides of at least ${narrowestCorner} mm, ${leastLeg} mm left beside them)`
    : 'one straight partition';
  const few =
    enoughCuts < Infinity
      ? text(
          `（房间较大，两户面积最接近的 ${enoughCuts} 处可行隔墙之内选优；没有可行的则全部试过）`,
          ` (as the room is large, the best of the ${enoughCuts} most even that are possible; where none is, all were tried)`,
        )
      : text('', '');
  return text(
    `${zh}，厚 ${thickness} mm，每户不少于净面积的 ${percent}%${few.zh}`,
    `${en}, ${thickness} mm thick, each part at least ${percent} % of the net area${few.en}`,
  );
}

const fixtureWords = ({ programme }: DivideRequest): Text => {
  const { ways } = programme;
  const inner = programme.arrangements.some((one) => one === 'two' || one === 'behind');
  const niche = programme.arrangements.includes('niche');
  const counter = counterWords(programme);
  return text(
    `设施靠墙，${counter.zh}，用 ${bodyWidth} mm 宽的人能走到每件设施${inner ? `；户内至多再加一道直隔墙，两侧各不小于 ${narrowestRoom} mm` : ''}${niche ? `；小厨房开向本户居室，洞口不小于 ${ways.kitchenOpening} mm，隔墙可带一个转角（旁边和背后各留不小于 ${bodyWidth} mm，留不足的做到底）；或与卫生间合为一间` : ''}`,
    `fixtures stand against walls, ${counter.en}, a person ${bodyWidth} mm wide gets to each${inner ? `; at most one more straight partition in a part, ${narrowestRoom} mm or more on both sides` : ''}${niche ? `; a kitchen niche opens to the household's own room by ${ways.kitchenOpening} mm or more, its partition may have one corner with ${bodyWidth} mm or more left beside and behind it, or else it is as deep as the part; or it is one room with the bathroom` : ''}`,
  );
};

function counterWords({ kitchen, arrangements }: DivideRequest['programme']): Text {
  const straight = text('池、台、灶一字排开', 'sink, worktop and cooker in one row');
  // A niche's row looks out of it, straight.
  if (!kitchen || arrangements.every((one) => one === 'niche')) return straight;
  return text(
    `${straight.zh}，或沿相邻两墙转成 L 形（池、灶各占一边，备餐台面整段在其中一边，转角台面不计）`,
    `${straight.en} or around a corner of the room (sink and cooker on one wall each, the preparation in one stretch on either, the corner not counted)`,
  );
}

const doorWords = ({ programme: { ways } }: DivideRequest): Text =>
  text(
    `门宽 ${ways.door} mm（厨房门能放宽的放宽到 ${ways.kitchenOpening} mm），只开在本户房间或公共部位；推拉门旁要有一扇门宽的墙，外开门只开向本户房间，门扇的方形范围内除淋浴湿地外不放设施，也不碰别的门扇；门扇挂在靠墙角的一侧，开进本户新房间的，${ways.body} mm 宽的人绕过开着的门扇能站到它扫过的范围以外`,
    `doors ${ways.door} mm wide (those of kitchens ${ways.kitchenOpening} mm where that can be), from the household's own rooms or common ones; a sliding door has as much wall beside it, an outward one opens only into the household's own room, and the square of a leaf is free of fixtures, but for the wet floor of a shower, and of other leaves; a leaf hangs on the jamb nearer to a corner, and where it swings into a new room a person ${ways.body} mm wide gets past it to floor that it does not sweep`,
  );

/** What was held of the drains; nothing where that is asked for as a change of its own. */
function drainWords({ plan, storey, programme, ignoresStacks }: DivideRequest): Text {
  const { bath } = programme;
  if (ignoresStacks) return text('排水立管另设，未核', 'stacks to be added, not checked');
  if (drainsUnchecked(plan, storey, programme)) {
    return text('没有录入立管，排水未核', 'drains not checked, as no stack is recorded');
  }
  if (!bath) return text('排水距离只排序，不设上限', 'drains rank, without a limit');
  return text(
    `便器背面距污水立管不超过 ${bath.wcToStack} mm`,
    `the back of a WC at most ${bath.wcToStack} mm from a soil stack`,
  );
}

function gridWords({ step }: DivideRequest, isExact: boolean): Text {
  return text(
    `门和设施按 ${step} mm 网格${step > 50 ? '（房间较大，网格放宽）' : ''}，最好的几个再按 ${fineStep} mm 微调${isExact ? '' : '；斜墙的房间按其中的整格计算'}`,
    `doors and fixtures on a grid of ${step} mm${step > 50 ? ' (wider, as the room is roomy)' : ''}, the best then moved by ${fineStep} mm${isExact ? '' : '; a room with slanted walls counts by the whole cells inside it'}`,
  );
}

const shownWords = text(
  `每户的排水管比最短的长 ${longerBy / 1000} m 以上的布置不列出`,
  `arrangements of a part that need ${longerBy / 1000} m more pipe than its best are not listed`,
);
