import { capital, doorWords } from '../plan/door-words.ts';
import type { Profile } from '../rules/profile.ts';
import { type Text, text } from '../text.ts';
import type { Frame } from './frame.ts';
import type { NoWayIn } from './no-way-in.ts';
import type { Axis } from './partitions.ts';
import { countOf, isPossible } from './possible.ts';
import { idOf, programmeName } from './programme.ts';
import type { Ask } from './propose.ts';
import { spaceOf } from './space.ts';
import { pulledApart } from './wider-room.ts';

/** mm by which a room is made wider at most, and the steps in which the least is found. */
const mostWider = 1500;
const step = 10;

/** mm2 of a part from which on it is not for want of floor. */
const roomEnough = 2_600_000;

const axes = ['x', 'y'] as const;

/**
 * How much wider the room would have to be, each way, all else being as it is: found by the same search
 * in a room pulled apart at its middle or at either end. Yields between searches. Null where the room is
 * not one to measure, or large enough.
 */
export function* shortBy(ask: Ask, profile: Profile): Generator<void, NoWayIn | null> {
  const { space } = spaceOf(ask, 50);
  if (!space?.isExact || ask.programme === 'best') return null;
  if (space.region.area / ask.holders.length > roomEnough) return null;
  const { frame } = space;
  const { box } = space.region;
  const missing: Partial<Record<Axis, number | null>> = {};
  for (const axis of axes) {
    const [low, high] = axis === 'x' ? [box.x0, box.x1] : [box.y0, box.y1];
    let least: number | null = null;
    for (const at of [(low + high) / 2, low + 1, high - 1]) {
      const wider = (by: number): Ask => pulledApart(ask, frame, { axis, at, by });
      const fits = (by: number): boolean => isPossible(wider(by), profile);
      // Another line matters only where less is enough there.
      let most: number = (least ?? mostWider + step) - step;
      yield;
      if (most < step || !fits(most)) continue;
      let none = 0;
      while (most - none > step) {
        const middle = Math.round((none + most) / 2 / step) * step;
        yield;
        if (fits(middle)) most = middle;
        else none = middle;
      }
      if (countOf(wider(most), profile) > 0) least = most;
    }
    missing[axis] = least;
  }
  const sizes = { x: Math.round(box.x1 - box.x0), y: Math.round(box.y1 - box.y0) };
  return { holders: ask.holders, reason: 'short', text: shortWords(ask, frame, sizes, missing) };
}

function shortWords(
  { plan, holders, programme }: Ask,
  frame: Frame,
  sizes: Readonly<Record<Axis, number>>,
  missing: Partial<Record<Axis, number | null>>,
): Text {
  const whose = doorWords(holders.map((id) => plan.households[id]?.door ?? id));
  const name = programmeName(programme === 'best' ? 'kitchenette' : idOf(programme));
  const isLevel = Math.abs(frame.ux) >= Math.abs(frame.uy);
  const ways = axes
    .map((axis) => ({
      by: missing[axis] ?? null,
      size: sizes[axis],
      way: (axis === 'x') === isLevel ? acrossWords : upWords,
    }))
    .sort((left, right) => (left.by ?? Infinity) - (right.by ?? Infinity));
  const enough = ways.flatMap(({ by, size, way }) => (by === null ? [] : [{ by, size, way }]));
  if (enough.length === 0) {
    return text(
      `${whose.zh}，“${name.zh}”：房间任一方向加宽 ${mostWider} mm 仍不可行，不只是面积不够。`,
      `${capital(whose.en)} (${name.en.toLowerCase()}): even ${mostWider} mm more room either way makes none possible; floor is not all that is missing.`,
    );
  }
  return text(
    `${whose.zh}，“${name.zh}”：${enough
      .map(({ by, size, way }) => `图上${way.zh}净尺寸 ${size} mm，还差 ${by} mm`)
      .join('；或')}（直隔墙，其余不变）。`,
    `${capital(whose.en)} (${name.en.toLowerCase()}): ${enough
      .map(({ by, size, way }) => `${by} mm more room ${way.en} (${size} mm now)`)
      .join(', or ')} would do, with a straight partition and all else as it is.`,
  );
}

/** As the plan lies on the screen. */
const acrossWords = text('左右方向', 'from left to right');
const upWords = text('上下方向', 'from top to bottom');
