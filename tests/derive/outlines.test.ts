import { expect, it } from 'vitest';
import { wallOutlines } from '../../shared/derive/outlines.ts';
import {
  entries,
  type JointId,
  type Opening,
  type OpeningId,
  type Storey,
  type WallId,
} from '../../shared/plan/model.ts';
import { generateStorey } from '../generate/storey.ts';
import { storeyFromDrawing } from '../plan-from-drawing.ts';

/** What looks as it did is known by its identity: nothing else of a picture is painted anew. */
it('an opening that slides leaves the outlines of all others the identical objects', () => {
  const { storey } = generateStorey({ seed: 3 });
  const list = entries(storey.openings);
  const slide = (was: Storey, place: number): Storey => {
    const [id, opening] = list[place]!;
    const slid = { ...opening, offset: opening.offset + 10 };
    return { ...was, openings: { ...was.openings, [id]: slid } };
  };
  let now = storey;
  for (const place of [0, list.length - 1, 0]) {
    const next = slide(now, place);
    const [before, after] = [wallOutlines(now).openings, wallOutlines(next).openings];
    expect(after.filter((outline) => !before.includes(outline)).map(({ id }) => id)).toEqual([
      list[place]![0],
    ]);
    now = next;
  }
});

it('an opening goes along with a boundary, which is no part of the walls that stand', () => {
  const storey = storeyFromDrawing(`
    +--+--+
    |A :B |
    +--+--+`);
  const wall = entries(storey.walls).find(([, { kind }]) => kind === 'boundary')![0] as WallId;
  const free = 'joint_free' as JointId;
  const facts = { kind: 'door', offset: 100, width: 800, sill: 0, head: 2100, phase: 'existing' };
  const openings: Storey['openings'] = {
    ['opening_1' as OpeningId]: { wall, ...facts } as Opening,
  };
  // At 45 degrees up or down from 3000, 0.
  const farJambAt = (y: number): number | undefined => {
    const moved: Storey = {
      ...storey,
      joints: { ...storey.joints, [free]: { x: 3000 + y, y } },
      walls: { ...storey.walls, [wall]: { ...storey.walls[wall]!, b: free } },
      openings,
    };
    return wallOutlines(moved).openings[0]?.corners[1].x;
  };
  const along = 900 * Math.SQRT1_2;
  expect(farJambAt(1000)).toBeCloseTo(3000 + along, 6);
  expect(farJambAt(-1000)).toBeCloseTo(3000 - along, 6);
});
