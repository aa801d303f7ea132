import { integrityProblems, type Problem } from '../plan/integrity.ts';
import {
  entries,
  type Opening,
  type Plan,
  type Point,
  type StoreyId,
  type Wall,
} from '../plan/model.ts';
import { middleOf } from './element-changes.ts';
import { type Facts, factsOf, placeOf, planOf, same } from './facts.ts';
import { type Merge, type MergeQuestions, mergeQuestions, type Side } from './merge.ts';
import { danglingIn, jointsOf, phaseOf, surveyOf, wallOf } from './survey-facts.ts';

/**
 * The survey is one, shared by all schemes of a building: what stood before the works, whether it
 * stays or is demolished. Each scheme keeps it within its plans; a correction in one is offered to
 * the others and merged by element.
 */

/** A fact of the survey before and after a correction, as standing; undefined where there is none. */
export interface SurveyChange {
  readonly was: unknown;
  readonly is: unknown;
}
export type SurveyChanges = ReadonlyMap<string, SurveyChange>;

/** Marks on the drawing are each scheme's own; joints follow from their walls. */
const outside: readonly string[] = ['dimensions', 'notes', 'joints'];

/** Paths of either survey, in order, without those of storeys that both plans share. */
function pathsApart(before: Plan, after: Plan): string[] {
  const isShared = (path: string): boolean => {
    const storey = placeOf(path).storey as StoreyId | null;
    return storey !== null && before.storeys[storey] === after.storeys[storey];
  };
  const paths = new Set([...surveyOf(before).keys(), ...surveyOf(after).keys()]);
  return [...paths].filter((path) => !isShared(path)).sort();
}

/** What a correction made otherwise. A wall that a proposal only cut into pieces is the same wall. */
export function surveyChanges(before: Plan, after: Plan): SurveyChanges {
  const [was, is] = [surveyOf(before), surveyOf(after)];
  const changes = new Map<string, SurveyChange>();
  const note = (path: string): void => {
    const change = { was: was.get(path), is: is.get(path) };
    if (!same(change.was, change.is)) changes.set(path, change);
  };
  const paths = pathsApart(before, after);
  const pathsOf = (table: string) => paths.filter((path) => placeOf(path).table === table);
  const walls = new Set(pathsOf('walls').filter((path) => isOtherWall(path, was, is)));
  for (const path of walls) {
    note(path);
    for (const facts of [was, is]) for (const joint of jointsOf(path, facts)) note(joint);
  }
  for (const path of pathsOf('openings')) {
    const hosts = [was, is].flatMap((facts) => wallOf(path, facts) ?? []);
    const stands = [was, is].map((facts) => placedOpening(path, facts));
    if (!same(stands[0], stands[1]) || hosts.some((wall) => walls.has(wall))) note(path);
  }
  for (const path of paths) {
    const { table } = placeOf(path);
    if (table !== 'walls' && table !== 'openings' && !outside.includes(table)) note(path);
  }
  return changes;
}

/** What of a correction can be chosen, worked out once: the survey before and after it. */
export interface SurveyQuestions extends MergeQuestions {
  readonly before: Plan;
  readonly corrected: Plan;
  /** Those of the questions that nothing speaks against: they are answered by the correction. */
  readonly agreed: ReadonlySet<string>;
}

/** A merge, and what it was made of. */
export interface SurveyTaken extends Merge {
  readonly before: Plan;
  readonly corrected: Plan;
  readonly agreed: ReadonlySet<string>;
}

/** Those that a plan does not have yet. */
export function missingIn(plan: Plan, changes: SurveyChanges): SurveyChanges {
  const survey = surveyOf(plan);
  return new Map([...changes].filter(([path, { is }]) => !same(survey.get(path), is)));
}

/**
 * A scheme's plan with a correction of the survey. `ours` is the scheme, `theirs` the correction. Every
 * element of it can be chosen by itself; where the scheme has it otherwise, or builds on its wall,
 * somebody has to choose. Problems instead where the correction does not go with this plan at all.
 */
