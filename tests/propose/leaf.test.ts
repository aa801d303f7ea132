import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preview } from '../../shared/edit/history.ts';
import type { Opening, OpeningId } from '../../shared/plan/model.ts';
import { applyProposal } from '../../shared/propose/apply-proposal.ts';
import { allDoorKinds, doorPlaces } from '../../shared/propose/door-places.ts';
import type { Candidate } from '../../shared/propose/items.ts';
import { bestLayout } from '../../shared/propose/layout-search.ts';
import { isOutOfSweep, leafFrom } from '../../shared/propose/leaf.ts';
import { bodyWidth } from '../../shared/propose/programme.ts';
import { proposed } from '../../shared/propose/propose.ts';
import type { Side } from '../../shared/propose/rect.ts';
import { spaceOf } from '../../shared/propose/space.ts';
import { wayWidths } from '../../shared/propose/way-widths.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { sequentialIds } from '../plan-from-drawing.ts';
import { partsWith, problemsOf } from './problems-of.ts';
import { households, planToDivide, roomId, storeyId } from './room-to-divide.ts';

const radius = bodyWidth / 2;

describe('what a leaf sweeps', () => {
  it('is a quarter about its hinge, as its places say', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Side>(0, 1, 2, 3),
        fc.boolean(),
        fc.integer({ min: -60, max: 60 }),
        fc.integer({ min: -60, max: 60 }),
        (side, fromLow, x, y) => {
          const [hung, shut] = fromLow ? [100, 800] : [800, 100];
          const leaf = leafFrom(side, 0, hung, shut, { x0: 0, y0: 0, x1: 1, y1: 1 }, bodyWidth);
          const out = side === 0 || side === 3 ? 1 : -1;
          let nearest = Infinity;
          for (let angle = 0; angle <= 90; angle += 0.25) {
            for (const reach of [0, 175, 350, 525, 700]) {
              const along = hung + (fromLow ? 1 : -1) * reach * Math.cos((angle * Math.PI) / 180);
              const before = out * reach * Math.sin((angle * Math.PI) / 180);
              const [px, py] = side === 0 || side === 2 ? [along, before] : [before, along];
              nearest = Math.min(nearest, Math.hypot(20 * x - px, 20 * y - py));
            }
          }
          // Between the sampled places lie up to 88 mm along an edge, about 11 mm off.
          if (nearest < radius - 1e-6) expect(isOutOfSweep(leaf, 20 * x, 20 * y)).toBe(false);
          if (nearest > radius + 20) expect(isOutOfSweep(leaf, 20 * x, 20 * y)).toBe(true);
        },
      ),
      { seed: 61, numRuns: 400 },
    );
  });
});

/** A thing that stands on so much of the floor. */
const block = (x0: number, y0: number, x1: number, y1: number): Candidate => ({
  pieces: [{ kind: 'wardrobe', rect: { x0, y0, x1, y1 }, side: 0 }],
  bodies: [{ x0, y0, x1, y1 }],
  zones: [],
  stands: [],
  floor: null,
  cost: 0,
  off: 0,
});

/** The room with a thing in it, entered by a leaf from one place of its long wall. */
function isEntered(thing: Candidate, from: number): boolean {
  const seen = spaceOf(
    {
      plan: planToDivide({ width: 1900, depth: 900, withoutStacks: true }),
      storey: storeyId,
      room: roomId,
      holders: households,
    },
    50,
  );
  const { region } = seen.space!;
  const setting = { space: seen.space!, region, shared: [], step: 50 };
  const wish = {
    holder: 0,
    kinds: ['inward'],
    barred: [],
    width: wayWidths(nationalProfile).door,
    keptWidth: wayWidths(nationalProfile).keptDoor,
    depth: bodyWidth,
    body: bodyWidth,
    throughBearing: false,
  } as const;
  const doors = doorPlaces(setting, wish).filter(
    (one) => (one.side === 0 || one.side === 2) && one.from === from,
  );
  expect(doors.length).toBeGreaterThan(0);
  const task = {
    region,
    things: [[thing]],
    doors,
    isNiche: false,
    entry: bodyWidth,
    keepFree: [],
    leaves: [],
    cookerToShower: 0,
    isAnyEnough: true,
  };
  return bestLayout(task, Infinity) !== null;
}

describe('the search', () => {
  it('lets nobody walk through the open leaf to the floor behind it', () => {
    // Hung at 550 the leaf opens across the room, 200 mm from the wall opposite: the floor behind it
    // is free, but who comes in has no way there; on their own side stands the thing, or does not.
    const [low, high] = [0, 900];
    expect(isEntered(block(1300, low, 1900, high), 550)).toBe(false);
    expect(isEntered(block(0, low, 500, high), 550)).toBe(true);
  });
});

describe('a proposal', () => {
  const plan = planToDivide({ width: 950, depth: 1400 });
  const ask = {
    plan,
    storey: storeyId,
    room: roomId,
    holders: households.slice(0, 1),
    programme: 'bathroom',
  } as const;

  it('of a small cell has no leaf that swings in, and one that slides or swings out', () => {
    const inward = proposed({ ...ask, doorKinds: ['inward'] });
    expect(inward.offers).toEqual([]);
    expect(inward.relaxations.map(({ change }) => change.kind)).toContain('doors');
    const { offers } = proposed({ ...ask, doorKinds: allDoorKinds });
    expect(offers.length).toBeGreaterThan(0);
  });

  it('keeps to how wide a person the rules of the profile ask for', () => {
    const inside = (body: number, depth: number): number => {
      const rules = { 'drawing/door-shut': { severity: 'breach', numbers: { body } } } as const;
      return proposed({
        ...ask,
        plan: planToDivide({ width: 1100, depth }),
        doorKinds: ['inward'],
        profile: { ...nationalProfile, rules },
      }).offers.length;
    };
    expect([inside(450, 1300), inside(450, 1400)]).toEqual([0, 1]);
    expect([inside(600, 1500), inside(600, 1600)]).toEqual([0, 1]);
  });

  it('is refused by the checker once its leaf is made to swing in', () => {
    const { proposal } = proposed(ask).offers[0]!;
    const command = applyProposal({ proposal, intent: 'proposal', newId: sequentialIds() });
    const drawn = preview(plan, command);
    const openings = drawn.storeys[storeyId]!.openings;
    const [id, door] = Object.entries(openings).find(([, one]) => one.phase === 'new') as [
      OpeningId,
      Opening,
    ];
    const problems = (change: Partial<Opening>): string[] => {
      const storey = {
        ...drawn.storeys[storeyId]!,
        openings: { ...openings, [id]: { ...door, ...change } },
      };
      return problemsOf(
        { ...drawn, storeys: { [storeyId]: storey } },
        partsWith(proposal, 'bathroom'),
      );
    };
    expect(problems({})).toEqual([]);
    const said = (['left', 'right'] as const).flatMap((side) =>
      (['a', 'b'] as const).map((hinge) => problems({ leaf: 'swing', side, hinge })),
    );
    expect(said.filter((one) => one.includes('door-not-shut'))).toHaveLength(2);
  });
});
