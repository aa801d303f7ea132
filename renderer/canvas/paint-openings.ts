import type { OpeningOutline } from '../../shared/derive/outlines.ts';
import type { Opening, Point, Storey } from '../../shared/plan/model.ts';
import { shownIn, type View } from '../../shared/plan/phase.ts';
import { distance, middle, minus, plus, times, turn, unit } from '../tools/plane.ts';
import { newWallHatch } from './patterns.ts';
import {
  ink,
  isInSight,
  type Pen,
  screenX,
  screenY,
  strokeReach,
  traceLine,
  traceRing,
  traceToFill,
} from './pen.ts';

type Corners = OpeningOutline['corners'];
type Shown = readonly [Opening, OpeningOutline];

/** px beyond its rectangle that an opening takes: a leaf swings as far as it is wide. */
export const openingReach = ({ width }: OpeningOutline, scale: number): number =>
  width * scale + strokeReach;

/** The openings that the view shows, cut out of the painted walls and drawn in their place. */
export function paintOpenings(
  pen: Pen,
  storey: Storey,
  outlines: readonly OpeningOutline[],
  view: View,
): void {
  const { scale } = pen.view;
  const shown: Shown[] = [];
  for (const outline of outlines) {
    if (!isInSight(pen, outline.corners, openingReach(outline, scale))) continue;
    const opening = storey.openings[outline.id];
    if (opening && shownIn(outline.phase, view)) shown.push([opening, outline]);
  }
  clearOpenings(pen, shown, view);
  const isChange = view === 'changes';
  const gone = shown.filter(([{ phase }]) => isChange && phase === 'demolished');
  const added = shown.filter(([{ phase }]) => isChange && phase === 'new');
  const plain = isChange ? shown.filter(([{ phase }]) => phase === 'existing') : shown;
  paintAlike(pen, gone, { stroke: ink.demolished, width: 1.1, dash: [4, 3] });
  paintAlike(pen, plain, { stroke: ink.line, width: 1.1, dash: [] });
  paintAlike(pen, added, { stroke: ink.line, width: 1.8, dash: [] });
}

/**
 * Takes the openings out of the painted walls, so that the paper below shows. In the view of changes
 * an opening that goes from a wall that stays is walled up instead, but for where another takes its
 * place: what one walks through is never drawn closed.
 */
function clearOpenings(pen: Pen, shown: readonly Shown[], view: View): void {
  const { context } = pen;
  const isWalledUp = ({ phase, wallStays }: OpeningOutline): boolean =>
    view === 'changes' && phase === 'demolished' && wallStays;
  const walledUp = shown.filter(([, outline]) => isWalledUp(outline));
  if (walledUp.length > 0) {
    context.save();
    context.fillStyle = newWallHatch(pen);
    context.strokeStyle = ink.line;
    context.lineWidth = 1.2;
    context.beginPath();
    for (const [, { corners }] of walledUp) traceRing(pen, corners);
    context.fill();
    context.stroke();
    context.restore();
  }
  context.save();
  context.globalCompositeOperation = 'destination-out';
  context.fillStyle = ink.line;
  context.beginPath();
  // A little beyond the wall faces, so that no hairline of their outline is left.
  for (const [, outline] of shown) {
    if (!isWalledUp(outline)) traceToFill(pen, widened(outline.corners, 1.2 / pen.view.scale));
  }
  context.fill();
  context.restore();
}

/** The rectangle, longer across the wall by `by` mm on both sides. */
function widened([aRight, bRight, bLeft, aLeft]: Corners, by: number): Corners {
  const across = times(unit(minus(aLeft, aRight)), by);
  return [minus(aRight, across), minus(bRight, across), plus(bLeft, across), plus(aLeft, across)];
}

interface Look {
  readonly stroke: string;
  readonly width: number;
  readonly dash: readonly number[];
}

