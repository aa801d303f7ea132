import type { Fixture, FixtureId, NewId, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import { changeElement } from './change-element.ts';
import type { Command } from './command.ts';
import type { Intent } from './intent.ts';
import { refuseSelection } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';
import { whole, wholeDegrees, wholePoint } from './whole.ts';

export interface ChangeFixture {
  readonly storey: StoreyId;
  readonly fixture: FixtureId;
  /** An undefined `fuel` takes the fuel away. */
  readonly change: Partial<Omit<Fixture, 'phase'>>;
  readonly intent: Intent;
  readonly newId: NewId;
}

export function changeFixture({
  storey: id,
  fixture,
  change,
  intent,
  newId,
}: ChangeFixture): Command {
  const { at, rotation, width, depth, ...rest } = change;
  return storeyEdit({
    label: text('修改设备', 'Change fixture'),
    storey: id,
    newId,
    allow: (storey) =>
      refuseSelection(storey, [{ kind: 'fixture', id: fixture, storey: id }], intent, ['fixture']),
    change(storey, _before, making) {
      const tidied: Partial<Fixture> = {
        ...rest,
        ...(at === undefined ? {} : { at: wholePoint(at) }),
        ...(rotation === undefined ? {} : { rotation: wholeDegrees(rotation) }),
        ...(width === undefined ? {} : { width: whole(width) }),
        ...(depth === undefined ? {} : { depth: whole(depth) }),
      };
      changeElement(storey, 'fixture', fixture, tidied, intent, making);
    },
  });
}
