import { fixtureCentre, fixtureCorners } from '../derive/footprint.ts';
import type { Room } from '../derive/room.ts';
import { distance } from '../geometry/point.ts';
import { polygonContains } from '../geometry/polygon.ts';
import {
  entries,
  type HouseholdId,
  type Opening,
  type OpeningId,
  type Point,
  type RoomUse,
  type Storey,
  type WallId,
} from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import type { Beside } from './around-room.ts';
import { freeBeyond, type Span } from './beside-wall.ts';
import { type Frame, intoFrame } from './frame.ts';
import { ahead, runsAlongX, type Side } from './rect.ts';

/** A stretch of wall with one thing beyond it. */
export interface Face {
  readonly side: Side;
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly wall: WallId;
  readonly thickness: number;
  readonly isBearing: boolean;
  /** Null is outside. */
  readonly beyond: Room | null;
  readonly use: RoomUse | null;
  /** The askers, by their place in the request, who may come in from there. */
  readonly openTo: readonly number[];
  /** Whether the room beyond is one asker's alone. */
  readonly isOwn: boolean;
  readonly windows: readonly (Span & { readonly sill: number })[];
  /** Doors and passages of this room: closed by a proposal, or kept where it uses them. */
  readonly doors: readonly (Span & {
    readonly id: OpeningId;
    readonly leaf: 'swing' | 'sliding';
    readonly swingsIn: boolean;
    /** Along the wall: where each leaf hangs, and where its free edge shuts. */
    readonly leaves: readonly { readonly hung: number; readonly shut: number }[];
  })[];
  /** Openings of the wall that stay, windows among them. */
  readonly taken: readonly Span[];
  /** Where the floor beyond is free to a depth. */
  free(depth: number): readonly Span[];
  /** The same, and no leaf of another door swings there. */
  freeOfLeaves(depth: number): readonly Span[];
}

export function faceOf(
  frame: Frame,
  { wall: id, a, b, beyond, leaves }: Beside,
  storey: Storey,
  holders: readonly HouseholdId[],
): Face[] {
  const wall = storey.walls[id]!;
  const from = intoFrame(frame, a);
  const to = intoFrame(frame, b);
  const length = distance(from, to);
  // The room lies to the left of a -> b on the plan; a mirrored frame turns that round.
  const turn = frame.isMirrored ? -1 : 1;
  const normal = {
    x: (-(to.y - from.y) / length) * turn,
    y: ((to.x - from.x) / length) * turn,
  };
  const side = ([0, 1, 2, 3] as const).find(
    (one) => Math.abs(normal.x - sideX[one]) < 0.01 && Math.abs(normal.y - sideY[one]) < 0.01,
  );
  if (side === undefined) return [];
  const alongX = runsAlongX(side);
  const centre = alongX ? (from.y + to.y) / 2 : (from.x + to.x) / 2;
  const line = Math.round(ahead(side, centre, wall.thickness / 2));
  const ends = alongX ? [from.x, to.x] : [from.y, to.y];
  const openings = entries(storey.openings).filter(
    ([, one]) => one.wall === id && standsAt(one.phase, 'after'),
  );
  const start = storey.joints[wall.a]!;
  const end = storey.joints[wall.b]!;
  const whole = distance(start, end);
  const spanOf = ({ offset, width }: Opening): Span & { readonly ends: Ends } => {
    const at = (along: number): number => {
      const p = intoFrame(frame, {
        x: start.x + ((end.x - start.x) * along) / whole,
        y: start.y + ((end.y - start.y) * along) / whole,
      });
      return alongX ? p.x : p.y;
    };
    const both = [at(offset), at(offset + width)] as const;
    return { ends: both, from: Math.min(...both), to: Math.max(...both) };
  };
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  const isHere = (span: Span): boolean =>
    (span.from + span.to) / 2 > low && (span.from + span.to) / 2 < high;
  const all = openings.map(([opening, facts]) => ({ id: opening, facts, ...spanOf(facts) }));
  const windows = all.filter(({ facts }) => facts.kind === 'window' || facts.sill > 0);
  const own = all.filter((one) => !windows.includes(one) && isHere(one));
  const things = beyond ? thingsIn(frame, storey, beyond) : [];
  const outline = beyond
    ? [beyond.polygon, ...beyond.holes].map((ring) => ring.map((p) => intoFrame(frame, p)))
    : [];
  const swept = leaves.map((ring) => ring.map((p) => intoFrame(frame, p)));
  const strip = { side, line: ahead(side, line, -wall.thickness), from: low, to: high };
  const freeOf = (rings: readonly (readonly Point[])[]) => {
    const known = new Map<number, readonly Span[]>();
    return (depth: number): readonly Span[] => {
      const spans =
        known.get(depth) ?? (beyond ? freeBeyond({ ...strip, depth }, outline, rings) : []);
      known.set(depth, spans);
      return spans;
    };
  };
  const isLeftOfWall = (a.x - b.x) * (start.x - end.x) + (a.y - b.y) * (start.y - end.y) > 0;
  return [
    {
      side,
      line,
      from: low,
      to: high,
      wall: id,
      thickness: wall.thickness,
      isBearing: wall.kind === 'bearing',
      beyond,
      use: beyond?.use ?? null,
      ...accessFrom(beyond, holders),
      windows: windows
        .filter(isHere)
        .map((one) => ({ from: one.from, to: one.to, sill: one.facts.sill })),
      doors: own.map((one) => ({
        id: one.id,
        from: one.from,
        to: one.to,
        leaf: one.facts.leaf === 'sliding' ? 'sliding' : 'swing',
        swingsIn: (one.facts.side === 'left') === isLeftOfWall,
        leaves: leavesOf(one.facts, one.ends),
      })),
      taken: all.filter((one) => !own.includes(one)).map((one) => ({ from: one.from, to: one.to })),
      free: freeOf(things),
      freeOfLeaves: freeOf([...things, ...swept]),
    },
  ];
}

