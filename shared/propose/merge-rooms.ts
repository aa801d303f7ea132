import type { Room, StoreyRooms, Stretch } from '../derive/room.ts';
import { storeyRooms } from '../derive/storey-rooms.ts';
import type { Command, Refusal } from '../edit/command.ts';
import { type Intent, phaseOfAddition } from '../edit/intent.ts';
import { refusal } from '../edit/refusals.ts';
import { splitWall } from '../edit/split-wall.ts';
import { storeyEdit } from '../edit/storey-edit.ts';
import { refuseHolders } from '../edit/tag-room.ts';
import { distance } from '../geometry/point.ts';
import {
  entries,
  type Holder,
  type NewId,
  type RoomId,
  type Storey,
  type StoreyId,
  type WallId,
} from '../plan/model.ts';
import { text } from '../text.ts';
import { retireTag } from './divide-room.ts';

export interface MergeRooms {
  readonly storey: StoreyId;
  /** Ids of two rooms as derived after the works, with a wall or boundary between them. */
  readonly rooms: readonly [string, string];
  /** The tag that the united room goes on with. */
  readonly keep: RoomId;
  /** Who holds the united room; those of the kept tag where absent. */
  readonly holders?: readonly Holder[];
  readonly intent: Intent;
  readonly newId: NewId;
}

/** The stretch of one wall that stands between the two rooms. */
interface Between {
  readonly wall: WallId;
  readonly stretch: Stretch;
  /** The wall's other stretches border other rooms and stay. */
  readonly whole: boolean;
}

/**
 * Takes out what stands between two rooms and unites them under one tag: the inverse of dividing.
 * A wall that goes on beside other rooms is cut where they begin, and only the stretch between the
 * two goes, with its openings.
 */
export function mergeRooms(options: MergeRooms): Command {
  const { storey: id, rooms, keep, holders, intent, newId } = options;
  return storeyEdit({
    label: text('合并房间', 'Merge rooms'),
    storey: id,
    newId,
    allow: (storey, plan) => refuseMerging(storey, options) ?? refuseHolders(plan, holders ?? []),
    change(storey, before, making) {
      const derived = storeyRooms(id, before, 'after');
      const tags = rooms.flatMap((room) => derived.byId.get(room)?.tags ?? []);
      for (const tag of tags) if (tag !== keep) retireTag(storey, tag, intent);
      const tag = storey.rooms[keep];
      if (tag && holders && !sameHolders(tag.holders, holders)) {
        if (intent === 'proposal' && tag.phase === 'existing') {
          storey.rooms[making.newId('room')] = {
            ...tag,
            at: { ...tag.at },
            holders: [...holders],
            phase: phaseOfAddition(intent),
          };
          tag.phase = 'demolished';
        } else tag.holders = [...holders];
      }
      // From the far end back, so that the distances of earlier stretches stay true.
      for (const { wall, stretch, whole } of stretchesBetween(derived, rooms).reverse()) {
        removeWall(storey, whole ? wall : cutOut(storey, wall, stretch, making.newId), intent);
      }
    },
  });
}

/** The ids of the rooms beside a wall that could be merged across it, in pairs; for menus. */
export function mergeableAcross(
  derived: StoreyRooms,
  wall: WallId,
): readonly (readonly [Room, Room])[] {
  const pairs = new Map<string, readonly [Room, Room]>();
  for (const { left, right } of derived.stretches.get(wall) ?? []) {
    const one = left === null ? undefined : derived.byId.get(left);
    const other = right === null ? undefined : derived.byId.get(right);
    if (one && other && one !== other) pairs.set([left, right].sort().join(' '), [one, other]);
  }
  return [...pairs.values()];
}

const sameHolders = (left: readonly Holder[], right: readonly Holder[]): boolean =>
  left.length === right.length && left.every((holder) => right.includes(holder));

function stretchesBetween(
  derived: StoreyRooms,
  [one, other]: readonly [string, string],
): Between[] {
  return [...derived.stretches].flatMap(([wall, stretches]) =>
    stretches
      .filter(
        ({ left, right }) => (left === one && right === other) || (left === other && right === one),
      )
      .map((stretch) => ({ wall, stretch, whole: stretches.length === 1 })),
  );
}

function refuseMerging(storey: Storey, { storey: id, rooms, keep }: MergeRooms): Refusal | null {
  const derived = storeyRooms(id, storey, 'after');
  const [one, other] = rooms.map((room) => derived.byId.get(room));
  if (!one || !other) {
    return refusal(
      'gone',
      '房间已不存在，请重新选择。',
      'A room is no longer there. Select again.',
    );
  }
  const between = stretchesBetween(derived, rooms);
  if (between.length === 0) {
    return refusal(
      'not-adjacent',
      '这两间房间之间没有共用的墙，不能合并。',
      'No wall stands between these two rooms, so they cannot be merged.',
    );
  }
  if (!one.tags.includes(keep) && !other.tags.includes(keep)) {
    return refusal(
      'not-beside',
      '要保留的标注不在这两间房间内。',
      'The tag to keep is in neither of the rooms.',
    );
  }
  return refuseOpenings(storey, id, between);
}

/** Where a longer wall is to be cut, no opening may lie across the cut. */
function refuseOpenings(storey: Storey, id: StoreyId, between: readonly Between[]): Refusal | null {
  for (const { wall, stretch, whole } of between) {
    if (whole) continue;
    const cuts = cutsOf(storey, wall, stretch);
    const across = entries(storey.openings).find(
      ([, opening]) =>
        opening.wall === wall &&
        cuts.some((cut) => cut > opening.offset && cut < opening.offset + opening.width),
    );
    if (!across) continue;
    return refusal(
      'cuts-opening',
      '门窗正好横跨墙要断开的位置。请先移动或删除这扇门窗。',
      'A door or window lies across the place where the wall would be cut. Move or delete it first.',
      [{ kind: 'opening', id: across[0], storey: id }],
    );
  }
  return null;
}

type DraftStorey = Parameters<typeof retireTag>[0];

/** mm; a piece shorter than this would be a remainder of rounding, not a wall. */
const shortestPiece = 10;

/** Where a wall has to be cut, in mm from its end a, to set a stretch free. */
function cutsOf(
  storey: Pick<Storey, 'walls' | 'joints'>,
  id: WallId,
  { from, to }: Stretch,
): number[] {
  const wall = storey.walls[id]!;
  const length = distance(storey.joints[wall.a]!, storey.joints[wall.b]!);
  return [from, to].filter((cut) => cut > shortestPiece && cut < length - shortestPiece);
}

/** Splits off the stretch and answers the wall that is it. */
function cutOut(storey: DraftStorey, id: WallId, stretch: Stretch, newId: NewId): WallId {
  const pieces = splitWall(storey, id, cutsOf(storey as Storey, id, stretch), newId);
  return pieces[stretch.from > shortestPiece ? 1 : 0]!;
}

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
