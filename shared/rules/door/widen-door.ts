import { offsetWithRoom } from '../../derive/opening-room.ts';
import type { Storey } from '../../plan/model.ts';
import { text } from '../../text.ts';
import type { Fix } from '../finding.ts';
import { numberOf, type Situation } from '../rule.ts';
import { bearingWalls } from '../structure/bearing-walls.ts';
import { type HouseDoor, leastOf } from './door-kinds.ts';
import { newOpenings } from './door-widths.ts';

/**
 * The offer to widen a door, where nothing stands in the way and it mends without a new finding: a
 * door that is widened is a new opening, which asks for the width of one (D1), and for an engineer's note
 * where the wall bears or may bear (S1); that one may be there already does not make more of it right.
 */
export function widening(situation: Situation, door: HouseDoor, least: number): Fix | undefined {
  const { room, id, opening } = door;
  const { profile } = situation;
  const storey = situation.storeyOf(room);
  if (needsNote(storey, opening.wall, numberOf(profile, bearingWalls, 'thick'))) return;
  const width = Math.max(
    least,
    leastOf(door, (kind) => numberOf(profile, newOpenings, kind) ?? 0),
  );
  const offset = offsetWithRoom(storey, id, opening, width);
  if (offset === null) return;
  return {
    kind: 'change-opening',
    label: text(`加宽到 ${width} mm`, `Widen to ${width} mm`),
    storey: room.storey,
    opening: id,
    change: { offset, width },
  };
}

/** `thick` as S1 has it; null where nobody asks. */
function needsNote(
  { walls }: Storey,
  id: HouseDoor['opening']['wall'],
  thick: number | null,
): boolean {
  const wall = walls[id];
  if (!wall || thick === null || wall.phase === 'new' || wall.engineerNote !== undefined) {
    return false;
  }
  return wall.kind === 'bearing' || (wall.kind === 'partition' && wall.thickness >= thick);
}
