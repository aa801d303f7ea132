import { expect, test } from 'vitest';
import { entersPlainly, standingRoom } from '../../shared/derive/standing-room.ts';
import type { Ring } from '../../shared/geometry/polygon.ts';
import { Random } from '../generate/random.ts';

const rectangle = (x: number, y: number, width: number, depth: number): Ring => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + depth },
  { x, y: y + depth },
];

/** The quarter circle of a leaf that is hinged at a place and opens upwards; `turn` 1 shuts to the right. */
function quarter(x: number, width: number, turn: 1 | -1): Ring {
  const arc = Array.from({ length: 7 }, (_, step) => {
    const angle = (step / 6) * (Math.PI / 2);
    return { x: x + turn * width * Math.cos(angle), y: width * Math.sin(angle) };
  });
  return [{ x, y: 0 }, ...arc];
}

function turned(ring: Ring, angle: number): Ring {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return ring.map(({ x, y }) => ({ x: x * cos - y * sin, y: x * sin + y * cos }));
}

/** A room with a door in its lower wall and up to three things in it, at any angle. */
function entered(random: Random) {
  const [width, depth] = [random.between(900, 4000), random.between(900, 4000)];
  const leaf = random.between(600, 900);
  const hinge = random.between(20, Math.max(20, width - leaf - 20));
  const isLeft = random.between(0, 1) === 0;
  const angle = (random.between(0, 359) * Math.PI) / 180;
  const things = Array.from({ length: random.between(0, 3) }, () =>
    rectangle(random.between(0, width), random.between(0, depth), 400, random.between(300, 600)),
  );
  const swept = isLeft ? quarter(hinge, leaf, 1) : quarter(hinge + leaf, leaf, -1);
  return {
    room: { outer: turned(rectangle(0, 0, width, depth), angle), holes: [] },
    things: things.map((thing) => turned(thing, angle)),
    doorway: turned([{ x: hinge + leaf / 2, y: 0 }], angle)[0]!,
    swept: turned(swept, angle),
  };
}

test('where somebody plainly comes in and stands, the whole search says so as well', () => {
  const random = new Random(20261201);
  const seen = { plain: 0, doubtful: 0, tight: 0 };
  for (let run = 0; run < 600; run++) {
    const { room, things, doorway, swept } = entered(random);
    const wide = random.between(350, 600);
    const found = standingRoom(room, things, doorway, swept, wide);
    if (entersPlainly(room, things, doorway, swept, wide)) {
      seen.plain += 1;
      expect(found?.width, `run ${run}`).toBe(wide);
    } else {
      seen.doubtful += 1;
      if (found !== null && found.width < wide) seen.tight += 1;
    }
  }
  // Most rooms are settled so, and neither is what is tight left out.
  expect(seen.plain).toBeGreaterThan(200);
  expect(seen.tight).toBeGreaterThan(20);
});

test('nobody enters plainly through a thing, out of the room, or where a thing stands in the doorway', () => {
  const room = { outer: rectangle(0, 0, 3000, 3000), holes: [] };
  const swept = quarter(1000, 800, 1);
  const doorway = { x: 1400, y: 0 };
  const enters = (...things: Ring[]) => entersPlainly(room, things, doorway, swept, 450);
  expect(enters()).toBe(true);
  expect(enters(rectangle(1000, 100, 800, 300))).toBe(false);
  expect(enters(rectangle(0, 0, 3000, 3000))).toBe(false);
  // What stands across a room of 900 mm, within the swing's depth; beside a wider one's door is room.
  const across = rectangle(0, 900, 3000, 100);
  const narrow = { outer: rectangle(960, 0, 900, 3000), holes: [] };
  expect(enters(across)).toBe(true);
  expect(entersPlainly(narrow, [across], doorway, swept, 450)).toBe(false);
  expect(entersPlainly(narrow, [], doorway, swept, 450)).toBe(true);
  expect(entersPlainly(room, [], { x: 1400, y: -900 }, swept, 450)).toBe(false);
});
