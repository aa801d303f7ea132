import type { FixtureKind, Fuel, NewId, Point, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import { fixtureSizes } from './fixture-sizes.ts';
import { type Intent, phaseOfAddition } from './intent.ts';
import { storeyEdit } from './storey-edit.ts';
import { whole, wholeDegrees, wholePoint } from './whole.ts';

export interface PlaceFixture {
  readonly storey: StoreyId;
  readonly kind: FixtureKind;
  /** Middle of the back edge. */
  readonly at: Point;
  /** Degrees, counter-clockwise; at 0 the front faces +y. */
  readonly rotation: number;
  /** mm; the usual size where they are absent. */
  readonly width?: number;
  readonly depth?: number;
  readonly fuel?: Fuel;
  readonly intent: Intent;
  readonly newId: NewId;
}

export function placeFixture(options: PlaceFixture): Command {
  const { storey: id, kind, intent, newId } = options;
  const usual = fixtureSizes[kind];
  return storeyEdit({
    label: text(`放置${usual.name.zh}`, `Place ${usual.name.en}`),
    storey: id,
    newId,
    change(storey, _before, making) {
      storey.fixtures[making.newId('fixture')] = {
        kind,
        at: wholePoint(options.at),
        rotation: wholeDegrees(options.rotation),
        width: whole(options.width ?? usual.width),
        depth: whole(options.depth ?? usual.depth),
        ...(options.fuel === undefined ? {} : { fuel: options.fuel }),
        phase: phaseOfAddition(intent),
      };
    },
  });
}
