import type { Fuel } from '../plan/model.ts';
import { costOf, preparationShort } from './cost.ts';
import {
  type Candidate,
  drainSteps,
  isShared,
  type Piece,
  type Setting,
  type Stand,
  sillBehind,
  wasteFrom,
} from './items.ts';
import { type KitchenNeeds, sillAbove } from './programme.ts';
import { ahead, before, onLine, type Rect, runsAlongX } from './rect.ts';
import { type Edge, edgesOf, holds, type Region } from './region.ts';

/**
 * Counters that turn a corner of the room: worktop in the corner, the sink on one arm, the cooker on
 * the other, and the preparation in one stretch between the corner and either of them. Both arms are
 * at least as deep as a worktop, and the corner is as deep as the other arm on each, so that nothing
 * stands before what people use. The corner itself is out of reach and counts as no preparation.
 *
 *   +-----------------------------
 *   | corner | preparation | sink |
 *   |--------+--------------------
 *   | cooker |   standing
 *   |        |
 */
export function cornerRowPlaces(
  setting: Setting,
  needs: KitchenNeeds,
  lengths: readonly number[],
  fuel: Fuel,
): Candidate[] {
  const corners = cornersOf(setting.region);
  const all = needs.preparation === 0 ? [0, ...lengths] : lengths;
  const candidates: Candidate[] = [];
  for (const { value: cooker, concession } of needs.cookers) {
    for (const length of all) {
      if (length < needs.preparation) continue;
      const cost = costOf({ concession, preparation: preparationShort(length) });
      // Without preparation both ways to place it are the same.
      for (const isBySink of length > 0 ? [true, false] : [true]) {
        for (const [one, other] of corners) {
          for (const [sinkArm, cookerArm] of [
            [one, other],
            [other, one],
          ] as const) {
            const turned = { sinkArm, cookerArm, cooker, length, isBySink };
            const found = counterIn(setting, needs, fuel, turned);
            if (found) candidates.push({ ...found, cost: found.cost + cost });
          }
        }
      }
    }
  }
  return candidates;
}

/** A wall from the corner on. */
interface Arm {
  readonly edge: Edge;
  /** Whether the corner is at the lower end of the wall. */
  readonly startsLow: boolean;
}

/** The inner corners: where two walls meet and the floor lies between them. */
function cornersOf(region: Region): (readonly [Arm, Arm])[] {
  const edges = edgesOf(region);
  return edges.flatMap((one) => {
    if (!runsAlongX(one.side)) return [];
    return edges.flatMap((other): (readonly [Arm, Arm])[] => {
      if (runsAlongX(other.side)) return [];
      const [low, otherLow] = [other.side === 3, one.side === 0];
      const isCorner =
        (low ? one.from : one.to) === other.line && (otherLow ? other.from : other.to) === one.line;
      return isCorner
        ? [
            [
              { edge: one, startsLow: low },
              { edge: other, startsLow: otherLow },
            ],
          ]
        : [];
    });
  });
}

/** Along an arm, counted from the corner. */
function stretch({ edge, startsLow }: Arm, from: number, to: number): [number, number] {
  return startsLow ? [edge.from + from, edge.from + to] : [edge.to - to, edge.to - from];
}

function rectOn(arm: Arm, from: number, to: number, depth: number, out = 0): Rect {
  const { side, line } = arm.edge;
  return before(side, ahead(side, line, out), ...stretch(arm, from, to), depth);
}

interface Turned {
  readonly sinkArm: Arm;
  readonly cookerArm: Arm;
  readonly cooker: KitchenNeeds['sink'];
  /** mm of preparation, and on which arm it is. */
  readonly length: number;
  readonly isBySink: boolean;
}

