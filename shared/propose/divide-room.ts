import type { Draft } from 'immer';
import { openingCorners } from '../derive/outlines.ts';
import { storeyRooms } from '../derive/storey-rooms.ts';
import type { Command, Refusal } from '../edit/command.ts';
import { type Intent, phaseOfAddition } from '../edit/intent.ts';
import { openingHeights } from '../edit/opening-sizes.ts';
import { gone, refusal } from '../edit/refusals.ts';
import { storeyEdit } from '../edit/storey-edit.ts';
import { intersect } from '../geometry/clip.ts';
import { snapDistance } from '../geometry/meet.ts';
import { distance, type Point } from '../geometry/point.ts';
import { polygonArea } from '../geometry/polygon.ts';
import {
  entries,
  type Holder,
  type JointId,
  type NewId,
  type Opening,
  type OpeningId,
  type Plan,
  type RoomId,
  type RoomUse,
  type Storey,
  type StoreyId,
  type WallKind,
} from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import { text } from '../text.ts';

export interface PartTag {
  readonly use: RoomUse;
  readonly name: string;
  readonly holders: readonly Holder[];
}

/** One straight piece of a partition: whole mm, ends on the centre lines that it meets. */
export interface Line {
  readonly from: Point;
  readonly to: Point;
}

/** The partitions of a division as they would be drawn. */
export interface Cuts {
  readonly lines: readonly Line[];
  /** mm */
  readonly thickness: number;
  /** A point inside each part, for its tag. */
  readonly labels: readonly Point[];
}

export type NewDoor = Pick<Opening, 'wall' | 'offset' | 'width' | 'leaf' | 'hinge' | 'side'>;

export interface DivideRoom {
  readonly storey: StoreyId;
  /** Id of the room as derived after the works. */
  readonly room: string;
  /** From `planCut` or `planDivision`. */
  readonly cuts: Cuts;
  readonly kind: Exclude<WallKind, 'boundary'>;
  /** As many as there are labels. */
  readonly parts: readonly PartTag[];
  /** In walls that stand already. */
  readonly doors?: readonly NewDoor[];
  readonly intent: Intent;
  readonly newId: NewId;
}

/**
 * Cuts a room into parts with straight partitions: new walls, a tag with holders for each part, doors
 * where they are asked for, and the room's own tag demolished (or removed, where it never was part of
 * the survey). One step.
 */
export function divideRoom(options: DivideRoom): Command {
  const { storey: id, cuts, parts, doors = [], intent, newId } = options;
  return storeyEdit({
    label: text('分隔房间', 'Divide room'),
    storey: id,
    newId,
    allow: (storey, plan) => refuseDivision(plan, storey, options),
    change(storey, before, making) {
      const derived = storeyRooms(id, before, 'after').byId.get(options.room);
      for (const tag of derived?.tags ?? []) retireTag(storey, tag, intent);
      for (const { from, to } of cuts.lines) {
        storey.walls[making.newId('wall')] = {
          a: jointAt(storey, from, making.newId),
          b: jointAt(storey, to, making.newId),
          thickness: cuts.thickness,
          kind: options.kind,
          phase: phaseOfAddition(intent),
        };
      }
      parts.forEach((part, index) => {
        storey.rooms[making.newId('room')] = {
          at: { ...cuts.labels[index]! },
          use: part.use,
          name: part.name,
          holders: [...part.holders],
          phase: phaseOfAddition(intent),
        };
      });
      for (const door of doors) {
        storey.openings[making.newId('opening')] = {
          ...door,
          kind: 'door',
          ...openingHeights.door,
          phase: phaseOfAddition(intent),
        };
      }
    },
  });
}

