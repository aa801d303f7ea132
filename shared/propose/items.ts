import type { FixtureKind, Fuel } from '../plan/model.ts';
import { costOf, drainStep } from './cost.ts';
import { type BathNeeds, sillAbove } from './programme.ts';
import { ahead, before, distanceTo, overlaps, type Rect, runsAlongX, type Side } from './rect.ts';
import { type Edge, edgesOf, holds, type Region } from './region.ts';
import type { Space } from './space.ts';

/** A fixture as it would be drawn. */
export interface Piece {
  readonly kind: FixtureKind;
  readonly rect: Rect;
  readonly side: Side;
  readonly fuel?: Fuel;
}

/** Where someone stands to use a fixture: at its front, the body across its middle. */
export interface Stand {
  readonly side: Side;
  /** The front. */
  readonly line: number;
  readonly middle: number;
}

/** One way to place one thing. */
export interface Candidate {
  readonly pieces: readonly Piece[];
  /** What nobody can walk over: none for a wet floor, two for a counter that turns a corner. */
  readonly bodies: readonly Rect[];
  /**
   * Floor that must stay free of bodies; clearances may lie over one another. One before each body,
   * in their order, where there are bodies.
   */
  readonly zones: readonly Rect[];
  readonly stands: readonly Stand[];
  /** A square that a body as wide as the entry must be able to stand in. */
  readonly floor: Rect | null;
  readonly cost: number;
  /** mm to the nearer end of its wall: of equals what stands in a corner comes first. */
  readonly off: number;
}

/** What a room of the search is looked at with. */
export interface Setting {
  readonly space: Space;
  readonly region: Region;
  /** Partitions between the households. */
  readonly shared: readonly Rect[];
  /** mm of the grid. */
  readonly step: number;
}

/** The places along a stretch: on the grid from either end, so that a mirror changes nothing. */
export function placesAlong(from: number, to: number, width: number, step: number): number[] {
  const last = to - width;
  if (last < from) return [];
  const places: number[] = [];
  const beyond = (last - from) % step;
  // Between two places from the one end lies one from the other.
  for (let at = from; at <= last; at += step) {
    places.push(at);
    if (beyond !== 0) places.push(at + beyond);
  }
  return places;
}

export const byCost = (left: Candidate, right: Candidate): number =>
  left.cost - right.cost || left.off - right.off;

/**
 * Calls back for every place at a wall where something of that size stands inside the region, which is
 * at least `needed` deep there.
 */
export function alongEdges(
  { region, step }: Setting,
  {
    width,
    depth,
    needed,
  }: { readonly width: number; readonly depth: number; readonly needed: number },
  found: (rect: Rect, edge: Edge, from: number, off: number) => void,
  only?: Side,
): void {
  const { box } = region;
  for (const edge of edgesOf(region)) {
    if (only !== undefined && edge.side !== only) continue;
    const across = runsAlongX(edge.side) ? box.y1 - box.y0 : box.x1 - box.x0;
    if (across < needed || edge.to - edge.from < width) continue;
    for (const from of placesAlong(edge.from, edge.to, width, step)) {
      const rect = before(edge.side, edge.line, from, from + width, depth);
      if (holds(region, rect))
        found(rect, edge, from, Math.min(from - edge.from, edge.to - from - width));
    }
  }
}

export const backMiddle = (side: Side, line: number, middle: number): { x: number; y: number } =>
  runsAlongX(side) ? { x: middle, y: line } : { x: line, y: middle };

export function nearest(risers: readonly Rect[], at: { x: number; y: number }): number {
  let least = Infinity;
  for (const one of risers) least = Math.min(least, distanceTo(one, at.x, at.y));
  return least;
}

/** From a back to any riser that takes waste water. */
function toDrain({ soil, waste }: Space, side: Side, line: number, middle: number): number {
  const back = backMiddle(side, line, middle);
  return Math.min(nearest(soil, back), nearest(waste, back));
}

/** From a sink to a waste stack, or where there is none to a soil stack. */
export function wasteFrom({ soil, waste }: Space, outlet: { x: number; y: number }): number {
  const own = nearest(waste, outlet);
  return own === Infinity ? nearest(soil, outlet) : own;
}

export const drainSteps = (distance: number): number =>
  distance === Infinity ? 0 : Math.ceil(distance / drainStep);

/** Whether a back stands on the partition between households. */
export function isShared(
  { shared }: Setting,
  { side, line }: Edge,
  from: number,
  to: number,
): boolean {
  if (shared.length === 0) return false;
  const behind = before(side, ahead(side, line, -1), from, to, 1);
  for (const one of shared) if (overlaps(one, behind)) return true;
  return false;
}

