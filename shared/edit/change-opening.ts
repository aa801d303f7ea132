import type { NewId, Opening, OpeningId, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import { changeElement } from './change-element.ts';
import type { Command } from './command.ts';
import type { Intent } from './intent.ts';
import { openingHeights } from './opening-sizes.ts';
import { refuseHost } from './place-opening.ts';
import { refusal } from './refusals.ts';
import { refuseSelection } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';
import { whole } from './whole.ts';

export interface ChangeOpening {
  readonly storey: StoreyId;
  readonly opening: OpeningId;
  /** What becomes of it; another `wall` moves it there. Its phase is not changed here. */
  readonly change: Partial<Omit<Opening, 'phase'>>;
  readonly intent: Intent;
  readonly newId: NewId;
}

/** Changes a door, window or passage: place, size, kind, swing. */
export function changeOpening({
  storey: id,
  opening,
  change,
  intent,
  newId,
}: ChangeOpening): Command {
  const ref = { kind: 'opening', id: opening, storey: id } as const;
  return storeyEdit({
    label: text('修改门窗', 'Change opening'),
    storey: id,
    newId,
    allow(storey) {
      const refused = refuseSelection(storey, [ref], intent, ['opening']);
      if (refused) return refused;
      const now = storey.openings[opening];
      const to = change.wall;
      if (!now || to === undefined || to === now.wall) return null;
      const surveyed = intent === 'survey' && now.phase !== 'new' ? 'survey' : 'proposal';
      return (
        refuseHost(storey.walls[to], to, id, surveyed) ??
        // A surveyed opening that stays cannot hang in a wall that goes, nor the other way round.
        (now.phase !== 'new' &&
        intent === 'survey' &&
        (storey.walls[to]?.phase === 'demolished') !== (now.phase === 'demolished')
          ? refusal(
              'other-phase',
              '这面墙与门窗的阶段不同，不能移过去。',
              'That wall and this opening are of different phases.',
              [ref],
            )
          : null)
      );
    },
    change(storey, before, making) {
      const now = before.openings[opening];
      if (now) changeElement(storey, 'opening', opening, tidy(now, change), intent, making);
    },
  });
}

/** Whole numbers; a kind that changes takes that kind's heights and, unless a door, loses its leaf. */
function tidy(now: Opening, change: ChangeOpening['change']): Partial<Opening> {
  const kind = change.kind ?? now.kind;
  const tidied: Record<string, unknown> = { ...change };
  if (kind !== now.kind) {
    tidied.sill ??= openingHeights[kind].sill;
    tidied.head ??= openingHeights[kind].head;
  }
  if (kind !== 'window') tidied.opens = undefined;
  if (kind !== 'door') for (const field of ['leaf', 'hinge', 'side']) tidied[field] = undefined;
  else if (now.kind !== 'door') {
    tidied.leaf ??= 'swing';
    tidied.hinge ??= 'a';
    tidied.side ??= 'left';
  }
  for (const field of ['offset', 'width', 'sill', 'head']) {
    const value = tidied[field];
    if (typeof value === 'number') tidied[field] = whole(value);
  }
  return tidied as Partial<Opening>;
}
