import type { JointId, Plan, StoreyId } from '../../shared/plan/model.ts';
import { fieldWords, isLength } from '../../shared/records/change-how.ts';
import { type ElementChange, elementChanges } from '../../shared/records/element-changes.ts';
import { type Facts, factsOf, pathOfChange, placeOf, same } from '../../shared/records/facts.ts';
import type { Side } from '../../shared/records/merge.ts';
import { type Text, text } from '../../shared/text.ts';
import { changeWords, elementWords } from './change-words.ts';
import { placeWords, valueWords } from './value-words.ts';

/** Elements named of one choice; of a whole storey there are hundreds. */
const most = 4;

/** The plans between which somebody chooses; without a base they have no common past. */
export interface ChoicePlans {
  readonly ours: Plan;
  readonly theirs: Plan;
  readonly base: Plan | null;
}

/**
 * What each of two plans has where the other has something else, for somebody who chooses: each
 * element with its values, so that no two choices read alike. With what both were drawn from, what was
 * done to it comes first. The answer takes the paths of the elements that are chosen together
 * (facts.ts).
 */
export function choiceWords(
  plans: ChoicePlans,
): (paths: readonly string[]) => Readonly<Record<Side, readonly Text[]>> {
  const ours = sideOf(plans.ours, plans.theirs, plans.base);
  const theirs = sideOf(plans.theirs, plans.ours, plans.base);
  return (paths) => ({ ours: sideWords(paths, ours), theirs: sideWords(paths, theirs) });
}

/** One plan beside the other. */
interface SideOfChoice {
  readonly mine: Plan;
  readonly other: Plan;
  readonly base: Plan | null;
  readonly facts: Facts;
  readonly otherFacts: Facts;
  /** By path: what differs from the other, and what was done since the base. */
  readonly between: ReadonlyMap<string, ElementChange>;
  readonly made: ReadonlyMap<string, ElementChange>;
}

function sideOf(mine: Plan, other: Plan, base: Plan | null): SideOfChoice {
  const byPath = (changes: readonly ElementChange[]) =>
    new Map(changes.map((change) => [pathOfChange(change), change]));
  return {
    mine,
    other,
    base,
    facts: factsOf(mine),
    otherFacts: factsOf(other),
    between: byPath(elementChanges(other, mine)),
    made: byPath(base ? elementChanges(base, mine) : []),
  };
}

function sideWords(paths: readonly string[], side: SideOfChoice): readonly Text[] {
  const different = paths
    .filter((path) => side.between.has(path))
    .sort((one, other) => rankOf(one) - rankOf(other));
  if (different.length === 0) return endsWords(paths, side.mine);
  const twins = twinsOf(different, side);
  const replaced = new Set(twins.values());
  const told = different.filter((path) => !replaced.has(path));
  const shown = told.slice(0, most).map((path) => {
    const twin = twins.get(path);
    return twin === undefined ? oneWords(path, side) : twinWords(path, twin, side);
  });
  const more = told.length - shown.length;
  return more === 0 ? shown : [...shown, text(`等共 ${told.length} 处`, `and ${more} more`)];
}

/**
 * What only this plan has and what only the other has, where both are called the same: two people
 * entered one household. "Household 108 added, without household 108" would say nothing.
 */
function twinsOf(different: readonly string[], side: SideOfChoice): ReadonlyMap<string, string> {
  const { facts, otherFacts, between, made, mine, other } = side;
  const called = (path: string, plan: Plan): string => {
    const change = between.get(path)!;
    return `${change.kind} ${elementWords(change, plan).zh}`;
  };
  const gone = new Map(
    different
      .filter((path) => !facts.has(path) && !made.has(path))
      .map((path) => [called(path, other), path] as const),
  );
  return new Map(
    different.flatMap((path) => {
      if (otherFacts.has(path)) return [];
      const twin = gone.get(called(path, mine));
      // Each stands in the place of one.
      gone.delete(called(path, mine));
      return twin === undefined ? [] : [[path, twin] as const];
    }),
  );
}