/** Null where it does not stand, or where nobody can stand before it. */
function counterIn(
  setting: Setting,
  needs: KitchenNeeds,
  fuel: Fuel,
  { sinkArm, cookerArm, cooker, length, isBySink }: Turned,
): Candidate | null {
  const { region } = setting;
  const { sink, preparationDepth, standing } = needs;
  const sinkDepth = Math.max(preparationDepth, sink.depth);
  const cookerDepth = Math.max(preparationDepth, cooker.depth);
  const sinkAt = cookerDepth + (isBySink ? length : 0);
  const cookerAt = sinkDepth + (isBySink ? 0 : length);
  const sinkEnd = sinkAt + sink.width;
  const cookerEnd = cookerAt + cooker.width;
  if (sinkEnd > lengthOf(sinkArm) || cookerEnd + needs.cookerToWall > lengthOf(cookerArm)) {
    return null;
  }
  const bodies = [
    rectOn(sinkArm, 0, sinkEnd, sinkDepth),
    rectOn(cookerArm, sinkDepth, cookerEnd, cookerDepth),
  ];
  const zones = [
    rectOn(sinkArm, cookerDepth, sinkEnd, standing, sinkDepth),
    rectOn(cookerArm, sinkDepth, cookerEnd, standing, cookerDepth),
  ];
  const gap = rectOn(cookerArm, cookerEnd, cookerEnd + needs.cookerToWall, cookerDepth);
  if (![...bodies, ...zones].every((one) => holds(region, one))) return null;
  if (needs.cookerToWall > 0 && !holds(region, gap)) return null;
  const sills = [
    sillBehind(setting, sinkArm.edge, ...stretch(sinkArm, 0, sinkEnd)),
    sillBehind(setting, cookerArm.edge, ...stretch(cookerArm, 0, cookerEnd)),
  ];
  const behindCooker = sillBehind(
    setting,
    cookerArm.edge,
    ...stretch(cookerArm, cookerAt, cookerEnd),
  );
  if (Math.min(...sills) < sillAbove || behindCooker < Infinity) return null;
  const piece = (kind: Piece['kind'], arm: Arm, from: number, to: number, depth: number) => ({
    kind,
    rect: rectOn(arm, from, to, depth),
    side: arm.edge.side,
  });
  const preparation = isBySink
    ? piece('worktop', sinkArm, cookerDepth, sinkAt, preparationDepth)
    : piece('worktop', cookerArm, sinkDepth, cookerAt, preparationDepth);
  const stands: Stand[] = [
    standAt(sinkArm, sinkDepth, sinkAt, sinkEnd),
    standAt(cookerArm, cookerDepth, cookerAt, cookerEnd),
    ...(length === 0
      ? []
      : isBySink
        ? [standAt(sinkArm, sinkDepth, cookerDepth, sinkAt)]
        : [standAt(cookerArm, cookerDepth, sinkDepth, cookerAt)]),
  ];
  const [low, high] = stretch(sinkArm, sinkAt, sinkEnd);
  const { side, line } = sinkArm.edge;
  const { box } = region;
  return {
    pieces: [
      piece('sink', sinkArm, sinkAt, sinkEnd, sink.depth),
      ...(length > 0 && isBySink ? [preparation] : []),
      piece('worktop', sinkArm, 0, cookerDepth, sinkDepth),
      ...(length > 0 && !isBySink ? [preparation] : []),
      { ...piece('cooker', cookerArm, cookerAt, cookerEnd, cooker.depth), fuel },
    ],
    bodies,
    zones,
    stands,
    floor: null,
    cost: costOf({
      drain: drainSteps(wasteFrom(setting.space, onLine(side, line, (low + high) / 2))),
      wetWall: isShared(setting, sinkArm.edge, low, high) ? 0 : 1,
    }),
    // Of equals a straight row comes first: it is easier to build.
    off: box.x1 - box.x0 + box.y1 - box.y0,
  };
}

const lengthOf = ({ edge }: Arm): number => edge.to - edge.from;

function standAt(arm: Arm, depth: number, from: number, to: number): Stand {
  const [low, high] = stretch(arm, from, to);
  const { side, line } = arm.edge;
  return { side, line: ahead(side, line, depth), middle: (low + high) / 2 };
}
