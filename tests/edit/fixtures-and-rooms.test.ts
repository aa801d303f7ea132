import { describe, expect, test } from 'vitest';
import { changeFixture } from '../../shared/edit/change-fixture.ts';
import { changeRiser } from '../../shared/edit/change-riser.ts';
import { describeRoom } from '../../shared/edit/describe-room.ts';
import { fixtureSizes, riserSizes } from '../../shared/edit/fixture-sizes.ts';
import type { Intent } from '../../shared/edit/intent.ts';
import { placeFixture } from '../../shared/edit/place-fixture.ts';
import { placeRiser } from '../../shared/edit/place-riser.ts';
import { tagRoom } from '../../shared/edit/tag-room.ts';
import {
  type Fixture,
  fixtureKinds,
  type Holder,
  type RoomTag,
  type Storey,
} from '../../shared/plan/model.ts';
import {
  countingIds,
  drawStorey,
  household1,
  household2,
  id,
  storey1,
  tag,
} from '../plan/draw-plan.ts';
import { reasonOf, run } from './run-edit.ts';

const bare = drawStorey('A---B');
const of = (intent: Intent, prefix = 'n') => ({
  storey: storey1,
  intent,
  newId: countingIds(prefix),
});

describe('fixtures', () => {
  const place = (rotation: number, intent: Intent = 'survey') =>
    placeFixture({ ...of(intent), kind: 'wc', at: { x: 0.4, y: 9.5 }, rotation });
  const wc: Fixture = {
    kind: 'wc',
    at: { x: 0, y: 10 },
    rotation: 0,
    width: 400,
    depth: 700,
    phase: 'existing',
  };
  const storey: Storey = { ...bare, fixtures: { [id('fixture', '1')]: wc } };
  const change = (to: Partial<Fixture>, intent: Intent = 'survey') =>
    changeFixture({ ...of(intent), fixture: id('fixture', '1'), change: to });

  test('come with their usual size, whole millimetres and degrees', () => {
    expect(run(bare, place(-90)).fixtures).toEqual({ fixture_n1: { ...wc, rotation: 270 } });
    expect(run(bare, place(360, 'proposal')).fixtures).toEqual({
      fixture_n1: { ...wc, phase: 'new' },
    });
    for (const kind of fixtureKinds) {
      const command = placeFixture({ ...of('survey'), kind, at: { x: 0, y: 0 }, rotation: 0 });
      expect(run(bare, command).fixtures).toMatchObject({
        fixture_n1: { width: fixtureSizes[kind].width },
      });
    }
  });

  test('change in place, or in a proposal by a new one', () => {
    expect(run(storey, change({ fuel: 'gas' })).fixtures).toEqual({
      fixture_1: { ...wc, fuel: 'gas' },
    });
    const fuelled = run(storey, change({ fuel: 'gas' }));
    expect(run(fuelled, change({ fuel: undefined }))).toEqual(storey);
    const proposed = run(storey, change({ rotation: 450, width: 380.2 }, 'proposal'));
    expect(proposed.fixtures).toEqual({
      fixture_1: { ...wc, phase: 'demolished' },
      fixture_n1: { ...wc, rotation: 90, width: 380, phase: 'new' },
    });
    expect(reasonOf(proposed, change({ rotation: 0 }, 'proposal'))).toBe('demolished');
    expect(reasonOf(bare, change({ rotation: 0 }))).toBe('gone');
    expect(reasonOf(storey, change({ width: 9 }))).toBe('out-of-range');
  });

  test('a riser is named by its line', () => {
    const command = placeRiser({
      ...of('proposal'),
      kind: 'soil',
      line: ' W1 ',
      at: { x: 5, y: 5 },
    });
    const { width, depth } = riserSizes.soil;
    expect(run(bare, command).risers).toEqual({
      riser_n1: { kind: 'soil', line: 'W1', at: { x: 5, y: 5 }, width, depth, phase: 'new' },
    });
    const placed = run(
      bare,
      placeRiser({ ...of('survey'), kind: 'soil', line: 'W1', at: { x: 5, y: 5 } }),
    );
    const change = (intent: Intent) =>
      changeRiser({
        ...of(intent, 'c'),
        riser: id('riser', 'n1'),
        change: { kind: 'waste', line: ' W2 ', width: 300.4 },
      });
    const changed = { kind: 'waste', line: 'W2', at: { x: 5, y: 5 }, width: 300, depth };
    expect(run(placed, change('survey')).risers).toEqual({
      riser_n1: { ...changed, phase: 'existing' },
    });
    // In a proposal the surveyed one goes and another comes.
    expect(run(placed, change('proposal')).risers).toMatchObject({
      riser_n1: { kind: 'soil', phase: 'demolished' },
      riser_c1: { ...changed, phase: 'new' },
    });
    const wide = placeRiser({
      ...of('survey'),
      kind: 'flue',
      line: '',
      at: { x: 0, y: 0 },
      width: 9000,
    });
    expect(reasonOf(bare, wide)).toBe('out-of-range');
  });
});

describe('rooms', () => {
  const name = (holders: Holder[], intent: Intent = 'survey') =>
    tagRoom({ ...of(intent), at: { x: 1.6, y: 2 }, use: 'kitchen', name: ' 厨房 ', holders });
  const room = id('room', '1');
  const storey: Storey = { ...bare, rooms: { [room]: tag(5, 5, { holders: [household1] }) } };
  const describe1 = (change: Partial<RoomTag>, intent: Intent = 'proposal', prefix = 'n') =>
    describeRoom({ ...of(intent, prefix), room, change });

  test('are named, each holder once', () => {
    expect(run(bare, name([household1, household1])).rooms).toEqual({
      room_n1: tag(2, 2, { use: 'kitchen', name: '厨房', holders: [household1] }),
    });
    expect(reasonOf(bare, name(['building', household1]))).toBe('mixed-holders');
    expect(reasonOf(bare, name([id('household', '9')]))).toBe('gone');
  });

  test('the survey changes a tag in place', () => {
    expect(run(storey, describe1({ holders: [household2] }, 'survey')).rooms).toEqual({
      room_1: tag(5, 5, { holders: [household2] }),
    });
  });

  test('a proposal replaces a surveyed tag once, then changes the new one', () => {
    const first = run(storey, describe1({ holders: [household2] }));
    const expected = {
      room_1: tag(5, 5, { holders: [household1], phase: 'demolished' }),
      room_n1: tag(5, 5, { holders: [household2], phase: 'new' }),
    };
    expect(first.rooms).toEqual(expected);
    const second = run(first, describe1({ name: ' 甲 ' }, 'proposal', 'm'));
    expect(second.rooms).toEqual({ ...expected, room_n1: { ...expected.room_n1, name: '甲' } });
    expect(run(storey, describe1({ use: 'bedroom' }))).toBe(storey);
  });

  test('refusals', () => {
    const gone: Storey = { ...bare, rooms: { [room]: tag(5, 5, { phase: 'demolished' }) } };
    expect(reasonOf(gone, describe1({ name: 'x' }))).toBe('demolished');
    expect(reasonOf(bare, describe1({ name: 'x' }))).toBe('gone');
    expect(reasonOf(storey, describe1({ holders: ['building', household2] }))).toBe(
      'mixed-holders',
    );
    expect(reasonOf(storey, describe1({ name: 'x'.repeat(201) }))).toBe('out-of-range');
  });
});
