import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cornerRowPlaces } from '../../shared/propose/corner-rows.ts';
import type { Candidate } from '../../shared/propose/items.ts';
import { type KitchenNeeds, preparations, programmeOf } from '../../shared/propose/programme.ts';
import type { Region } from '../../shared/propose/region.ts';
import { spaceOf } from '../../shared/propose/space.ts';
import { usualDemands } from '../../shared/rules/fixture-demands.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { cases } from '../cases.ts';
import { type Box, meets } from './brute-force.ts';
import { households, planToDivide, roomId, type Shape, storeyId } from './room-to-divide.ts';

/*
 * Every pair of places of a sink and a cooker in the room, on a grid that holds all sizes, looked at
 * by the definition of a counter that turns a corner: knows nothing of how the search makes them.
 */
const cell = 10;
type Turn = 0 | 1 | 2 | 3;

/** A thing with its back at `back`, from `from` to `to` along it, as it would be drawn. */
function standing(turn: Turn, back: number, from: number, to: number, deep: number): Box {
  switch (turn) {
    case 0:
      return { x0: from, x1: to, y0: back, y1: back + deep };
    case 1:
      return { x0: back - deep, x1: back, y0: from, y1: to };
    case 2:
      return { x0: from, x1: to, y0: back - deep, y1: back };
    case 3:
      return { x0: back, x1: back + deep, y0: from, y1: to };
  }
}

const isFloor = ({ box, voids }: Region, one: Box): boolean =>
  one.x0 >= box.x0 &&
  one.y0 >= box.y0 &&
  one.x1 <= box.x1 &&
  one.y1 <= box.y1 &&
  !voids.some((taken) => meets(taken, one));

const isFacing = (region: Region, turn: Turn, back: number, from: number, to: number): boolean => {
  const before = standing(turn, back, from, to, cell);
  const behind = standing(turn, back + (turn === 0 || turn === 3 ? -cell : cell), from, to, cell);
  if (!isFloor(region, before)) return false;
  // No floor behind any of it.
  for (let at = from; at < to; at += cell) {
    const bit = turn === 0 || turn === 2 ? { x0: at, x1: at + cell } : { y0: at, y1: at + cell };
    if (isFloor(region, { ...behind, ...bit })) return false;
  }
  return true;
};

interface Way {
  readonly turn: Turn;
  readonly back: number;
  readonly from: number;
  readonly to: number;
  readonly deep: number;
}

function* waysOf(region: Region, wide: number, deep: number): Generator<Way> {
  const { x0, x1, y0, y1 } = region.box;
  for (const turn of [0, 1, 2, 3] as const) {
    const level = turn === 0 || turn === 2;
    const [low, high, start, end] = level ? [y0, y1, x0, x1] : [x0, x1, y0, y1];
    for (let back = low; back <= high; back += cell) {
      for (let from = start; from + wide <= end; from += cell) {
        const to = from + wide;
        if (isFacing(region, turn, back, from, to)) yield { turn, back, from, to, deep };
      }
    }
  }
}

const rectOf = ({ turn, back, from, to, deep }: Way, ahead = 0, depth = deep): Box =>
  standing(turn, back + (turn === 0 || turn === 3 ? ahead : -ahead), from, to, depth);

/** What there is between a thing and the wall at that end of it, and on which end that is. */
const gapTo = ({ from, to }: Way, line: number): readonly [number, number] =>
  line <= from ? [line, from] : [to, line];

