import { describe, expect, it } from 'vitest';
import { cases } from '../cases.ts';
import { generateStorey } from '../generate/storey.ts';
import { differences, geosFaces, overlapAllowance, ownFaces, ownNets, places } from './compare.ts';
import { Geos } from './geos.ts';
import { bodies, plainWalls } from './plain-walls.ts';
import { realStoreys } from './plans-of-others.ts';

/**
 * GEOS 3.13 (geos-wasm) as a second opinion: the faces by union and polygonize of the centre lines on
 * the 1 mm grid, the rooms by taking every wall's body out of those faces. It gets the walls with
 * their ends brought together by the drawing rules, written out anew in plain-walls.ts.
 */

const geos = await Geos.load();
const patience = { timeout: 600_000 };

const geosNets = (storey: Parameters<typeof geosFaces>[1]) => {
  const solid = bodies(plainWalls(storey).walls);
  return places(geos.subtract(geosFaces(geos, storey), solid));
};

describe('GEOS agrees on generated storeys', () => {
  it.each([
    [0, 0],
    [2, 0],
    [0, 7.3],
    [2, 7.3],
    [1, 33],
  ])('with ends off by %d mm, turned by %d degrees: faces and rooms', patience, (off, degrees) => {
    for (let seed = 1; seed <= cases(23, 223); seed++) {
      const { storey, rooms } = generateStorey({ seed, off, degrees });
      const nets = ownNets(storey);
      expect(differences(ownFaces(storey), geosFaces(geos, storey)), `seed ${seed}`).toEqual([]);
      expect(differences(nets, geosNets(storey)), `seed ${seed}`).toEqual([]);
      expect(nets.length).toBe(rooms.length);
    }
  });

  // Between two walls that lie along each other but for a millimetre are faces without floor, all
  // of them inside the walls: each engine may have other ones. Rooms are compared, not faces.
  it.each([
    [0, 0],
    [2, 0],
    [0, 7.3],
    [2, 7.3],
  ])(
    'where walls overlap, ends off by %d mm, turned by %d degrees: rooms',
    patience,
    (off, degrees) => {
      for (let seed = 1; seed <= cases(23, 223); seed++) {
        const { storey } = generateStorey({ seed, off, degrees, overlaid: 0.3 });
        expect(
          differences(ownNets(storey), geosNets(storey), overlapAllowance),
          `seed ${seed}`,
        ).toEqual([]);
      }
    },
  );
});

describe('GEOS agrees on real plans', () => {
  it.each(realStoreys())('$name', ({ storey }) => {
    expect(differences(ownFaces(storey), geosFaces(geos, storey))).toEqual([]);
    expect(differences(ownNets(storey), geosNets(storey))).toEqual([]);
  });
});
