import type { Draft } from 'immer';
import type { Storey, Wall, WallId } from '../plan/model.ts';
import { copyId, type Making } from './storey-edit.ts';
import { openingsOf } from './users.ts';

/**
 * Demolishes a surveyed wall and puts a changed one in its place. Its openings go along: surveyed
 * ones are demolished and come as new, new ones change walls, demolished ones stay behind.
 */
export function remakeWall(
  storey: Draft<Storey>,
  before: Storey,
  id: WallId,
  change: Partial<Wall>,
  making: Making,
): WallId {
  const wall = storey.walls[id];
  if (!wall) throw new Error(`no such wall ${id}`);
  const copy = copyId(making, 'wall', id);
  storey.walls[copy] = { ...wall, ...change, phase: 'new' };
  wall.phase = 'demolished';
  for (const [openingId, { phase }] of openingsOf(before, id)) {
    if (phase === 'demolished') continue;
    const opening = storey.openings[openingId];
    if (!opening) continue;
    if (phase === 'new') opening.wall = copy;
    else {
      storey.openings[copyId(making, 'opening', openingId)] = {
        ...opening,
        wall: copy,
        phase: 'new',
      };
      opening.phase = 'demolished';
    }
  }
  return copy;
}
