import { describe, expect, it } from 'vitest';
import { undrawnBelow } from '../../shared/derive/undrawn-storeys.ts';
import type { Plan, Storey, StoreyId } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { outOfLine } from '../samples/out-of-line.ts';
import { building, one, planOfStoreys, roomStorey, stack, two } from './small-plans.ts';

/** What hangs on the storey below: where nothing is drawn there, nothing is claimed of it. */

const said = (plan: Plan, rule: string) =>
  check(plan)
    .filter((finding) => finding.rule === rule)
    .map(({ severity, id }) => `${severity} ${id}`);

const dry = roomStorey({ use: 'storage', holders: building }, [3000, 3000]);
const wet = (line: string, kind: 'soil' | 'waste' = 'soil'): Storey =>
  roomStorey({ use: 'bathroom', holders: one }, [3000, 3000], {
    risers: { riser_1: stack(kind, 500, 500, line) },
  });
const atLevels = (plan: Plan, ...levels: number[]): Plan => ({
  ...plan,
  storeys: Object.fromEntries(
    Object.entries(plan.storeys as Record<string, Storey>).map(([id, storey], index) => [
      id,
      { ...storey, level: levels[index]! },
    ]),
  ) as Plan['storeys'],
});

describe('a stack goes down to the ground', () => {
  it.each([
    [
      'on the second storey alone',
      [dry, wet('S1')],
      ['warning straight-stack/foot/storey_2/riser_1'],
    ],
    [
      'on the second and third alone',
      [dry, wet('S1'), wet('S1')],
      ['warning straight-stack/foot/storey_2/riser_1'],
    ],
    ['on every storey', [wet('S1'), wet('S1')], []],
    ['on the ground storey alone', [wet('S1'), dry], []],
    ['carried on under another name', [wet('S1'), wet('S2')], []],
    ['waste carried on by soil', [wet('S1'), wet('W1', 'waste')], []],
    [
      'soil that no waste stack takes',
      [wet('W1', 'waste'), wet('S1')],
      ['warning straight-stack/foot/storey_2/riser_1'],
    ],
    [
      'without a name over a dry storey',
      [dry, wet(''), wet('')],
      ['unknown straight-stack/storey_2/riser_1'],
    ],
  ] as const)('%s', (_, storeys, expected) => {
    expect(said(planOfStoreys(...storeys), 'straight-stack')).toEqual(expected);
  });

  const flued = (line: string, at = 500): Storey =>
    roomStorey({ use: 'kitchen', holders: one }, [3000, 3000], {
      risers: { riser_1: stack('flue', at, 500, line) },
    });
  const lower = roomStorey({ use: 'storage', holders: building }, [2000, 2000]);
  it.each([
    ['on every storey', [flued('Y1'), flued('Y1')], []],
    ['under a room', [flued('Y1'), dry], ['warning straight-stack/top/storey_1/riser_1']],
    [
      'under the third storey',
      [flued('Y1'), flued('Y1'), dry],
      ['warning straight-stack/top/storey_2/riser_1'],
    ],
    ['from the third storey alone', [dry, dry, flued('Y1')], []],
    ['carried on under another name', [flued('Y1'), flued('Y2')], []],
    ['out beside the smaller storey above', [flued('Y1', 2500), lower], []],
    [
      'without a name under a room',
      [flued(''), flued(''), dry],
      ['unknown straight-stack/storey_2/riser_1'],
    ],
  ] as const)('a flue %s', (_, storeys, expected) => {
    expect(said(planOfStoreys(...storeys), 'straight-stack')).toEqual(expected);
  });

  it('need not go down into a basement', () => {
    const plan = planOfStoreys(dry, wet('S1'));
    const [, ground] = Object.keys(plan.storeys);
    const levels = atLevels(plan, -1, 1);
    expect(levels.storeys[ground as StoreyId]!.level).toBe(1);
    expect(said(levels, 'straight-stack')).toEqual([]);
  });

  it('the sample that loses its piece on the ground storey says so', () => {
    const { tenancies, households, schemes } = outOfLine();
    const { storeys } = schemes[0]!;
    const [ground] = Object.keys(storeys) as StoreyId[];
    const risers = Object.fromEntries(
      Object.entries(storeys[ground!]!.risers).filter(([, { line }]) => line !== '污水2'),
    );
    const plan = {
      tenancies,
      households,
      storeys: { ...storeys, [ground!]: { ...storeys[ground!]!, risers } },
    } as Plan;
    const found = check(plan).filter(({ id }) => id.startsWith('straight-stack/foot/'));
    expect(found.map(({ text }) => text.zh)).toEqual([
      '污水立管“污水2”到二层为止，一层没有立管接下去，断在半空。',
    ]);
  });
});

