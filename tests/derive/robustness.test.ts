import { describe, expect, it } from 'vitest';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { wallNetwork } from '../../shared/derive/wall-network.ts';
import { eulerTerms } from '../../shared/geometry/faces.ts';
import { polygonArea, signedArea } from '../../shared/geometry/polygon.ts';
import type { Storey } from '../../shared/plan/model.ts';
import { cases } from '../cases.ts';
import { Random } from '../generate/random.ts';
import { soup, storeyOfLines } from '../generate/soup.ts';
import { type GeneratedStorey, generateStorey, type StoreyOptions } from '../generate/storey.ts';
import { crossingEdges } from '../geometry/crossing-edges.ts';
import { storeyId } from '../plan-from-drawing.ts';

const patience = { timeout: 600_000 };

/** What the walls come to where every room that was meant is found; rooms and ways that are wrong. */
function wrongs({ id, storey, rooms: meant, ways }: GeneratedStorey, tolerance: number): string[] {
  const { rooms, byId, looseTags, links } = storeyRooms(id, storey, 'after');
  const areas = meant.flatMap((one) => {
    const found = byId.get(one.id);
    if (!found) return [`${one.id} is missing`];
    if (found.tags.length !== 1) return [`${found.tags} are one room`];
    const off = Math.abs(found.area - one.area);
    return off > one.outline * tolerance + 1 ? [`${one.id}: off by ${off} mm2`] : [];
  });
  const extra = rooms
    .filter((room) => room.tags.length === 0)
    .map((room) => `nobody meant ${room.id} of ${room.area} mm2`);
  const pair = (from: string | null, to: string | null): string => [from, to].sort().join(' - ');
  const open = links.filter((link) => link.opening).map((link) => pair(link.from, link.to));
  const missed = ways.map(([from, to]) => pair(from, to)).filter((way) => !open.includes(way));
  return [...areas, ...extra, ...looseTags.map((tag) => `${tag} lies in no room`), ...missed];
}

function expectPlanar(storey: Storey): void {
  const { graph, faces } = wallNetwork(storey, 'after');
  expect(crossingEdges(graph)).toBeNull();
  const terms = eulerTerms(graph, faces);
  expect(terms.vertices - terms.edges + terms.faces).toBe(1 + terms.components);
  expect(faces.loopOf.includes(-1)).toBe(false);
}

//  ends off by   turned by   walls with another along them
const table: [number, number, number][] = [
  [0, 0, 0],
  [0.1, 0, 0],
  [1, 0, 0],
  [2, 0, 0],
  [0, 7.3, 0],
  [0.1, 7.3, 0],
  [1, 7.3, 0],
  [2, 7.3, 0],
  [0, 0, 0.3],
  [2, 0, 0.3],
  [0, 7.3, 0.3],
  [2, 7.3, 0.3],
];

describe('every room is found, none is added and no walls cross', () => {
  it.each(table)(
    'ends off by %d mm, turned by %d degrees, %d of the walls overlaid',
    patience,
    (off, degrees, overlaid) => {
      // mm that a wall's face may lie off: rounding of its ends, and what its joints are off.
      const tolerance = (degrees === 0 && off < 0.5 && overlaid === 0 ? 0 : 1) + 2 * off;
      for (let seed = 1; seed <= cases(200, 2000); seed++) {
        const options: StoreyOptions = { seed, off, degrees, overlaid };
        const generated = generateStorey(options);
        expect(wrongs(generated, tolerance), `seed ${seed}`).toEqual([]);
        expectPlanar(generated.storey);
      }
    },
  );

  it.each([
    [5, 0],
    [5, 7.3],
    [22, 0],
    [22, 7.3],
  ])('on a storey of %i stairs turned by %d degrees', (stairs, degrees) => {
    const generated = generateStorey({ stairs, degrees, seed: 20261122 });
    expect(wrongs(generated, degrees === 0 ? 0 : 1)).toEqual([]);
    expectPlanar(generated.storey);
  });
});

describe('walls at random', () => {
  it('come to a planar graph, and to rooms inside their faces', patience, () => {
    for (let seed = 1; seed <= cases(600, 6000); seed++) {
      const storey = storeyOfLines(soup(new Random(seed)));
      expectPlanar(storey);
      const { faces, nets } = wallNetwork(storey, 'after');
      expect(nets.length).toBe(faces.faces.length);
      for (const net of nets.flat()) {
        expect(signedArea(net.outer), `seed ${seed}`).toBeGreaterThan(0);
        expect(polygonArea(net)).toBeGreaterThan(0);
      }
      expect(() => storeyRooms(storeyId, storey, 'after')).not.toThrow();
    }
  });
});
