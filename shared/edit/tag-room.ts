import type { Holder, NewId, Plan, Point, RoomUse, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command, Refusal } from './command.ts';
import { type Intent, phaseOfAddition } from './intent.ts';
import { gone, mixedHolders } from './refusals.ts';
import { storeyEdit } from './storey-edit.ts';
import { wholePoint } from './whole.ts';

export interface TagRoom {
  readonly storey: StoreyId;
  readonly at: Point;
  readonly use: RoomUse;
  readonly name: string;
  readonly holders: readonly Holder[];
  readonly intent: Intent;
  readonly newId: NewId;
}

/** Says what the room around a point is, and whose. */
export function tagRoom(options: TagRoom): Command {
  const { storey: id, at, use, name, holders, intent, newId } = options;
  return storeyEdit({
    label: text('标注房间', 'Name room'),
    storey: id,
    newId,
    allow: (_storey, plan) => refuseHolders(plan, holders),
    change(storey, _before, making) {
      storey.rooms[making.newId('room')] = {
        at: wholePoint(at),
        use,
        name: name.trim(),
        holders: eachOnce(holders),
        phase: phaseOfAddition(intent),
      };
    },
  });
}

export const eachOnce = (holders: readonly Holder[]): Holder[] => [...new Set(holders)];

/** Households that are gone, and common rooms that are also somebody's. */
export function refuseHolders(plan: Plan, holders: readonly Holder[]): Refusal | null {
  const lost = holders.find((holder) => holder !== 'building' && !plan.households[holder]);
  if (lost) return gone({ kind: 'household', id: lost });
  return holders.includes('building') && eachOnce(holders).length > 1 ? mixedHolders : null;
}
