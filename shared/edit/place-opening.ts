import type { NewId, Opening, OpeningKind, StoreyId, Wall, WallId } from '../plan/model.ts';
import { openingNouns } from '../plan/words.ts';
import { text } from '../text.ts';
import type { Command, Refusal } from './command.ts';
import { type Intent, phaseOfAddition } from './intent.ts';
import { openingHeights } from './opening-sizes.ts';
import { boundaryHasNoOpenings, demolished, gone, refusal } from './refusals.ts';
import { storeyEdit } from './storey-edit.ts';
import { whole } from './whole.ts';

export interface PlaceOpening {
  readonly storey: StoreyId;
  readonly wall: WallId;
  readonly kind: OpeningKind;
  /** mm from the wall's end `a`. */
  readonly offset: number;
  readonly width: number;
  /** mm; the usual heights where they are absent. */
  readonly sill?: number;
  readonly head?: number;
  /** Doors only; ignored for others. */
  readonly leaf?: Opening['leaf'];
  readonly hinge?: Opening['hinge'];
  readonly side?: Opening['side'];
  readonly intent: Intent;
  readonly newId: NewId;
}

/** Puts a door, a window or a passage into a wall. */
export function placeOpening(options: PlaceOpening): Command {
  const { storey: id, wall, kind, intent, newId } = options;
  const name = openingNouns[kind];
  return storeyEdit({
    label: text(`放置${name.zh}`, `Place ${name.en}`),
    storey: id,
    newId,
    allow: (storey) => refuseHost(storey.walls[wall], wall, id, intent),
    change(storey, before, making) {
      // What the survey adds to a wall that is to go, goes with it.
      const isGoing = before.walls[wall]?.phase === 'demolished';
      storey.openings[making.newId('opening')] = {
        wall,
        kind,
        offset: whole(options.offset),
        width: whole(options.width),
        sill: whole(options.sill ?? openingHeights[kind].sill),
        head: whole(options.head ?? openingHeights[kind].head),
        ...(kind === 'door'
          ? {
              leaf: options.leaf ?? 'swing',
              hinge: options.hinge ?? 'a',
              side: options.side ?? 'left',
            }
          : {}),
        phase: isGoing ? 'demolished' : phaseOfAddition(intent),
      };
    },
  });
}

/** Whether a wall can take an opening of this intent. */
export function refuseHost(
  wall: Wall | undefined,
  id: WallId,
  storey: StoreyId,
  intent: Intent,
): Refusal | null {
  const ref = { kind: 'wall', id, storey } as const;
  if (!wall) return gone(ref);
  if (wall.kind === 'boundary') return boundaryHasNoOpenings([ref]);
  if (intent === 'proposal') return wall.phase === 'demolished' ? demolished([ref]) : null;
  return wall.phase === 'new'
    ? refusal(
        'new-wall',
        '这是新建的墙，现状中没有它；请在方案中添加门窗。',
        'This wall is new and not part of the survey; add openings to it in the proposal.',
        [ref],
      )
    : null;
}
