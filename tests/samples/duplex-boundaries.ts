import type { Box, Space } from './duplex-source.ts';
import type { Body, CentreLine } from './duplex-walls.ts';

interface Segment {
  readonly alongX: boolean;
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

type Path = readonly (readonly [number, number])[];

/** How far the edge of a stated space may lie from the wall that carries it, mm. */
const nearWall = 12;
/** Shorter pieces are noise of the source, mm. */
const shortest = 20;

/** Wherever a stated space ends without a wall, a boundary divides it from what lies beyond. */
export function boundaryPaths(
  spaces: readonly Space[],
  bodies: readonly Body[],
  lines: readonly CentreLine[],
): Path[] {
  // Centre lines stop at the joint; the bodies of the source also fill the corners.
  const walls = [...bodies.map((body) => body.box), ...lines.map(bodyBox)];
  const open: Segment[] = [];
  for (const space of spaces) {
    if (space.area === 0) continue;
    space.corners.forEach((from, index) => {
      const to = space.corners[(index + 1) % space.corners.length]!;
      const alongX = Math.abs(to.x - from.x) > Math.abs(to.y - from.y);
      const at = alongX ? from.y : from.x;
      const ends = alongX ? [from.x, to.x] : [from.y, to.y];
      open.push(
        ...uncovered({ alongX, at, low: Math.min(...ends), high: Math.max(...ends) }, walls),
      );
    });
  }
  return cornered(united(open)).map((segment) => path(segment, lines));
}

export function bodyBox(line: CentreLine): Box {
  const half = line.thickness / 2;
  return line.alongX
    ? { minX: line.low, maxX: line.high, minY: line.at - half, maxY: line.at + half }
    : { minX: line.at - half, maxX: line.at + half, minY: line.low, maxY: line.high };
}

function uncovered(segment: Segment, walls: readonly Box[]): Segment[] {
  let pieces = [segment];
  for (const box of walls) {
    const [low, high, acrossLow, acrossHigh] = segment.alongX
      ? [box.minX, box.maxX, box.minY, box.maxY]
      : [box.minY, box.maxY, box.minX, box.maxX];
    if (segment.at < acrossLow - nearWall || segment.at > acrossHigh + nearWall) continue;
    pieces = pieces.flatMap((piece) =>
      [
        { ...piece, high: Math.min(piece.high, low) },
        { ...piece, low: Math.max(piece.low, high) },
      ].filter((rest) => rest.high - rest.low > 0),
    );
  }
  return pieces.filter((piece) => piece.high - piece.low > shortest);
}

/** Two spaces share an edge; both name it. */
function united(segments: readonly Segment[]): Segment[] {
  const list: Segment[] = [];
  for (const segment of [...segments].sort((left, right) => left.low - right.low)) {
    const index = list.findIndex(
      (other) =>
        other.alongX === segment.alongX &&
        Math.abs(other.at - segment.at) <= 2 &&
        segment.low <= other.high + shortest,
    );
    const other = list[index];
    if (other) list[index] = { ...other, high: Math.max(other.high, segment.high) };
    else list.push(segment);
  }
  return list;
}

/** Boundaries whose sides lie this close meet in one corner, mm: less than half a wall. */
const sameCorner = 40;

/**
 * Two boundaries that end beside each other at the end of a third: the piece of the third between
 * them closes the corner that they share, so it stands by itself and stays when the third goes.
 *
 *   ----------+--+      the third up to the first corner, then the piece
 *             |  ^ second
 *             ^ first, from the other side
 */
function cornered(segments: readonly Segment[]): Segment[] {
  return segments.flatMap((segment) => {
    const ends = segments.filter(
      (other) =>
        other.alongX !== segment.alongX &&
        [other.low, other.high].some((end) => Math.abs(end - segment.at) <= 2),
    );
    const inner = (end: number) =>
      ends.find(({ at }) => at !== end && Math.abs(at - end) <= sameCorner)?.at ?? end;
    const [low, high] = [inner(segment.low), inner(segment.high)];
    return [
      { ...segment, low, high },
      { ...segment, high: low },
      { ...segment, low: high },
    ].filter((piece) => piece.high > piece.low);
  });
}

/** The segment, its ends led on to the centre lines of the walls that they touch. */
function path(segment: Segment, lines: readonly CentreLine[]): Path {
  const place = (along: number, at = segment.at): readonly [number, number] =>
    segment.alongX ? [along, at] : [at, along];
  const before: (readonly [number, number])[] = [];
  const after: (readonly [number, number])[] = [];
  let { low, high } = segment;
  for (const line of lines) {
    const half = line.thickness / 2;
    if (line.alongX === segment.alongX) {
      // Along a wall's side up to its free end: round the corner to the joint.
      if (Math.abs(segment.at - line.at) > half + nearWall) continue;
      if (Math.abs(segment.low - line.high) <= nearWall) before.push(place(line.high, line.at));
      if (Math.abs(segment.high - line.low) <= nearWall) after.push(place(line.low, line.at));
    } else if (segment.at > line.low - nearWall && segment.at < line.high + nearWall) {
      if (Math.abs(segment.low - (line.at + half)) <= nearWall) low = line.at;
      if (Math.abs(segment.high - (line.at - half)) <= nearWall) high = line.at;
    }
  }
  return [...before, place(low), place(high), ...after];
}
