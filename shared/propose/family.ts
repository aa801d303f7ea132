import { type Text, text } from '../text.ts';
import type { DivideRequest } from './search.ts';

/** Within what a search is exact: an answer that there is none is a proof for these and no others. */
export function familyOf(request: DivideRequest, isExact: boolean): Text {
  const { thickness, corners, step, leastShare, programme, holders } = request;
  const percent = Math.round(leastShare * 100);
  const zhWalls = corners ? '一道直隔墙或一道L形隔墙' : '一道直隔墙';
  const enWalls = corners ? 'one straight or one L-shaped partition' : 'one straight partition';
  const zhCut =
    holders.length === 1
      ? '不分隔'
      : `${zhWalls}（厚 ${thickness} mm），每户不少于净面积的 ${percent}%`;
  const enCut =
    holders.length === 1
      ? 'no partition'
      : `${enWalls} (${thickness} mm), each part at least ${percent} % of the net area`;
  const zhShape = isExact ? '' : '；斜墙的房间按其中的整格计算';
  const enShape = isExact ? '' : '; a room with slanted walls counts by the whole cells inside it';
  return text(
    `${programme.name.zh}：${zhCut}；设施靠墙，灶、台、池一字排开，户内至多再加一道直隔墙（开向居室的小厨房可带一个转角）；门和设施按 ${step} mm 网格，最好的再按 10 mm 微调隔墙${zhShape}。`,
    `${programme.name.en}: ${enCut}; fixtures stand against walls, sink, worktop and cooker in one row, at most one more straight partition in a part (a niche's may have a corner); doors and fixtures on a grid of ${step} mm, partitions of the best then by 10 mm${enShape}.`,
  );
}
