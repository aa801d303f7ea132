import { type Cell, cornerCut, type Partition, straightCut } from './partitions.ts';
import { bodyWidth } from './programme.ts';
import { ahead, before, runsAlongX } from './rect.ts';
import { type Edge, holds, type Region } from './region.ts';

/** A niche and what it leaves of its cell; in the frame, mm. */
export interface NicheCut {
  readonly partition: Partition;
  readonly niche: Region;
  readonly rest: Region;
}

/**
 * A niche of `along` mm of one side, from one of its ends. Its partition has a corner only where a
 * person has room both behind it and beside it. Where the floor behind would be narrower, nobody could
 * use or clean it: the niche is as deep as its cell, and the wall at its back is the cell's own.
 */
export function nicheCut(
  cell: Cell,
  edge: Edge,
  at: 'from' | 'to',
  along: number,
  depth: number,
  thickness: number,
): NicheCut | null {
  const cut = cornerCut(cell, edge, at, along, depth, thickness);
  const { side, line } = edge;
  if (cut) {
    const [{ region: niche }, { region: rest }] = cut.parts;
    const found = { partition: cut.partition, niche, rest };
    if (along >= edge.to - edge.from) return found;
    const [from, to] = spanOf(edge, at, along);
    const behind = before(side, ahead(side, line, depth + thickness), from, to, bodyWidth);
    const [low, high] =
      at === 'from'
        ? [to + thickness, to + thickness + bodyWidth]
        : [from - thickness - bodyWidth, from - thickness];
    if (!holds(rest, before(side, line, low, high, depth))) return null;
    if (holds(rest, behind)) return found;
  }
  return asDeepAsCell(cell, edge, at, along, depth, thickness);
}

/** From where to where a niche lies along its side. */
const spanOf = (edge: Edge, at: 'from' | 'to', along: number): readonly [number, number] =>
  at === 'from' ? [edge.from, edge.from + along] : [edge.to - along, edge.to];

function asDeepAsCell(
  cell: Cell,
  edge: Edge,
  at: 'from' | 'to',
  along: number,
  depth: number,
  thickness: number,
): NicheCut | null {
  const { box } = cell.region;
  const isAlongX = runsAlongX(edge.side);
  const deep = isAlongX ? box.y1 - box.y0 : box.x1 - box.x0;
  // As deep as the row, there is no wall behind to do without; much deeper, it is a room.
  if (deep < depth || deep >= depth + thickness + bodyWidth) return null;
  const [from, to] = spanOf(edge, at, along);
  const cut = straightCut(
    cell,
    isAlongX ? 'x' : 'y',
    at === 'from' ? to : from - thickness,
    thickness,
  );
  if (!cut) return null;
  const [first, last] = cut.parts;
  const [{ region: niche }, { region: rest }] = at === 'from' ? [first, last] : [last, first];
  const isWhole = holds(niche, before(edge.side, edge.line, from, to, deep));
  return isWhole && niche.area === along * deep ? { partition: cut.partition, niche, rest } : null;
}
