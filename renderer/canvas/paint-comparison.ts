import type { Room } from '../../shared/derive/room.ts';
import type { Plan, Point, Storey, StoreyId } from '../../shared/plan/model.ts';
import type { ElementChange } from '../../shared/records/element-changes.ts';
import type { Language } from '../../shared/text.ts';
import { householdStyles } from '../panels/household-colour.ts';
import { sceneOf } from '../tools/scene.ts';
import { attempt } from './attempt.ts';
import { paintPlainWalls } from './paint-faults.ts';
import { paintFixtures, paintWetFloors } from './paint-fixtures.ts';
import { paintLabels } from './paint-labels.ts';
import { elementRing } from './paint-marks.ts';
import { paintRooms } from './paint-rooms.ts';
import { paintWalls } from './paint-walls.ts';
import { ink, type Pen, screenX, screenY, traceRing } from './pen.ts';

/** How a change shows: a colour, and dashes that a black-and-white print keeps apart. */
export const changeMarks = {
  added: { colour: '#0b7a59', dash: [] },
  demolished: { colour: '#b42318', dash: [6, 4] },
  kept: { colour: '#0b7a59', dash: [9, 3] },
  removed: { colour: '#6d3aa0', dash: [1.5, 3.5] },
  moved: { colour: '#1a5aa8', dash: [12, 4, 2, 4] },
  changed: { colour: '#a86a00', dash: [2, 3] },
} as const satisfies Record<
  ElementChange['change'],
  { readonly colour: string; readonly dash: readonly number[] }
>;

export interface PaintedStorey {
  readonly plan: Plan;
  readonly storey: StoreyId;
  readonly language: Language;
}

/** A storey after the works: rooms, walls and fixtures. */
function paintStorey(pen: Pen, { plan, storey: id, language }: PaintedStorey): void {
  const scene = sceneOf(plan, id, 'after');
  if (!scene) {
    pen.context.fillStyle = ink.paper;
    pen.context.fillRect(0, 0, pen.size.width, pen.size.height);
    return;
  }
  const { storey, rooms } = scene;
  onSheet(pen, 1, (sheet) => paintRooms(sheet, rooms, householdStyles(plan.households), false));
  onSheet(pen, 1, (sheet) => {
    paintWetFloors(sheet, storey, 'after', new Set());
    attempt(
      () => paintWalls(sheet, storey, 'after'),
      () => paintPlainWalls(sheet, storey, 'after'),
    );
    paintFixtures(sheet, storey, 'after', new Set(), language);
  });
}

/**
 * Above the marks, so that they can be read; those of one state only, two would blur. Of some rooms
 * only where `isMeant` says which; `isNamed` as in LabelScene.
 */
export function paintStoreyLabels(
  pen: Pen,
  { plan, storey: id, language }: PaintedStorey,
  isMeant: (room: Room) => boolean = () => true,
  isNamed = false,
): void {
  const scene = sceneOf(plan, id, 'after');
  if (!scene) return;
  const { storey } = scene;
  const rooms = scene.rooms.filter(isMeant);
  const { households } = plan;
  paintLabels(pen, { rooms, storey, view: 'after', households, language, isNamed });
}

/** Two states of a storey over each other: at 0 the earlier one alone, at 1 the later one. */
export function paintBlend(
  pen: Pen,
  before: PaintedStorey,
  after: PaintedStorey,
  share: number,
): void {
  paintStorey(pen, share < 1 ? before : after);
  if (share > 0 && share < 1) onSheet(pen, share, (sheet) => paintStorey(sheet, after));
}

/** Everything but these rooms steps back, so that one household is seen among the others. */
export function paintVeil(pen: Pen, rooms: readonly (readonly Point[])[]): void {
  const { context, size } = pen;
  onSheet(pen, 1, (sheet) => {
    sheet.context.fillStyle = 'rgb(255 255 255 / 62%)';
    sheet.context.fillRect(0, 0, size.width, size.height);
    sheet.context.globalCompositeOperation = 'destination-out';
    sheet.context.fillStyle = '#000000';
    // One by one: rooms of two plans overlap.
    for (const ring of rooms) {
      sheet.context.beginPath();
      traceRing({ ...pen, context: sheet.context }, ring);
      sheet.context.fill();
    }
  });
  context.save();
  // Thin, and no colour of a change: what changed in its walls is marked over it.
  context.strokeStyle = ink.wall;
  context.lineWidth = 1;
  for (const ring of rooms) {
    context.beginPath();
    traceRing(pen, ring);
    context.stroke();
  }
  context.restore();
}

/** Draws on a sheet of its own, so that openings are cut out of its walls and of nothing below. */
function onSheet(pen: Pen, alpha: number, paint: (sheet: Pen) => void): void {
  const { canvas } = pen.context;
  const sheet = document.createElement('canvas');
  sheet.width = canvas.width;
  sheet.height = canvas.height;
  const context = sheet.getContext('2d');
  if (!context) return;
  context.setTransform(pen.context.getTransform());
  paint({ ...pen, context });
  pen.context.save();
  pen.context.setTransform(1, 0, 0, 1, 0, 0);
  pen.context.globalAlpha = alpha;
  pen.context.drawImage(sheet, 0, 0);
  pen.context.restore();
}

/** The outlines of what differs on the storey; a removed element where it was, the others where they are. */
export function paintChangeMarks(
  pen: Pen,
  changes: readonly ElementChange[],
  before: Storey | undefined,
  after: Storey | undefined,
): void {
  const { context } = pen;
  context.save();
  context.lineJoin = 'round';
  for (const change of changes) {
    const { kind, id } = change;
    if (kind === 'tenancy' || kind === 'underlay' || kind === 'plan') continue;
    const { colour, dash } = changeMarks[change.change];
    const ringIn = (storey: Storey | undefined) =>
      storey ? elementRing(storey, [], { kind, id }, { pixel: 1 / pen.view.scale }) : null;
    const [was, is] = [ringIn(before), ringIn(after)];
    const ring = change.change === 'removed' ? was : is;
    if (!ring) continue;
    context.beginPath();
    traceRing(pen, ring);
    context.globalAlpha = 0.22;
    context.fillStyle = colour;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = colour;
    context.lineWidth = 2;
    context.setLineDash([...dash]);
    context.stroke();
    if (change.change === 'moved' && was && change.distance > 0) paintWay(pen, was, ring, colour);
  }
  context.restore();
}

/** An arrow from the middle of the old outline to that of the new one. */
function paintWay(
  pen: Pen,
  from: readonly { readonly x: number; readonly y: number }[],
  to: readonly { readonly x: number; readonly y: number }[],
  colour: string,
): void {
  const { context } = pen;
  const middleOf = (ring: typeof from) => ({
    x: screenX(pen, ring.reduce((sum, { x }) => sum + x, 0) / ring.length),
    y: screenY(pen, ring.reduce((sum, { y }) => sum + y, 0) / ring.length),
  });
  const [start, end] = [middleOf(from), middleOf(to)];
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  if (length < 8) return;
  const [ux, uy] = [(end.x - start.x) / length, (end.y - start.y) / length];
  context.setLineDash([]);
  context.strokeStyle = colour;
  context.beginPath();
  context.moveTo(start.x, start.y);
  context.lineTo(end.x, end.y);
  for (const side of [1, -1]) {
    context.moveTo(end.x, end.y);
    context.lineTo(end.x - 7 * ux + side * 4 * uy, end.y - 7 * uy - side * 4 * ux);
  }
  context.stroke();
}
