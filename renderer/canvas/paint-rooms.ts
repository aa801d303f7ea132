import type { Room } from '../../shared/derive/room.ts';
import type { HouseholdId } from '../../shared/plan/model.ts';
import type { HouseholdStyle } from '../panels/household-colour.ts';
import { householdFill } from './patterns.ts';
import { ink, isRingInSight, type Pen, screenX, screenY, tracePolygon } from './pen.ts';

export type HouseholdStyles = ReadonlyMap<HouseholdId, HouseholdStyle>;

/** Width of one stripe of a shared room, px. */
const stripe = 14;

/** Paper, grid and the rooms' fills: the lowest layer. */
export function paintRooms(
  pen: Pen,
  rooms: readonly Room[],
  styles: HouseholdStyles,
  grid: boolean,
): void {
  const { context, size } = pen;
  context.fillStyle = ink.paper;
  context.fillRect(0, 0, size.width, size.height);
  for (const room of rooms) {
    if (room.area > 0 && isRingInSight(pen, room.polygon)) paintRoom(pen, room, styles);
  }
  if (grid) paintGrid(pen);
}

function paintRoom(pen: Pen, room: Room, styles: HouseholdStyles): void {
  const { context } = pen;
  context.beginPath();
  tracePolygon(pen, room.polygon, room.holes);
  if (room.tags.length === 0) {
    context.save();
    context.setLineDash([6, 4]);
    context.strokeStyle = ink.faint;
    context.lineWidth = 1.2;
    // Twice as wide and clipped to the room, so that the dashes lie inside of its walls.
    context.clip('evenodd');
    context.lineWidth = 2.4;
    context.stroke();
    context.restore();
    return;
  }
  const households = room.holders.filter((holder) => holder !== 'building') as HouseholdId[];
  const known = households.flatMap((id) => styles.get(id) ?? []);
  const [only] = known;
  if (room.holders.includes('building')) {
    context.fillStyle = ink.common;
    context.fill('evenodd');
  } else if (known.length > 1) {
    paintStripes(pen, room, known);
  } else if (only) {
    context.fillStyle = householdFill(pen, only);
    context.fill('evenodd');
  }
}

/** Diagonal bands in the colours of the holders, with a thin line between two of them. */
function paintStripes(pen: Pen, room: Room, styles: readonly HouseholdStyle[]): void {
  const { context } = pen;
  const xs = room.polygon.map(({ x }) => screenX(pen, x));
  const ys = room.polygon.map(({ y }) => screenY(pen, y));
  const left = Math.min(...xs);
  const right = Math.max(...xs);
  const top = Math.min(...ys);
  const bottom = Math.max(...ys);
  const step = stripe * Math.SQRT2;
  const anchor = (pen.view.offsetX + pen.view.offsetY) % (step * styles.length);
  const first = Math.floor((left + top - anchor) / step);
  const last = Math.ceil((right + bottom - anchor) / step);
  context.save();
  context.clip('evenodd');
  for (let index = first; index <= last; index++) {
    const style = styles[((index % styles.length) + styles.length) % styles.length];
    if (!style) continue;
    const start = anchor + index * step;
    context.beginPath();
    context.moveTo(start - top, top);
    context.lineTo(start + step - top, top);
    context.lineTo(start + step - bottom, bottom);
    context.lineTo(start - bottom, bottom);
    context.closePath();
    context.fillStyle = style.fill;
    context.fill();
    context.beginPath();
    context.moveTo(start - top, top);
    context.lineTo(start - bottom, bottom);
    context.strokeStyle = `${style.stroke}73`;
    context.lineWidth = 1;
    context.stroke();
  }
  context.restore();
}

/** mm between grid lines, each a multiple of the one before. */
const gridSteps = [50, 100, 500, 1000, 5000, 10_000] as const;

/** Lines no nearer than 10 px; a step fades in while zooming, every next one is stronger. */
function paintGrid(pen: Pen): void {
  const { context, size, view } = pen;
  for (const step of gridSteps) {
    const gap = step * view.scale;
    if (gap < 10 || gap > 600) continue;
    const strength = Math.min(1, (gap - 10) / 40) * 0.09;
    context.strokeStyle = `rgba(28, 40, 60, ${strength.toFixed(3)})`;
    context.lineWidth = 1;
    context.beginPath();
    const startX = ((view.offsetX % gap) + gap) % gap;
    for (let x = startX; x <= size.width; x += gap) {
      context.moveTo(Math.round(x) + 0.5, 0);
      context.lineTo(Math.round(x) + 0.5, size.height);
    }
    const startY = ((view.offsetY % gap) + gap) % gap;
    for (let y = startY; y <= size.height; y += gap) {
      context.moveTo(0, Math.round(y) + 0.5);
      context.lineTo(size.width, Math.round(y) + 0.5);
    }
    context.stroke();
  }
}
