/** Whether points and segments come within a distance of segments; coordinates and reach in mm. */

export function isNear(
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  reach: number,
): boolean {
  const dx = bx - ax;
  const dy = by - ay;
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / square;
  const t = along < 0 ? 0 : along > 1 ? 1 : along;
  const ex = px - ax - t * dx;
  const ey = py - ay - t * dy;
  return ex * ex + ey * ey <= reach * reach;
}

export function segmentsAreNear(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
  reach: number,
): boolean {
  if (Math.max(ax, bx) + reach < Math.min(cx, dx)) return false;
  if (Math.max(cx, dx) + reach < Math.min(ax, bx)) return false;
  if (Math.max(ay, by) + reach < Math.min(cy, dy)) return false;
  if (Math.max(cy, dy) + reach < Math.min(ay, by)) return false;
  const abc = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const abd = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  const cda = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
  const cdb = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  if (abc * abd <= 0 && cda * cdb <= 0) return true;
  return (
    isNear(ax, ay, cx, cy, dx, dy, reach) ||
    isNear(bx, by, cx, cy, dx, dy, reach) ||
    isNear(cx, cy, ax, ay, bx, by, reach) ||
    isNear(dx, dy, ax, ay, bx, by, reach)
  );
}