function refuseDivision(
  plan: Plan,
  storey: Storey,
  { storey: id, room: roomId, cuts, parts }: DivideRoom,
): Refusal | null {
  const room = storeyRooms(id, storey, 'after').byId.get(roomId);
  if (!room) {
    return refusal(
      'gone',
      '这间房间已不存在，请重新选择。',
      'That room is no longer there. Select a room again.',
    );
  }
  if (room.tags.length > 1) {
    return refusal(
      'many-tags',
      '这间房间有多个标注，请先删去多余的标注或补画隔墙，再分隔。',
      'This room has several tags. Delete those too many, or draw the missing wall, before dividing.',
      room.tags.map((tag) => ({ kind: 'room', id: tag, storey: id })),
    );
  }
  const stranger = parts
    .flatMap((part) => part.holders)
    .find((holder) => holder !== 'building' && !(holder in plan.households));
  if (stranger) return gone({ kind: 'household', id: stranger });
  const { lines, thickness } = cuts;
  if (lines.some(({ from, to }) => !(distance(from, to) >= 1)) || !(thickness >= 1)) {
    return refusal(
      'no-partition',
      '隔墙没有长度或厚度。',
      'The partition has no length or no thickness.',
    );
  }
  return refuseOpenings(storey, id, cuts);
}

/** A partition cannot end in a door or a window. */
function refuseOpenings(storey: Storey, id: StoreyId, cuts: Cuts): Refusal | null {
  const [opening] = openingsCrossed(storey, cuts);
  if (!opening) return null;
  return refusal(
    'cuts-opening',
    '隔墙会挡在门窗洞口上。请移动隔墙，或先移动这扇门窗。',
    'The partition would stand in a door or window. Move the cut, or move the opening first.',
    [{ kind: 'opening', id: opening, storey: id }],
  );
}

/** Openings in which partitions would end. */
export function openingsCrossed(
  storey: Storey,
  { lines, thickness }: Pick<Cuts, 'lines' | 'thickness'>,
): OpeningId[] {
  return entries(storey.openings).flatMap(([id, opening]) => {
    const wall = storey.walls[opening.wall];
    const a = wall && storey.joints[wall.a];
    const b = wall && storey.joints[wall.b];
    const stands = wall && standsAt(wall.phase, 'after') && standsAt(opening.phase, 'after');
    if (!stands || !a || !b) return [];
    const corners = openingCorners(a, b, wall.thickness, opening.offset, opening.width);
    return corners && lines.some((line) => crosses(corners, line, thickness)) ? [id] : [];
  });
}

/** Whether the partition's body, up to the walls' centre lines, overlaps an opening by 1 mm or more. */
function crosses(corners: readonly Point[], { from, to }: Line, thickness: number): boolean {
  const length = distance(from, to);
  const dx = (to.x - from.x) / length;
  const dy = (to.y - from.y) / length;
  const half = thickness / 2;
  const at = (along: number, side: number): Point => ({
    x: from.x + dx * along - dy * side,
    y: from.y + dy * along + dx * side,
  });
  const body = [at(0, -half), at(length, -half), at(length, half), at(0, half)];
  const common = intersect([corners], [body]);
  return common.some((part) => polygonArea(part) > 200);
}

/** A surveyed tag is demolished by a proposal; any other goes. */
export function retireTag(storey: Draft<Storey>, id: RoomId, intent: Intent): void {
  const tag = storey.rooms[id];
  if (!tag) return;
  if (intent === 'proposal' && tag.phase === 'existing') tag.phase = 'demolished';
  else if (tag.phase !== 'demolished') delete storey.rooms[id];
}

/** The lowest joint to which a partition's end is drawn. */
export const jointNear = (storey: Pick<Storey, 'joints'>, at: Point): JointId | null =>
  entries(storey.joints).find(([, joint]) => distance(joint, at) <= snapDistance)?.[0] ?? null;

function jointAt(storey: Draft<Storey>, at: Point, newId: NewId): JointId {
  const known = jointNear(storey, at);
  if (known) return known;
  const id = newId('joint');
  storey.joints[id] = { x: at.x, y: at.y };
  return id;
}
