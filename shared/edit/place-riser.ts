import type { NewId, Point, RiserKind, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import { riserSizes } from './fixture-sizes.ts';
import { type Intent, phaseOfAddition } from './intent.ts';
import { storeyEdit } from './storey-edit.ts';
import { whole, wholePoint } from './whole.ts';

export interface PlaceRiser {
  readonly storey: StoreyId;
  readonly kind: RiserKind;
  /** Pieces on other storeys with the same name are the same line. */
  readonly line: string;
  /** Centre of the boxed shaft. */
  readonly at: Point;
  /** mm; the usual size where they are absent. */
  readonly width?: number;
  readonly depth?: number;
  readonly intent: Intent;
  readonly newId: NewId;
}

export function placeRiser(options: PlaceRiser): Command {
  const { storey: id, kind, line, intent, newId } = options;
  const usual = riserSizes[kind];
  return storeyEdit({
    label: text(`放置${usual.name.zh}`, `Place ${usual.name.en}`),
    storey: id,
    newId,
    change(storey, _before, making) {
      storey.risers[making.newId('riser')] = {
        kind,
        line: line.trim(),
        at: wholePoint(options.at),
        width: whole(options.width ?? usual.width),
        depth: whole(options.depth ?? usual.depth),
        phase: phaseOfAddition(intent),
      };
    },
  });
}
