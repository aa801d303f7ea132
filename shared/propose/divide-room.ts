import { type Draft, original as originalOf } from 'immer';
import { storeyRooms } from '../derive/storey-rooms.ts';
import type { Command } from '../edit/command.ts';
import { type Intent, phaseOfAddition } from '../edit/intent.ts';
import { snapDistance } from '../geometry/meet.ts';
import { distance, type Point } from '../geometry/point.ts';
import {
  entries,
  type Holder,
  type JointId,
  type NewId,
  type RoomId,
  type RoomUse,
  type Storey,
  type StoreyId,
  type WallKind,
} from '../plan/model.ts';
import { text } from '../text.ts';
import type { Cut } from './plan-cut.ts';

export interface PartTag {
  readonly use: RoomUse;
  readonly name: string;
  readonly holders: readonly Holder[];
}

export interface DivideRoom {
  readonly storey: StoreyId;
  /** Id of the room as derived after the works. */
  readonly room: string;
  /** From `planCut`. */
  readonly cut: Cut;
  readonly kind: Exclude<WallKind, 'boundary'>;
  readonly parts: readonly [PartTag, PartTag];
  readonly intent: Intent;
  readonly newId: NewId;
}

/**
 * Cuts a room in two with a straight partition: a new wall, a tag with holders for each part, and
 * the room's own tag demolished (or removed, where it never was part of the survey). One step.
 */
export function divideRoom(options: DivideRoom): Command {
  const { storey: storeyId, cut, parts, intent, newId } = options;
  return {
    label: text('分隔房间', 'Divide room'),
    refuse(plan) {
      const storey = plan.storeys[storeyId];
      const room = storey && storeyRooms(storeyId, storey, 'after').byId.get(options.room);
      if (!room) {
        return {
          reason: 'gone',
          text: text(
            '这间房间已不存在，请重新选择。',
            'That room is no longer there. Select a room again.',
          ),
        };
      }
      if (distance(cut.from, cut.to) < 1 || cut.thickness < 1) {
        return {
          reason: 'no-partition',
          text: text('隔墙没有长度或厚度。', 'The partition has no length or no thickness.'),
        };
      }
      return null;
    },
    apply(draft) {
      const storey = draft.storeys[storeyId]!;
      const derived = storeyRooms(storeyId, originalOf(storey) as Storey, 'after').byId.get(
        options.room,
      );
      for (const tag of derived?.tags ?? []) retireTag(storey, tag, intent);
      storey.walls[newId('wall')] = {
        a: jointAt(storey, cut.from, newId),
        b: jointAt(storey, cut.to, newId),
        thickness: cut.thickness,
        kind: options.kind,
        phase: phaseOfAddition(intent),
      };
      parts.forEach((part, index) => {
        storey.rooms[newId('room')] = {
          at: { ...cut.labels[index]! },
          use: part.use,
          name: part.name,
          holders: [...part.holders],
          phase: phaseOfAddition(intent),
        };
      });
    },
  };
}

/** A surveyed tag is demolished by a proposal; any other goes. */
export function retireTag(storey: Draft<Storey>, id: RoomId, intent: Intent): void {
  const tag = storey.rooms[id];
  if (!tag) return;
  if (intent === 'proposal' && tag.phase === 'existing') tag.phase = 'demolished';
  else if (tag.phase !== 'demolished') delete storey.rooms[id];
}

/** The lowest joint within reach, or a new one. */
function jointAt(storey: Draft<Storey>, at: Point, newId: NewId): JointId {
  const known = entries(storey.joints).find(([, joint]) => distance(joint, at) <= snapDistance);
  if (known) return known[0];
  const id = newId('joint');
  storey.joints[id] = { x: at.x, y: at.y };
  return id;
}