/** Of one whose twin goes with the choice: that it is this one, and what it has otherwise. */
function twinWords(path: string, twin: string, side: SideOfChoice): Text {
  const { facts, otherFacts, mine } = side;
  const change = side.between.get(path)!;
  const [fact, other] = [facts.get(path), otherFacts.get(twin)] as Record<string, unknown>[];
  const fields = [...new Set([...Object.keys(fact!), ...Object.keys(other!)])].filter(
    (field) => !same(fact![field], other![field]),
  );
  const { zh, en } = elementWords(change, mine);
  const capital = en.charAt(0).toUpperCase() + en.slice(1);
  const values = valuesOf({ ...change, fields }, fact, mine).map(({ words }) => words);
  const place = placeWords(change, mine);
  return withValues(
    text(
      `${zh}：用这一方的，另一方的不保留`,
      `${capital}: the one of this side; that of the other is left out`,
    ),
    place ? [...values, place] : values,
  );
}

const leading = ['storeys', 'walls', 'households', 'openings', 'rooms'];

/** What others follow comes before them: a storey, then a wall, then its doors. */
export function rankOf(path: string): number {
  const rank = leading.indexOf(placeOf(path).table);
  return rank < 0 ? leading.length : rank;
}

function oneWords(path: string, side: SideOfChoice): Text {
  const { mine, other, base, facts, otherFacts } = side;
  const change = side.between.get(path)!;
  const made = side.made.get(path);
  const done = made && base ? changeWords(made, base, mine) : null;
  if (!facts.has(path)) {
    if (done) return done;
    const { zh, en } = elementWords(change, other);
    return text(`没有：${zh}`, `Without ${en}`);
  }
  const { zh, en } = elementWords(change, mine);
  const capital = en.charAt(0).toUpperCase() + en.slice(1);
  if (!otherFacts.has(path)) {
    // The other has no values to tell apart: what was done here is what is lost with it.
    if (made && done) return withValues(done, otherThanLengths(made, path, side, made));
    return base ? text(`${zh}：未改动`, `${capital}: unchanged`) : text(`有：${zh}`, `With ${en}`);
  }
  const values = otherThanLengths(change, path, side, done ? made : undefined);
  if (done) return withValues(done, values);
  const listed = listOf(values);
  const unchanged = base ? text('未改动，', 'unchanged, ') : text('', '');
  return text(`${zh}：${unchanged.zh}${listed.zh}`, `${capital}: ${unchanged.en}${listed.en}`);
}

/** What it has in the fields of a change; lengths that `told` says already are left out. */
function otherThanLengths(
  change: ElementChange,
  path: string,
  { mine, facts }: SideOfChoice,
  told: ElementChange | undefined,
): Text[] {
  return valuesOf(change, facts.get(path), mine)
    .filter(({ field }) => !(isLength(field) && told?.fields.includes(field)))
    .map(({ words }) => words);
}

const listOf = (values: readonly Text[]): Text =>
  text(values.map(({ zh }) => zh).join('，'), values.map(({ en }) => en).join(', '));

function withValues(done: Text, values: readonly Text[]): Text {
  if (values.length === 0) return done;
  const listed = listOf(values);
  return text(`${done.zh}（${listed.zh}）`, `${done.en} (${listed.en})`);
}

/** What an element has in the fields that differ, and where it stands where that differs. */
function valuesOf(
  change: ElementChange,
  fact: unknown,
  plan: Plan,
): { readonly field: string; readonly words: Text }[] {
  const values = change.fields.flatMap((field) => {
    const value = valueWords(change, field, fact, plan);
    if (!value) return [];
    const name = fieldWords[field] ?? text(field, field);
    return [{ field, words: text(`${name.zh} ${value.zh}`, `${name.en} ${value.en}`) }];
  });
  const place = change.distance > 0 ? placeWords(change, plan) : null;
  return place ? [...values, { field: 'place', words: place }] : values;
}

/** Of a joint whose walls are the same in both: where it is. */
function endsWords(paths: readonly string[], plan: Plan): readonly Text[] {
  const words = paths.flatMap((path) => {
    const { table, storey, id } = placeOf(path);
    if (table !== 'joints' || storey === null) return [];
    const found = plan.storeys[storey as StoreyId];
    const joint = found?.joints[id as JointId];
    if (!joint) return [text('没有这个墙端', 'Without this end of a wall')];
    const at = `(${joint.x}, ${joint.y}) mm`;
    return [text(`墙端位于 ${at}`, `End of a wall at ${at}`)];
  });
  return words.length > 0 ? words.slice(0, most) : [text('未改动', 'Unchanged')];
}
