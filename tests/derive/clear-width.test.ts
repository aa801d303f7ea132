import { describe, expect, it } from 'vitest';
import { depthBefore, passageWidth, shortSide } from '../../shared/derive/clear-width.ts';
import type { Point } from '../../shared/geometry/point.ts';
import type { Polygon, Ring } from '../../shared/geometry/polygon.ts';
import type { Fixture } from '../../shared/plan/model.ts';

const ring = (...corners: readonly (readonly [number, number])[]): Ring =>
  corners.map(([x, y]) => ({ x, y }));
const room = (outer: Ring, ...holes: Ring[]): Polygon => ({ outer, holes });
const box = (x: number, y: number, width: number, depth: number): Ring =>
  ring([x, y], [x + width, y], [x + width, y + depth], [x, y + depth]);
const at = (x: number, y: number): Point => ({ x, y });

/** 4000 x 3000 with the upper right corner taken out: legs 1200 and 1500 wide. */
const bent = room(ring([0, 0], [4000, 0], [4000, 1200], [1500, 1200], [1500, 3000], [0, 3000]));

describe('the short side', () => {
  it('of a rectangle is its shorter side, whatever the angle', () => {
    const turn = (degrees: number): Polygon => {
      const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
      return room(
        box(0, 0, 3200, 1800).map(({ x, y }) => at(x * cos - y * sin, x * sin + y * cos)),
      );
    };
    for (const degrees of [0, 7.3, 45, 90]) {
      const { width, from, to } = shortSide(turn(degrees));
      expect(width).toBeCloseTo(1800, 6);
      expect(Math.hypot(to.x - from.x, to.y - from.y)).toBeCloseTo(1800, 6);
    }
  });

  it('of another shape is the largest round place, not the side of the box around it', () => {
    // A strip of 900 with a niche at its end, in a box of 3000 x 2400.
    const strip = room(ring([0, 0], [3000, 0], [3000, 900], [800, 900], [800, 2400], [0, 2400]));
    expect(shortSide(strip).width).toBeLessThan(1000);
    expect(shortSide(strip).width).toBeGreaterThan(890);
    expect(
      shortSide(room(box(0, 0, 3000, 3000), [...box(1400, 1400, 200, 200)].reverse())).width,
    ).toBeLessThan(1650);
  });
});

describe('the depth before a fixture', () => {
  const sink = (x: number, rotation = 0): Fixture =>
    ({
      kind: 'sink',
      at: at(x, 0),
      rotation,
      width: 600,
      depth: 450,
      phase: 'existing',
    }) as Fixture;

  it('is measured from its back to the wall opposite', () => {
    const found = depthBefore(sink(1000), room(box(0, 0, 3000, 1490)));
    expect(found).toMatchObject({ width: 1490, from: { y: 0 }, to: { y: 1490 } });
  });

  it('counts what juts in before it and nothing beside it', () => {
    const notched = room(
      ring([0, 0], [3000, 0], [3000, 2000], [1200, 2000], [1200, 1300], [0, 1300]),
    );
    expect(depthBefore(sink(1000), notched).width).toBe(1300);
    expect(depthBefore(sink(1500), notched).width).toBe(2000);
    expect(
      depthBefore(sink(1000), room(box(0, 0, 3000, 2000)), [box(700, 1100, 300, 300)]).width,
    ).toBe(1100);
    expect(
      depthBefore(sink(1000), room(box(0, 0, 3000, 2000)), [box(1300, 500, 300, 300)]).width,
    ).toBe(2000);
  });
});

