import type { Refusal } from '../edit/command.ts';
import type { DivideRequest, Division } from './divide-request.ts';
import type { Effort } from './layout-search.ts';
import type { Part, PartAsk } from './part.ts';
import { bestParts } from './part-search.ts';
import type { Cell, Cut } from './partitions.ts';
import { Places } from './places.ts';
import { refinedPart } from './refine.ts';
import { compareScores, scoreOf, unevenStep } from './score.ts';
import { type Space, spaceOf } from './space.ts';
import { nearStack } from './stack-reach.ts';
import { cornerTrials, fineStep, isFair, straightTrials, type Trial } from './trials.ts';
import { withWiderDoors } from './wider-doors.ts';

export { type DivideRequest, type Division, usualRequest } from './divide-request.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Divisions that are the best of their kind so far. */
  readonly found: number;
  /** Those, best first. */
  best(): Division[];
}

export type Searched =
  | {
      readonly space: Space;
      /** The best of every kind, best first. */
      readonly divisions: readonly Division[];
      readonly effort: Effort;
      readonly cuts: number;
      readonly refusal: null;
    }
  | { readonly space: null; readonly refusal: Refusal };

/**
 * Every division of the room in the family of the request, the most even cuts first; between two
 * yields lies one cut. The best of each kind is exact on the grid, then moved in steps of 10 mm.
 */
export function* searchDivisions(request: DivideRequest): Generator<Progress, Searched> {
  const seen = spaceOf(request, request.step);
  if (!seen.space) return { space: null, refusal: seen.refusal };
  const { space } = seen;
  const whole: Cell = { region: space.region, enclosed: space.enclosed };
  const effort: Effort = { nodes: 0 };
  const best = new Map<string, Found>();
  const tried = { effort, space, request };
  if (request.holders.length === 1) {
    for (const part of bestParts({ ...cellAsk(tried, whole, []), holder: 0 })) {
      keep(best, {
        signature: part.kind,
        score: scoreOf([part], 0),
        partition: null,
        parts: [part],
        cells: [whole],
        askers: [0],
        trial: null,
      });
    }
    yield { done: 1, total: 1, found: best.size, best: () => inOrder(best) };
    const last = [...best.values()].sort(byScore).slice(0, finalists);
    for (const division of last) keep(best, moved(tried, division));
    return { space, refusal: null, effort, cuts: 0, divisions: inOrder(best) };
  }
  const ways = [
    straightTrials(whole, request),
    ...(request.corners ? [cornerTrials(whole, request)] : []),
  ];
  const total = ways.reduce((sum, { length }) => sum + Math.min(length, request.enoughCuts), 0);
  let cuts = 0;
  for (const trials of ways) {
    let fruitful = 0;
    for (const trial of trials) {
      if (fruitful >= request.enoughCuts) break;
      const found = divisionsBy(tried, trial, trial.cut);
      for (const division of found) keep(best, division);
      if (found.length > 0) fruitful += 1;
      cuts += 1;
      const done = Math.min(cuts, total);
      yield { done, total, found: best.size, best: () => inOrder(best) };
      if (request.isFirstEnough && best.size > 0) {
        return { space, refusal: null, effort, cuts, divisions: inOrder(best) };
      }
    }
  }
  const refined = new Map<string, Found>();
  const beside = new Map<Trial, Found[]>();
  const last = [...best.values()].sort(byScore).slice(0, finalists);
  for (const division of last) {
    keep(refined, division);
    const trial = division.trial!;
    const others = beside.get(trial) ?? divisionsBeside(tried, trial, kindsOf(trial, last));
    beside.set(trial, others);
    for (const other of others) if (other.signature === division.signature) keep(refined, other);
    yield { done: total, total, found: best.size, best: () => inOrder(best) };
  }
  for (const division of [...refined.values()]) keep(refined, moved(tried, division));
  for (const division of best.values())
    if (!refined.has(division.signature)) keep(refined, division);
  return { space, refusal: null, effort, cuts, divisions: inOrder(refined) };
}

/** How many of the best are improved on the fine grid. */
const finalists = 6;

/** Runs a search to its end. */
export function searched(request: DivideRequest): Searched {
  const search = searchDivisions(request);
  let next = search.next();
  while (!next.done) next = search.next();
  return next.value;
}

interface Found extends Division {
  readonly trial: Trial | null;
}

const byScore = (left: Division, right: Division): number =>
  compareScores(left.score, right.score) ||
  (left.signature < right.signature ? -1 : left.signature > right.signature ? 1 : 0);