/** An opening's end nearer to its wall's end a, and the other. */
type Ends = readonly [number, number];

function leavesOf({ kind, leaf, hinge }: Opening, [a, b]: Ends): Face['doors'][number]['leaves'] {
  if (kind !== 'door' || leaf === 'sliding') return [];
  const middle = (a + b) / 2;
  if (leaf === 'double') return [a, b].map((hung) => ({ hung, shut: middle }));
  return hinge === 'b' ? [{ hung: b, shut: a }] : [{ hung: a, shut: b }];
}

const sideX = [0, -1, 0, 1] as const;
const sideY = [1, 0, -1, 0] as const;

const commonUses: readonly (RoomUse | null)[] = ['corridor', 'hall', 'stair'];

/** F1: from rooms that they hold, and from the building's ways. */
function accessFrom(
  room: Room | null,
  holders: readonly HouseholdId[],
): Pick<Face, 'openTo' | 'isOwn'> {
  if (!room) return { openTo: [], isOwn: false };
  const isCommon = room.holders.includes('building') && commonUses.includes(room.use);
  const openTo = holders.flatMap((id, index) =>
    isCommon || room.holders.includes(id) ? [index] : [],
  );
  return { openTo, isOwn: room.holders.length === 1 && room.holders[0] !== 'building' };
}

/** What stands on the floor of a room. */
const thingsIn = (frame: Frame, storey: Storey, { polygon, holes }: Room): Point[][] =>
  entries(storey.fixtures)
    .filter(
      ([, one]) =>
        standsAt(one.phase, 'after') &&
        one.kind !== 'water-heater' &&
        one.kind !== 'shower' &&
        polygonContains({ outer: polygon, holes }, fixtureCentre(one)),
    )
    .map(([, one]) => fixtureCorners(one).map((corner) => intoFrame(frame, corner)));

export const byPlace = (left: Face, right: Face): number =>
  left.side - right.side || left.line - right.line || left.from - right.from;