/** The least sill of the windows behind a stretch of wall; Infinity where there is none. */
export function sillBehind(
  { space }: Pick<Setting, 'space'>,
  { side, line }: Edge,
  from: number,
  to: number,
): number {
  let sill = Infinity;
  if (!space.hasWindows) return sill;
  for (const face of space.faces) {
    if (face.side !== side || Math.abs(face.line - line) > 1) continue;
    for (const window of face.windows) {
      if (window.from < to && window.to > from) sill = Math.min(sill, window.sill);
    }
  }
  return sill;
}

/** WC, with the basin on its cistern where one is given. */
export function wcPlaces(
  setting: Setting,
  needs: BathNeeds,
  basin: { readonly width: number; readonly depth: number } | null,
): Candidate[] {
  const { wc } = needs;
  const { region, space } = setting;
  const candidates: Candidate[] = [];
  alongEdges(setting, { ...wc, needed: wc.depth + needs.wcFront }, (rect, edge, from, off) => {
    const { side, line } = edge;
    const middle = from + wc.width / 2;
    const reach = Math.max(needs.wcBeside, wc.width / 2);
    const zone = before(side, line, middle - reach, middle + reach, wc.depth + needs.wcFront);
    if (!holds(region, zone) || sillBehind(setting, edge, from, from + wc.width) < sillAbove)
      return;
    const toStack = nearest(space.soil, backMiddle(side, line, middle));
    if (space.soil.length > 0 && toStack > needs.wcToStack) return;
    const pieces: Piece[] = [{ kind: 'wc', rect, side }];
    if (basin) {
      const half = basin.width / 2;
      pieces.push({
        kind: 'basin',
        rect: before(side, line, middle - half, middle + half, basin.depth),
        side,
      });
    }
    candidates.push({
      pieces,
      bodies: [rect],
      zones: [zone],
      stands: [{ side, line: ahead(side, line, wc.depth), middle }],
      floor: null,
      cost: costOf({
        concession: basin ? 1 : 0,
        // A basin on the cistern drains too.
        drain:
          3 * drainSteps(toStack) + (basin ? drainSteps(toDrain(space, side, line, middle)) : 0),
        wetWall: (isShared(setting, edge, from, from + wc.width) ? 0 : 1) * (basin ? 2 : 1),
      }),
      off,
    });
  });
  return candidates.sort(byCost);
}

export function basinPlaces(
  setting: Setting,
  { width, depth }: { readonly width: number; readonly depth: number },
  front: number,
): Candidate[] {
  const { region, space } = setting;
  const candidates: Candidate[] = [];
  alongEdges(setting, { width, depth, needed: depth + front }, (rect, edge, from, off) => {
    const { side, line } = edge;
    const zone = before(side, ahead(side, line, depth), from, from + width, front);
    if (!holds(region, zone) || sillBehind(setting, edge, from, from + width) < sillAbove) return;
    const middle = from + width / 2;
    const away = toDrain(space, side, line, middle);
    candidates.push({
      pieces: [{ kind: 'basin', rect, side }],
      bodies: [rect],
      zones: [zone],
      stands: [{ side, line: ahead(side, line, depth), middle }],
      floor: null,
      cost: costOf({
        drain: drainSteps(away),
        wetWall: isShared(setting, edge, from, from + width) ? 0 : 1,
      }),
      off,
    });
  });
  return candidates.sort(byCost);
}

/** None where none is asked for. */
export function showerPlaces(setting: Setting, { shower }: Pick<BathNeeds, 'shower'>): Candidate[] {
  if (!shower) return [];
  const { space } = setting;
  const candidates: Candidate[] = [];
  alongEdges(setting, { ...shower, needed: shower.depth }, (rect, edge, from, off) => {
    const { side } = edge;
    if (sillBehind(setting, edge, from, from + shower.width) < sillAbove) return;
    const middle = { x: (rect.x0 + rect.x1) / 2, y: (rect.y0 + rect.y1) / 2 };
    candidates.push({
      pieces: [{ kind: 'shower', rect, side }],
      bodies: [],
      zones: [rect],
      stands: [],
      floor: rect,
      cost: costOf({
        drain: drainSteps(Math.min(nearest(space.soil, middle), nearest(space.waste, middle))),
        wetWall: isShared(setting, edge, from, from + shower.width) ? 0 : 1,
      }),
      off,
    });
  });
  return candidates.sort(byCost);
}
