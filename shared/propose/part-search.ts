import { costOf, drainStep, withoutSplash } from './cost.ts';
import { doorsInto, furnish } from './furnish.ts';
import { niches } from './niches.ts';
import type { Ask, Limit, Part, PartAsk } from './part.ts';
import { usesOf } from './programme.ts';
import type { Side } from './rect.ts';
import { twoRooms } from './two-rooms.ts';

/** The best part of every kind that comes near the best of all, cheapest first; none where nothing fits. */
export function bestParts(asked: PartAsk): Part[] {
  const best = new Map<string, Part>();
  const keep = (part: Part | null): void => {
    if (!part) return;
    const known = best.get(part.kind);
    if (!known || part.cost < known.cost) best.set(part.kind, part);
    least = Math.min(least, withoutSplash(part.cost));
  };
  let least = Infinity;
  const limit = (kind: string): number =>
    (asked.only && !asked.only.has(kind)) || (asked.isAnyEnough && best.size > 0)
      ? -1
      : Math.min(best.get(kind)?.cost ?? Infinity, least + margin);
  for (const wcSide of asked.programme.bath ? sides : sides.slice(0, 1)) {
    const ask: Ask = { ...asked, wcSide };
    for (const arrangement of ask.programme.arrangements) {
      if (arrangement === 'single') keep(singleRoom(ask, limit));
      else if (arrangement === 'one') for (const side of sides) keep(oneRoom(ask, side, limit));
      else if (arrangement === 'niche') niches(ask, keep, limit);
      else twoRooms(ask, arrangement, keep, limit);
    }
  }
  return [...best.values()]
    .filter(({ cost }) => withoutSplash(cost) < least + margin)
    .sort((left, right) => left.cost - right.cost);
}

/** mm of pipe: kinds that need so much more than the best are not offered. */
export const longerBy = 2000;
const margin = costOf({ drain: longerBy / drainStep });

const sides: readonly Side[] = [0, 1, 2, 3];

function singleRoom(ask: Ask, limit: Limit): Part | null {
  const kind = `single+${ask.wcSide}`;
  const { kitchen, bath } = ask.programme;
  const { region } = ask.cell;
  const doors = doorsInto(ask, region, bath !== null, kitchen && ask.fuel);
  if (doors.length === 0) return null;
  const rows = kitchen ? ask.places.rows(region) : null;
  const layout = furnish(ask, region, { bath, rows, doors, keepFree: [] }, limit(kind));
  if (!layout) return null;
  const use = kitchen ? 'kitchen' : 'bathroom';
  const room = { use, region, layout, passage: null } as const;
  return {
    arrangement: 'single',
    kind,
    rooms: [room],
    partition: null,
    cost: layout.cost,
  };
}

function oneRoom(ask: Ask, side: Side, limit: Limit): Part | null {
  const kind = `one/${side}+${ask.wcSide}`;
  if (limit(kind) < 0) return null;
  const { kitchen, bath } = ask.programme;
  if (!kitchen || !bath) return null;
  const { region } = ask.cell;
  const rows = ask.places.rowsAt(region, side);
  if (rows.length === 0) return null;
  const doors = doorsInto(ask, region, true, ask.fuel);
  if (doors.length === 0) return null;
  const layout = furnish(ask, region, { bath, rows, doors, keepFree: [] }, limit(kind));
  if (!layout) return null;
  const room = { use: usesOf.one.kitchen, region, layout, passage: null } as const;
  return {
    arrangement: 'one',
    kind,
    rooms: [room],
    partition: null,
    cost: layout.cost,
  };
}
