import { z } from 'zod';
import { lineSchema } from './schema.ts';

/** Characters. */
export const mostProfileName = 100;

/** The profile of rules as a file holds it; which rules and numbers there are is `rules/`'s to say. */
export const profileSchema = z.strictObject({
  format: z.literal(1),
  kind: z.literal('duyong-profile'),
  name: lineSchema(mostProfileName).regex(/\S/, 'not only blanks'),
  base: z.enum(['national', 'retrofit-micro']),
  /** By rule id: what differs from the base. */
  rules: z
    .record(
      z.string().max(60),
      z.strictObject({
        severity: z.enum(['breach', 'warning']).optional(),
        /** Switched off, and why. */
        off: lineSchema(400).regex(/\S/, 'a reason').optional(),
        numbers: z.record(z.string().max(40), z.number().min(0).max(100_000)).optional(),
      }),
    )
    .default({}),
  /** mm, by the path of the size: `wc.front.least`. */
  fixtures: z.record(z.string().max(60), z.int().min(0).max(10_000)).default({}),
});

export type ProfileFile = z.output<typeof profileSchema>;
