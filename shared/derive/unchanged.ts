import type { Phase, Storey } from '../plan/model.ts';
import { once } from './once.ts';

/** Whether nothing on a storey comes or goes, so that before and after the works are the same. */
export const isUnchanged = ({ walls, openings, rooms, fixtures, risers }: Storey): boolean =>
  [walls, openings, rooms, fixtures, risers].every((table) => isSurvey(table));

/** The same of what rooms are derived from. */
export const hasSameRooms = ({ walls, openings, rooms, risers }: Storey): boolean =>
  [walls, openings, rooms, risers].every((table) => isSurvey(table));

const isSurvey = once((table: Readonly<Record<string, { readonly phase: Phase }>>): boolean =>
  Object.values(table).every(({ phase }) => phase === 'existing'),
);
