import { produce } from 'immer';
import { fixtureCentre } from '../../derive/footprint.ts';
import { storeyRooms } from '../../derive/storey-rooms.ts';
import { insidePoint, polygonContains } from '../../geometry/polygon.ts';
import {
  entries,
  type JointId,
  type OpeningId,
  type Plan,
  type Point,
  type RiserId,
  type RoomId,
  type StoreyId,
  type WallId,
} from '../../plan/model.ts';
import { standsAt } from '../../plan/phase.ts';
import type { ProposedRest, ProposedRiser, ProposedWall } from '../proposal.ts';
import { floorOf, whole } from '../proposed-room.ts';
import type { Region } from '../region.ts';
import type { Space } from '../space.ts';

/*
 * Scratch plans. What is drawn on them gets its id from its place, so that a part whose walls are the
 * same is the same part in every shape that holds it.
 */

/** The storey with the shared rooms cleared, as the works leave them before anything is built. */
export interface Cleared {
  readonly plan: Plan;
  /** Ids of the rooms, in the order of those that were asked for. */
  readonly rooms: readonly string[];
}

export function clearedRooms(plan: Plan, id: StoreyId, asked: readonly string[]): Cleared {
  const derived = storeyRooms(id, plan.storeys[id]!, 'after');
  const rooms = asked.map((room) => derived.byId.get(room)!);
  const fixtures = entries(plan.storeys[id]!.fixtures).flatMap(([fixture, one]) =>
    standsAt(one.phase, 'after') &&
    rooms.some(({ polygon, holes }) =>
      polygonContains({ outer: polygon, holes }, fixtureCentre(one)),
    )
      ? [fixture]
      : [],
  );
  const tags = rooms.map(({ label }) => tagAt(label));
  const cleared = produce(plan, (draft) => {
    const storey = draft.storeys[id]!;
    for (const { tags } of rooms) for (const tag of tags) delete storey.rooms[tag];
    for (const fixture of fixtures) delete storey.fixtures[fixture];
    rooms.forEach(({ label }, index) => {
      storey.rooms[tags[index]!] = blankTag(label);
    });
  });
  return { plan: cleared, rooms: tags };
}

const tagAt = ({ x, y }: Point): RoomId =>
  `room_.block.${Math.round(x)},${Math.round(y)}` as RoomId;

/** Nobody comes in through a room that is not yet anyone's. */
const blankTag = ({ x, y }: Point) => ({
  at: { x: Math.round(x), y: Math.round(y) },
  use: 'storage' as const,
  name: '',
  holders: ['building' as const],
  phase: 'new' as const,
});

export interface Sketch {
  readonly walls: readonly ProposedWall[];
  readonly risers: readonly ProposedRiser[];
  /** A place in each part. */
  readonly parts: readonly Point[];
  readonly rests: readonly ProposedRest[];
  readonly closes: readonly OpeningId[];
  /** Doors that lose their leaf, which would stand in a passage. */
  readonly opens: readonly OpeningId[];
}

/** A plan with the sketch in one of its rooms; the parts are rooms that are nobody's. */
export function sketched(plan: Plan, id: StoreyId, room: string, sketch: Sketch): Plan {
  const tags = storeyRooms(id, plan.storeys[id]!, 'after').byId.get(room)?.tags ?? [];
  return produce(plan, (draft) => {
    const storey = draft.storeys[id]!;
    for (const tag of tags) delete storey.rooms[tag];
    for (const one of sketch.closes) delete storey.openings[one];
    for (const one of sketch.opens) {
      const { leaf: _leaf, hinge: _hinge, side: _side, ...opening } = storey.openings[one]!;
      storey.openings[one] = { ...opening, kind: 'passage' };
    }
    const jointAt = ({ x, y }: Point): JointId => {
      const known = entries(storey.joints).find(([, one]) => one.x === x && one.y === y);
      if (known) return known[0];
      const joint = `joint_.block.${x},${y}` as JointId;
      storey.joints[joint] = { x, y };
      return joint;
    };
    for (const wall of sketch.walls) {
      storey.walls[wallIdOf(wall)] = {
        a: jointAt(wall.from),
        b: jointAt(wall.to),
        thickness: wall.thickness,
        kind: 'partition',
        phase: 'new',
      };
    }
    for (const { kind, at, width, depth } of sketch.risers) {
      storey.risers[`riser_.block.${at.x},${at.y}` as RiserId] = {
        kind,
        line: '',
        at: { ...at },
        width,
        depth,
        phase: 'new',
      };
    }
    for (const part of sketch.parts) storey.rooms[tagAt(part)] = blankTag(part);
    for (const { at, use, holders } of sketch.rests) {
      storey.rooms[tagAt(at)] = { ...blankTag(at), use, holders: [...holders] };
    }
  });
}

export const wallIdOf = ({ from, to }: ProposedWall): WallId =>
  `wall_.block.${from.x},${from.y},${to.x},${to.y}` as WallId;

/** The room in which a place lies. */
export const roomAt = (plan: Plan, id: StoreyId, at: Point): string | null =>
  storeyRooms(id, plan.storeys[id]!, 'after').rooms.find(({ polygon, holes }) =>
    polygonContains({ outer: polygon, holes }, at),
  )?.id ?? null;

/** A place on the floor of a region, on the plan in whole mm. */
export const placeIn = ({ frame }: Space, region: Region): Point =>
  whole(insidePoint(floorOf(frame, region)));
