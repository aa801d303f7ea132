import type { Draft } from 'immer';
import type { NewId, Storey, WallId } from '../plan/model.ts';

/**
 * Cuts a wall at distances from its end a (mm, ascending, inside it) into pieces that are, drawn
 * together, the same wall: same thickness, kind and phase; each opening goes with the piece that
 * holds its middle. The first piece keeps the wall's id. Answers the pieces' ids from a to b.
 */
export function splitWall(
  storey: Draft<Storey>,
  id: WallId,
  distances: readonly number[],
  newId: NewId,
): WallId[] {
  const wall = storey.walls[id];
  const a = wall && storey.joints[wall.a];
  const b = wall && storey.joints[wall.b];
  if (!wall || !a || !b || distances.length === 0) return [id];
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const last = wall.b;
  const pieces: { id: WallId; from: number; to: number }[] = [];
  let start = wall.a;
  [...distances, length].forEach((distance, index) => {
    const end = index === distances.length ? last : newId('joint');
    if (index < distances.length) {
      storey.joints[end] = {
        x: Math.round(a.x + ((b.x - a.x) * distance) / length),
        y: Math.round(a.y + ((b.y - a.y) * distance) / length),
      };
    }
    const piece = index === 0 ? id : newId('wall');
    storey.walls[piece] = { ...wall, a: start, b: end };
    pieces.push({ id: piece, from: index === 0 ? 0 : distances[index - 1]!, to: distance });
    start = end;
  });
  for (const opening of Object.values(storey.openings)) {
    if (opening.wall !== id) continue;
    const middle = opening.offset + opening.width / 2;
    const piece = pieces.find(({ to }) => middle <= to) ?? pieces.at(-1)!;
    opening.wall = piece.id;
    opening.offset = Math.round(opening.offset - piece.from);
  }
  return pieces.map((piece) => piece.id);
}
