import type { Household, JointId, Opening, Point, Storey, Wall } from '../plan/model.ts';
import { fitsInLength, openingsOverlap, standTogether, wallLength } from '../plan/opening-fit.ts';
import { elementPath, placeOf, same, storeyPath } from './facts.ts';
import {
  heads,
  type Owner,
  references,
  referencesIn,
  type Side,
  type Three,
  type Units,
} from './merge-units.ts';

/**
 * What integrity.ts asks of elements of one plan together, as laws over a few elements each. Every
 * law is looked at with every combination of heads from which its elements may come: those that
 * some combination breaks are taken from one head together. So whatever is chosen later is sound,
 * and what is asked does not depend on it.
 */
export interface Law {
  readonly reads: readonly Reading[];
  holds(look: (path: string) => unknown): boolean;
}

/** An element, and the fields of it that matter; whether it is there matters always. */
interface Reading {
  readonly path: string;
  readonly fields: readonly string[];
}

/** Laws that can be broken: the heads differ in two of their elements at least. */
export function lawsOf(three: Three, units: Units): Law[] {
  const laws = [...wallLaws(three), ...openingLaws(three), ...planLaws(three)];
  return [...laws, ...pairLaws(three, units)].flatMap(({ reads, holds }) => {
    const open = reads.filter((reading) => units.has(reading.path) && differs(reading, three));
    return open.length > 1 ? [{ reads: open, holds }] : [];
  });
}

function differs({ path, fields }: Reading, { ours, theirs }: Three): boolean {
  if (ours.has(path) !== theirs.has(path)) return true;
  const [one, other] = [ours.get(path), theirs.get(path)] as Record<string, unknown>[];
  return fields.some((field) => !same(one?.[field], other?.[field]));
}

/** More units than these in one law are not tried in every combination, but tied. */
const mostTried = 6;

/** Elements of laws that some choice would break. */
export function broken(laws: readonly Law[], three: Three, units: Units): string[][] {
  return laws.flatMap((law) => {
    const paths = law.reads.map(({ path }) => path);
    if (new Set(paths.map((path) => units.rootOf(path))).size < 2) return [];
    return canBreak(law, three, units) ? [paths] : [];
  });
}

function canBreak({ reads, holds }: Law, three: Three, units: Units): boolean {
  const asked = [
    ...new Set(reads.flatMap(({ path }) => (units.isAsked(path) ? [units.rootOf(path)] : []))),
  ];
  if (asked.length > mostTried) return true;
  for (let combination = 0; combination < 2 ** asked.length; combination++) {
    const look = (path: string): unknown => {
      const owner: Owner = units.has(path) ? units.ownerOf(path) : 'ours';
      const bit = owner === 'both' ? asked.indexOf(units.rootOf(path)) : -1;
      const side: Side = owner === 'both' ? heads[bit < 0 ? 0 : (combination >> bit) & 1]! : owner;
      return three[side].get(path);
    };
    if (!holds(look)) return true;
  }
  return false;
}

const pathsOf = ({ ours, theirs }: Three): string[] => [
  ...new Set([...ours.keys(), ...theirs.keys()]),
];

/** What an element names in either head. */
const namedBy = (path: string, three: Three): string[] => [
  ...new Set(heads.flatMap((side) => referencesIn(path, three[side]))),
];

const reading = (path: string, ...fields: string[]): Reading => ({ path, fields });

/** A wall has its joints, at two places. */
function wallLaws(three: Three): Law[] {
  return pathsOf(three).flatMap((path): Law[] => {
    const { table, storey } = placeOf(path);
    if (table !== 'walls') return [];
    const joints = namedBy(path, three);
    const ends = (['a', 'b'] as const).map(
      (end): Law => ({
        reads: [reading(path, end), ...joints.map((joint) => reading(joint))],
        holds(look) {
          const wall = look(path) as Wall | undefined;
          return !wall || look(elementPath(storey, 'joints', wall[end])) !== undefined;
        },
      }),
    );
    const length: Law = {
      reads: [reading(path, 'a', 'b'), ...joints.map((joint) => reading(joint, 'x', 'y'))],
      holds: (look) => lengthOf(path, look) !== 0,
    };
    return [...ends, length];
  });
}

/** mm; null where the wall or one of its joints is not there. */
function lengthOf(path: string, look: (path: string) => unknown): number | null {
  const { storey } = placeOf(path);
  const wall = look(path) as Wall | undefined;
  if (!wall || storey === null) return null;
  const joint = (id: JointId) => look(elementPath(storey, 'joints', id)) as Point | undefined;
  const joints = Object.fromEntries(
    [wall.a, wall.b].flatMap((id) => (joint(id) ? [[id, joint(id)]] : [])),
  ) as Storey['joints'];
  return wallLength({ joints }, wall);
}

