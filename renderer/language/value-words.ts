import type { HouseholdId, Plan, Point, Storey, TenancyId, Wall } from '../../shared/plan/model.ts';
import { isLength } from '../../shared/records/change-how.ts';
import { type ElementChange, middleOf } from '../../shared/records/element-changes.ts';
import { type Text, text } from '../../shared/text.ts';
import { m2, mm } from './say.ts';
import {
  fixtureWords,
  fuelWords,
  leafWords,
  openingWords,
  phaseWords,
  riserWords,
  roomUseWords,
  wallKindWords,
} from './words.ts';

/** What a field of an element says, as people read it. */

type About = Pick<ElementChange, 'kind' | 'id' | 'storey'>;

/** Null for a field that says nothing to people, such as which joint a wall ends at. */
export function valueWords(about: About, field: string, fact: unknown, plan: Plan): Text | null {
  const value = valueIn(fact, field);
  if (['a', 'b', 'wall', 'anchors', 'to', 'at'].includes(field)) {
    return field === 'at' ? pointWords(value) : null;
  }
  if (value === undefined || value === '') return text('未填', 'none');
  if (typeof value === 'boolean') return value ? text('有', 'yes') : text('无', 'no');
  const known = tablesOf(about)[field]?.[value as string];
  if (known) return lower(known);
  if (field === 'holders') return holderWords(value as readonly string[], plan);
  if (field === 'tenancy') return same(plan.tenancies[value as TenancyId]?.certificate ?? '');
  if (field === 'hinge') return value === 'a' ? text('墙起点侧', 'start') : text('墙终点侧', 'end');
  if (field === 'side') return value === 'left' ? text('左', 'left') : text('右', 'right');
  if (typeof value === 'number') {
    if (field === 'certifiedArea') return same(m2(value));
    if (field === 'rotation' || field === 'north' || about.id === 'north') return same(`${value}°`);
    if (isLength(field) || field === 'place') return same(mm(value));
    return same(`${value}`);
  }
  return typeof value === 'string' ? same(value.replaceAll('\n', ' ')) : null;
}

/** Where an element stands: the ends of a wall, the middle of an opening. */
export function placeWords({ kind, id, storey }: About, plan: Plan): Text | null {
  const facts = storey === null ? undefined : plan.storeys[storey];
  if (!facts) return null;
  if (kind === 'wall') {
    const ends = endsOf(facts.walls[id as keyof Storey['walls']], facts);
    return (
      ends &&
      text(
        `两端 ${pair(ends[0])}–${pair(ends[1])} mm`,
        `from ${pair(ends[0])} to ${pair(ends[1])} mm`,
      )
    );
  }
  if (kind !== 'opening') return null;
  const opening = facts.openings[id as keyof Storey['openings']];
  const ends = opening && endsOf(facts.walls[opening.wall], facts);
  if (!opening || !ends) return null;
  const { x, y } = middleOf(opening, ends);
  const at = pair({ x: Math.round(x), y: Math.round(y) });
  return text(`中点 ${at} mm`, `its middle at ${at} mm`);
}

type Words = Readonly<Record<string, Text>>;

const kindTables: Readonly<Record<string, Words>> = {
  wall: wallKindWords,
  opening: openingWords,
  fixture: fixtureWords,
  riser: riserWords,
};

const tablesOf = ({ kind }: About): Readonly<Record<string, Words | undefined>> => ({
  kind: kindTables[kind],
  phase: phaseWords,
  leaf: leafWords,
  fuel: fuelWords,
  use: roomUseWords,
});

const valueIn = (fact: unknown, field: string): unknown =>
  typeof fact === 'object' && fact !== null ? (fact as Record<string, unknown>)[field] : fact;

const pair = ({ x, y }: Point): string => `(${x}, ${y})`;

const pointWords = (value: unknown): Text | null =>
  typeof value === 'object' && value !== null ? same(`${pair(value as Point)} mm`) : null;

function holderWords(holders: readonly string[], plan: Plan): Text {
  if (holders.length === 0) return text('未定', 'not settled');
  const doors = holders.map((holder) =>
    holder === 'building'
      ? text('公共部位', 'the building')
      : same(plan.households[holder as HouseholdId]?.door ?? holder),
  );
  return text(doors.map(({ zh }) => zh).join('、'), doors.map(({ en }) => en).join(', '));
}

function endsOf(wall: Wall | undefined, storey: Storey): readonly [Point, Point] | null {
  const [a, b] = [wall && storey.joints[wall.a], wall && storey.joints[wall.b]];
  return a && b ? [a, b] : null;
}

const same = (words: string): Text => text(words, words);
const lower = ({ zh, en }: Text): Text => text(zh, en === 'WC' ? en : en.toLowerCase());
