import { storeyRooms } from '../derive/storey-rooms.ts';
import type { Refusal } from '../edit/command.ts';
import { preview } from '../edit/history.ts';
import { refusal } from '../edit/refusals.ts';
import type { Point } from '../geometry/point.ts';
import type { Ring } from '../geometry/polygon.ts';
import type { IdKind, IdOfKind, NewId, Storey } from '../plan/model.ts';
import { type Cuts, divideRoom } from './divide-room.ts';
import type { RoomOfPlan } from './room-to-cut.ts';

export interface CutPart {
  /** Of the room on the scratch plan. */
  readonly id: string;
  /** mm2, usable, as the plan would measure it after the cut. */
  readonly area: number;
  readonly polygon: Ring;
  readonly holes: readonly Ring[];
  readonly label: Point;
}

/** Draws cuts on a scratch plan and reads the parts off it: what is shown is what will be. */
export function drawnParts({ plan, storey, room }: RoomOfPlan, cuts: Cuts): Drawn {
  const parts = cuts.labels.map(() => ({ use: 'other', name: '', holders: [] }) as const);
  const kind = 'partition';
  const intent = 'proposal';
  const command = divideRoom({ storey, room, cuts, kind, parts, intent, newId: scratchIds() });
  const declined = command.refuse?.(plan) ?? null;
  if (declined) return { ok: false, refusal: declined };
  const after = preview(plan, command).storeys[storey]!;
  const { rooms } = storeyRooms(storey, after, 'after');
  const found = cuts.labels.flatMap((_, index) => {
    const tag = `room_cut.${index + 1}`;
    return rooms.find(({ tags }) => tags.length === 1 && tags[0] === tag) ?? [];
  });
  if (found.length === cuts.labels.length) return { ok: true, parts: found, after };
  return {
    ok: false,
    refusal: refusal(
      'not-two-parts',
      '在这里分隔不能得到各自独立的房间。请换一个方向或位置。',
      'A cut here does not make separate rooms. Choose another direction or place.',
    ),
  };
}

export type Drawn =
  | { readonly ok: true; readonly parts: readonly CutPart[]; readonly after: Storey }
  | { readonly ok: false; readonly refusal: Refusal };

/** Ids that only ever live on a scratch plan. */
function scratchIds(): NewId {
  const counts = new Map<IdKind, number>();
  return <K extends IdKind>(kind: K): IdOfKind[K] => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${kind}_cut.${count}` as unknown as IdOfKind[K];
  };
}
