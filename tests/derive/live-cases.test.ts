import { describe, expect, it } from 'vitest';
import { fixtureConflicts } from '../../shared/derive/fixture-conflicts.ts';
import { liveNetwork } from '../../shared/derive/live-network.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import type { JointId, Storey, WallId } from '../../shared/plan/model.ts';
import { storeyOfLines } from '../generate/soup.ts';
import { storeyId } from '../plan-from-drawing.ts';

/** Edits after which the live way once answered otherwise than from nothing. */

/** Rooms far off, so that what is edited is a small part of the storey. */
const farOff = Array.from({ length: 16 }, (_, index) => 40_000 + 4000 * index).flatMap(
  (x) =>
    [
      [x, 0, x + 3000, 0, 120],
      [x + 3000, 0, x + 3000, 3000, 120],
      [x + 3000, 3000, x, 3000, 120],
      [x, 3000, x, 0, 120],
    ] as const,
);
const copyOf = (storey: Storey): Storey => structuredClone(storey);
const wallAt = (storey: Storey, a: string, b: string): WallId =>
  Object.keys(storey.walls).find((id) => {
    const wall = storey.walls[id as WallId]!;
    return wall.a === a && wall.b === b;
  }) as WallId;

function expectLikeNew(storey: Storey): void {
  const live = storeyRooms(storeyId, storey, 'after');
  const anew = storeyRooms(storeyId, copyOf(storey), 'after');
  expect(live.rooms).toEqual(anew.rooms);
  expect(live.links).toEqual(anew.links);
}

describe('a facade made thicker', () => {
  /*
   *   o-------u            the corner c stands clear of the thin facade; in the
   *   |       |  / s       thick one it is linked to it, and the walls on the left
   *   |       c            enclose a room
   *   f0------t------f1
   *           |
   */
  const outline = (
    more: readonly (readonly [number, number, number, number, number])[],
    [from, to]: readonly [string, string],
  ) => {
    const storey = storeyOfLines([
      [0, 0, 10_000, 0, 90],
      [5000, 0, 5000, -3000, 120],
      [5000, 100, 5000, 5000, 90],
      [5000, 100, 8000, 3000, 120],
      ...more,
      [0, 5000, 0, 0, 120],
      ...farOff,
    ]);
    const door = {
      wall: wallAt(storey, from, to),
      kind: 'door',
      offset: 1000,
      width: 800,
      sill: 0,
      head: 2000,
      leaf: 'swing',
      hinge: 'a',
      side: 'left',
      phase: 'existing',
    };
    return { ...storey, openings: { opening_1: door } } as unknown as Storey;
  };
  const thick = (storey: Storey): Storey => {
    const id = wallAt(storey, 'joint_0_0', 'joint_10000_0');
    return {
      ...storey,
      walls: { ...storey.walls, [id]: { ...storey.walls[id]!, thickness: 370 } },
    };
  };

  it('encloses a room, and the door beside it leads there', () => {
    const top = ['joint_5000_5000', 'joint_0_5000'] as const;
    const storey = outline([[5000, 5000, 0, 5000, 120]], top);
    const before = storeyRooms(storeyId, storey, 'after');
    const after = thick(storey);
    expectLikeNew(after);
    const rooms = storeyRooms(storeyId, after, 'after');
    expect(rooms.rooms.length).toBe(before.rooms.length + 1);
    expect(rooms.links.some(({ from, to }) => from !== null || to !== null)).toBe(true);
  });

  it('encloses one far beyond what it touches', () => {
    const storey = outline(
      [
        [5000, 5000, 2500, 6000, 120],
        [2500, 6000, 1000, 6000, 120],
        [1000, 6000, 0, 5000, 120],
      ],
      ['joint_0_5000', 'joint_0_0'],
    );
    const before = storeyRooms(storeyId, storey, 'after');
    expectLikeNew(thick(storey));
    const rooms = storeyRooms(storeyId, thick(storey), 'after').rooms;
    expect(rooms.length).toBe(before.rooms.length + 1);
  });
});

describe('a wall of a millimetre, whose ends come together', () => {
  /*
   *   +------+------+
   *   |      |      |      the partition ends at q, a millimetre from p, where the short wall
   *   |      |      |      between the two brings it; when that goes, the partition stands at q
   *   +-----p-q-----+
   */
  it('holds what ends there while it stands, and no longer', () => {
    const storey = storeyOfLines([
      [0, 0, 6000, 0, 120],
      [6000, 0, 6000, 4000, 120],
      [6000, 4000, 0, 4000, 120],
      [0, 4000, 0, 0, 120],
      [3000, 0, 3001, 0, 120],
      [3001, 0, 3001, 4000, 120],
      ...farOff,
    ]);
    const before = storeyRooms(storeyId, storey, 'after');
    const { [wallAt(storey, 'joint_3000_0', 'joint_3001_0')]: _, ...walls } = storey.walls;
    const after = { ...storey, walls };
    expectLikeNew(after);
    expect(liveNetwork(after, 'after').patch).not.toBeNull();
    const areas = ({ rooms }: typeof before) => rooms.slice(0, 2).map(({ area }) => area);
    expect(areas(storeyRooms(storeyId, after, 'after'))).not.toEqual(areas(before));
  });
});

describe('a bed that laps over a boundary', () => {
  /*
   *   +-----:--+--+
   *   |   [bed]|  |        the wall on the right is moved into the bed;
   *   +-----:--+--+        the room of the bed's middle, left of `:`, is as it was
   */
  it('stands in the wall that is moved into it from the other side', () => {
    const storey = storeyOfLines([
      [0, 0, 6000, 0, 120],
      [6000, 0, 6000, 4000, 120],
      [6000, 4000, 0, 4000, 120],
      [0, 4000, 0, 0, 120],
      [3000, 0, 3000, 4000, 0],
      [5000, 0, 5000, 4000, 120],
      ...farOff,
    ]);
    const bed = { kind: 'bed', at: { x: 2500, y: 1000 }, rotation: 0, width: 2000, depth: 1000 };
    const furnished = {
      ...storey,
      fixtures: { fixture_1: { ...bed, phase: 'existing' } },
    } as unknown as Storey;
    expect(fixtureConflicts(storeyId, furnished)).toEqual([]);
    const joints = {
      ...furnished.joints,
      ['joint_5000_0' as JointId]: { x: 3300, y: 0 },
      ['joint_5000_4000' as JointId]: { x: 3300, y: 4000 },
    };
    const moved = { ...furnished, joints };
    expect(liveNetwork(moved, 'after').patch).not.toBeNull();
    expect(fixtureConflicts(storeyId, moved)).toMatchObject([{ with: 'wall' }]);
  });
});