/** Symbols of one look, their lines gathered into few paths. */
function paintAlike(pen: Pen, shown: readonly Shown[], { stroke, width, dash }: Look): void {
  if (shown.length === 0) return;
  const { context } = pen;
  context.save();
  context.strokeStyle = stroke;
  context.lineWidth = width;
  context.setLineDash([...dash]);
  context.lineCap = 'butt';
  const jambs = shown.filter(([{ kind }]) => kind !== 'window');
  context.beginPath();
  for (const [, { corners }] of jambs) {
    const [aRight, bRight, bLeft, aLeft] = corners;
    traceLine(pen, aRight, aLeft);
    traceLine(pen, bRight, bLeft);
  }
  context.stroke();
  for (const [{ kind }, { corners }] of shown) if (kind === 'window') paintWindow(pen, corners);
  const doors = jambs.filter(([{ kind }]) => kind === 'door');
  for (const [{ leaf }, { corners }] of doors) if (leaf === 'sliding') paintSliding(pen, corners);
  const leaves = doors.flatMap(([opening, { corners }]) => leavesOf(opening, corners));
  context.lineWidth = width + 0.7;
  context.beginPath();
  for (const leaf of leaves) {
    traceLine(
      pen,
      leaf.hinge,
      plus(leaf.hinge, turn(minus(leaf.closed, leaf.hinge), leaf.quarter)),
    );
  }
  context.stroke();
  context.lineWidth = Math.max(0.8, width - 0.3);
  context.beginPath();
  for (const leaf of leaves) traceArc(pen, leaf);
  context.stroke();
  context.restore();
}

/** A leaf opened by a quarter turn (degrees, signed). */
interface Leaf {
  readonly hinge: Point;
  readonly closed: Point;
  readonly quarter: 90 | -90;
}

function leavesOf(opening: Opening, [aRight, bRight, bLeft, aLeft]: Corners): Leaf[] {
  if (opening.leaf === 'sliding') return [];
  const isLeft = opening.side !== 'right';
  const a = isLeft ? aLeft : aRight;
  const b = isLeft ? bLeft : bRight;
  const fromA = isLeft ? 90 : -90;
  const fromB = isLeft ? -90 : 90;
  if (opening.leaf === 'double') {
    const closed = middle(a, b);
    return [
      { hinge: a, closed, quarter: fromA },
      { hinge: b, closed, quarter: fromB },
    ];
  }
  return opening.hinge === 'b'
    ? [{ hinge: b, closed: a, quarter: fromB }]
    : [{ hinge: a, closed: b, quarter: fromA }];
}

/** Cosine and sine of the steps of a quarter turn. */
const steps = Array.from({ length: 17 }, (_, step) => {
  const angle = ((Math.PI / 2) * step) / 16;
  return { cos: Math.cos(angle), sin: Math.sin(angle) };
});

/** The way of a leaf's edge. */
function traceArc(pen: Pen, { hinge, closed, quarter }: Leaf): void {
  const { context } = pen;
  const edge = minus(closed, hinge);
  const sign = Math.sign(quarter);
  steps.forEach(({ cos, sin }, step) => {
    const x = screenX(pen, hinge.x + edge.x * cos - edge.y * sin * sign);
    const y = screenY(pen, hinge.y + edge.x * sin * sign + edge.y * cos);
    if (step === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
}

/** The panes as a double line between the jambs, closed by the faces of the wall. */
function paintWindow(pen: Pen, corners: Corners): void {
  const { context } = pen;
  const [aRight, bRight, bLeft, aLeft] = corners;
  context.fillStyle = ink.paper;
  context.beginPath();
  traceRing(pen, corners);
  context.fill();
  context.stroke();
  context.beginPath();
  for (const share of [0.4, 0.6]) {
    traceLine(
      pen,
      plus(aRight, times(minus(aLeft, aRight), share)),
      plus(bRight, times(minus(bLeft, bRight), share)),
    );
  }
  context.stroke();
}

/** Two panels that pass each other inside of the wall. */
function paintSliding(pen: Pen, [aRight, bRight, , aLeft]: Corners): void {
  const { context } = pen;
  const across = minus(aLeft, aRight);
  const along = minus(bRight, aRight);
  const depth = unit(across);
  const thickness = Math.min(40, distance(aLeft, aRight) / 3);
  const panel = (from: number, to: number, side: 1 | -1): void => {
    const centre = plus(aRight, times(across, 0.5));
    const near = side === 1 ? 0 : -thickness;
    const corner = (share: number, off: number): Point =>
      plus(plus(centre, times(along, share)), times(depth, off));
    context.beginPath();
    traceRing(pen, [
      corner(from, near),
      corner(to, near),
      corner(to, near + thickness),
      corner(from, near + thickness),
    ]);
    context.fillStyle = ink.paper;
    context.fill();
    context.stroke();
  };
  panel(0, 0.55, 1);
  panel(0.45, 1, -1);
}
