import type { Fuel } from '../plan/model.ts';
import type { PlanSize } from '../rules/fixture-demands.ts';
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
  const { box } = setting.region;
  const [wide, deep] = [box.x1 - box.x0, box.y1 - box.y0];
  // In most rooms none of them has room: that is known before any corner is looked at.
  const fitting = countersOf(needs, lengths).filter(
    ({ alongSink: one, alongCooker: other }) =>
      (one <= wide && other <= deep) || (one <= deep && other <= wide),
  );
  if (fitting.length === 0) return [];
  const corners = cornersOf(setting.region);
  const candidates: Candidate[] = [];
  for (const counter of fitting) {
    for (const [one, other] of corners) {
      for (const [sinkArm, cookerArm] of [
        [one, other],
        [other, one],
      ] as const) {
        const found = counterIn(setting, needs, fuel, counter, sinkArm, cookerArm);
        if (found) candidates.push(found);
      }
    }
  }
  return candidates;
}

/** One way to build it, in mm from the corner. */
interface Counter {
  readonly cooker: PlanSize;
  readonly length: number;
  /** On which arm the preparation is. */
  readonly isBySink: boolean;
  /** Of the arms. */
  readonly sinkDepth: number;
  readonly cookerDepth: number;
  readonly sinkAt: number;
  readonly cookerAt: number;
  /** What the floor must measure at least along each arm's wall. */
  readonly alongSink: number;
  readonly alongCooker: number;
  readonly cost: number;
}

const known = new WeakMap<
  KitchenNeeds,
  { lengths: readonly number[]; counters: readonly Counter[] }
>();

/** Remembered by the needs, as straight rows are. */
function countersOf(needs: KitchenNeeds, lengths: readonly number[]): readonly Counter[] {
  const last = known.get(needs);
  if (last?.lengths === lengths) return last.counters;
  const counters = allCounters(needs, lengths);
  known.set(needs, { lengths, counters });
  return counters;
}

function allCounters(needs: KitchenNeeds, lengths: readonly number[]): Counter[] {
  const { sink, cookers, preparation, preparationDepth, standing, cookerToWall } = needs;
  const all = preparation === 0 ? [0, ...lengths] : lengths;
  return cookers.flatMap(({ value: cooker, concession }) =>
    all
      .filter((length) => length >= preparation)
      .flatMap((length) =>
        // Without preparation both arms are the same to it.
        (length > 0 ? [true, false] : [true]).map((isBySink): Counter => {
          const sinkDepth = Math.max(preparationDepth, sink.depth);
          const cookerDepth = Math.max(preparationDepth, cooker.depth);
          const sinkAt = cookerDepth + (isBySink ? length : 0);
          const cookerAt = sinkDepth + (isBySink ? 0 : length);
          return {
            cooker,
            length,
            isBySink,
            sinkDepth,
            cookerDepth,
            sinkAt,
            cookerAt,
            alongSink: Math.max(sinkAt + sink.width, cookerDepth + standing),
            alongCooker: Math.max(cookerAt + cooker.width + cookerToWall, sinkDepth + standing),
            cost: costOf({ concession, preparation: preparationShort(length) }),
          };
        }),
      ),
  );
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

/** Null where it does not stand, or where nobody can stand before it. */
function counterIn(
  setting: Setting,
  needs: KitchenNeeds,
  fuel: Fuel,
  counter: Counter,
  sinkArm: Arm,
  cookerArm: Arm,
): Candidate | null {
  const { region } = setting;
  const { sink, preparationDepth, standing } = needs;
  const { cooker, length, isBySink, sinkDepth, cookerDepth, sinkAt, cookerAt } = counter;
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
    cost:
      counter.cost +
      costOf({
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