describe('a storey that nobody has drawn', () => {
  const { tenancies, households, schemes } = outOfLine();
  const only = (...kept: string[]): Plan =>
    ({
      tenancies,
      households,
      storeys: Object.fromEntries(
        Object.entries(schemes[0]!.storeys).filter(([id]) => kept.includes(id)),
      ),
    }) as Plan;
  const below = (plan: Plan) =>
    check(plan)
      .filter(({ rule }) => ['B4', 'kitchen-above', 'straight-stack'].includes(rule))
      .map(({ severity, id, missing }) => `${severity} ${id}: ${missing?.en}`);

  it('is missing, once for each rule, where the third is drawn alone', () => {
    expect(below(only('storey_3'))).toEqual([
      'unknown B4/undrawn/storey_3: the plan of storey 2',
      'unknown kitchen-above/undrawn/storey_3: the plan of storey 2',
      'unknown straight-stack/undrawn/storey_3: the plans of storeys 1 and 2',
    ]);
  });

  it('is missing between the first and the third, which are not laid over each other', () => {
    expect(below(only('storey_1', 'storey_3'))).toEqual([
      'unknown B4/undrawn/storey_3: the plan of storey 2',
      'unknown kitchen-above/undrawn/storey_3: the plan of storey 2',
      'unknown straight-stack/undrawn/storey_3: the plan of storey 2',
    ]);
  });

  it('is none under the ground storey, nor between that and the basement', () => {
    expect(below(only('storey_1'))).toEqual([]);
    const levels = atLevels(planOfStoreys(dry, dry, dry), -2, 1, 4);
    expect(
      (Object.keys(levels.storeys) as StoreyId[]).map((id) => undrawnBelow(levels, id)),
    ).toEqual([[], [-1], [2, 3]]);
    const basement = atLevels(planOfStoreys(dry, dry), -1, 1);
    expect(
      (Object.keys(basement.storeys) as StoreyId[]).flatMap((id) => undrawnBelow(basement, id)),
    ).toEqual([]);
  });
});

describe('whose rooms lie over whose', () => {
  const over = (
    upper: readonly [use: 'bathroom' | 'kitchen-bath', holders: string[]],
    lower: readonly [use: 'bedroom' | 'kitchen-bath', holders: string[]],
  ): number => {
    const [below, above] = [lower, upper].map(([use, holders]) =>
      roomStorey({ use, holders }, [3000, 3000]),
    );
    return said(planOfStoreys(below!, above!), 'B4').length;
  };
  const both = [...one, ...two];

  it('a kitchen-bathroom is a kitchen for the bathroom above it', () => {
    expect(over(['bathroom', two], ['kitchen-bath', one])).toBe(1);
    expect(over(['bathroom', one], ['kitchen-bath', one])).toBe(0);
    expect(over(['kitchen-bath', two], ['kitchen-bath', one])).toBe(0);
  });

  it('a bathroom that others use too is not within the home below', () => {
    expect(over(['bathroom', both], ['bedroom', one])).toBe(1);
    expect(over(['bathroom', building], ['bedroom', one])).toBe(1);
    expect(over(['bathroom', one], ['bedroom', one])).toBe(0);
  });
});
