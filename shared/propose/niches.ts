import type { Span } from './beside-wall.ts';
import type { DoorPlace } from './door-places.ts';
import type { Face } from './face.ts';
import { doorsInto, furnish } from './furnish.ts';

import type { Layout } from './layout-search.ts';
import { type NicheCut, nicheCut } from './niche-cut.ts';
import type { Ask, Keep, Limit, Part, RoomLayout } from './part.ts';
import { settingOf } from './places.ts';
import type { BathNeeds, KitchenNeeds } from './programme.ts';
import { before, runsAlongX, type Side } from './rect.ts';
import { type Edge, edgesOf, type Region } from './region.ts';
import { rowDepth, rowPlaces } from './rows.ts';

/** A kitchen niche in a wall of the household's own room, and a bathroom behind or beside it. */
export function niches(ask: Ask, keep: Keep, limit: Limit): void {
  const { kitchen, bath } = ask.programme;
  if (!kitchen || !bath) return;
  for (const [index, edge] of edgesOf(ask.cell.region).entries()) {
    for (const [place, face] of ask.space.faces.entries()) {
      if (face.side !== edge.side || Math.abs(face.line - edge.line) > 1) continue;
      if (!face.isOwn || !face.openTo.includes(ask.holder)) continue;
      if (face.isBearing && !ask.throughBearing) continue;
      if (face.windows.length > 0 || face.from > edge.to || face.to < edge.from) continue;
      const kind = `niche/${edge.side}+${ask.wcSide}`;
      if (limit(kind) < 0) continue;
      const found = ask.places.once(`niches ${index} ${place}`, () =>
        kitchensAt(ask, kitchen, edge, face),
      );
      for (const { partition, ...one } of found) {
        const part = withBath(ask, bath, one, limit(kind));
        if (part) keep({ ...part, kind, partition });
      }
    }
  }
}

/** A furnished niche and what it leaves of the part. */
interface Niche extends NicheCut {
  readonly cooking: Layout;
  readonly passage: NonNullable<RoomLayout['passage']>;
}

/** The niches at a face, whoever asks and wherever the WC looks. */
function kitchensAt(ask: Ask, kitchen: KitchenNeeds, edge: Edge, face: Face): Niche[] {
  const depth = rowDepth(kitchen, ask.preparations);
  const shortest = kitchen.sink.width + kitchen.cookers[0]!.value.width + kitchen.cookerToWall;
  const whole = edge.to - edge.from;
  const tries = [
    { at: 'from' as const, along: whole },
    ...[0, ...ask.preparations]
      .map((length) => shortest + length)
      .filter((along) => along < whole)
      .flatMap((along) => [
        { at: 'from' as const, along },
        { at: 'to' as const, along },
      ]),
  ];
  return tries.flatMap(({ at, along }): Niche[] => {
    const cut = nicheCut(ask.cell, edge, at, along, depth, ask.thickness);
    if (!cut) return [];
    const { partition, niche, rest } = cut;
    // The row stands at the back: it looks out of the niche.
    const rows = rowPlaces(settingOf(ask, niche), kitchen, ask.preparations, 'electric', {
      side: ((face.side + 2) % 4) as Side,
      isFree: (from, to) => openingBefore(face, kitchen, niche, from, to) !== null,
    });
    const cooking = furnish(
      ask,
      niche,
      { bath: null, rows, doors: [], keepFree: [], isNiche: true },
      Infinity,
    );
    if (!cooking) return [];
    const passage = passageOf(cooking, face, kitchen, niche);
    return [{ partition, niche, rest, cooking, passage }];
  });
}

function withBath(
  ask: Ask,
  bath: BathNeeds,
  { niche, rest, cooking, passage }: Omit<Niche, 'partition'>,
  limit: number,
): Omit<Part, 'kind' | 'partition'> | null {
  if (cooking.cost >= limit) return null;
  const doors = doorsInto(ask, rest, true, null).filter((door) => !isInWay(door, passage));
  if (doors.length === 0) return null;
  const washing = furnish(
    ask,
    rest,
    { bath, rows: null, doors, keepFree: [] },
    limit - cooking.cost,
  );
  if (!washing) return null;
  return {
    arrangement: 'niche',
    rooms: [
      { use: 'kitchen', region: niche, layout: cooking, passage },
      { use: 'bathroom', region: rest, layout: washing, passage: null },
    ],
    cost: cooking.cost + washing.cost,
  };
}

/** The niche is open over the length of its row, and as far beside it as the floor before it is free. */
function passageOf(
  { chosen }: Layout,
  face: Face,
  kitchen: KitchenNeeds,
  niche: Region,
): NonNullable<RoomLayout['passage']> {
  const { x0, x1, y0, y1 } = chosen[0]!.bodies[0]!;
  const [from, to] = runsAlongX(face.side) ? [x0, x1] : [y0, y1];
  return { face, ...openingBefore(face, kitchen, niche, from, to)! };
}

/** Null where the floor before a row is not free, or the opening would be narrower than a kitchen's. */
function openingBefore(
  face: Face,
  { standing, opening: least }: KitchenNeeds,
  { box }: Region,
  from: number,
  to: number,
): Span | null {
  const open = face.free(standing).find((span) => span.from <= from && span.to >= to);
  if (!open || face.taken.some((span) => span.from < to && span.to > from)) return null;
  const [low, high] = runsAlongX(face.side) ? [box.x0, box.x1] : [box.y0, box.y1];
  const before = face.taken.filter((span) => span.to <= from).map((span) => span.to);
  const after = face.taken.filter((span) => span.from >= to).map((span) => span.from);
  const opening = {
    from: Math.max(low, face.from, open.from, ...before),
    to: Math.min(high, face.to, open.to, ...after),
  };
  const isOpen = opening.from <= from && opening.to >= to;
  return isOpen && opening.to - opening.from >= least ? opening : null;
}

/** A door may not slide or open over the floor where someone cooks. */
function isInWay(door: DoorPlace, { face, from, to }: NonNullable<RoomLayout['passage']>): boolean {
  if (door.face?.wall !== face.wall || door.side !== face.side) return false;
  const own = before(door.side, door.line, door.from, door.to, 1);
  const open = before(face.side, face.line, from, to, 1);
  return own.x0 < open.x1 && open.x0 < own.x1 && own.y0 < open.y1 && open.y0 < own.y1;
}
