import { z } from 'zod';
import type { FixtureDemands, PlanSize } from '../rules/fixture-demands.ts';
import type { Basin, BathNeeds, Choice, KitchenNeeds } from './programme.ts';

/**
 * A programme of the designer's own: what each part holds, by choices among the sizes of the rule
 * profile. Plain data: a setting of this machine, and the `--holds` of the command line.
 */

/** Of each thing the choices, the first of which holds where nothing was chosen. */
export const ownChoices = {
  /** `none`: no kitchen. */
  cooker: ['one', 'two', 'none'],
  /** Gas only where the storey has a gas riser. */
  fuel: ['electric', 'gas'],
  /** The least length of worktop to prepare on. */
  worktop: ['least', 'good', 'none'],
  /** `none`: no bathroom. */
  wc: ['small', 'large', 'none'],
  basin: ['mini', 'usual', 'cistern', 'none'],
  shower: ['least', 'good', 'none'],
  /** Where it has both: one room for all, two rooms, a kitchen niche in the own room, or any of these. */
  rooms: ['any', 'one', 'two', 'niche'],
} as const;

export type OwnThing = keyof typeof ownChoices;
export const ownThings = Object.keys(ownChoices) as readonly OwnThing[];

export const ownProgrammeSchema = z.strictObject({
  cooker: z.enum(ownChoices.cooker),
  fuel: z.enum(ownChoices.fuel),
  worktop: z.enum(ownChoices.worktop),
  wc: z.enum(ownChoices.wc),
  basin: z.enum(ownChoices.basin),
  shower: z.enum(ownChoices.shower),
  rooms: z.enum(ownChoices.rooms),
});

export type OwnProgramme = z.output<typeof ownProgrammeSchema>;

/** What a designer begins with: near `compact`. */
export const firstOwn: OwnProgramme = {
  cooker: 'one',
  fuel: 'electric',
  worktop: 'least',
  wc: 'small',
  basin: 'mini',
  shower: 'least',
  rooms: 'any',
};

/** Neither a kitchen nor a bathroom: nothing that a part could be. */
export const holdsNothing = ({ cooker, wc }: OwnProgramme): boolean =>
  cooker === 'none' && wc === 'none';

/** Whether a choice about a thing says anything, as the programme is. */
export function isAsked(own: OwnProgramme, thing: OwnThing): boolean {
  const { cooker, wc } = own;
  if (thing === 'fuel') return cooker !== 'none' && !isNiche(own);
  if (thing === 'worktop') return cooker !== 'none';
  if (thing === 'basin' || thing === 'shower') return wc !== 'none';
  return thing !== 'rooms' || (cooker !== 'none' && wc !== 'none');
}

/** A gas kitchen opens into no room that people sleep in: a niche there is electric. */
const isNiche = ({ wc, rooms }: OwnProgramme): boolean => wc !== 'none' && rooms === 'niche';

/** Its kitchen, with the clearances of `usual`; null for none. */
export function ownKitchen(
  own: OwnProgramme,
  demands: FixtureDemands,
  usual: KitchenNeeds,
): KitchenNeeds | null {
  const { cooker, fuel, worktop } = own;
  if (cooker === 'none') return null;
  const size = cooker === 'two' ? demands.cooker.twoBurners : demands.cooker.oneBurner;
  const { least, good } = demands.worktop.preparation;
  return {
    ...usual,
    cookers: [{ value: size, concession: 0 }],
    preparation: worktop === 'none' ? 0 : worktop === 'least' ? least : good,
    fuel: isNiche(own) ? 'electric' : fuel,
  };
}

/** Its bathroom, with the clearances of `small`; null for none. */
export function ownBath(
  { wc, basin, shower }: OwnProgramme,
  demands: FixtureDemands,
  small: BathNeeds,
): BathNeeds | null {
  if (wc === 'none') return null;
  return {
    ...small,
    wc: wc === 'small' ? demands.wc.smallest : demands.wc.largest,
    basins: basinsOf(basin, demands),
    shower: showerOf(shower, demands),
  };
}

function basinsOf(
  basin: OwnProgramme['basin'],
  { basin: { mini, usual } }: FixtureDemands,
): Choice<Basin>[] {
  switch (basin) {
    case 'none':
      return [];
    case 'cistern':
      return [{ value: { kind: 'cistern', size: mini }, concession: 0 }];
    case 'mini':
    case 'usual':
      return [{ value: { kind: 'own', size: basin === 'mini' ? mini : usual }, concession: 0 }];
  }
}

function showerOf(
  shower: OwnProgramme['shower'],
  { shower: { least, good } }: FixtureDemands,
): PlanSize | null {
  return shower === 'none' ? null : shower === 'least' ? least : good;
}
