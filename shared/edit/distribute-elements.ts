import type { ElementRef, NewId, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import { arranged, refuseFew, unitsIn } from './align-elements.ts';
import type { Command } from './command.ts';
import type { Intent } from './intent.ts';
import { shiftBy } from './motion.ts';
import { placeElsewhere } from './place-elsewhere.ts';
import { refuseSelection } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';
import { partsOf, type Unit } from './units.ts';
import { whole } from './whole.ts';

export interface DistributeElements {
  readonly storey: StoreyId;
  readonly elements: readonly ElementRef[];
  /** `across`: from left to right; `up`: from bottom to top. */
  readonly along: 'across' | 'up';
  readonly intent: Intent;
  readonly newId: NewId;
}

/**
 * Leaves the first and the last where they are and gives those between equal clear distances, to
 * the whole mm. Things that overlap are spread by equal overlaps.
 */
export function distributeElements(options: DistributeElements): Command {
  const { storey: id, elements, along, intent, newId } = options;
  return storeyEdit({
    label: text('均匀分布', 'Distribute'),
    storey: id,
    newId,
    allow: (storey) =>
      refuseSelection(storey, elements, intent, arranged) ??
      refuseFew(unitsIn(storey, elements, intent).length, 3),
    change(storey, before, making) {
      const from = ({ bounds }: Unit) => (along === 'across' ? bounds.minX : bounds.minY);
      const to = ({ bounds }: Unit) => (along === 'across' ? bounds.maxX : bounds.maxY);
      const units = unitsIn(before, elements, intent).sort(
        (one, other) => from(one) + to(one) - from(other) - to(other),
      );
      const [first] = units;
      const last = units.at(-1);
      if (!first || !last) return;
      const taken = units.reduce((sum, unit) => sum + to(unit) - from(unit), 0);
      const gap = (to(last) - from(first) - taken) / (units.length - 1);
      let at = from(first);
      const moves = units.map((unit) => {
        const away = unit === last ? 0 : whole(at - from(unit));
        at += to(unit) - from(unit) + gap;
        const by = along === 'across' ? { x: away, y: 0 } : { x: 0, y: away };
        return { unit, by, motion: shiftBy(by) };
      });
      placeElsewhere(storey, before, partsOf(moves), intent, making);
    },
  });
}
