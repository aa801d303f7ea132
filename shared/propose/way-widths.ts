import { doorOpenings } from '../rules/door/door-openings.ts';
import { doorPassage } from '../rules/door/door-passage.ts';
import { cookerAtShower } from '../rules/drawing/cooker-at-shower.ts';
import { doorShut } from '../rules/drawing/door-shut.ts';
import { nationalProfile, type Profile } from '../rules/profile.ts';
import { numberOf, type Rule } from '../rules/rule.ts';
import { corridorWidth } from '../rules/width/corridor-width.ts';
import { passageInDwelling } from '../rules/width/passage-width.ts';

/** With what the parts of a question are furnished and judged. */
export const profileFor = ({ profile }: { readonly profile?: Profile }): Profile =>
  profile ?? nationalProfile;

/** Widths of doors, passages and people, and distances, that proposals keep to, mm. */
export interface WayWidths {
  /** D1: a new door to a kitchen or bathroom. */
  readonly door: number;
  /** D1: the opening of a new kitchen, where a door as wide fits; that of a kitchen niche always. */
  readonly kitchenOpening: number;
  /** D2: clear passage of a door that stays. */
  readonly keptDoor: number;
  /** C1: inside the home, to kitchen and bathroom. */
  readonly hall: number;
  /** C2: of a public corridor. */
  readonly corridor: number;
  /** Who shuts a leaf that swings into a room, off its swing. */
  readonly body: number;
  /** Between a cooker and a shower's wet floor in one room; 0 where the profile does not ask. */
  readonly cookerToShower: number;
}

/** As the profile asks; what it switches off holds as the rule has it, so that people still get through. */
export function wayWidths(profile: Profile): WayWidths {
  const width = <N extends string>(rule: Pick<Rule<N>, 'id' | 'numbers'>, name: N): number =>
    numberOf(profile, rule, name) ?? rule.numbers[name].value;
  return {
    door: width(doorOpenings, 'bathroom'),
    kitchenOpening: width(doorOpenings, 'kitchen'),
    keptDoor: width(doorPassage, 'bathroom'),
    hall: width(passageInDwelling, 'wet'),
    corridor: width(corridorWidth, 'least'),
    body: width(doorShut, 'body'),
    cookerToShower: numberOf(profile, cookerAtShower, 'apart') ?? 0,
  };
}