/** The counters by their sinks, cookers and lengths of preparation. */
function allCounters(region: Region, needs: KitchenNeeds, lengths: readonly number[]): string[] {
  const found: string[] = [];
  const sinks = [...waysOf(region, needs.sink.width, needs.sink.depth)];
  for (const { value } of needs.cookers) {
    const cookers = [...waysOf(region, value.width, value.depth)];
    const depths = {
      sink: Math.max(needs.preparationDepth, needs.sink.depth),
      cooker: Math.max(needs.preparationDepth, value.depth),
    };
    for (const sink of sinks) {
      for (const cooker of cookers) {
        // Around a corner: the walls meet at right angles, and each thing stands before the other's wall.
        if ((sink.turn + cooker.turn) % 2 === 0) continue;
        const [sinkGap, cookerGap] = [gapTo(sink, cooker.back), gapTo(cooker, sink.back)];
        const byCorner = sinkGap[1] - sinkGap[0] - depths.cooker;
        const byOther = cookerGap[1] - cookerGap[0] - depths.sink;
        if (Math.min(byCorner, byOther) !== 0) continue;
        const length = Math.max(byCorner, byOther);
        if (length < needs.preparation || (length > 0 && !lengths.includes(length))) continue;
        const arms: readonly [Way, number, readonly [number, number], number][] = [
          [sink, depths.sink, sinkGap, depths.cooker],
          [cooker, depths.cooker, cookerGap, depths.sink],
        ];
        const isAllowed = arms.every(([way, deep, [low, high], corner]) => {
          const whole = { ...way, from: Math.min(low, way.from), to: Math.max(high, way.to), deep };
          const used =
            low < way.from ? { ...whole, from: low + corner } : { ...whole, to: high - corner };
          // It looks into the corner's quarter, its arm is floor at a wall, and people stand before it.
          return (
            isFacing(region, way.turn, way.back, whole.from, whole.to) &&
            isFloor(region, rectOf(whole)) &&
            isFloor(region, rectOf(used, deep, needs.standing))
          );
        });
        if (!isAllowed) continue;
        const end =
          cookerGap[0] < cooker.from
            ? { ...cooker, from: cooker.to, to: cooker.to + needs.cookerToWall }
            : { ...cooker, from: cooker.from - needs.cookerToWall, to: cooker.from };
        if (!isFloor(region, rectOf(end, 0, depths.cooker))) continue;
        found.push(words(rectOf(sink), rectOf(cooker), length));
      }
    }
  }
  return [...new Set(found)].sort();
}

const words = (sink: Box, cooker: Box, length: number): string =>
  JSON.stringify([sink, cooker].map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1])) + length;

/** From the sink on: preparation, corner and cooker, or corner, preparation and cooker. */
function wordsOf({ pieces }: Candidate): string {
  const [sink, cooker] = [pieces[0]!, pieces.at(-1)!];
  expect([sink.kind, cooker.kind]).toEqual(['sink', 'cooker']);
  const tops = pieces.slice(1, -1);
  expect(tops.every(({ kind }) => kind === 'worktop')).toBe(true);
  expect([1, 2]).toContain(tops.length);
  const preparation = tops.length === 2 ? tops[tops[1]!.side === cooker.side ? 1 : 0]! : null;
  const { x0, x1, y0, y1 } = preparation?.rect ?? { x0: 0, x1: 0, y0: 0, y1: 0 };
  return words(
    sink.rect,
    cooker.rect,
    preparation && preparation.side % 2 === 1 ? y1 - y0 : x1 - x0,
  );
}

test('no counter around a corner is missed, and none is made that does not stand', () => {
  let found = 0;
  const kitchens = (['full', 'compact', 'kitchenette'] as const).map(
    (id) => programmeOf(id, nationalProfile).kitchen!,
  );
  const lengths = preparations(usualDemands);
  fc.assert(
    fc.property(
      fc.integer({ min: 24, max: 40 }),
      fc.integer({ min: 24, max: 40 }),
      fc.constantFrom('whole', 'notch', 'shaft'),
      fc.constantFrom(...kitchens),
      (wide, deep, kind, needs) => {
        const size = { width: wide * 50, depth: deep * 50 };
        const shape: Shape = {
          ...size,
          ...(kind === 'notch' ? { notch: [400, 300] as const } : {}),
          ...(kind === 'shaft' ? { shaft: [300, 250] as const } : {}),
        };
        const { space } = spaceOf(
          { plan: planToDivide(shape), storey: storeyId, room: roomId, holders: households },
          50,
        );
        const setting = { space: space!, region: space!.region, shared: [], step: 50 };
        const made = cornerRowPlaces(setting, needs, lengths, 'electric').map(wordsOf).sort();
        found += made.length;
        expect(made).toEqual(allCounters(space!.region, needs, lengths));
      },
    ),
    { seed: 71, numRuns: cases(12, 150) },
  );
  expect(found).toBeGreaterThan(100);
});
