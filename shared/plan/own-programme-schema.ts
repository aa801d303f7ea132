import { z } from 'zod';

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
