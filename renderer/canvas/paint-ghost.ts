import { fixtureCorners, riserCorners } from '../../shared/derive/footprint.ts';
import { wallOutlines } from '../../shared/derive/outlines.ts';
import type { Point, Storey } from '../../shared/plan/model.ts';
import { type Moment, standsAt } from '../../shared/plan/phase.ts';
import type { Pen } from './pen.ts';

/** Paths in mm, y up, of what stands on a storey at one moment. */
interface GhostPaths {
  readonly walls: Path2D;
  readonly openings: Path2D;
  readonly things: Path2D;
  readonly risers: Path2D;
}

const made = new WeakMap<Storey, Map<Moment, GhostPaths>>();

/** Ochre, so that it is taken neither for a wall that stays nor for the scan. */
const colour = '#a8641c';

/** Another storey, faintly, for lining up walls and risers. Its paths are made once. */
export function paintGhost(pen: Pen, storey: Storey, moment: Moment, strength: number): void {
  const { context, view } = pen;
  const paths = pathsOf(storey, moment);
  context.save();
  context.translate(view.offsetX, view.offsetY);
  context.scale(view.scale, -view.scale);
  context.globalAlpha = strength;
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.fill(paths.walls, 'evenodd');
  context.globalCompositeOperation = 'destination-out';
  context.globalAlpha = 1;
  context.fill(paths.openings);
  context.globalCompositeOperation = 'source-over';
  context.globalAlpha = strength;
  context.lineWidth = 1 / view.scale;
  context.stroke(paths.things);
  context.lineWidth = 1.6 / view.scale;
  context.stroke(paths.risers);
  context.restore();
}

function pathsOf(storey: Storey, moment: Moment): GhostPaths {
  const known = made.get(storey) ?? new Map<Moment, GhostPaths>();
  made.set(storey, known);
  const paths = known.get(moment) ?? makePaths(storey, moment);
  known.set(moment, paths);
  return paths;
}

function makePaths(storey: Storey, moment: Moment): GhostPaths {
  const outlines = wallOutlines(storey);
  const walls = new Path2D();
  for (const phase of ['existing', 'demolished', 'new'] as const) {
    if (!standsAt(phase, moment)) continue;
    for (const { outer, holes } of outlines.byPhase[phase]) {
      trace(walls, outer);
      for (const hole of holes) trace(walls, hole);
    }
  }
  const openings = new Path2D();
  for (const { phase, corners } of outlines.openings) {
    if (standsAt(phase, moment)) trace(openings, corners);
  }
  const things = new Path2D();
  for (const fixture of Object.values(storey.fixtures)) {
    if (standsAt(fixture.phase, moment)) trace(things, fixtureCorners(fixture));
  }
  const risers = new Path2D();
  for (const riser of Object.values(storey.risers)) {
    if (!standsAt(riser.phase, moment)) continue;
    const corners = riserCorners(riser);
    trace(risers, corners);
    const [a, b, c, d] = corners;
    if (!a || !b || !c || !d) continue;
    risers.moveTo(a.x, a.y);
    risers.lineTo(c.x, c.y);
    risers.moveTo(b.x, b.y);
    risers.lineTo(d.x, d.y);
  }
  return { walls, openings, things, risers };
}

function trace(path: Path2D, ring: readonly Point[]): void {
  ring.forEach(({ x, y }, index) => {
    if (index === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
  path.closePath();
}