const inOrder = (best: ReadonlyMap<string, Found>): Division[] =>
  [...best.values()].sort(byScore).map(({ trial: _, ...division }) => division);

function keep(best: Map<string, Found>, division: Found): void {
  const known = best.get(division.signature);
  if (!known || compareScores(division.score, known.score) < 0) {
    best.set(division.signature, division);
  }
}

interface Tried {
  readonly only?: ReadonlySet<string>;
  readonly effort: Effort;
  readonly space: Space;
  readonly request: DivideRequest;
}

type Shared = PartAsk['shared'];

/** What every household is asked alike about one cell. */
function cellAsk({ effort, space, request, only }: Tried, cell: Cell, shared: Shared) {
  const { programme } = request;
  const burnsGas = programme.kitchen?.fuel === 'gas' && space.hasGas && !request.electricOnly;
  const asked = {
    space,
    cell,
    programme,
    fuel: burnsGas ? 'gas' : 'electric',
    preparations: request.preparations,
    doorKinds: request.doorKinds,
    throughBearing: request.throughBearing,
    ignoresStacks: request.ignoresStacks,
    thickness: request.thickness,
    step: request.step,
    shared,
    effort,
    isAnyEnough: request.isFirstEnough,
    ...(only ? { only } : {}),
  } as const;
  return { ...asked, places: new Places(asked) };
}

function divisionsBy(tried: Tried, trial: Trial, cut: Cut): Found[] {
  const { share, programme, ignoresStacks } = tried.request;
  // Before either part is furnished: with a stack too far from one, the other is in vain.
  const reach = programme.bath && !ignoresStacks ? programme.bath.wcToStack : Infinity;
  if (!cut.parts.every(({ region }) => nearStack(tried.space.soil, region, reach))) return [];
  const found: Found[] = [];
  const shared = cut.partition.bodies;
  const known = new Map<string, Part[]>();
  const asks = cut.parts.map((cell) => cellAsk(tried, cell, shared));
  const parts = (part: 0 | 1, holder: number): Part[] => {
    const key = `${part}${holder}`;
    const list = known.get(key) ?? bestParts({ ...asks[part]!, holder });
    known.set(key, list);
    return list;
  };
  for (const [low, high] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const ones = parts(0, low);
    const others = ones.length > 0 ? parts(1, high) : [];
    const areas = cut.parts.map(({ region }) => region.area) as [number, number];
    const first = areas[low === 0 ? 0 : 1];
    const uneven = Math.abs(first - share * (areas[0] + areas[1]));
    for (const one of ones) {
      for (const other of others) {
        const evenness = uneven <= unevenStep ? 'even' : 'uneven';
        found.push({
          signature: `${trial.kind} ${evenness} ${low}${high} ${one.kind} ${other.kind}`,
          score: scoreOf([one, other], uneven),
          partition: cut.partition,
          parts: [one, other],
          cells: cut.parts,
          askers: [low, high],
          trial,
        });
      }
    }
  }
  return found;
}

/** The same with its fixtures moved on the fine grid and wider doors: never worse. */
function moved(tried: Tried, division: Found): Found {
  const shared = division.partition?.bodies ?? [];
  const parts = division.parts.map((part, index) => {
    const ask = { ...cellAsk(tried, division.cells[index]!, shared), step: fineStep };
    return withWiderDoors(refinedPart(part, ask), { ...ask, holder: division.askers[index]! });
  });
  return { ...division, parts, score: scoreOf(parts, division.score.unevenArea) };
}

/** The kinds of parts among the divisions by one trial. */
const kindsOf = (trial: Trial, divisions: readonly Found[]): ReadonlySet<string> =>
  new Set(
    divisions
      .filter((one) => one.trial === trial)
      .flatMap(({ parts }) => parts.map(({ kind }) => kind)),
  );

/** Those by cuts up to a step of the grid away. */
function divisionsBeside(tried: Tried, trial: Trial, only: ReadonlySet<string>): Found[] {
  const found: Found[] = [];
  const { request } = tried;
  // Where not every partition of the grid was tried, none between them is.
  if (request.enoughCuts < Infinity) return found;
  for (let shift = -request.step + fineStep; shift < request.step; shift += fineStep) {
    const cut = shift === 0 ? null : trial.make(shift);
    if (cut && isFair(cut, request)) found.push(...divisionsBy({ ...tried, only }, trial, cut));
  }
  return found;
}
