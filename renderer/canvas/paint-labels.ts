import { fixtureCorners } from '../../shared/derive/footprint.ts';
import type { Room } from '../../shared/derive/room.ts';
import type { Household, HouseholdId, Point, Storey, Table } from '../../shared/plan/model.ts';
import { shownIn, type View } from '../../shared/plan/phase.ts';
import { type Language, text } from '../../shared/text.ts';
import { m2, say } from '../language/say.ts';
import { roomUseWords } from '../language/words.ts';
import { insideRing } from '../tools/plane.ts';
import { font, ink, type Pen, screenX, screenY } from './pen.ts';

export interface LabelScene {
  readonly rooms: readonly Room[];
  readonly storey: Storey;
  readonly view: View;
  readonly households: Table<HouseholdId, Household>;
  readonly language: Language;
}

interface Line {
  readonly words: string;
  readonly weight: number;
  readonly colour: string;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const sharedWord = text('合用', 'Shared');
const commonWord = text('公共', 'Common');
const unassigned = text('未定归属', 'No holder');

interface Choice {
  readonly lines: readonly Line[];
  /** px that it may reach over the walls beside the room. */
  readonly over: number;
}

/** px: half of a partition, at the scale at which a small room needs it. */
const overWalls = 7;
/** Share of a label over fixtures from which they would make it hard to read. */
const crowded = 0.35;

/** What a room's label may say, fullest first; the area is kept longest, and its unit with it. */
function choicesOf(room: Room, scene: LabelScene): readonly Choice[] {
  const { language, households } = scene;
  const area: Line = { words: m2(room.area), weight: 500, colour: ink.line };
  // In the smallest rooms the number alone, the unit being the same everywhere.
  const number: Line = { ...area, words: area.words.replace(' m²', '') };
  const inside = (...lines: Line[]): Choice => ({ lines, over: 0 });
  const across = (...lines: Line[]): Choice => ({ lines, over: overWalls });
  if (room.tags.length === 0) return [inside({ ...area, colour: ink.quiet })];
  const words = room.name || (room.use ? say(roomUseWords[room.use], language) : '');
  const name: readonly Line[] = words ? [{ words, weight: 600, colour: ink.line }] : [];
  const [holders, short] = holderLines(room, households, language);
  return [
    inside(...name, area, holders),
    inside(...name, area, short),
    inside(area, short),
    across(area, short),
    inside(...name, area),
    across(area),
    across(number, short),
    inside(number),
  ];
}

/** Who holds the room: in full, and as short as it can be said. */
function holderLines(
  room: Room,
  households: LabelScene['households'],
  language: Language,
): readonly [Line, Line] {
  const both = (line: Line): readonly [Line, Line] => [line, line];
  if (room.holders.includes('building')) {
    return both({ words: say(commonWord, language), weight: 400, colour: ink.quiet });
  }
  const doors = room.holders.flatMap((holder) =>
    holder === 'building' ? [] : (households[holder]?.door ?? []),
  );
  const [only, ...others] = doors;
  if (only === undefined) {
    return both({ words: say(unassigned, language), weight: 400, colour: ink.demolished });
  }
  if (others.length === 0) return both({ words: only, weight: 500, colour: ink.line });
  const listed =
    doors.length > 3 ? `${doors.slice(0, 2).join(' ')} +${doors.length - 2}` : doors.join(' ');
  const shared = (what: string): Line => ({
    words: `${say(sharedWord, language)} ${what}`,
    weight: 600,
    colour: ink.demolished,
  });
  return [shared(listed), shared(`×${doors.length}`)];
}

/**
 * Labels keep at least 12 px. A label that does not fit into its room gives up lines, and then
 * itself; two labels never overlap.
 */
export function paintLabels(pen: Pen, scene: LabelScene): void {
  const { context, view } = pen;
  const size = Math.round(Math.min(15, Math.max(12, view.scale * 190)));
  const lineHeight = size * 1.3;
  const obstacles = fixtureBoxes(pen, scene);
  const taken: Box[] = [];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const bySize = [...scene.rooms].sort((one, other) => other.area - one.area);
  for (const room of bySize) {
    if (room.area <= 0) continue;
    for (const { lines, over } of choicesOf(room, scene)) {
      const width = Math.max(
        ...lines.map((line) => {
          context.font = font(size, line.weight);
          return context.measureText(line.words).width;
        }),
      );
      const extent = { width: width + (over > 0 ? 2 : 6), height: lines.length * lineHeight, over };
      const found = placeFor(pen, room, extent, obstacles, taken);
      if (!found) continue;
      const { at: place, covered } = found;
      const box = boxAt(place, extent.width, extent.height);
      taken.push(box);
      if (over > 0 || covered > crowded * extent.width * extent.height) paintPlate(context, box);
      lines.forEach((line, index) => {
        const y = place.y + (index - (lines.length - 1) / 2) * lineHeight;
        context.font = font(size, line.weight);
        context.lineWidth = 3.5;
        context.lineJoin = 'round';
        context.strokeStyle = 'rgba(255, 255, 255, 0.88)';
        context.strokeText(line.words, place.x, y);
        context.fillStyle = line.colour;
        context.fillText(line.words, place.x, y);
      });
      break;
    }
  }
}

/** Over fixtures and walls words read on a plate only. */
function paintPlate(context: CanvasRenderingContext2D, { left, top, right, bottom }: Box): void {
  context.fillStyle = 'rgba(255, 255, 255, 0.84)';
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, 3);
  context.fill();
}

