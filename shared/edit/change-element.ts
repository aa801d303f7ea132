import type { Draft } from 'immer';
import type { Fixture, IdOfKind, Opening, Phase, Riser, RoomTag, Storey } from '../plan/model.ts';
import type { Intent } from './intent.ts';
import { copyId, type Making } from './storey-edit.ts';

const tables = {
  opening: 'openings',
  room: 'rooms',
  fixture: 'fixtures',
  riser: 'risers',
} as const;
interface ElementOfKind {
  opening: Opening;
  room: RoomTag;
  fixture: Fixture;
  riser: Riser;
}

/**
 * Changes an element that nothing else refers to. In a proposal a surveyed one is demolished, and
 * a changed copy comes as new; a new one that is brought back to what a demolished one was restores
 * that. A change to what it already is does nothing. An undefined field is taken away.
 */
export function changeElement<K extends keyof ElementOfKind>(
  storey: Draft<Storey>,
  kind: K,
  id: IdOfKind[K],
  change: Partial<ElementOfKind[K]>,
  intent: Intent,
  making: Making,
): void {
  const table = storey[tables[kind]] as unknown as Record<string, { phase: Phase }>;
  const element = table[id];
  if (!element) throw new Error(`no such ${kind} ${id}`);
  const facts = element as unknown as Record<string, unknown>;
  const differs = Object.entries(change).some(
    ([key, value]) => JSON.stringify(facts[key]) !== JSON.stringify(value),
  );
  if (!differs) return;
  if (intent === 'survey' || element.phase === 'new') {
    const changed = { ...without(element, change), ...defined(change) } as typeof element;
    const origin = intent === 'proposal' ? demolishedTwin(table, changed) : null;
    if (origin) {
      origin.phase = 'existing';
      delete table[id];
    } else table[id] = changed;
  } else {
    table[copyId(making, kind, id)] = {
      ...without(element, change),
      ...defined(change),
      phase: 'new',
    } as typeof element;
    element.phase = 'demolished';
  }
}

/** The demolished element that differs in nothing else. */
function demolishedTwin<V extends { phase: Phase }>(
  table: Readonly<Record<string, V>>,
  element: V,
): V | null {
  const key = (one: V): string =>
    JSON.stringify(
      Object.entries({ ...one, phase: '' }).sort(([left], [right]) => (left < right ? -1 : 1)),
    );
  const sought = key(element);
  return (
    Object.values(table).find((one) => one.phase === 'demolished' && key(one) === sought) ?? null
  );
}

const without = <V extends object>(element: V, change: object): Partial<V> =>
  Object.fromEntries(
    Object.entries(element).filter(([key]) => !Object.hasOwn(change, key)),
  ) as Partial<V>;

const defined = (change: object): object =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