export function surveyQuestions(
  plan: Plan,
  changes: SurveyChanges,
): SurveyQuestions | { readonly problems: readonly Problem[] } {
  const correction = correctionOf(plan, changes);
  if ('problems' in correction) return correction;
  const { before, corrected, facts } = correction;
  const open = new Set([...mergeQuestions(before, plan, corrected).asked.values()].flat());
  const walls = wallsWithEnds(facts);
  const asking = mergeQuestions(before, plan, corrected, new Set(changes.keys()), walls);
  const agreed = new Set(
    [...asking.asked].flatMap(([id, paths]) => (paths.some((path) => open.has(path)) ? [] : [id])),
  );
  return {
    before,
    corrected,
    agreed,
    asked: asking.asked,
    merged: (choices) =>
      asking.merged(new Map([...[...agreed].map((id) => [id, 'theirs'] as const), ...choices])),
  };
}

/** The plan on the corrected survey; null where somebody has to choose, or it does not go with this plan. */
export function onCorrectedSurvey(plan: Plan, changes: SurveyChanges): Plan | null {
  const part = touchedPart(plan, changes);
  if (part !== plan && integrityProblems(plan, 'plan').length > 0) return null;
  const correction = correctionOf(part, changes);
  if ('problems' in correction) return null;
  const { asked, merged } = mergeQuestions(correction.before, part, correction.corrected);
  if (asked.size > 0) return null;
  const { plan: made } = merged(new Map());
  return part === plan ? made : { ...plan, storeys: { ...plan.storeys, ...made.storeys } };
}

/**
 * The plan with those storeys alone in which something changes, as the elements of one storey are
 * nothing to those of another; the whole plan where more than elements of storeys change.
 */
function touchedPart(plan: Plan, changes: SurveyChanges): Plan {
  const touched = new Set<string>();
  for (const path of changes.keys()) {
    const { table, storey } = placeOf(path);
    if (storey === null || table === 'storeys') return plan;
    touched.add(storey);
  }
  const storeys = entries(plan.storeys).filter(([id]) => touched.has(id));
  return storeys.length === Object.keys(plan.storeys).length
    ? plan
    : { ...plan, storeys: Object.fromEntries(storeys) };
}

interface Correction {
  /** The scheme's survey, and the same corrected. */
  readonly before: Plan;
  readonly corrected: Plan;
  readonly facts: readonly [Facts, Facts];
}

function correctionOf(
  plan: Plan,
  changes: SurveyChanges,
): Correction | { readonly problems: readonly Problem[] } {
  const own = integrityProblems(plan, 'plan');
  if (own.length > 0) return { problems: own };
  const facts = [surveyWith(plan, changes, 'was'), surveyWith(plan, changes, 'is')] as const;
  const [base, theirs] = facts;
  // What the scheme hangs on something that goes is its own addition, to be asked about.
  for (const path of danglingIn(theirs)) {
    theirs.delete(path);
    base.delete(path);
  }
  const corrected = planOf(theirs);
  const problems = integrityProblems(corrected, 'plan');
  return problems.length > 0 ? { problems } : { before: planOf(base), corrected, facts };
}

/** The same as it is chosen. */
export function withSurvey(
  plan: Plan,
  changes: SurveyChanges,
  choices: ReadonlyMap<string, Side> = new Map(),
): SurveyTaken | { readonly problems: readonly Problem[] } {
  const asking = surveyQuestions(plan, changes);
  if ('problems' in asking) return asking;
  const { before, corrected, agreed } = asking;
  return { ...asking.merged(choices), before, corrected, agreed };
}

/** A wall that was measured elsewhere is one thing, though what moved are its ends. */
const wallsWithEnds = (all: readonly Facts[]): string[][] =>
  all.flatMap((facts) =>
    [...facts.keys()]
      .filter((path) => placeOf(path).table === 'walls')
      .map((path) => [path, ...jointsOf(path, facts)]),
  );