const boxAt = (at: Point, width: number, height: number): Box => ({
  left: at.x - width / 2,
  right: at.x + width / 2,
  top: at.y - height / 2,
  bottom: at.y + height / 2,
});

const overlap = (one: Box, other: Box): number =>
  Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) *
  Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));

function fixtureBoxes(pen: Pen, scene: LabelScene): Box[] {
  const boxes: Box[] = [];
  for (const fixture of Object.values(scene.storey.fixtures)) {
    if (!shownIn(fixture.phase, scene.view)) continue;
    const corners = fixtureCorners(fixture);
    const xs = corners.map(({ x }) => screenX(pen, x));
    const ys = corners.map(({ y }) => screenY(pen, y));
    boxes.push({
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    });
  }
  return boxes;
}

/** The place in the room where the label covers the least of the fixtures; null where none fits. */
function placeFor(
  pen: Pen,
  room: Room,
  {
    width,
    height,
    over,
  }: { readonly width: number; readonly height: number; readonly over: number },
  obstacles: readonly Box[],
  taken: readonly Box[],
): { readonly at: Point; readonly covered: number } | null {
  const ring = room.polygon.map((point) => ({
    x: screenX(pen, point.x),
    y: screenY(pen, point.y),
  }));
  const holes = room.holes.map((hole) =>
    hole.map((point) => ({ x: screenX(pen, point.x), y: screenY(pen, point.y) })),
  );
  const label = { x: screenX(pen, room.label.x), y: screenY(pen, room.label.y) };
  const xs = ring.map(({ x }) => x);
  const ys = ring.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  if (right - left < width - 2 * over || bottom - top < height) return null;
  if (right < 0 || bottom < 0 || left > pen.size.width || top > pen.size.height) return null;
  const candidates: Point[] = [label];
  for (const v of [0.5, 0.3, 0.7, 0.15, 0.85]) {
    for (const u of [0.5, 0.3, 0.7, 0.15, 0.85]) {
      candidates.push({
        x: left - over + width / 2 + 2 + (right - left + 2 * over - width - 4) * u,
        y: top + height / 2 + 2 + (bottom - top - height - 4) * v,
      });
    }
  }
  const near = obstacles.filter((box) => overlap(box, { left, right, top, bottom }) > 0);
  let best: { at: Point; covered: number } | null = null;
  for (const at of candidates) {
    const box = boxAt(at, width, height);
    const within = { ...box, left: box.left + over, right: box.right - over };
    if (!holds(ring, holes, within) || taken.some((other) => overlap(box, other) > 0)) continue;
    const covered = near.reduce((sum, other) => sum + overlap(box, other), 0);
    if (!best || covered < best.covered) best = { at, covered };
    if (covered === 0) break;
  }
  return best;
}

/** Corners and middles of the sides inside of the room. */
function holds(ring: readonly Point[], holes: readonly (readonly Point[])[], box: Box): boolean {
  const midX = (box.left + box.right) / 2;
  const midY = (box.top + box.bottom) / 2;
  for (const x of [box.left, midX, box.right]) {
    for (const y of [box.top, midY, box.bottom]) {
      const at = { x, y };
      if (!insideRing(at, ring) || holes.some((hole) => insideRing(at, hole))) return false;
    }
  }
  return true;
}
