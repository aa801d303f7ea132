import { ringContains } from '../../shared/geometry/polygon.ts';
import { bodyBox } from './duplex-boundaries.ts';
import type { SourceStorey, Space } from './duplex-source.ts';
import type { CentreLine } from './duplex-walls.ts';
import type { Compass, StoreyBuilder } from './storey-builder.ts';

/** Upper edge of glass doors and windows, mm; the source states sizes, not levels. */
const windowHead = 2420;

interface Placed {
  readonly line: CentreLine;
  /** The jamb with the smaller coordinate. */
  readonly low: number;
  readonly width: number;
  /** Where the leaf goes: away from the room on whose face the opening is placed. */
  readonly left: Compass;
  readonly room: Space;
  readonly otherSide: Space | undefined;
}

const compass = (x: number, y: number): Compass =>
  x > 0 ? 'east' : x < 0 ? 'west' : y > 0 ? 'north' : 'south';

/**
 * The source places an opening at one jamb, on the face of the wall towards one room, and runs
 * along the wall with that room on its right hand.
 */
function place(
  at: readonly [number, number],
  width: number,
  lines: readonly CentreLine[],
  spaces: readonly Space[],
): Placed | null {
  for (const line of lines) {
    const box = bodyBox(line);
    const [along, across] = line.alongX ? at : [at[1], at[0]];
    for (const side of [-1, 1]) {
      const face = line.at + (side * line.thickness) / 2;
      if (Math.abs(across - face) > 6) continue;
      // Room on the right: along x eastward where the room lies south of the wall, and so on.
      const forward = (line.alongX ? -side : side) as 1 | -1;
      const low = Math.round(forward === 1 ? along : along - width);
      const [start, end] = line.alongX ? [box.minX, box.maxX] : [box.minY, box.maxY];
      if (low < start - 6 || low + width > end + 6) continue;
      const middle = low + width / 2;
      const beside = (distance: number) =>
        line.alongX ? { x: middle, y: face + distance } : { x: face + distance, y: middle };
      const find = (distance: number): Space | undefined =>
        spaces.find((space) => ringContains(space.corners, beside(distance)));
      const room = find(side * 60);
      if (!room) continue;
      return {
        line,
        low: Math.max(low, Math.ceil(start)),
        width,
        left: line.alongX ? compass(0, -side) : compass(-side, 0),
        room,
        otherSide: find(-side * (line.thickness + 60)),
      };
    }
  }
  return null;
}

const opposite: Record<Compass, Compass> = {
  north: 'south',
  south: 'north',
  east: 'west',
  west: 'east',
};

export function addOpenings(
  plan: StoreyBuilder,
  storey: SourceStorey,
  lines: readonly CentreLine[],
  spaces: readonly Space[],
): void {
  for (const door of storey.doors) {
    const number = door.name.split(':').at(-1)!;
    const width = Math.round(1000 * Number(door.width_m));
    const placed = place(door.at_mm, width, lines, spaces);
    if (!placed) throw new Error(`no wall for ${door.name}`);
    plan.door(number, placed.line.name, placed.low, placed.width, {
      head: Math.round(1000 * Number(door.height_m)),
      swing: placed.otherSide ? placed.left : opposite[placed.left],
      hinge: hingeOf(placed, placed.otherSide ?? placed.room),
    });
  }
  for (const [number, { at, width, height }] of windowsByPlace(storey)) {
    const placed = place(at, width, lines, spaces);
    if (!placed) throw new Error(`no wall for window ${number}`);
    plan.window(number, placed.line.name, placed.low, placed.width, {
      sill: windowHead - height,
      head: windowHead,
    });
  }
}

/** The jamb nearer to a corner of the room that the leaf swings into. */
function hingeOf({ line, low, width }: Placed, room: Space): 'low' | 'high' {
  const along = room.corners.map((corner) => (line.alongX ? corner.x : corner.y));
  return low - Math.min(...along) <= Math.max(...along) - (low + width) ? 'low' : 'high';
}

/** Three lights stacked above each other are one window as high as the three. */
function windowsByPlace(storey: SourceStorey) {
  const windows = new Map<
    string,
    { at: readonly [number, number]; width: number; height: number }
  >();
  const numberOfPlace = new Map<string, string>();
  for (const window of storey.windows) {
    const key = window.at_mm.map(Math.round).join(',');
    const width = Math.round(1000 * Number(window.width_m));
    const height = Math.round(1000 * Number(window.height_m));
    const placeKey = `${key}/${width}`;
    const known = numberOfPlace.get(placeKey);
    const stacked = known ? windows.get(known) : undefined;
    if (stacked) stacked.height += height;
    else {
      const number = window.name.split(':').at(-1)!;
      numberOfPlace.set(placeKey, number);
      windows.set(number, { at: window.at_mm, width, height });
    }
  }
  return windows;
}
