import { text } from '../text.ts';
import type { Command } from './command.ts';
import { wholeDegrees } from './whole.ts';

/**
 * Says where north is: degrees, counter-clockwise from up. Null takes the north arrow away.
 */
export function setNorth({ north }: { readonly north: number | null }): Command {
  return {
    label: north === null ? text('移除指北针', 'Remove north') : text('设定指北针', 'Set north'),
    apply(draft) {
      if (north === null) delete draft.north;
      else draft.north = wholeDegrees(north);
    },
  };
}
