import type { Draft } from 'immer';
import { entries, type JointId, type Point, type Storey, type WallId } from '../plan/model.ts';
import { changeElement } from './change-element.ts';
import type { Intent } from './intent.ts';
import type { Motion } from './motion.ts';
import { placeMarks } from './place-marks.ts';
import { endsOf, jointsRestingOn, relocate, wallsTakenAlong } from './relocate.ts';
import type { Selection } from './selection.ts';
import type { Making } from './storey-edit.ts';

/** Elements that go one way together. */
export interface Part {
  readonly selection: Selection;
  readonly motion: Motion;
}

/**
 * All of the parts but openings, which have their place in a wall, each moved its own way in one
 * edit. A joint in two parts goes with the first. Answers which walls went.
 */
export function placeElsewhere(
  storey: Draft<Storey>,
  before: Storey,
  parts: readonly Part[],
  intent: Intent,
  making: Making,
): ReadonlySet<WallId> {
  const joints = new Map<JointId, Point>();
  const walls = new Set<WallId>();
  const put = (id: JointId, { to }: Motion) => {
    const joint = before.joints[id];
    if (joint && !joints.has(id)) joints.set(id, to(joint));
  };
  for (const { selection, motion } of parts) {
    for (const wall of selection.walls) {
      walls.add(wall);
      for (const joint of endsOf(before, wall)) put(joint, motion);
    }
  }
  for (const { selection, motion } of parts) {
    for (const joint of jointsRestingOn(before, selection.walls, intent)) put(joint, motion);
    const alone = [...selection.joints].filter((joint) => !joints.has(joint));
    for (const joint of alone) put(joint, motion);
    for (const wall of wallsTakenAlong(before, alone)) walls.add(wall);
  }
  relocate(storey, before, { joints, walls }, intent, making);
  for (const { selection, motion } of parts) {
    if (motion.mirrors) swapSwings(storey, selection.walls, intent, making);
    placeThings(storey, before, selection, motion, intent, making);
    placeMarks(storey, before, selection, motion);
  }
  return walls;
}

/** Doors of mirrored walls swing to the other side; hinges stay at the wall's own ends. */
function swapSwings(
  storey: Draft<Storey>,
  walls: ReadonlySet<WallId>,
  intent: Intent,
  making: Making,
): void {
  for (const [id, opening] of entries(storey.openings as Draft<Storey>['openings'])) {
    if (!opening.side) continue;
    const origin = making.origins.get(opening.wall);
    const isMirrored = walls.has((origin ?? opening.wall) as WallId);
    if (!isMirrored) continue;
    const side = opening.side === 'left' ? 'right' : 'left';
    const host = storey.walls[opening.wall];
    if (intent === 'survey' || host?.phase === 'new') opening.side = side;
    // A surveyed wall that lies on the axis stays; only its doors are remade.
    else if (host?.phase === 'existing' && opening.phase !== 'demolished') {
      changeElement(storey, 'opening', id, { side }, intent, making);
    }
  }
}

function placeThings(
  storey: Draft<Storey>,
  before: Storey,
  selection: Selection,
  { to, turned, swapsSides }: Motion,
  intent: Intent,
  making: Making,
): void {
  for (const id of selection.rooms) {
    const room = before.rooms[id];
    if (room) changeElement(storey, 'room', id, { at: to(room.at) }, intent, making);
  }
  for (const id of selection.fixtures) {
    const fixture = before.fixtures[id];
    if (!fixture) continue;
    const change = { at: to(fixture.at), rotation: turned(fixture.rotation) };
    changeElement(storey, 'fixture', id, change, intent, making);
  }
  for (const id of selection.risers) {
    const riser = before.risers[id];
    if (!riser) continue;
    // A shaft stays square to the axes: only what turns it on its side changes its sides.
    const { width, depth } = swapsSides
      ? { width: riser.depth, depth: riser.width }
      : { width: riser.width, depth: riser.depth };
    changeElement(storey, 'riser', id, { at: to(riser.at), width, depth }, intent, making);
  }
}
