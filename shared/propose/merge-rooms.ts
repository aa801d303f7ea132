import { original } from 'immer';
import { storeyRooms } from '../derive/storey-rooms.ts';
import type { Command, Refusal } from '../edit/command.ts';
import { type Intent, phaseOfAddition } from '../edit/intent.ts';
import type { Holder, NewId, Plan, RoomId, Storey, StoreyId, WallId } from '../plan/model.ts';
import { text } from '../text.ts';
import { retireTag } from './divide-room.ts';

export interface MergeRooms {
  readonly storey: StoreyId;
  /** The wall or boundary between the two rooms. */
  readonly wall: WallId;
  /** The tag that the united room goes on with. */
  readonly keep: RoomId;
  /** Who holds the united room; those of the kept tag where absent. */
  readonly holders?: readonly Holder[];
  readonly intent: Intent;
  readonly newId: NewId;
}

/**
 * Takes out the wall between two rooms and unites them under one tag: the inverse of dividing.
 * Refused where the wall does not stand between exactly two rooms.
 */
export function mergeRooms(options: MergeRooms): Command {
  const { storey: storeyId, wall, keep, holders, intent, newId } = options;
  return {
    label: text('合并房间', 'Merge rooms'),
    refuse: (plan) => refusal(plan, options),
    apply(draft) {
      const storey = draft.storeys[storeyId]!;
      const before = storeyRooms(storeyId, original(storey) as Storey, 'after');
      const tags = (before.wallSides.get(wall) ?? []).flatMap((room) =>
        room === null ? [] : (before.byId.get(room)?.tags ?? []),
      );
      for (const tag of tags) if (tag !== keep) retireTag(storey, tag, intent);
      const tag = storey.rooms[keep];
      if (tag && holders && !sameHolders(tag.holders, holders)) {
        if (intent === 'proposal' && tag.phase === 'existing') {
          storey.rooms[newId('room')] = {
            ...tag,
            at: { ...tag.at },
            holders: [...holders],
            phase: phaseOfAddition(intent),
          };
          tag.phase = 'demolished';
        } else tag.holders = [...holders];
      }
      removeWall(storey, wall, intent);
    },
  };
}

const sameHolders = (left: readonly Holder[], right: readonly Holder[]): boolean =>
  left.length === right.length && left.every((holder) => right.includes(holder));

function refusal(plan: Plan, { storey: storeyId, wall, keep }: MergeRooms): Refusal | null {
  const storey = plan.storeys[storeyId];
  const rooms = storey && storeyRooms(storeyId, storey, 'after');
  const sides = rooms?.wallSides.get(wall);
  if (!rooms || !sides) {
    return {
      reason: 'gone',
      text: text(
        '这道墙已不存在，请重新选择。',
        'That wall is no longer there. Select a wall again.',
      ),
    };
  }
  const between = sides.filter((room) => room !== null);
  if (sides.length !== 2 || between.length !== 2) {
    return {
      reason: 'not-between-two',
      text: text(
        '这道墙不是恰好位于两间房间之间。请先把墙在交点处断开。',
        'This wall does not stand between exactly two rooms. Split it where other walls meet it first.',
      ),
      about: [{ kind: 'wall', id: wall, storey: storeyId }],
    };
  }
  if (!between.some((room) => rooms.byId.get(room)?.tags.includes(keep))) {
    return {
      reason: 'not-beside',
      text: text('要保留的房间不在这道墙旁。', 'The room to keep is not beside this wall.'),
    };
  }
  return null;
}

type DraftStorey = Parameters<typeof retireTag>[0];

function removeWall(storey: DraftStorey, id: WallId, intent: Intent): void {
  const wall = storey.walls[id];
  if (!wall) return;
  const demolish = intent === 'proposal' && wall.phase === 'existing';
  for (const [openingId, opening] of Object.entries(storey.openings)) {
    if (opening.wall !== id) continue;
    if (demolish && opening.phase !== 'new') opening.phase = 'demolished';
    else delete storey.openings[openingId as keyof typeof storey.openings];
  }
  if (demolish) {
    wall.phase = 'demolished';
    return;
  }
  const { a, b } = wall;
  delete storey.walls[id];
  const used = new Set(Object.values(storey.walls).flatMap((one) => [one.a, one.b]));
  for (const joint of [a, b]) if (!used.has(joint)) delete storey.joints[joint];
}
