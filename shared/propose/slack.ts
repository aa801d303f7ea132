import type { Candidate } from './items.ts';
import type { Part, RoomLayout } from './part.ts';
import { before, overlaps, type Rect, runsAlongX, type Side } from './rect.ts';
import type { Region } from './region.ts';

/** mm: what is freer than this needs no comparing. */
const most = 1000;

const known = new WeakMap<Part, number>();

/**
 * The least by which the floor that people use is larger than it must be, in mm: before WC, basin and
 * counter on to the wall or to what stands there, and from a WC's sides to the walls.
 */
export function slackOf(part: Part): number {
  const slack = known.get(part) ?? Math.min(most, ...part.rooms.map(slackIn));
  known.set(part, slack);
  return slack;
}

const slackIn = ({ region, layout }: RoomLayout): number => slackAmong(layout.chosen, region);

export function slackAmong(chosen: readonly Candidate[], region: Region): number {
  let least = most;
  for (const one of chosen) {
    const others = chosen.flatMap((other) => (other === one ? [] : other.bodies));
    for (const [index, body] of one.bodies.entries()) {
      const zone = one.zones[index];
      // The first arm of a counter looks the way of its first piece, the second that of its last.
      const piece = one.pieces.at(index === 0 ? 0 : -1)!;
      if (!zone) continue;
      least = Math.min(least, freeBeyond(zone, piece.side, body, region, others));
      if (piece.kind !== 'wc') continue;
      for (const side of [((piece.side + 1) % 4) as Side, ((piece.side + 3) % 4) as Side]) {
        least = Math.min(least, freeBeyond(zone, side, body, region, []));
      }
    }
  }
  return least;
}

/** How far a zone could go on one way, as broad as what it belongs to. */
function freeBeyond(
  zone: Rect,
  side: Side,
  breadth: Rect,
  { box, voids }: Region,
  bodies: readonly Rect[],
): number {
  const [from, to] = runsAlongX(side) ? [breadth.x0, breadth.x1] : [breadth.y0, breadth.y1];
  const lineOf = ({ x0, y0, x1, y1 }: Rect, far: boolean): number => {
    const low = runsAlongX(side) ? y0 : x0;
    const high = runsAlongX(side) ? y1 : x1;
    return (side === 0 || side === 3) === far ? high : low;
  };
  const start = lineOf(zone, true);
  const end = lineOf(box, true);
  let free = Math.min(most, Math.abs(end - start));
  const strip = before(side, start, from, to, free);
  for (const one of [...voids, ...bodies]) {
    if (overlaps(one, strip)) free = Math.min(free, Math.abs(lineOf(one, false) - start));
  }
  return free;
}
