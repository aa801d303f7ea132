import { once } from '../derive/once.ts';
import { entries, type Plan, type Storey, type StoreyId } from '../plan/model.ts';

/**
 * A plan as a flat table: every element by its path, so that plans can be compared and merged element
 * by element. `storeys/storey_1/walls/wall_2` is a wall, `storeys/storey_1` a storey's own facts
 * (name, level, elevation, height), `north` the north.
 */
export type Facts = ReadonlyMap<string, unknown>;

const storeyTables = [
  'joints',
  'walls',
  'openings',
  'rooms',
  'fixtures',
  'risers',
  'dimensions',
  'notes',
] as const;
const planTables = ['tenancies', 'households', 'axes'] as const;
/** Tables that a file without them leaves out. */
const optional: readonly string[] = ['dimensions', 'notes', 'axes'];

export type StoreyTable = (typeof storeyTables)[number];
export type PlanTable = (typeof planTables)[number];

/** One path of a fact, taken apart. */
export type Place =
  | { readonly table: PlanTable; readonly id: string; readonly storey: null }
  | { readonly table: StoreyTable; readonly id: string; readonly storey: string }
  | { readonly table: 'storeys' | 'underlay'; readonly id: string; readonly storey: string }
  | { readonly table: 'plan'; readonly id: string; readonly storey: null };

export const storeyPath = (storey: string): string => `storeys/${storey}`;
export const elementPath = (storey: string, table: StoreyTable | 'underlay', id = ''): string =>
  id === '' ? `storeys/${storey}/${table}` : `storeys/${storey}/${table}/${id}`;
export const planPath = (table: PlanTable, id: string): string => `${table}/${id}`;

/** Places by path: every element is asked for many times. */
const places = new Map<string, Place>();
const mostPlaces = 50_000;

/** Ids hold no slash: their schema is kind, underscore, letters and digits. */
export function placeOf(path: string): Place {
  const known = places.get(path);
  if (known) return known;
  const place = takenApart(path);
  if (places.size >= mostPlaces) places.clear();
  places.set(path, place);
  return place;
}

function takenApart(path: string): Place {
  const [first = '', second = '', third, fourth] = path.split('/');
  if (first !== 'storeys') {
    const table = planTables.find((one) => one === first);
    return table ? { table, id: second, storey: null } : { table: 'plan', id: first, storey: null };
  }
  const table = storeyTables.find((one) => one === third);
  if (table) return { table, id: fourth ?? '', storey: second };
  return { table: third === 'underlay' ? 'underlay' : 'storeys', id: second, storey: second };
}

/** The storey that some elements are on; null where none of them is on any. */
export const storeyOf = (paths: readonly string[]): StoreyId | null =>
  (paths.map((path) => placeOf(path).storey).find((one) => one !== null) ??
    null) as StoreyId | null;

/** Fields of a plan that are no tables of elements: north, and what later formats add. */
const ownFields = (plan: Plan): [string, unknown][] =>
  Object.entries(plan).filter(
    ([field, value]) =>
      field !== 'storeys' && !planTables.some((table) => table === field) && value !== undefined,
  );

function storeyFacts(storey: Storey): Record<string, unknown> {
  const own = Object.entries(storey).filter(
    ([field, value]) =>
      field !== 'underlay' && !storeyTables.some((table) => table === field) && value !== undefined,
  );
  return Object.fromEntries(own);
}

/** Remembered by plan. */
export const factsOf: (plan: Plan) => Facts = once((plan: Plan): Facts => {
  const facts = new Map<string, unknown>(ownFields(plan));
  for (const table of planTables) {
    for (const [id, one] of entries<string, unknown>(plan[table] ?? {})) {
      facts.set(planPath(table, id), one);
    }
  }
  for (const [id, storey] of entries(plan.storeys)) {
    facts.set(storeyPath(id), storeyFacts(storey));
    if (storey.underlay) facts.set(elementPath(id, 'underlay'), storey.underlay);
    for (const table of storeyTables) {
      for (const [element, one] of entries<string, unknown>(storey[table] ?? {})) {
        facts.set(elementPath(id, table, element), one);
      }
    }
  }
  return facts;
});

/**
 * The plan with these facts. Elements of a storey that has no facts of its own are left out: the
 * caller sees to it that there are none.
 */
