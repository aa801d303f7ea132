import type { Draft } from 'immer';
import { entries, type JointId, type Phase, type Storey, type WallId } from '../plan/model.ts';
import { jointAt, pairOf, standingPairs } from './draw-walls.ts';
import { type Intent, phaseOfAddition } from './intent.ts';
import type { Motion } from './motion.ts';
import type { Selection } from './selection.ts';
import { copyId, type Making } from './storey-edit.ts';

/** Where copies go, and what has been copied there before: several copies share their joints. */
export interface Copying {
  readonly storey: Draft<Storey>;
  /** The storey that takes the copies, as it was. */
  readonly before: Storey;
  readonly intent: Intent;
  readonly making: Making;
  readonly joints: Map<string, JointId>;
  readonly pairs: Map<string, WallId>;
}

export const startCopying = (
  storey: Draft<Storey>,
  before: Storey,
  intent: Intent,
  making: Making,
): Copying => ({
  storey,
  before,
  intent,
  making,
  joints: new Map(),
  pairs: standingPairs(before, phaseOfAddition(intent)),
});

/**
 * Copies all of a selection of `source` but the openings whose walls are not among it. Walls bring
 * the openings that stand in them, join the joints at their new ends, and are not doubled.
 */
export function copyInto(
  copying: Copying,
  source: Storey,
  selection: Selection,
  motion: Motion,
): void {
  const { storey, intent, making } = copying;
  const phase = phaseOfAddition(intent);
  const { to, turned, swapsSides } = motion;
  copyWalls(copying, source, selection.walls, motion, phase);
  for (const id of selection.rooms) {
    const room = source.rooms[id];
    if (!room) continue;
    const holders = [...room.holders];
    storey.rooms[copyId(making, 'room', id)] = { ...room, at: to(room.at), holders, phase };
  }
  for (const id of selection.fixtures) {
    const fixture = source.fixtures[id];
    if (!fixture) continue;
    storey.fixtures[copyId(making, 'fixture', id)] = {
      ...fixture,
      at: to(fixture.at),
      rotation: turned(fixture.rotation),
      phase,
    };
  }
  for (const id of selection.risers) {
    const riser = source.risers[id];
    if (!riser) continue;
    storey.risers[copyId(making, 'riser', id)] = {
      ...riser,
      at: to(riser.at),
      ...(swapsSides ? { width: riser.depth, depth: riser.width } : {}),
      phase,
    };
  }
}

function copyWalls(
  { storey, before, intent, making, joints, pairs }: Copying,
  source: Storey,
  walls: ReadonlySet<WallId>,
  { to, mirrors }: Motion,
  phase: Phase,
): void {
  const copies = new Map<WallId, WallId>();
  for (const [id, wall] of entries(source.walls)) {
    const from = walls.has(id) && source.joints[wall.a];
    const end = walls.has(id) && source.joints[wall.b];
    if (!from || !end) continue;
    const a = jointAt(storey, before, to(from), joints, making);
    const b = jointAt(storey, before, to(end), joints, making);
    const pair = pairOf(a, b);
    if (pairs.has(pair)) continue;
    const copy = copyId(making, 'wall', id);
    pairs.set(pair, copy);
    copies.set(id, copy);
    storey.walls[copy] = { ...wall, a, b, phase };
  }
  for (const [id, opening] of entries(source.openings)) {
    const copy = copies.get(opening.wall);
    // Of openings that share a place at different times, the copy takes those that stand now.
    const isLeft = intent === 'proposal' ? opening.phase === 'demolished' : opening.phase === 'new';
    const wallPhase = source.walls[opening.wall]?.phase;
    const stands = wallPhase === 'existing' ? !isLeft : opening.phase === wallPhase;
    if (!copy || !stands) continue;
    const side = opening.side === 'left' ? 'right' : 'left';
    storey.openings[copyId(making, 'opening', id)] = {
      ...opening,
      ...(mirrors && opening.side ? { side } : {}),
      wall: copy,
      phase,
    };
  }
}
