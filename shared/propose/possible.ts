import type { Profile } from '../rules/profile.ts';
import { offerOf } from './offer.ts';
import { type Ask, requestOf } from './propose.ts';
import { type Division, searchDivisions, searched } from './search.ts';
import type { Space } from './space.ts';

/** Sound proposals at the first partition that has any: where one holds none, the next are tried. */
export function countOf(ask: Ask, profile: Profile): number {
  if (ask.programme === 'best') return 0;
  const request = requestOf(ask, ask.programme, profile);
  const soundAmong = (space: Space, divisions: readonly Division[]): number =>
    divisions.slice(0, 6).filter((one) => offerOf(request, space, one, profile)).length;
  const first = searched({ ...request, isFirstEnough: true });
  if (!first.space || first.divisions.length === 0) return 0;
  const quick = soundAmong(first.space, first.divisions);
  if (quick > 0) return quick;
  const search = searchDivisions(request);
  let next = search.next();
  let seen = first.divisions.length;
  while (!next.done) {
    const { found, best } = next.value;
    const sound = found > seen ? soundAmong(first.space, best()) : 0;
    if (sound > 0) return sound;
    seen = Math.max(seen, found);
    next = search.next();
  }
  return next.value.space ? soundAmong(next.value.space, next.value.divisions) : 0;
}

/** Whether the search finds any. */
export const isPossible = (ask: Ask, profile: Profile): boolean => {
  if (ask.programme === 'best') return false;
  const done = searched({ ...requestOf(ask, ask.programme, profile), isFirstEnough: true });
  return done.space !== null && done.divisions.length > 0;
};
