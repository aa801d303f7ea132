import { measuredDimension } from '../../shared/derive/dimensions.ts';
import { fixtureCorners, riserCorners } from '../../shared/derive/footprint.ts';
import type { Room } from '../../shared/derive/room.ts';
import type {
  AxisId,
  DimensionId,
  ElementRef,
  FixtureId,
  JointId,
  NoteId,
  OpeningId,
  Plan,
  Point,
  RiserId,
  RoomId,
  Storey,
  WallId,
} from '../../shared/plan/model.ts';
import { axisSpan } from '../editor/axis-span.ts';
import { openingCorners } from '../editor/hit.ts';
import { noteRing } from '../editor/note-box.ts';
import { leftOf, minus, plus, times, unit, wallLine } from '../tools/plane.ts';
import { ink, onScreen, type Pen, traceRing } from './pen.ts';

/** An element's outline on the plan; a wall without thickness becomes a thin strip. */
export function elementRing(
  storey: Storey,
  rooms: readonly Room[],
  ref: Pick<ElementRef, 'kind' | 'id'>,
  seen: Seen = { pixel: 10 },
): readonly Point[] | null {
  switch (ref.kind) {
    case 'wall': {
      const wall = storey.walls[ref.id as WallId];
      const line = wall && wallLine(storey, wall);
      if (!wall || !line) return null;
      const left = times(leftOf(unit(minus(line.b, line.a))), Math.max(20, wall.thickness / 2));
      return [minus(line.a, left), minus(line.b, left), plus(line.b, left), plus(line.a, left)];
    }
    case 'opening': {
      const opening = storey.openings[ref.id as OpeningId];
      return opening ? openingCorners(storey, opening) : null;
    }
    case 'fixture': {
      const fixture = storey.fixtures[ref.id as FixtureId];
      return fixture ? fixtureCorners(fixture) : null;
    }
    case 'riser': {
      const riser = storey.risers[ref.id as RiserId];
      return riser ? riserCorners(riser) : null;
    }
    case 'dimension': {
      const dimension = storey.dimensions?.[ref.id as DimensionId];
      const { feet } = dimension ? measuredDimension(storey, dimension) : { feet: [] };
      return strip(feet[0], feet.at(-1), 7 * seen.pixel);
    }
    case 'note': {
      const note = storey.notes?.[ref.id as NoteId];
      return note ? noteRing(note, seen.pixel) : null;
    }
    case 'axis': {
      const axis = seen.axes?.[ref.id as AxisId];
      if (!axis) return null;
      const { from, to } = axisSpan({ axes: seen.axes }, storey, axis, seen.pixel);
      return strip(from, to, 5 * seen.pixel);
    }
    case 'room':
      return (
        rooms.find((room) => room.id === ref.id || room.tags.includes(ref.id as RoomId))?.polygon ??
        null
      );
    case 'joint': {
      const at = storey.joints[ref.id as JointId];
      if (!at) return null;
      return [
        { x: at.x - 80, y: at.y - 80 },
        { x: at.x + 80, y: at.y - 80 },
        { x: at.x + 80, y: at.y + 80 },
        { x: at.x - 80, y: at.y + 80 },
      ];
    }
    default:
      return null;
  }
}

/** What an outline also depends on: mm under one px, and the axes, which are no storey's. */
interface Seen {
  readonly pixel: number;
  readonly axes?: Plan['axes'];
}

function strip(from: Point | undefined, to: Point | undefined, half: number) {
  if (!from || !to) return null;
  const left = times(leftOf(unit(minus(to, from))), half);
  return [minus(from, left), minus(to, left), plus(to, left), plus(from, left)];
}

type Mark = 'selected' | 'over' | 'pointed';

const marks: Record<Mark, { stroke: string; fill: string; width: number; dash: number[] }> = {
  selected: { stroke: ink.accent, fill: 'rgba(26, 90, 168, 0.16)', width: 2, dash: [] },
  over: { stroke: ink.accent, fill: 'rgba(26, 90, 168, 0.05)', width: 1, dash: [] },
  pointed: { stroke: ink.highlight, fill: 'rgba(194, 65, 12, 0.14)', width: 2.5, dash: [7, 4] },
};

export function paintMark(pen: Pen, ring: readonly Point[], mark: Mark, isRoom: boolean): void {
  const { context } = pen;
  const look = marks[mark];
  context.save();
  context.beginPath();
  traceRing(pen, ring);
  // A room's pattern says whose it is, so a room is only outlined.
  if (!isRoom) {
    context.fillStyle = look.fill;
    context.fill();
  }
  context.setLineDash(look.dash);
  context.strokeStyle = look.stroke;
  context.lineWidth = isRoom ? look.width + 1 : look.width;
  context.lineJoin = 'round';
  context.stroke();
  context.restore();
}

/** A ring around a place that was asked for, where no element marks it. */
export function paintPlace(pen: Pen, place: Point): void {
  const { context } = pen;
  const at = onScreen(pen, place);
  context.save();
  context.strokeStyle = ink.highlight;
  context.lineWidth = 2.5;
  context.setLineDash([7, 4]);
  context.beginPath();
  context.arc(at.x, at.y, 22, 0, 2 * Math.PI);
  context.stroke();
  context.restore();
}
