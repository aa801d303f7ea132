import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grossAreas } from '../../shared/derive/gross-areas.ts';
import { wallOutlines } from '../../shared/derive/outlines.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { signedArea } from '../../shared/geometry/polygon.ts';
import type { Storey } from '../../shared/plan/model.ts';
import { cases } from '../cases.ts';
import { storeyFromDrawing, storeyId } from '../plan-from-drawing.ts';

const gross = (storey: Storey) => grossAreas(storeyId, storey, 'after');
const squareMetres = (area: number | undefined): number => Math.round((area ?? 0) / 100) / 1e4;

describe('gross area', () => {
  it('runs to the outer faces and to the middle of a party wall', () => {
    const storey = storeyFromDrawing(
      `
      +--+--+
      |A |B |
      +--+--+`,
      { step: 1000, thickness: 200 },
    );
    const { storey: whole, rooms } = gross(storey);
    expect(squareMetres(whole)).toBeCloseTo(6.2 * 2.2, 4);
    expect(squareMetres(rooms.get('room_A'))).toBeCloseTo(3.1 * 2.2, 4);
    expect(squareMetres(rooms.get('room_B'))).toBeCloseTo(3.1 * 2.2, 4);
  });

  it('of a hall leaves out the enclosed core, which has its own', () => {
    const storey = storeyFromDrawing(
      `
      +---------+
      |A        |
      |  +---+  |
      |  | B |  |
      |  +---+  |
      |         |
      +---------+`,
      { step: 1000, thickness: 200 },
    );
    const { storey: whole, rooms } = gross(storey);
    expect(squareMetres(whole)).toBeCloseTo(10.2 * 6.2, 4);
    expect(squareMetres(rooms.get('room_B'))).toBeCloseTo(4 * 2, 4);
    expect(squareMetres(rooms.get('room_A'))).toBeCloseTo(squareMetres(10.2 * 6.2e6 - 8e6), 4);
  });

  it('of the rooms adds up to the storey, encloses the usable area, and is what the walls enclose', () => {
    const bay = fc.integer({ min: 2, max: 6 });
    const turn = fc.integer({ min: 0, max: 359 });
    fc.assert(
      fc.property(
        bay,
        bay,
        bay,
        turn,
        fc.constantFrom(120, 240, 370),
        (a, b, c, degrees, thickness) => {
          const line = `+${'-'.repeat(a)}+${'-'.repeat(b)}+${'-'.repeat(c)}+`;
          const row = `|${' '.repeat(a)}|${' '.repeat(b)}|${' '.repeat(c)}|`;
          const storey = turned(
            storeyFromDrawing([line, row, row, line].join('\n'), { step: 900, thickness }),
            degrees,
          );
          const { storey: whole, rooms } = gross(storey);
          const sum = [...rooms.values()].reduce((total, area) => total + area, 0);
          expect(sum).toBeCloseTo(whole, 3);
          for (const room of storeyRooms(storeyId, storey, 'after').rooms) {
            expect(rooms.get(room.id)!).toBeGreaterThan(room.area);
          }
          const outline = wallOutlines(storey).byPhase.existing.reduce(
            (total, polygon) => total + signedArea(polygon.outer),
            0,
          );
          // Clipping works to a hundredth of a millimetre.
          expect(whole / 1e6).toBeCloseTo(outline / 1e6, 3);
        },
      ),
      { seed: 7, numRuns: cases(200, 2000) },
    );
  });
});

function turned(storey: Storey, degrees: number): Storey {
  const angle = (degrees * Math.PI) / 180;
  const joints = Object.entries(storey.joints).map(([id, { x, y }]) => [
    id,
    {
      x: Math.round(x * Math.cos(angle) - y * Math.sin(angle)),
      y: Math.round(x * Math.sin(angle) + y * Math.cos(angle)),
    },
  ]);
  return { ...storey, joints: Object.fromEntries(joints) };
}
