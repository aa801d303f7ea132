import { describe, expect, it } from 'vitest';
import { fixtureCorners } from '../../shared/derive/footprint.ts';
import { getsOnto } from '../../shared/derive/way-into.ts';
import type { Fixture } from '../../shared/plan/model.ts';

/*
 * A wet room of 1.4 x 0.9 m with the WC at its left end:
 *
 *   +----+-------+   the shower takes the right end; nothing is free beside it
 *   | wc |shower |
 *   +----+--   --+   the door leads straight onto its floor
 */
const room = {
  outer: [
    { x: 0, y: 0 },
    { x: 1400, y: 0 },
    { x: 1400, y: 900 },
    { x: 0, y: 900 },
  ],
  holes: [],
};
const shower: Fixture = {
  kind: 'shower',
  at: { x: 1400, y: 450 },
  rotation: 90,
  width: 800,
  depth: 800,
  phase: 'new',
};
const wc = (depth: number): Fixture => ({
  kind: 'wc',
  at: { x: 0, y: 450 },
  rotation: 270,
  width: 370,
  depth,
  phase: 'new',
});
const bodies = (depth: number) => [fixtureCorners(wc(depth))];
const door = { x: 1000, y: 0 };

describe('the way onto a wet floor', () => {
  it('leads straight from the door', () => {
    expect(getsOnto(shower, room, bodies(600), [door], 500)).toBe(true);
    expect(getsOnto(shower, room, bodies(600), [], 500)).toBe(false);
  });

  it('is as wide as the person who is asked for', () => {
    const far = { x: 200, y: 0 };
    const isWayPast = (gap: number): boolean =>
      getsOnto(
        shower,
        room,
        [
          [
            { x: 400, y: gap },
            { x: 600, y: gap },
            { x: 600, y: 900 },
            { x: 400, y: 900 },
          ],
        ],
        [far],
        500,
      );
    expect(isWayPast(500)).toBe(true);
    expect(isWayPast(498)).toBe(false);
  });

  it('is none onto a floor smaller than the person', () => {
    expect(getsOnto({ ...shower, width: 480 }, room, [], [door], 500)).toBe(false);
  });
});
