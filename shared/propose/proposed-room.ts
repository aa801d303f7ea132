import { difference } from '../geometry/clip.ts';
import { insidePoint, type Polygon, type Ring } from '../geometry/polygon.ts';
import type { Fixture, Point } from '../plan/model.ts';
import { cornersOf, type Frame, outOfFrame, rotationOf } from './frame.ts';
import type { Piece } from './items.ts';
import type { RoomLayout } from './part.ts';
import type { ProposedRoom } from './proposal.ts';
import { ahead, onLine, runsAlongX } from './rect.ts';
import type { Region } from './region.ts';
import type { Space } from './space.ts';

/** The nearest place that a plan can name. */
export const whole = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

/** A region's floor on the plan. */
export function floorOf(frame: Frame, { box, voids }: Region): Polygon {
  const outer = upright(cornersOf(frame, box));
  const [polygon] = difference(
    [{ outer, holes: [] }],
    voids.map((one) => ({ outer: upright(cornersOf(frame, one)), holes: [] })),
  );
  return polygon ?? { outer, holes: [] };
}

export function roomOf({ frame }: Space, { use, region, layout }: RoomLayout): ProposedRoom {
  const floor = floorOf(frame, region);
  return {
    use,
    at: insidePoint(floor),
    outline: floor.outer.map(whole),
    fixtures: layout.chosen.flatMap(({ pieces }) => pieces.map((piece) => fixtureOf(frame, piece))),
  };
}

/** Counter-clockwise, whichever way the frame lies. */
function upright(ring: readonly Point[]): Ring {
  let twice = 0;
  ring.forEach((p, index) => {
    const q = ring[(index + 1) % ring.length]!;
    twice += p.x * q.y - q.x * p.y;
  });
  return twice < 0 ? ring.toReversed() : ring;
}

function fixtureOf(
  frame: Space['frame'],
  { kind, rect, side, fuel }: Piece,
): Omit<Fixture, 'phase'> {
  const alongX = runsAlongX(side);
  const width = alongX ? rect.x1 - rect.x0 : rect.y1 - rect.y0;
  const depth = alongX ? rect.y1 - rect.y0 : rect.x1 - rect.x0;
  const { degrees, miss } = rotationOf(frame, side);
  // Turned by whole degrees, a corner would enter the wall: it stands off by as much.
  const off = Math.ceil((width / 2) * Math.sin((miss * Math.PI) / 180));
  const back = side === 0 ? rect.y0 : side === 1 ? rect.x1 : side === 2 ? rect.y1 : rect.x0;
  const middle = alongX ? (rect.x0 + rect.x1) / 2 : (rect.y0 + rect.y1) / 2;
  const at = whole(outOfFrame(frame, onLine(side, ahead(side, back, off), middle)));
  return { kind, at, rotation: degrees, width, depth, ...(fuel ? { fuel } : {}) };
}
