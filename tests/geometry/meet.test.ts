import { describe, expect, it } from 'vitest';
import {
  type CentreLine,
  meetBodies,
  snapDistance,
  snapJoints,
} from '../../shared/geometry/meet.ts';

const line = (a: number, b: number, half = 60): CentreLine => ({ a, b, half });

describe('joints', () => {
  it('within 5 mm become the first of them, in the order given', () => {
    const joints = [
      { x: 0, y: 0 },
      { x: 3, y: 4 },
      { x: 6, y: 0 },
      { x: 3000, y: 0 },
    ];
    expect([...snapJoints(joints)]).toEqual([0, 0, 2, 3]);
    expect(snapDistance).toBe(5);
  });
});

describe('wall ends', () => {
  // A long wall along y = 0 from x = 0 to 3000, and a second wall that comes down to it.
  const host = [
    { x: 0, y: 0 },
    { x: 3000, y: 0 },
  ];

  it.each([
    ['on the centre line', 0],
    ['inside the body', 30],
    ['at the face', 60],
    ['5 mm off the face', 65],
    ['through to the far face', -60],
  ])('%s land on the centre line', (_, y) => {
    const joints = [...host, { x: 1000, y: 2000 }, { x: 1000, y }];
    const { sources, links } = meetBodies(joints, [line(0, 1), line(2, 3)]);
    expect(sources[1]).toMatchObject({ ax: 1000, ay: 2000, bx: 1000, by: 0 });
    expect(sources[0]!.via).toEqual([1000, 0]);
    expect(links).toEqual([]);
  });

  it('that stop short stay apart', () => {
    const joints = [...host, { x: 1000, y: 2000 }, { x: 1000, y: 66 }];
    const { sources } = meetBodies(joints, [line(0, 1), line(2, 3)]);
    expect(sources[1]).toMatchObject({ by: 66 });
    expect(sources[0]!.via).toEqual([]);
  });

  it('keep their direction: a slanted wall is carried on along itself', () => {
    const joints = [...host, { x: 2000, y: 1000 }, { x: 1050, y: 50 }];
    const { sources } = meetBodies(joints, [line(0, 1), line(2, 3)]);
    expect(sources[1]).toMatchObject({ bx: 1000, by: 0 });
  });

  it('of a corner that stands in a body are linked to its centre line', () => {
    const joints = [...host, { x: 1000, y: 40 }, { x: 1000, y: 2000 }, { x: 500, y: 2000 }];
    const { links } = meetBodies(joints, [line(0, 1), line(2, 3), line(2, 4)]);
    expect(links).toEqual([{ ax: 1000, ay: 40, bx: 1000, by: 0, via: [] }]);
  });

  //     |        the corner c lies beyond the end of the slanted wall, 30 mm past it:
  //  c--+        it is in no body there, though its distance to the end is less than half
  //   \          the thickness
  it('have no body beyond them', () => {
    const joints = [
      { x: 0, y: 0 },
      { x: 1000, y: 0 },
      { x: 1030, y: 0 },
      { x: 1030, y: 900 },
      { x: 1900, y: -900 },
    ];
    const { sources, links } = meetBodies(joints, [line(0, 1), line(2, 3), line(2, 4)]);
    expect(links).toEqual([]);
    // The wall's own end does lie in the upright wall, and is carried to its centre line.
    expect(sources[0]).toMatchObject({ bx: 1030, by: 0, via: [] });
  });
});
