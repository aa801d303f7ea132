import type { StoreyRooms } from '../derive/room.ts';
import { roomsOrFault } from '../derive/rooms-or-fault.ts';
import type { Dimension, Opening, RoomId, StoreyId, WallId } from '../plan/model.ts';
import { elementPath, type Facts, placeOf, same, storeyPath } from './facts.ts';
import {
  changedIn,
  heads,
  references,
  referencesIn,
  type Side,
  type Three,
  type Units,
} from './merge-units.ts';
import { type Line, liesOn, lineOf } from './wall-lines.ts';

/**
 * Changes that follow from another. Who takes a wall away takes its doors along, and nobody decided
 * about the doors: where somebody is asked about the wall, they go the way that is chosen for it.
 *
 * - What hangs on something (an opening on its wall, a room on its holder, a household on its tenancy,
 *   a dimension on what it measures, everything on its storey) follows where one head took that away
 *   or set its phase, and took the hanging one along: away, to the same phase, or to hang elsewhere.
 * - An opening that was put further along its wall follows the ends of that wall that the same head
 *   changed.
 * - A wall that came to stand on the line of another follows that one: its piece, or what replaced it.
 * - Room tags on both sides of a wall follow it where the same head took the wall away and one of the
 *   tags with it: their rooms became one.
 * - Of a wall that both heads have and that was in no plan before them nobody knows what came along:
 *   its openings go the way of that wall, and one at another place along it that of its end `a`.
 *
 * Everything else (fixtures, risers, notes, other tags) was decided by itself, and stays so.
 */
export function followers(three: Three, units: Units): string[][] {
  const open = openIn(three, units);
  const along = open.paths
    .filter((path) => units.isAsked(path))
    .flatMap((host) =>
      heads.flatMap((side) => {
        const hanging = open.hanging.get(host) ?? [];
        return [
          ...hanging.filter((path) => wentAlong(path, host, side, three)),
          ...slidAlong(host, side, three, open),
          ...(placeOf(host).table === 'walls'
            ? [...inItsPlace(host, side, three, open), ...joinedRooms(host, side, three, units)]
            : []),
        ].map((path) => [host, path]);
      }),
    );
  return [...along, ...withoutPast(three, units, open)];
}

/** Openings with what is asked of the walls that they are in, where neither has a past. */
function withoutPast(three: Three, units: Units, { paths }: Open): string[][] {
  const isAsked = (path: string): boolean => !three.base.has(path) && units.isAsked(path);
  return paths.flatMap((path) => {
    if (placeOf(path).table !== 'openings' || three.base.has(path)) return [];
    const [one, other] = heads.map((side) => three[side].get(path) as Opening | undefined);
    const isElsewhere = one !== undefined && other !== undefined && one.offset !== other.offset;
    return heads
      .flatMap((side) => referencesIn(path, three[side]).map((wall) => ({ wall, side })))
      .flatMap(({ wall, side }) => [
        wall,
        ...referencesIn(wall, three[side]).slice(0, isElsewhere ? 1 : 0),
      ])
      .filter(isAsked)
      .map((host) => [path, host]);
  });
}

/** What the heads do not have alike, and what one head did to it, looked up once. */
interface Open {
  readonly paths: readonly string[];
  /** By what they hung on. */
  readonly hanging: ReadonlyMap<string, readonly string[]>;
  /** Openings that a head put elsewhere along the wall that they were in. */
  readonly slid: Readonly<Record<Side, readonly string[]>>;
  /** Walls that a head added or brought to another line, by storey. */
  readonly brought: Readonly<Record<Side, ReadonlyMap<string | null, readonly Brought[]>>>;
}
interface Brought {
  readonly path: string;
  readonly was: Line | null;
  readonly is: Line;
}

function openIn(three: Three, units: Units): Open {
  const paths = units.paths();
  const hanging = new Map<string, string[]>();
  for (const path of paths) {
    for (const host of new Set(hostsOf(path, three.base))) {
      const list = hanging.get(host);
      if (list) list.push(path);
      else hanging.set(host, [path]);
    }
  }
  return {
    paths,
    hanging,
    slid: { ours: slidIn('ours', paths, three), theirs: slidIn('theirs', paths, three) },
    brought: { ours: broughtIn('ours', paths, three), theirs: broughtIn('theirs', paths, three) },
  };
}

const slidIn = (side: Side, paths: readonly string[], three: Three): string[] =>
  paths.filter((path) => {
    if (placeOf(path).table !== 'openings') return false;
    const [was, is] = [three.base.get(path), three[side].get(path)] as (Opening | undefined)[];
    return was !== undefined && is?.wall === was.wall && is.offset !== was.offset;
  });

