import {
  entries,
  type NewId,
  type RoomId,
  type RoomTag,
  type Storey,
  type StoreyId,
} from '../plan/model.ts';
import { text } from '../text.ts';
import { changeElement } from './change-element.ts';
import type { Command } from './command.ts';
import type { Intent } from './intent.ts';
import { demolished, gone } from './refusals.ts';
import { storeyEdit } from './storey-edit.ts';
import { eachOnce, refuseHolders } from './tag-room.ts';
import { samePoint } from './whole.ts';

export interface DescribeRoom {
  readonly storey: StoreyId;
  readonly room: RoomId;
  readonly change: Partial<Pick<RoomTag, 'use' | 'name' | 'holders'>>;
  readonly intent: Intent;
  readonly newId: NewId;
}

/**
 * Changes a room's use, name or holders. In a proposal a surveyed tag is demolished and a new one
 * stands at the same point; once it does, that is the one changed, whichever of both is meant.
 */
export function describeRoom({ storey: id, room, change, intent, newId }: DescribeRoom): Command {
  return storeyEdit({
    label: text('修改房间', 'Change room'),
    storey: id,
    newId,
    allow(storey, plan) {
      const ref = { kind: 'room', id: room, storey: id } as const;
      if (!storey.rooms[room]) return gone(ref);
      if (!target(storey, room, intent)) return demolished([ref]);
      return refuseHolders(plan, change.holders ?? []);
    },
    change(storey, before, making) {
      const meant = target(before, room, intent);
      if (!meant) return;
      const tidied = {
        ...(change.use === undefined ? {} : { use: change.use }),
        ...(change.name === undefined ? {} : { name: change.name.trim() }),
        ...(change.holders === undefined ? {} : { holders: eachOnce(change.holders) }),
      };
      changeElement(storey, 'room', meant, tidied, intent, making);
      const tag = storey.rooms[room];
      if (meant !== room && tag?.phase === 'existing') tag.phase = 'demolished';
    },
  });
}

/** The tag that carries the room's description; null where a proposal has removed it. */
function target(storey: Storey, id: RoomId, intent: Intent): RoomId | null {
  const room = storey.rooms[id];
  if (!room) return null;
  if (intent === 'survey' || room.phase === 'new') return id;
  const successor = entries(storey.rooms).find(
    ([, tag]) => tag.phase === 'new' && samePoint(tag.at, room.at),
  );
  return successor?.[0] ?? (room.phase === 'demolished' ? null : id);
}
