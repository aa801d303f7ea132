import type { Phase } from '../plan/model.ts';

/**
 * What the designer is doing. In `survey`, edits correct the surveyed plan: additions are existing
 * and deletions really delete. In `proposal`, additions are new, and a surveyed element that is
 * deleted or moved is demolished, never removed.
 */
export type Intent = 'survey' | 'proposal';

export const phaseOfAddition = (intent: Intent): Phase =>
  intent === 'survey' ? 'existing' : 'new';
