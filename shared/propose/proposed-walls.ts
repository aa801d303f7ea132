import type { Plan, Point, StoreyId } from '../plan/model.ts';
import { onCentreLine } from './centre-line.ts';
import { outOfFrame } from './frame.ts';
import type { Partition } from './partitions.ts';
import type { ProposedWall } from './proposal.ts';
import { whole } from './proposed-room.ts';
import type { Rect } from './rect.ts';
import type { Space } from './space.ts';

interface Drawing {
  readonly plan: Plan;
  readonly storey: StoreyId;
  readonly space: Space;
}

/** Its straight pieces, carried on to the centre lines of what they end at. */
export function wallsOf(
  { plan, storey, space }: Drawing,
  partition: Partition,
  all: readonly Partition[],
): ProposedWall[] {
  const { points, thickness } = partition;
  const last = points.length - 1;
  const placed = points.map((point, index) => {
    if (index > 0 && index < last) return whole(outOfFrame(space.frame, point));
    const other = points[index === 0 ? 1 : last - 1]!;
    const length = Math.abs(point.x - other.x) + Math.abs(point.y - other.y);
    const [dx, dy] = [(point.x - other.x) / length, (point.y - other.y) / length];
    const beyond = { x: point.x + dx, y: point.y + dy };
    const host = all.find(
      (one) => one !== partition && one.bodies.some((body) => contains(body, beyond)),
    );
    if (host) {
      const reach = host.thickness / 2;
      return whole(outOfFrame(space.frame, { x: point.x + dx * reach, y: point.y + dy * reach }));
    }
    return onCentreLine(
      plan,
      storey,
      outOfFrame(space.frame, point),
      outOfFrame(space.frame, other),
    );
  });
  return placed.slice(1).map((to, index) => ({ from: placed[index]!, to, thickness }));
}

const contains = ({ x0, y0, x1, y1 }: Rect, { x, y }: Point): boolean =>
  x >= x0 && x <= x1 && y >= y0 && y <= y1;
