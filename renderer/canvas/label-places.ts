import { fixtureCorners } from '../../shared/derive/footprint.ts';
import type { Room } from '../../shared/derive/room.ts';
import type {
  Fixture,
  Household,
  HouseholdId,
  Point,
  Storey,
  Table,
} from '../../shared/plan/model.ts';
import { shownIn, type View } from '../../shared/plan/phase.ts';
import type { Language } from '../../shared/text.ts';
import type { Box, Viewport } from '../editor/viewport.ts';
import { BoxIndex } from './box-index.ts';
import { changedRooms } from './changed-rooms.ts';
import { boxesMeet, boxOnScreen } from './damage.ts';
import { fitInRoom, type Standing } from './label-fit.ts';
import { choicesOf, type LabelLine, overWalls } from './label-words.ts';
import { font, type Pen, strokeReach } from './pen.ts';
import { widthOf } from './text-widths.ts';

/**
 * Where the labels of rooms stand and what they say, kept from one picture to the next. A label
 * depends on its room, on the fixtures in it, and on the labels of larger rooms that reach to it: only
 * where one of these changed it is looked for again. Places are px from the plan's origin, so that they
 * stay as they are while the plan is panned; a label is looked for when it is first asked about.
 */

export interface LabelScene {
  readonly rooms: readonly Room[];
  readonly storey: Storey;
  readonly view: View;
  readonly households: Table<HouseholdId, Household>;
  readonly language: Language;
  /** Whether names are kept as long as areas. */
  readonly isNamed?: boolean;
}

export interface Label {
  readonly lines: readonly LabelLine[];
  /** px of the letters. */
  readonly size: number;
  readonly at: Point;
  readonly box: Box;
  /** Over walls or fixtures words read on a plate only. */
  readonly isPlated: boolean;
}

interface Entry {
  readonly room: Room;
  /** px from the origin, with what its label may reach over walls. */
  readonly reach: Box;
  /** Null where none fits; undefined until it is asked for. */
  label: Label | null | undefined;
}

/** px: labels keep at least twelve. */
export const labelSize = (scale: number): number =>
  Math.round(Math.min(15, Math.max(12, scale * 190)));

type Context = Pick<CanvasRenderingContext2D, 'font' | 'measureText'>;

export class LabelPlaces {
  #scene: LabelScene | null = null;
  #scale = 0;
  #context: Context | null = null;
  #entries = new Map<string, Entry>();
  /** Where rooms and fixtures are: made anew when they change. */
  #rooms = new BoxIndex<Entry>([], ({ reach }) => reach);
  #fixtures = new BoxIndex<Standing>([], ({ box }) => box);

