import type { Room } from '../../derive/room.ts';
import { codeClause } from '../finding.ts';
import { number, numberOf, type Situation } from '../rule.ts';

/** R1: what a bedroom must have by who sleeps there. */
export const bedroomKinds = {
  id: 'R1',
  source: codeClause('GB 50096-2011 5.2.1', 'B+'),
  numbers: {
    double: number(9, 'm2', '双人卧室', 'double bedroom'),
    single: number(5, 'm2', '单人卧室', 'single bedroom'),
    bedLiving: number(12, 'm2', '兼起居的卧室', 'bed-living room'),
    doubleBed: number(1350, 'mm', '双人床宽度起点', 'width from which a bed is for two'),
  },
} as const;

/** Whether two sleep there, as far as the beds drawn tell. */
export function isDouble({ fixturesOf }: Situation, room: Room, doubleBed: number): boolean {
  const beds = fixturesOf(room).filter(({ fixture }) => fixture.kind === 'bed');
  return beds.some(({ fixture }) => fixture.width >= doubleBed) || beds.length > 1;
}

/** m2 that R1 asks of this room; null where the profile switches it off. */
export function leastOfKind(situation: Situation, room: Room): number | null {
  const of = (name: keyof typeof bedroomKinds.numbers): number | null =>
    numberOf(situation.profile, bedroomKinds, name);
  const doubleBed = of('doubleBed');
  if (room.use === 'bed-living' || doubleBed === null) return of('bedLiving');
  return of(isDouble(situation, room, doubleBed) ? 'double' : 'single');
}