/** An opening has its wall, lies within it, and is no older and no younger than it may be. */
function openingLaws(three: Three): Law[] {
  return pathsOf(three).flatMap((path): Law[] => {
    const { table, storey } = placeOf(path);
    if (table !== 'openings') return [];
    const walls = namedBy(path, three);
    const joints = new Set(walls.flatMap((wall) => namedBy(wall, three)));
    const placed = (look: (path: string) => unknown) => {
      const opening = look(path) as Opening | undefined;
      const host = opening && elementPath(storey, 'walls', opening.wall);
      return { opening, host, wall: host && (look(host) as Wall | undefined) };
    };
    return [
      {
        reads: [reading(path, 'wall'), ...walls.map((wall) => reading(wall))],
        holds(look) {
          const { opening, wall } = placed(look);
          return !opening || wall !== undefined;
        },
      },
      {
        reads: [reading(path, 'wall', 'phase'), ...walls.map((wall) => reading(wall, 'phase'))],
        holds(look) {
          const { opening, wall } = placed(look);
          if (!opening || !wall) return true;
          return opening.phase === 'new' ? wall.phase !== 'demolished' : wall.phase !== 'new';
        },
      },
      {
        reads: [
          reading(path, 'wall', 'offset', 'width'),
          ...walls.map((wall) => reading(wall, 'a', 'b')),
          ...[...joints].map((joint) => reading(joint, 'x', 'y')),
        ],
        holds(look) {
          const { opening, host } = placed(look);
          const length = host === undefined ? null : lengthOf(host, look);
          return !opening || length === null || fitsInLength(opening, length);
        },
      },
    ];
  });
}

/** What is named is there: the holders of a room, a household's tenancy, everything's storey. */
function planLaws(three: Three): Law[] {
  return pathsOf(three).flatMap((path): Law[] => {
    const { table, storey } = placeOf(path);
    if (storey !== null && table !== 'storeys') {
      const home = storeyPath(storey);
      const stray: Law = {
        reads: [reading(path), reading(home)],
        holds: (look) => look(path) === undefined || look(home) !== undefined,
      };
      return table === 'rooms' ? [stray, ...namedLaws(path, 'holders', three)] : [stray];
    }
    return table === 'households' ? namedLaws(path, 'tenancy', three) : [];
  });
}

const namedLaws = (path: string, field: string, three: Three): Law[] =>
  namedBy(path, three).map((named) => ({
    reads: [reading(path, field), reading(named)],
    holds(look) {
      const fact = look(path);
      const isNamed = fact !== undefined && references(placeOf(path), fact).includes(named);
      return !isNamed || look(named) !== undefined;
    },
  }));

/** Two doors say different things, two storeys have different levels; two elements take no one place. */
function pairLaws(three: Three, units: Units): Law[] {
  const open = units.paths();
  const of = (table: string) => open.filter((path) => placeOf(path).table === table);
  return [
    ...pairs(of('households'), three, ['door'], {
      key: (fact) => (fact as Household).door.trim(),
      clash: (one, other) => (one as Household).door.trim() === (other as Household).door.trim(),
    }),
    ...pairs(of('storeys'), three, ['level'], {
      key: (fact) => String((fact as Storey).level),
      clash: (one, other) => (one as Storey).level === (other as Storey).level,
    }),
    ...pairs(of('openings'), three, ['wall', 'offset', 'width', 'phase'], {
      key: (fact, storey) => `${storey} ${(fact as Opening).wall}`,
      clash: (one, other) => openingsOverlap(one as Opening, other as Opening),
    }),
    // Not asked by integrity.ts: but two walls on one line are never what two people meant.
    ...pairs(of('walls'), three, ['a', 'b', 'phase'], {
      key: (fact, storey) => `${storey} ${endsOf(fact as Wall)}`,
      clash: (one, other) =>
        endsOf(one as Wall) === endsOf(other as Wall) &&
        standTogether((one as Wall).phase, (other as Wall).phase),
    }),
  ];
}

const endsOf = ({ a, b }: Wall): string => [a, b].sort().join(' ');

interface Clash {
  /** Only those with a key in common can clash. */
  key(fact: unknown, storey: string | null): string;
  clash(one: unknown, other: unknown): boolean;
}

function pairs(
  paths: readonly string[],
  three: Three,
  fields: readonly string[],
  { key, clash }: Clash,
): Law[] {
  const groups = new Map<string, Set<string>>();
  for (const path of paths) {
    for (const side of heads) {
      if (!three[side].has(path)) continue;
      const name = key(three[side].get(path), placeOf(path).storey);
      groups.set(name, (groups.get(name) ?? new Set()).add(path));
    }
  }
  return [...groups.values()].flatMap((group) => {
    const list = [...group];
    return list.flatMap((one, index) =>
      list.slice(index + 1).map(
        (other): Law => ({
          reads: [
            { path: one, fields },
            { path: other, fields },
          ],
          holds(look) {
            const [first, second] = [look(one), look(other)];
            return first === undefined || second === undefined || !clash(first, second);
          },
        }),
      ),
    );
  });
}
