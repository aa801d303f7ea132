import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preview } from '../../shared/edit/history.ts';
import { applyProposal } from '../../shared/propose/apply-proposal.ts';
import type { Offer } from '../../shared/propose/offer.ts';
import type { ProgrammeId } from '../../shared/propose/programme.ts';
import { type Ask, propose } from '../../shared/propose/propose.ts';
import { check } from '../../shared/rules/check.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { cases } from '../cases.ts';
import { sequentialIds } from '../plan-from-drawing.ts';
import { brothersShapes } from './brothers-outcomes.ts';
import { households, planToDivide, roomId, type Shape, storeyId } from './room-to-divide.ts';

/*
 * What the rules say once a proposal is applied, against what it says itself. Ids of new elements
 * differ from those of the scratch plan, so findings are told apart by their words.
 */
const wordsOf = (findings: readonly Finding[]): string[] =>
  findings
    .filter(({ severity }) => severity !== 'unknown')
    .map(({ rule, severity, text }) => `${severity} ${rule} ${text.en}`)
    .sort();

/** What there is, without asking what else would make one possible. */
function offersFor(ask: Ask): readonly Offer[] {
  let offers: readonly Offer[] = [];
  const search = propose(ask);
  for (let next = search.next(); !next.done; next = search.next()) {
    if (next.value.stage === 'relaxations') break;
    offers = next.value.offers ?? offers;
  }
  return offers;
}

function disagreements(shape: Shape, programme: ProgrammeId | 'best'): string[] {
  const plan = planToDivide(shape);
  const before = new Set(check(plan).map(({ id }) => id));
  const offers = offersFor({
    plan,
    storey: storeyId,
    room: roomId,
    holders: households,
    programme,
    corners: false,
    doorKinds: shape.door === undefined ? ['outward', 'inward'] : ['sliding', 'outward', 'inward'],
  });
  offersSeen += offers.length;
  return offers.flatMap(({ proposal, warnings }) => {
    const command = applyProposal({ proposal, intent: 'proposal', newId: sequentialIds() });
    const said = check(preview(plan, command)).filter(({ id }) => !before.has(id));
    const listed = wordsOf(warnings);
    // One who asks for a bathroom alone is told that the kitchen is missing.
    const isWanted = ({ rule }: Finding): boolean => rule === 'F1' && programme === 'bathroom';
    const splashed = said.filter(({ rule }) => rule === 'drawing/cooker-at-shower').length;
    splashesSeen += splashed;
    return [
      ...(splashed === proposal.score.splash ? [] : [`${splashed} cookers beside showers`]),
      ...wordsOf(said).filter((words) => !listed.includes(words)),
      // What people cannot use, and doors that do not open, is no cost: it is no proposal.
      ...said
        .filter((one) => one.severity === 'breach' || unusable.includes(one.rule))
        .filter((one) => !isWanted(one))
        .map(({ text }) => text.en),
      // A passage is as wide as a kitchen's opening; doors of 700 are listed.
      ...said
        .filter(({ rule, measured }) => rule === 'D1' && measured && measured.value !== 700)
        .map(({ text }) => text.en),
    ];
  });
}

const unusable = [
  'drawing/clearance',
  'drawing/door-swing',
  'drawing/door-blocked',
  'drawing/door-shut',
  'drawing/doors-collide',
  'drawing/fixture-conflict',
  'drawing/walled-opening',
  'F1',
  'D2',
];
let offersSeen = 0;
let splashesSeen = 0;

describe('the rules say of an applied proposal what it says itself', { timeout: 1_800_000 }, () => {
  it('for the brothers’ rooms', () => {
    const few = brothersShapes.slice(0, cases(2, brothersShapes.length));
    for (const { shape } of few) expect(disagreements(shape, 'best')).toEqual([]);
    expect(offersSeen).toBeGreaterThan(0);
  });

  it('for rooms of any size, with and without doors that slide', () => {
    offersSeen = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 36, max: 60 }),
        fc.integer({ min: 36, max: 60 }),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom<ProgrammeId>('full', 'compact', 'kitchenette', 'bathroom'),
        (wide, deep, hasDoor, swingsIn, programme) => {
          const size = { width: wide * 50, depth: deep * 50 };
          const shape = hasDoor ? { ...size, door: 100, swingsIn } : size;
          expect(disagreements(shape, programme)).toEqual([]);
        },
      ),
      { seed: 57, numRuns: cases(6, 120) },
    );
    expect(offersSeen).toBeGreaterThan(5);
    expect(splashesSeen).toBeGreaterThan(0);
  });
});
