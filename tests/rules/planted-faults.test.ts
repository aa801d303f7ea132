import { expect, it } from 'vitest';
import { integrityProblems } from '../../shared/plan/integrity.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { rules } from '../../shared/rules/rules.ts';
import { cases } from '../cases.ts';
import { buildingFaults, plantIn } from '../generate/building-faults.ts';
import { type FaultKind, faultKinds, someWidths } from '../generate/faults.ts';
import { drawFlats, planOfFlats } from '../generate/flats.ts';
import { Random } from '../generate/random.ts';

/**
 * Known faults planted in clean storeys: every one is found, and nothing else. A finding belongs to
 * the flat whose name its elements carry.
 */

const planted = cases(600, 6000);
const flatsOfStorey = 5;

const flatsOf = ({ rule, about, households, id }: Finding): string[] => {
  // A wall between two homes concerns both, and is drawn as a part of one.
  const whose = rule === 'S1' ? [] : households;
  const names = [...whose, ...about.map((one) => one.id)].flatMap(
    (one) => one.match(/_(\d[a-z])(?:-|$)/)?.[1] ?? [],
  );
  return names.length > 0 ? [...new Set(names)] : [id];
};

const found = (plan: Plan): string[] => [
  ...new Set(
    check(plan).flatMap((finding) => flatsOf(finding).map((flat) => `${flat} ${finding.rule}`)),
  ),
];

it('finds nothing in clean storeys', () => {
  const random = new Random(20261124);
  for (let round = 0; round < cases(20, 200); round++) {
    const widths = Array.from({ length: 4 }, () => someWidths(random));
    const plan = planOfFlats([1, 2, 3].map((level) => drawFlats(level, widths)));
    expect(integrityProblems(plan)).toEqual([]);
    expect(check(plan)).toEqual([]);
  }
});

interface Tally {
  planted: number;
  found: number;
  besides: number;
}

it(`finds ${planted} planted faults and nothing besides, kind by kind`, {
  timeout: 120_000,
}, () => {
  const random = new Random(20261125);
  const tallies = new Map<FaultKind, Tally>(
    faultKinds.map((kind) => [kind, { planted: 0, found: 0, besides: 0 }]),
  );
  const wrong: string[] = [];
  for (let done = 0; done < planted; ) {
    // Each flat has at most one fault, each kind its turn.
    const kinds = Array.from({ length: flatsOfStorey }, (_, index) =>
      random.chance(0.8) && done + index < planted
        ? faultKinds[(done + index) % faultKinds.length]!
        : null,
    );
    const widths = kinds.map((kind) => ({ ...someWidths(random), ...kind?.widths }));
    const storey = drawFlats(1, widths);
    const expected: string[] = [];
    kinds.forEach((kind, index) => {
      const flat = storey.flats[index]!;
      if (!kind) return;
      kind.plant?.(storey.drawn, flat, random);
      expected.push(...kind.rules.map((rule) => `${flat.name} ${rule}`));
    });
    done += kinds.filter((kind) => kind !== null).length;
    const said = found(planOfFlats([storey]));
    kinds.forEach((kind, index) => {
      const { name } = storey.flats[index]!;
      const own = said.filter((one) => one.startsWith(`${name} `));
      const meant = expected.filter((one) => one.startsWith(`${name} `));
      const besides = own.filter((one) => !meant.includes(one));
      wrong.push(...besides.map((one) => `${kind?.name ?? 'a clean flat'}: also ${one}`));
      if (!kind) return;
      const tally = tallies.get(kind)!;
      tally.planted += 1;
      tally.besides += besides.length;
      if (meant.every((one) => own.includes(one))) tally.found += 1;
      else wrong.push(`${kind.name}: not found`);
    });
    const nowhere = said.filter(
      (one) => !storey.flats.some(({ name }) => one.startsWith(`${name} `)),
    );
    wrong.push(...nowhere.map((one) => `nobody’s: ${one}`));
  }
  console.log(report(tallies));
  expect(wrong).toEqual([]);
  for (const [kind, tally] of tallies) {
    expect(tally.planted, kind.name).toBeGreaterThan(5);
    expect([precision(tally), recall(tally)], kind.name).toEqual([1, 1]);
  }
});

/** Of a fault of the building whatever is found counts, wherever it is. */
it('finds faults of what is common and of storeys over each other, and nothing besides', {
  timeout: 120_000,
}, () => {
  const random = new Random(20261128);
  const tallies = new Map(
    buildingFaults.map((fault) => {
      const tally = { planted: cases(8, 80), found: 0, besides: 0 };
      for (let round = 0; round < tally.planted; round++) {
        const plan = plantIn(fault, random);
        expect(integrityProblems(plan), fault.name).toEqual([]);
        const said = new Set(check(plan).map(({ rule }) => rule));
        if (fault.rules.every((rule) => said.has(rule))) tally.found += 1;
        for (const rule of fault.rules) said.delete(rule);
        tally.besides += said.size;
        expect([...said], fault.name).toEqual([]);
      }
      return [fault, tally] as const;
    }),
  );
  console.log(report(tallies));
  for (const [{ name }, tally] of tallies) {
    expect([precision(tally), recall(tally)], name).toEqual([1, 1]);
  }
});

it('plants every rule', () => {
  const planted = new Set([...faultKinds, ...buildingFaults].flatMap(({ rules }) => rules));
  expect([...planted].sort()).toEqual(rules.map(({ id }) => id).sort());
});

const recall = ({ planted: all, found: hit }: Tally): number => hit / all;
const precision = ({ found: hit, besides }: Tally): number => hit / (hit + besides);

const report = (tallies: ReadonlyMap<Pick<FaultKind, 'name' | 'rules'>, Tally>): string =>
  [
    'planted  found  recall  precision  fault',
    ...[...tallies].map(([{ name, rules }, tally]) =>
      [
        String(tally.planted).padStart(7),
        String(tally.found).padStart(6),
        recall(tally).toFixed(3).padStart(7),
        precision(tally).toFixed(3).padStart(10),
        ` ${name} (${rules.join(', ')})`,
      ].join(' '),
    ),
  ].join('\n');
