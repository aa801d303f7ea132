import loadHighs from 'highs';
import { type Cost, costDigits, digits } from '../../shared/propose/cost.ts';
import { bodyWidth } from '../../shared/propose/programme.ts';
import {
  type Box,
  canBeShut,
  type Door,
  isSplashed,
  isWalkable,
  meets,
  type Placed,
} from './brute-force.ts';
import { cell, coarse, cookerToShower } from './coarse-task.ts';

/*
 * The same room as an integer program: one variable for every place of every thing and for every
 * door, at most one of two that overlap. The digits of the cost are made least one after another, so
 * that every number stays small. What cannot be walked is forbidden as it comes up.
 */

/** Indices of variables that may not all be chosen. */
type Forbidden = readonly string[];

const sum = (terms: readonly string[]): string => terms.join(' + ');

export async function solverOracle() {
  let highs = await loadHighs();
  /** Now and then presolving gives up on a small program; then it is solved as it stands. */
  const solve = async (program: string) => {
    const options = { mip_rel_gap: 0, output_flag: false } as const;
    try {
      return highs.solve(program, options);
    } catch {
      highs = await loadHighs();
      return highs.solve(program, { ...options, presolve: 'off' });
    }
  };

  /** The least cost, Infinity where nothing is allowed. */
  return async (
    room: Box,
    things: readonly (readonly Placed[])[],
    doors: readonly Door[],
  ): Promise<number> => {
    if (doors.length === 0 || things.some((places) => places.length === 0)) return Infinity;
    const name = (thing: number, place: number): string => `x${thing}_${place}`;
    const rules: string[] = [
      ...things.map((places, thing) => `${sum(places.map((_, place) => name(thing, place)))} = 1`),
      `${sum(doors.map((_, door) => `d${door}`))} = 1`,
    ];
    const costs: { readonly name: string; readonly cost: Cost }[] = [];
    things.forEach((places, thing) => {
      places.forEach((one, place) => {
        costs.push({ name: name(thing, place), cost: costDigits(one.cost) });
        things.forEach((others, other) => {
          if (other === thing) return;
          const clash = others.flatMap((two, at) => (areApart(one, two) ? [] : [name(other, at)]));
          if (clash.length > 0) rules.push(`${name(thing, place)} + ${sum(clash)} <= 1`);
          const near = others.flatMap((two, at) =>
            isSplashed([one, two], cookerToShower) ? [name(other, at)] : [],
          );
          if (near.length > 0) rules.push(`${name(thing, place)} + ${sum(near)} - splashed <= 1`);
        });
      });
    });
    const nothing = costDigits(0);
    doors.forEach((door, at) => {
      costs.push({ name: `d${at}`, cost: costDigits(door.cost) });
      things.forEach((places, thing) => {
        const blocking = places.flatMap(({ bodies }, place) =>
          bodies.some(
            (body) => meets(body, door.zone) || (door.leaf !== null && meets(body, door.leaf)),
          )
            ? [name(thing, place)]
            : [],
        );
        if (blocking.length > 0) rules.push(`d${at} + ${sum(blocking)} <= 1`);
        const seen = places.flatMap(({ isWc, rect }, place) =>
          isWc && meets(rect, door.look) ? [name(thing, place)] : [],
        );
        if (seen.length > 0) rules.push(`d${at} + ${sum(seen)} - seen <= 1`);
      });
    });
    costs.push({ name: 'splashed', cost: { ...nothing, splash: 1 } });
    costs.push({ name: 'seen', cost: { ...nothing, privacy: 2 } });

    const chosenIn = (columns: Readonly<Record<string, { readonly Primal?: number }>>) => {
      const isChosen = (variable: string): boolean => (columns[variable]?.Primal ?? 0) > 0.5;
      return {
        door: doors.findIndex((_, at) => isChosen(`d${at}`)),
        places: things.map((places, thing) =>
          places.findIndex((_, place) => isChosen(name(thing, place))),
        ),
      };
    };
    const cannotWalk = (door: number, places: readonly number[]): Forbidden | null => {
      const isFine = (kept: readonly number[]): boolean => {
        const chosen = kept.map((thing) => things[thing]![places[thing]!]!);
        const bodies = chosen.flatMap(({ bodies }) => bodies);
        return (
          canBeShut(room, bodies, doors[door]!, cell) &&
          [bodyWidth, coarse.entry].every((size) =>
            isWalkable(room, bodies, doors[door]!, chosen, size, cell),
          )
        );
      };
      let kept = places.map((_, thing) => thing);
      if (isFine(kept)) return null;
      // The fewest that are in the way together forbid the most.
      for (const thing of [...kept]) {
        const fewer = kept.filter((other) => other !== thing);
        if (!isFine(fewer)) kept = fewer;
      }
      return [`d${door}`, ...kept.map((thing) => name(thing, places[thing]!))];
    };

    const variables = costs.map((one) => one.name);
    let total = 0;
    for (const digit of digits) {
      const terms = costs
        .filter(({ cost }) => cost[digit] > 0)
        .map((one) => `${one.cost[digit]} ${one.name}`);
      const objective = terms.length > 0 ? sum(terms) : '0 seen';
      for (;;) {
        const solved = await solve(
          `Minimize\n obj: ${objective}\nSubject To\n${rules
            .map((rule, index) => ` c${index}: ${rule}`)
            .join('\n')}\nBinary\n ${variables.join('\n ')}\nEnd`,
        );
        if (solved.Status === 'Infeasible') return Infinity;
        if (solved.Status !== 'Optimal') throw new Error(`the solver says ${solved.Status}`);
        const { door, places } = chosenIn(solved.Columns);
        const forbidden = cannotWalk(door, places);
        if (forbidden) {
          rules.push(`${sum(forbidden)} <= ${forbidden.length - 1}`);
          continue;
        }
        const value = Math.round(solved.ObjectiveValue);
        if (terms.length > 0) rules.push(`${objective} <= ${value}`);
        total += value * oneOf(digit);
        break;
      }
    }
    return total;
  };
}

/** What one of a digit is worth in a cost. */
const oneOf = (digit: keyof Cost): number => {
  let worth = 1;
  while (costDigits(worth)[digit] !== 1) worth *= 2;
  return worth;
};

function areApart(one: Placed, other: Placed): boolean {
  const isClear = (bodies: readonly Box[], others: readonly Box[]): boolean =>
    bodies.every((body) => others.every((zone) => !meets(body, zone)));
  return (
    isClear(one.bodies, other.bodies) &&
    isClear(one.bodies, other.zones) &&
    isClear(other.bodies, one.zones)
  );
}
