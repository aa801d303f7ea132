import { hostPlace } from '../../shared/derive/dimensions.ts';
import {
  type Anchor,
  type AnchorHost,
  entries,
  type Point,
  type Storey,
} from '../../shared/plan/model.ts';
import { shownIn, type View } from '../../shared/plan/phase.ts';
import {
  distance,
  dot,
  footOnSegment,
  leftOf,
  minus,
  plus,
  times,
  unit,
  wallLine,
} from './plane.ts';
import { reachOf, snapFor, type ToolContext } from './tool.ts';

/** An anchor for a dimension, and where it is. */
export interface Anchored {
  readonly anchor: Anchor;
  readonly at: Point;
}

/**
 * What a hand near the point would measure from: a jamb, a joint or a wall's face within reach, the
 * nearest of them; else the place itself, snapped.
 */
export function anchorAt(context: ToolContext, raw: Point, suspended: boolean): Anchored {
  const { scene } = context;
  const host = suspended ? null : nearestHost(scene.storey, scene.view, raw, reachOf(context));
  const place = host && hostPlace(scene.storey, host);
  if (host && place) return { anchor: { at: place.at, on: host }, at: place.at };
  const { at } = snapFor(context, raw, suspended);
  return { anchor: { at }, at };
}

function nearestHost(storey: Storey, view: View, raw: Point, reach: number): AnchorHost | null {
  let best: AnchorHost | null = null;
  let least = reach;
  const offer = (gap: number, host: AnchorHost): void => {
    if (gap < least || (gap === least && !best)) {
      best = host;
      least = gap;
    }
  };
  for (const [id, wall] of entries(storey.walls)) {
    const line = shownIn(wall.phase, view) ? wallLine(storey, wall) : null;
    if (!line || line.length === 0) continue;
    if (footOnSegment(raw, line.a, line.b).distance > wall.thickness / 2 + reach) continue;
    offer(distance(raw, line.a), { joint: wall.a });
    offer(distance(raw, line.b), { joint: wall.b });
    const direction = unit(minus(line.b, line.a));
    const along = Math.round(dot(minus(raw, line.a), direction));
    if (along < 0 || along > line.length) continue;
    for (const [face, aside] of [
      ['left', wall.thickness / 2],
      ['right', -wall.thickness / 2],
    ] as const) {
      const foot = plus(plus(line.a, times(direction, along)), times(leftOf(direction), aside));
      offer(distance(raw, foot), { wall: id, along, face });
    }
  }
  for (const [id, opening] of entries(storey.openings)) {
    const wall = storey.walls[opening.wall];
    if (!shownIn(opening.phase, view) || !wall || !shownIn(wall.phase, view)) continue;
    for (const jamb of ['a', 'b'] as const) {
      const place = hostPlace(storey, { opening: id, jamb });
      if (!place) continue;
      // Anywhere along the jamb, which is as long as the wall is thick.
      const gap = Math.max(0, distance(raw, place.at) - wall.thickness / 2);
      if (gap <= reach / 2) offer(Math.min(gap, least / 2), { opening: id, jamb });
    }
  }
  return best;
}