  /** Takes over the scene as it is now; answers where on the canvas labels came, went or changed. */
  update(pen: Pick<Pen, 'context' | 'view'>, scene: LabelScene): 'all' | readonly Box[] {
    const { view } = pen;
    const was = this.#scene;
    this.#context = pen.context;
    const isOther =
      !was ||
      this.#scale !== view.scale ||
      was.view !== scene.view ||
      was.language !== scene.language ||
      was.households !== scene.households ||
      was.isNamed !== scene.isNamed;
    this.#scale = view.scale;
    this.#scene = scene;
    if (isOther) {
      this.#entries = new Map();
      for (const room of scene.rooms) this.#enter(room);
      this.#indexRooms();
      this.#indexFixtures(scene);
      return 'all';
    }
    if (was === scene) return [];
    /** Where something changed, and the room whose label counts for more; null: for all of them. */
    const changed: { readonly box: Box; readonly room: Room | null }[] = [];
    if (was.storey.fixtures !== scene.storey.fixtures) {
      for (const fixture of changedFixtures(was.storey, scene.storey)) {
        changed.push({ box: this.#boxOf(fixtureCorners(fixture)), room: null });
      }
      this.#indexFixtures(scene);
    }
    const { gone, come } = changedRooms(was.rooms, scene.rooms);
    if (gone.length === 0 && come.length === 0 && changed.length === 0) return [];
    const old = new Map<string, Label | null>();
    const leave = (entry: Entry): void => {
      if (entry.label === undefined || old.has(entry.room.id)) return;
      old.set(entry.room.id, entry.label);
      entry.label = undefined;
    };
    for (const room of gone) {
      const entry = this.#entries.get(room.id);
      if (!entry) continue;
      changed.push({ box: entry.reach, room });
      leave(entry);
      this.#entries.delete(room.id);
    }
    for (const room of come) changed.push({ box: this.#enter(room).reach, room });
    if (gone.length > 0 || come.length > 0) this.#indexRooms();
    // Whatever reaches to what changed, and whatever smaller reaches to that.
    for (let at = 0; at < changed.length; at++) {
      const { box, room } = changed[at]!;
      for (const entry of this.#rooms.meeting(box)) {
        const isSmaller = room === null || comesBefore(room, entry.room);
        if (!isSmaller || entry.label === undefined) continue;
        leave(entry);
        changed.push({ box: entry.reach, room: entry.room });
      }
    }
    return this.#moved(old, come).map((box) => onCanvas(box, view));
  }

  /** Those that may be seen in a box, px from the plan's origin. */
  within(box: Box): readonly Label[] {
    return this.#rooms.meeting(box).flatMap((entry) => {
      const label = this.#labelOf(entry);
      return label && boxesMeet(label.box, box) ? [label] : [];
    });
  }

  #labelOf(entry: Entry): Label | null {
    if (entry.label === undefined) entry.label = this.#place(entry);
    return entry.label;
  }

  #place(entry: Entry): Label | null {
    const { room, reach } = entry;
    const scene = this.#scene;
    const context = this.#context;
    if (!scene || !context || room.area <= 0) return null;
    const size = labelSize(this.#scale);
    const place = {
      scale: this.#scale,
      room,
      box: {
        min: { x: reach.min.x + overWalls, y: reach.min.y },
        max: { x: reach.max.x - overWalls, y: reach.max.y },
      },
    };
    let beside: { readonly taken: readonly Box[]; readonly fixtures: readonly Standing[] } | null =
      null;
    for (const { lines, over } of choicesOf(
      room,
      scene.households,
      scene.language,
      scene.isNamed,
    )) {
      const width = Math.max(
        ...lines.map((line) => widthOf(context, font(size, line.weight), line.words)),
      );
      const extent = { width: width + (over > 0 ? 2 : 6), height: lines.length * size * 1.3, over };
      const { min, max } = place.box;
      if (max.x - min.x < extent.width - 2 * over || max.y - min.y < extent.height) continue;
      beside ??= {
        taken: this.#rooms
          .meeting(reach)
          .filter((other) => other !== entry && comesBefore(other.room, room))
          .flatMap((other) => this.#labelOf(other)?.box ?? []),
        fixtures: this.#fixtures.meeting(place.box),
      };
      const found = fitInRoom(place, extent, beside);
      if (found) return { lines, size, ...found };
    }
    return null;
  }

  #enter(room: Room): Entry {
    const box = this.#boxOf(room.polygon);
    const reach = {
      min: { x: box.min.x - overWalls, y: box.min.y },
      max: { x: box.max.x + overWalls, y: box.max.y },
    };
    const entry: Entry = { room, reach, label: undefined };
    this.#entries.set(room.id, entry);
    return entry;
  }

  #boxOf(points: readonly Point[]): Box {
    return boxOnScreen({ scale: this.#scale, offsetX: 0, offsetY: 0 }, points, 0);
  }

  #indexRooms(): void {
    this.#rooms = new BoxIndex([...this.#entries.values()], ({ reach }) => reach);
  }

  #indexFixtures({ storey, view }: LabelScene): void {
    const standing: Standing[] = [];
    for (const fixture of Object.values(storey.fixtures)) {
      if (!shownIn(fixture.phase, view)) continue;
      const box = this.#boxOf(fixtureCorners(fixture));
      standing.push({ box, isFloor: fixture.kind === 'shower' });
    }
    this.#fixtures = new BoxIndex(standing, ({ box }) => box);
  }

  /** The boxes of labels that are other than they were, before and after. */
  #moved(old: ReadonlyMap<string, Label | null>, come: readonly Room[]): Box[] {
    const boxes: Box[] = [];
    for (const id of new Set([...old.keys(), ...come.map((room) => room.id)])) {
      const was = old.get(id) ?? null;
      const entry = this.#entries.get(id);
      const is = entry ? this.#labelOf(entry) : null;
      if (isSameLabel(was, is)) continue;
      if (was) boxes.push(was.box);
      if (is) boxes.push(is.box);
    }
    return boxes;
  }
}

/** Larger rooms first, as they have the fuller labels. */
const comesBefore = (one: Room, other: Room): boolean =>
  one.area === other.area ? one.id < other.id : one.area > other.area;

/** With what the letters' edges reach beyond. */
const onCanvas = ({ min, max }: Box, { offsetX, offsetY }: Viewport): Box => ({
  min: { x: min.x + offsetX - strokeReach, y: min.y + offsetY - strokeReach },
  max: { x: max.x + offsetX + strokeReach, y: max.y + offsetY + strokeReach },
});

function isSameLabel(one: Label | null, other: Label | null): boolean {
  if (!one || !other) return one === other;
  return (
    one.at.x === other.at.x &&
    one.at.y === other.at.y &&
    one.isPlated === other.isPlated &&
    one.lines.length === other.lines.length &&
    one.lines.every(({ words, colour, weight }, index) => {
      const line = other.lines[index]!;
      return words === line.words && colour === line.colour && weight === line.weight;
    })
  );
}

/** Those that are not as they were, as they were and as they are. */
function changedFixtures(was: Storey, is: Storey): Fixture[] {
  const changed: Fixture[] = [];
  for (const [id, fixture] of Object.entries<Fixture>(was.fixtures)) {
    if (is.fixtures[id as keyof typeof is.fixtures] !== fixture) changed.push(fixture);
  }
  for (const [id, fixture] of Object.entries<Fixture>(is.fixtures)) {
    if (was.fixtures[id as keyof typeof was.fixtures] !== fixture) changed.push(fixture);
  }
  return changed;
}