export function planOf(facts: Facts): Plan {
  const plan: Record<string, Record<string, unknown> | unknown> = {
    tenancies: {},
    households: {},
    storeys: {},
  };
  const storeys = new Map<string, Record<string, unknown>>();
  const paths = [...facts.keys()].sort();
  for (const path of paths) {
    const { table, storey } = placeOf(path);
    if (table !== 'storeys') continue;
    const tables = storeyTables.filter((one) => !optional.includes(one)).map((one) => [one, {}]);
    storeys.set(storey, { ...(facts.get(path) as object), ...Object.fromEntries(tables) });
  }
  for (const path of paths) {
    const place = placeOf(path);
    const fact = facts.get(path);
    if (place.table === 'plan') plan[place.id] = fact;
    else if (place.storey === null) tableOf(plan, place.table)[place.id] = fact;
    else {
      const storey = storeys.get(place.storey);
      if (!storey || place.table === 'storeys') continue;
      if (place.table === 'underlay') storey.underlay = fact;
      else tableOf(storey, place.table)[place.id] = fact;
    }
  }
  plan.storeys = Object.fromEntries(storeys);
  return plan as unknown as Plan;
}

function tableOf(holder: Record<string, unknown>, table: string): Record<string, unknown> {
  holder[table] ??= {};
  return holder[table] as Record<string, unknown>;
}

/**
 * The plan with the very tables and storeys of these where they hold the same, so that what was
 * derived from them is known.
 */
export function sharing(plan: Plan, known: readonly Plan[]): Plan {
  const all = known.reduce<object>(shared, plan) as Plan;
  const storeys = entries(plan.storeys).map(([id, storey]) => {
    const others = known.flatMap((one) => one.storeys[id] ?? []);
    return [id, others.reduce<object>(shared, storey)];
  });
  return { ...all, storeys: Object.fromEntries(storeys) };
}

/**
 * The plan with the very elements, tables and storeys of another where they say the same, so that
 * what is the same is neither compared nor derived a second time.
 */
export function takingOver(plan: Plan, other: Plan): Plan {
  if (plan === other) return plan;
  const { storeys: _, ...own } = plan;
  const storeys = entries(plan.storeys).map(([id, storey]) => {
    const was = other.storeys[id];
    return [id, was && was !== storey ? withTables(storey, was) : storey];
  });
  return { ...withTables(own, other), storeys: Object.fromEntries(storeys) } as Plan;
}

/** The holder with the tables, and what is in them, of another; itself where it takes nothing. */
function withTables<H extends object>(holder: H, other: object): H {
  const both: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(holder)) {
    const known = valueAt(other, key);
    both[key] = isTable(value) && isTable(known) ? taken(value, known) : value;
  }
  return (areOne(both, other) ? other : areOne(both, holder) ? holder : both) as H;
}

function taken(table: object, other: object): object {
  if (table === other) return table;
  if (Array.isArray(table)) return same(table, other) ? other : table;
  const both = Object.fromEntries(
    Object.entries(table).map(([id, one]) => {
      const known = Object.hasOwn(other, id) ? valueAt(other, id) : undefined;
      return [id, same(one, known) ? known : one];
    }),
  );
  return areOne(both, other) ? other : both;
}

/** `other` itself where it holds the very same, else with those of its tables that do. */
function shared(one: object, other: object): object {
  const both = { ...one } as Record<string, unknown>;
  for (const [key, value] of Object.entries(one)) {
    const same = valueAt(other, key);
    if (isTable(value) && isTable(same) && areOne(value, same)) both[key] = same;
  }
  return areOne(both, other) ? other : both;
}

const isTable = (value: unknown): value is object => typeof value === 'object' && value !== null;

const areOne = (one: object, other: object): boolean => {
  const keys = definedKeys(one);
  return (
    keys.length === definedKeys(other).length &&
    keys.every((key) => Object.is(valueAt(one, key), valueAt(other, key)))
  );
};

/** Whether two facts say the same: by identity where they are shared, else part by part. */
export function same(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return false;
  const keys = definedKeys(left);
  return (
    Array.isArray(left) === Array.isArray(right) &&
    keys.length === definedKeys(right).length &&
    keys.every((key) => same(valueAt(left, key), valueAt(right, key)))
  );
}

const valueAt = (holder: object, key: string): unknown => (holder as Record<string, unknown>)[key];
const definedKeys = (holder: object): string[] =>
  Object.keys(holder).filter((key) => valueAt(holder, key) !== undefined);

/** The path of the element that a change is about (element-changes.ts). */
export function pathOfChange(change: {
  readonly kind: string;
  readonly id: string;
  readonly storey: string | null;
}): string {
  const { kind, id, storey } = change;
  if (kind === 'plan') return id;
  if (kind === 'storey') return storeyPath(id);
  if (storey === null) return planPath(planTables.find((one) => nounOf(one) === kind)!, id);
  if (kind === 'underlay') return elementPath(storey, 'underlay');
  return elementPath(storey, storeyTables.find((one) => nounOf(one) === kind)!, id);
}

/** `walls` -> `wall`, `tenancies` -> `tenancy`, `axes` -> `axis` */
const nounOf = (table: string): string =>
  table === 'axes' ? 'axis' : table.replace(/ies$/, 'y').replace(/s$/, '');