/** Paths of elements with the walls that end at the joints among them, by which people know these. */
export function withWallsAt(paths: readonly string[], plans: readonly Plan[]): readonly string[] {
  const joints = new Set(paths.filter((path) => placeOf(path).table === 'joints'));
  if (joints.size === 0) return paths;
  const walls = plans.flatMap((plan) =>
    wallsWithEnds([factsOf(plan)]).flatMap(([wall = '', ...ends]) =>
      ends.some((end) => joints.has(end)) ? [wall] : [],
    ),
  );
  return [...new Set([...paths, ...walls])];
}

/** The plan's survey, each demolished element still so, with one side of the changes put in. */
function surveyWith(plan: Plan, changes: SurveyChanges, side: keyof SurveyChange) {
  const full = factsOf(plan);
  const facts = new Map([...full].filter(([, fact]) => phaseOf(fact) !== 'new'));
  for (const [path, change] of changes) {
    const fact = change[side];
    const phase = phaseOf(full.get(path));
    if (fact === undefined) facts.delete(path);
    else if (phase === undefined || phase === 'new') facts.set(path, fact);
    else facts.set(path, { ...(fact as object), phase });
  }
  return facts;
}

type Line = readonly [Point, Point];

function endsOf(path: string, facts: Facts): Line | null {
  const [a, b] = jointsOf(path, facts).map((joint) => facts.get(joint) as Point | undefined);
  return a && b ? [a, b] : null;
}

/** An opening by where it stands rather than by its wall, which a proposal may have cut. */
function placedOpening(path: string, facts: Facts): unknown {
  const opening = facts.get(path) as Opening | undefined;
  if (!opening) return undefined;
  const wall = wallOf(path, facts);
  const ends = wall === null ? null : endsOf(wall, facts);
  if (!ends) return opening;
  const middle = middleOf(opening, ends);
  return {
    ...opening,
    wall: '',
    offset: 0,
    middle: { x: Math.round(middle.x / 2), y: Math.round(middle.y / 2) },
  };
}

function isOtherWall(path: string, was: Facts, is: Facts): boolean {
  const [stood, stands] = [was, is].map((facts) => facts.has(path));
  if (stood && stands) {
    const shape = (facts: Facts) => ({ ...(facts.get(path) as Wall), a: '', b: '' });
    if (!same(shape(was), shape(is))) return true;
    if (same(endsOf(path, was), endsOf(path, is))) return false;
  }
  return (
    (stood === true && !isCovered(path, was, is)) || (stands === true && !isCovered(path, is, was))
  );
}

/** mm by which the pieces of a wall may miss its line or each other: joints are whole millimetres. */
const slack = 2;

/** Whether walls of the same make in other facts lie along all of this one. */
function isCovered(path: string, facts: Facts, others: Facts): boolean {
  const wall = facts.get(path) as Wall;
  const ends = endsOf(path, facts);
  if (!ends) return false;
  const [a, b] = ends;
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0) return true;
  const along = ({ x, y }: Point): number =>
    ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / length;
  const aside = ({ x, y }: Point): number =>
    Math.abs((x - a.x) * (b.y - a.y) - (y - a.y) * (b.x - a.x)) / length;
  const { storey } = placeOf(path);
  const pieces = [...others.keys()].flatMap((other): [number, number][] => {
    const place = placeOf(other);
    if (place.table !== 'walls' || place.storey !== storey) return [];
    const { kind, thickness } = others.get(other) as Wall;
    const line = endsOf(other, others);
    if (!line || kind !== wall.kind || thickness !== wall.thickness) return [];
    if (line.some((end) => aside(end) > slack)) return [];
    const [from, to] = [along(line[0]), along(line[1])];
    return [[Math.min(from, to), Math.max(from, to)]];
  });
  let reached = 0;
  for (const [from, to] of pieces.sort((left, right) => left[0] - right[0])) {
    if (from > reached + slack) break;
    reached = Math.max(reached, to);
  }
  return reached >= length - slack;
}
