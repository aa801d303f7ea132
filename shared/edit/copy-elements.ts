import type { Draft } from 'immer';
import {
  type ElementRef,
  entries,
  type JointId,
  type NewId,
  type Point,
  type Storey,
  type StoreyId,
  type WallId,
} from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import { jointAt, pairOf, standingPairs } from './draw-walls.ts';
import { type Intent, phaseOfAddition } from './intent.ts';
import { along } from './move-elements.ts';
import { copyMarks } from './place-marks.ts';
import { refuseHost } from './place-opening.ts';
import { refusal } from './refusals.ts';
import { refuseSelection, type Selection, selectionOf } from './selection.ts';
import { copyId, type Making, storeyEdit } from './storey-edit.ts';
import { wholePoint } from './whole.ts';

export interface CopyElements {
  readonly storey: StoreyId;
  readonly elements: readonly ElementRef[];
  /** mm from the originals to the copies. */
  readonly by: Point;
  readonly intent: Intent;
  readonly newId: NewId;
}

/**
 * Copies elements to another place on their storey. Walls bring the openings that stand in them,
 * and join whatever joints are at their new ends; an opening by itself is copied along its wall.
 */
export function copyElements({ storey: id, elements, by, intent, newId }: CopyElements): Command {
  const step = wholePoint(by);
  return storeyEdit({
    label: text('复制', 'Copy'),
    storey: id,
    newId,
    allow(storey) {
      const refused = refuseSelection(storey, elements, intent, copied);
      if (refused) return refused;
      if (step.x === 0 && step.y === 0) {
        return refusal(
          'no-distance',
          '复制的位置与原位置相同。',
          'The copy would lie on the original.',
        );
      }
      for (const opening of alone(storey, selectionOf(storey, elements, intent))) {
        const host = storey.openings[opening]?.wall;
        const refusedHost = host && refuseHost(storey.walls[host], host, id, intent);
        if (refusedHost) return refusedHost;
      }
      return null;
    },
    change(storey, before, making) {
      const selection = selectionOf(before, elements, intent);
      const phase = phaseOfAddition(intent);
      const to = (point: Point) => ({ x: point.x + step.x, y: point.y + step.y });
      copyWalls(storey, before, selection.walls, to, intent, making);
      for (const opening of alone(before, selection)) {
        const facts = before.openings[opening];
        if (!facts) continue;
        const isGoing = before.walls[facts.wall]?.phase === 'demolished';
        storey.openings[copyId(making, 'opening', opening)] = {
          ...facts,
          offset: facts.offset + along(before, facts.wall, step),
          phase: isGoing ? 'demolished' : phase,
        };
      }
      for (const room of selection.rooms) {
        const facts = before.rooms[room];
        if (!facts) continue;
        const holders = [...facts.holders];
        storey.rooms[copyId(making, 'room', room)] = { ...facts, at: to(facts.at), holders, phase };
      }
      for (const fixture of selection.fixtures) {
        const facts = before.fixtures[fixture];
        if (!facts) continue;
        storey.fixtures[copyId(making, 'fixture', fixture)] = { ...facts, at: to(facts.at), phase };
      }
      for (const riser of selection.risers) {
        const facts = before.risers[riser];
        if (!facts) continue;
        storey.risers[copyId(making, 'riser', riser)] = { ...facts, at: to(facts.at), phase };
      }
      copyMarks(storey, before, selection, to, making);
    },
  });
}

const copied = ['wall', 'opening', 'room', 'fixture', 'riser', 'dimension', 'note'] as const;

/** The selected openings whose walls are not copied. */
const alone = (storey: Storey, selection: Selection) =>
  [...selection.openings].filter((id) => {
    const host = storey.openings[id]?.wall;
    return host !== undefined && !selection.walls.has(host);
  });

function copyWalls(
  storey: Draft<Storey>,
  before: Storey,
  walls: ReadonlySet<WallId>,
  to: (point: Point) => Point,
  intent: Intent,
  making: Making,
): void {
  const phase = phaseOfAddition(intent);
  const used = new Map<string, JointId>();
  const pairs = standingPairs(before, phase);
  const copies = new Map<WallId, WallId>();
  for (const [id, wall] of entries(before.walls)) {
    const from = walls.has(id) && before.joints[wall.a];
    const end = walls.has(id) && before.joints[wall.b];
    if (!from || !end) continue;
    const a = jointAt(storey, before, to(from), used, making);
    const b = jointAt(storey, before, to(end), used, making);
    const pair = pairOf(a, b);
    if (pairs.has(pair)) continue;
    const copy = copyId(making, 'wall', id);
    pairs.set(pair, copy);
    copies.set(id, copy);
    storey.walls[copy] = { ...wall, a, b, phase };
  }
  for (const [id, opening] of entries(before.openings)) {
    const copy = copies.get(opening.wall);
    // Of openings that share a place at different times, the copy takes those that stand now.
    const isLeft = intent === 'proposal' ? opening.phase === 'demolished' : opening.phase === 'new';
    const wallPhase = before.walls[opening.wall]?.phase;
    const stands = wallPhase === 'existing' ? !isLeft : opening.phase === wallPhase;
    if (!copy || !stands) continue;
    storey.openings[copyId(making, 'opening', id)] = { ...opening, wall: copy, phase };
  }
}