describe('the width of a passage', () => {
  const doors = [at(200, 0), at(2800, 1200)];

  it('is what the limit asks where it is free, exactly', () => {
    const corridor = (width: number) => room(box(0, 0, 3000, width));
    expect(passageWidth(corridor(1200), [], doors, 1200).width).toBe(1200);
    expect(passageWidth(corridor(1199), [], doors, 1200).width).toBe(1199);
    // The same with a corner more, so that it is no rectangle.
    const notched = (width: number) =>
      room(ring([0, 0], [3000, 0], [3000, 2000], [2000, 2000], [2000, width], [0, width]));
    expect(passageWidth(notched(1200), [], [at(200, 0), at(2900, 1500)], 1200).width).toBe(1200);
    expect(
      passageWidth(notched(1195), [], [at(200, 0), at(2900, 1500)], 1200).width,
    ).toBeGreaterThanOrEqual(1194);
    expect(
      passageWidth(notched(1195), [], [at(200, 0), at(2900, 1500)], 1200).width,
    ).toBeLessThanOrEqual(1196);
  });

  it('is that of the narrow place between the doors', () => {
    const waist = room(
      ring(
        [0, 0],
        [4000, 0],
        [4000, 1500],
        [2500, 1500],
        [2500, 850],
        [1500, 850],
        [1500, 1500],
        [0, 1500],
      ),
    );
    const found = passageWidth(waist, [], [at(500, 0), at(3500, 0)], 1200);
    expect(found.width).toBeGreaterThanOrEqual(849);
    expect(found.width).toBeLessThanOrEqual(851);
    expect(found.from.x).toBeGreaterThan(1400);
    expect(found.from.x).toBeLessThan(2600);
    // Both doors on one side of it: nobody has to pass.
    expect(passageWidth(waist, [], [at(500, 0), at(800, 1500)], 1200).width).toBe(1200);
  });

  it('goes round an obstacle on its wider side', () => {
    const hall = room(box(0, 0, 4000, 2400));
    const between = [at(0, 1200), at(4000, 1200)];
    expect(passageWidth(hall, [box(1800, 700, 300, 500)], between, 1200).width).toBe(1200);
    const narrow = passageWidth(hall, [box(1800, 700, 300, 800)], between, 1200).width;
    expect(narrow).toBeGreaterThanOrEqual(899);
    expect(narrow).toBeLessThanOrEqual(901);
    expect(passageWidth(hall, [box(1800, 0, 300, 2400)], between, 1200).width).toBe(0);
  });

  it('turns a corner as wide as both legs', () => {
    expect(passageWidth(bent, [], [at(3800, 0), at(200, 3000)], 1100).width).toBe(1100);
    expect(passageWidth(bent, [], [at(3800, 0), at(200, 3000)], 1500).width).toBeLessThan(1210);
  });

  it('reaches a door in the corner', () => {
    const corner = room(
      ring([0, 0], [3000, 0], [3000, 1300], [2900, 1300], [2900, 1250], [0, 1250]),
    );
    expect(passageWidth(corner, [], [at(350, 0), at(0, 350), at(2700, 0)], 1200).width).toBe(1200);
  });

  /** As long as it is wide, from one outline to another, along y or along x. */
  const spans = ({ width, from, to }: ReturnType<typeof passageWidth>): number[] => {
    expect(Math.hypot(to.x - from.x, to.y - from.y)).toBeCloseTo(width, 6);
    return [from.x, from.y, to.x, to.y].map(Math.round);
  };

  it('is drawn across the arm whose end somebody wider does not come to', () => {
    // A hall of 4000 x 2000 with an arm 950 wide that leads up to two doors.
    const arm = room(
      ring(
        [0, 0],
        [4000, 0],
        [4000, 2000],
        [2950, 2000],
        [2950, 5000],
        [2000, 5000],
        [2000, 2000],
        [0, 2000],
      ),
    );
    const lines = [at(2000, 4500), at(2475, 5000)].map((door) => {
      const found = passageWidth(arm, [], [at(0, 1000), door], 1000);
      expect(found.width).toBe(950);
      const [x, y, toX, toY] = spans(found);
      expect([x, toX].sort()).toEqual([2000, 2950]);
      expect(y).toBe(toY);
      return y;
    });
    // One place, however many doors lie behind it.
    expect(lines[0]).toBe(lines[1]);
    expect(lines[0]).toBeGreaterThan(2000);
    // Straight in from the door that stands at its end.
    expect(spans(passageWidth(arm, [], [at(2475, 5000)], 1100))[1]).toBe(lines[0]);
  });

  it('is drawn at the last of two narrow places one behind the other', () => {
    const hall = room(box(0, 0, 9000, 1500));
    const posts = [box(2900, 0, 200, 700), box(5900, 0, 200, 700)];
    const way = (x: number) => spans(passageWidth(hall, posts, [at(0, 700), at(x, 1500)], 900));
    expect(way(4500)[0]).toBeGreaterThan(2800);
    expect(way(4500)[0]).toBeLessThan(3200);
    expect(way(8500)[0]).toBeGreaterThan(5800);
    expect(way(8500)[0]).toBeLessThan(6200);
  });
});
