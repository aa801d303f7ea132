import type { OwnProgramme, OwnThing } from '../plan/own-programme-schema.ts';
import type { FixtureDemands, PlanSize } from '../rules/fixture-demands.ts';
import type { Basin, BathNeeds, Choice, KitchenNeeds } from './programme.ts';

export {
  type OwnProgramme,
  type OwnThing,
  ownChoices,
  ownProgrammeSchema,
  ownThings,
} from '../plan/own-programme-schema.ts';

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