function broughtIn(side: Side, paths: readonly string[], three: Three) {
  const walls = paths.flatMap((path): Brought[] => {
    if (placeOf(path).table !== 'walls') return [];
    const [was, is] = [lineOf(path, three.base), lineOf(path, three[side])];
    return is === null || same(was, is) ? [] : [{ path, was, is }];
  });
  return Map.groupBy(walls, ({ path }) => placeOf(path).storey);
}

const phaseOf = (fact: unknown): unknown =>
  (fact as { readonly phase?: unknown } | undefined)?.phase;

/** What an element hung on. */
function hostsOf(path: string, facts: Facts): string[] {
  const place = placeOf(path);
  if (!facts.has(path)) return [];
  const home = place.storey !== null && place.table !== 'storeys' ? [storeyPath(place.storey)] : [];
  const measured =
    place.table === 'dimensions' ? anchored(facts.get(path) as Dimension, place.storey) : [];
  return [...references(place, facts.get(path)), ...measured, ...home];
}

const anchored = ({ anchors }: Dimension, storey: string): string[] =>
  anchors.flatMap(({ on }) => {
    if (!on) return [];
    if ('joint' in on) return [elementPath(storey, 'joints', on.joint)];
    if ('wall' in on) return [elementPath(storey, 'walls', on.wall)];
    return [elementPath(storey, 'openings', on.opening)];
  });

/** Whether a head took it away, or made it of another phase. */
const wentIn = (path: string, side: Side, { base, [side]: facts }: Three): boolean =>
  base.has(path) && (!facts.has(path) || phaseOf(base.get(path)) !== phaseOf(facts.get(path)));

function wentAlong(path: string, host: string, side: Side, three: Three): boolean {
  const facts = three[side];
  if (!changedIn(path, side, three) || !wentIn(host, side, three)) return false;
  if (!facts.has(path) || !hostsOf(path, facts).includes(host)) return true;
  const phase = phaseOf(facts.get(path));
  return phase !== phaseOf(three.base.get(path)) && phase === phaseOf(facts.get(host));
}

/** Openings that a head put further along their wall as it changed an end of it, or its ends. */
function slidAlong(host: string, side: Side, three: Three, { slid }: Open): string[] {
  const { table } = placeOf(host);
  if ((table !== 'joints' && table !== 'walls') || !changedIn(host, side, three)) return [];
  return slid[side].filter((path) => {
    const wall = referencesIn(path, three.base)[0]!;
    const [was, is] = [three.base, three[side]].map((facts) => referencesIn(wall, facts));
    return table === 'walls' ? wall === host && !same(was, is) : [was, is].flat().includes(host);
  });
}

/** Walls that a head brought onto the line of this one as it changed or removed it. */
function inItsPlace(host: string, side: Side, three: Three, { brought }: Open): string[] {
  if (!changedIn(host, side, three)) return [];
  const line = lineOf(host, three.base);
  const others = line ? (brought[side].get(placeOf(host).storey) ?? []) : [];
  return others.flatMap(({ path, was, is }) =>
    path !== host && liesOn(is, line!) && !(was && liesOn(was, line!)) ? [path] : [],
  );
}

/** Tags of the rooms on both sides of a wall that a head took away with one of them. */
function joinedRooms(host: string, side: Side, three: Three, units: Units): string[] {
  const { storey: id } = placeOf(host);
  const storey = three.plans.base.storeys[id as StoreyId];
  if (!storey || !wentIn(host, side, three) || stands(three[side].get(host))) return [];
  const changed = Object.keys(storey.rooms)
    .map((tag) => elementPath(id ?? '', 'rooms', tag))
    .filter((path) => units.has(path) && changedIn(path, side, three));
  const gone = changed.filter((path) => !stands(three[side].get(path)));
  if (gone.length === 0) return [];
  const { rooms } = roomsOrFault(id as StoreyId, storey, 'after');
  if (!rooms) return [];
  const beside = tagsBeside(rooms, placeOf(host).id as WallId);
  const here = (path: string): boolean => beside.has(placeOf(path).id as RoomId);
  return gone.some(here) ? changed.filter(here) : [];
}

const stands = (fact: unknown): boolean => fact !== undefined && phaseOf(fact) !== 'demolished';

const tagsBeside = ({ stretches, byId }: StoreyRooms, wall: WallId): ReadonlySet<RoomId> =>
  new Set(
    (stretches.get(wall) ?? []).flatMap(({ left, right }) =>
      [left, right].flatMap((room) => (room === null ? [] : (byId.get(room)?.tags ?? []))),
    ),
  );
