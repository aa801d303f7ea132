import type { Fuel } from '../plan/model.ts';
import { costOf, preparationShort } from './cost.ts';
import {
  alongEdges,
  backMiddle,
  byCost,
  type Candidate,
  drainSteps,
  isShared,
  type Piece,
  type Setting,
  sillBehind,
  wasteFrom,
} from './items.ts';
import { type KitchenNeeds, sillAbove } from './programme.ts';
import { ahead, before, runsAlongX, type Side } from './rect.ts';
import { holds } from './region.ts';

/** One way to line up sink, worktop and cooker, from the lower end of its wall. */
interface Row {
  readonly kinds: readonly ('sink' | 'worktop' | 'cooker')[];
  readonly widths: readonly number[];
  readonly depths: readonly number[];
  readonly width: number;
  readonly depth: number;
  readonly cost: number;
}

const known = new WeakMap<KitchenNeeds, { lengths: readonly number[]; rows: readonly Row[] }>();

/** Remembered by the needs, which are the same for every partition that is tried. */
function rowsOf(needs: KitchenNeeds, lengths: readonly number[]): readonly Row[] {
  const last = known.get(needs);
  if (last?.lengths === lengths) return last.rows;
  const rows = allRows(needs, lengths);
  known.set(needs, { lengths, rows });
  return rows;
}

function allRows(needs: KitchenNeeds, lengths: readonly number[]): Row[] {
  const all = needs.preparation === 0 ? [0, ...lengths] : lengths;
  return needs.cookers.flatMap(({ value, concession }) =>
    all
      .filter((length) => length >= needs.preparation)
      .flatMap((length) => {
        const parts = [
          { kind: 'sink' as const, ...needs.sink },
          { kind: 'worktop' as const, width: length, depth: needs.preparationDepth },
          { kind: 'cooker' as const, ...value },
        ].filter(({ width }) => width > 0);
        return [parts, parts.toReversed()].map((ordered) => ({
          kinds: ordered.map(({ kind }) => kind),
          widths: ordered.map(({ width }) => width),
          depths: ordered.map(({ depth }) => depth),
          width: ordered.reduce((sum, { width }) => sum + width, 0),
          depth: Math.max(...ordered.map(({ depth }) => depth)),
          cost: costOf({ concession, preparation: preparationShort(length) }),
        }));
      }),
  );
}

/** The depth of the deepest row: of a kitchen niche. */
export const rowDepth = (needs: KitchenNeeds, lengths: readonly number[]): number =>
  Math.max(...rowsOf(needs, lengths).map(({ depth }) => depth));

/**
 * Kitchen rows along the walls. `fuel` is what the cooker burns; `opensTo` of a niche says whether
 * the floor beyond its open side is free over a stretch.
 */
export function rowPlaces(
  setting: Setting,
  needs: KitchenNeeds,
  lengths: readonly number[],
  fuel: Fuel,
  niche?: { readonly side: Side; readonly isFree: (from: number, to: number) => boolean },
): Candidate[] {
  const { region, space } = setting;
  const candidates: Candidate[] = [];
  for (const row of rowsOf(needs, lengths)) {
    alongEdges(
      setting,
      { ...row, needed: row.depth + (niche ? 0 : needs.standing) },
      (rect, edge, from, off) => {
        const { side, line } = edge;
        const front = ahead(side, line, row.depth);
        const standing = before(side, front, from, from + row.width, needs.standing);
        if (niche ? !niche.isFree(from, from + row.width) : !holds(region, standing)) return;
        const gap =
          row.kinds[0] === 'cooker'
            ? before(side, line, from - needs.cookerToWall, from, row.depth)
            : before(
                side,
                line,
                from + row.width,
                from + row.width + needs.cookerToWall,
                row.depth,
              );
        if (needs.cookerToWall > 0 && !holds(region, gap)) return;
        const pieces: Piece[] = [];
        let at = from;
        let drain = 0;
        let wetWall = 0;
        for (let index = 0; index < row.kinds.length; index++) {
          const kind = row.kinds[index]!;
          const width = row.widths[index]!;
          const sill = sillBehind(setting, edge, at, at + width);
          if (sill < sillAbove || (kind === 'cooker' && sill < Infinity)) return;
          if (kind === 'sink') {
            const outlet = backMiddle(side, line, at + width / 2);
            drain = drainSteps(wasteFrom(space, outlet));
            wetWall = isShared(setting, edge, at, at + width) ? 0 : 1;
          }
          pieces.push({
            kind,
            rect: before(side, line, at, at + width, row.depths[index]!),
            side,
            ...(kind === 'cooker' ? { fuel } : {}),
          });
          at += width;
        }
        candidates.push({
          pieces,
          bodies: [rect],
          zones: niche ? [] : [standing],
          stands: niche
            ? []
            : pieces.map((piece) => ({
                side,
                line: front,
                middle: runsAlongX(side)
                  ? (piece.rect.x0 + piece.rect.x1) / 2
                  : (piece.rect.y0 + piece.rect.y1) / 2,
              })),
          floor: null,
          cost: row.cost + costOf({ drain, wetWall }),
          off,
        });
      },
      niche?.side,
    );
  }
  return candidates.sort(byCost);
}
