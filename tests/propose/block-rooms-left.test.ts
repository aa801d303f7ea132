import { describe, expect, it } from 'vitest';
import { fixtureCorners, riserCorners } from '../../shared/derive/footprint.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { preview } from '../../shared/edit/history.ts';
import { scratchIds } from '../../shared/edit/scratch-ids.ts';
import { rectanglesOverlap } from '../../shared/geometry/body.ts';
import { entries, type HouseholdId, type StoreyId } from '../../shared/plan/model.ts';
import { standsAt } from '../../shared/plan/phase.ts';
import { applyProposal } from '../../shared/propose/apply-proposal.ts';
import type { BlockAnswer, BlockOffer } from '../../shared/propose/block/ask.ts';
import { proposedBlock } from '../../shared/propose/block/search.ts';
import { isFreeElsewhere } from '../../shared/propose/stands-elsewhere.ts';
import { nineteen } from '../samples/nineteen.ts';
import { id } from '../samples/nineteen-shell.ts';
import { schemePlan } from '../samples/sample-plan.ts';

/** The kitchen and the WC of the second storey: the kitchen alone holds three, the WC one. */

const plan = schemePlan(nineteen(), 1);
const storey = 'storey_2' as StoreyId;
const both = ['room_kitchen', 'room_wc'];

const answerFor = (doors: readonly string[], rooms: readonly string[], ownRooms = false) =>
  proposedBlock({
    plan,
    storey,
    rooms,
    holders: doors.map((door) => id(door) as HouseholdId),
    programme: 'best',
    ownRooms,
  });

const leftBy = ({ left }: BlockAnswer): number => left.length;

const applied = ({ proposal }: BlockOffer) =>
  preview(plan, applyProposal({ proposal, intent: 'proposal', newId: scratchIds() }));

const three = answerFor(['202', '203', '207'], both);
const four = answerFor(['202', '203', '206', '207'], both);

describe('more room, or fewer households', () => {
  it('is never worse: a room that is not needed is left as it is', () => {
    expect(leftBy(four)).toBe(0);
    expect(leftBy(three)).toBe(0);
    expect(leftBy(answerFor(['202', '203', '207'], ['room_kitchen']))).toBe(0);
    expect(leftBy(answerFor(['202', '203'], ['room_kitchen']))).toBe(0);
    expect(leftBy(answerFor(['206'], both))).toBe(0);
  });

  it('leaves such a room with its fixtures and to those who share it', () => {
    const offer = three.offers.find(({ undivided }) => undivided.includes('room_wc'))!;
    expect(offer.rank.zh).toContain('卫生间不分，保持现状');
    expect(offer.rank.en).toContain('is left as it is');
    const drawn = applied(offer);
    const before = storeyRooms(storey, plan.storeys[storey]!, 'after').byId.get('room_wc');
    const after = storeyRooms(storey, drawn.storeys[storey]!, 'after').byId.get('room_wc');
    expect(after).toEqual(before);
    const standing = entries(plan.storeys[storey]!.fixtures).filter(
      ([, { kind, phase }]) => kind === 'wc' && standsAt(phase, 'after'),
    );
    for (const [fixture, was] of standing) {
      expect(drawn.storeys[storey]!.fixtures[fixture]).toEqual(was);
    }
  });

  it('offers nobody a whole room for which another gives of its own', () => {
    const { offers } = answerFor(['201', '202', '203'], both, true);
    expect(offers.length).toBeGreaterThanOrEqual(2);
    for (const { taken, parts } of offers) {
      const areas = parts.map(({ area }) => area);
      expect(taken).toBe(0);
      expect(Math.max(...areas)).toBeLessThan(3 * Math.min(...areas));
    }
  });
});

describe('new stacks', () => {
  it('stand on nothing that stays in use on another storey', () => {
    const offers = [...three.offers, ...four.offers];
    expect(offers.flatMap(({ proposal }) => proposal.block!.risers).length).toBeGreaterThan(0);
    const elsewhere = entries(plan.storeys)
      .filter(([other]) => other !== storey)
      .flatMap(([, { fixtures }]) => entries(fixtures))
      .flatMap(([, one]) => (standsAt(one.phase, 'after') ? [fixtureCorners(one)] : []));
    expect(elsewhere.length).toBeGreaterThan(0);
    for (const { proposal, warnings } of offers) {
      for (const riser of proposal.block!.risers) {
        const corners = riserCorners(riser);
        expect(elsewhere.filter((one) => rectanglesOverlap(one, corners))).toEqual([]);
        expect(isFreeElsewhere(plan, storey, corners)).toBe(true);
      }
      expect(warnings.map(({ rule }) => rule)).not.toContain('drawing/fixture-conflict');
    }
  });

  it('stand in no door and no window of another storey, nor just before one', () => {
    const [other, facts] = entries(plan.storeys).find(([one]) => one !== storey)!;
    expect(other).not.toBe(storey);
    const openings = entries(facts.openings).filter(([, one]) => standsAt(one.phase, 'after'));
    expect(openings.length).toBeGreaterThan(0);
    for (const [, { wall, offset, width }] of openings) {
      const { a, b, thickness } = facts.walls[wall]!;
      const [from, to] = [facts.joints[a]!, facts.joints[b]!];
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
      const middle = offset + width / 2;
      const beside = thickness / 2 + 100;
      const at = {
        x: from.x + ux * middle - uy * beside,
        y: from.y + uy * middle + ux * beside,
      };
      expect(isFreeElsewhere(plan, storey, riserCorners({ at, width: 200, depth: 200 }))).toBe(
        false,
      );
    }
  });
});
