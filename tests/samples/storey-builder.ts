import type {
  Fixture,
  FixtureId,
  FixtureKind,
  Fuel,
  Holder,
  Joint,
  JointId,
  Leaf,
  Opening,
  OpeningId,
  Phase,
  Riser,
  RiserId,
  RiserKind,
  RoomId,
  RoomTag,
  RoomUse,
  Storey,
  Wall,
  WallId,
  WallKind,
} from '../../shared/plan/model.ts';

/** x, y in whole millimetres. */
export type Place = readonly [number, number];

export type Compass = 'north' | 'south' | 'east' | 'west';

interface WallOptions {
  readonly thickness?: number;
  readonly kind?: WallKind;
  readonly phase?: Phase;
}

interface DoorOptions {
  readonly phase?: Phase;
  readonly leaf?: Leaf;
  /** The jamb with the smaller or the larger coordinate. */
  readonly hinge?: 'low' | 'high';
  /** Where the leaf swings to. */
  readonly swing?: Compass;
  readonly head?: number;
}

interface WindowOptions {
  readonly phase?: Phase;
  readonly sill?: number;
  readonly head?: number;
}

interface FixtureOptions {
  readonly phase?: Phase;
  readonly width?: number;
  readonly depth?: number;
  readonly fuel?: Fuel;
}

/** mm, along the back edge and from back to front: what fits in small Shanghai homes. */
export const usualSizes: Record<FixtureKind, readonly [number, number]> = {
  sink: [450, 400],
  cooker: [720, 400],
  worktop: [600, 550],
  wc: [370, 600],
  basin: [500, 400],
  shower: [800, 800],
  bath: [1500, 700],
  washer: [600, 600],
  'water-heater': [400, 200],
  fridge: [550, 550],
  bed: [1500, 2000],
  wardrobe: [1000, 550],
  table: [1000, 600],
  'gas-meter': [200, 150],
};

/** `Fixture.rotation` for the side that the front faces. */
const rotations: Record<Compass, number> = { north: 0, west: 90, south: 180, east: 270 };

/**
 * Draws one storey with walls along x or y. Openings are placed by the absolute coordinate of the
 * jamb with the smaller one, so that a drawing reads like a dimension chain.
 */
export class StoreyBuilder {
  readonly #name: string;
  readonly #level: number;
  readonly #elevation: number;
  readonly #height: number;
  readonly #joints: Record<JointId, Joint> = {};
  readonly #walls: Record<WallId, Wall> = {};
  readonly #openings: Record<OpeningId, Opening> = {};
  readonly #rooms: Record<RoomId, RoomTag> = {};
  readonly #fixtures: Record<FixtureId, Fixture> = {};
  readonly #risers: Record<RiserId, Riser> = {};

  constructor(name: string, level: number, elevation: number, height: number) {
    this.#name = name;
    this.#level = level;
    this.#elevation = elevation;
    this.#height = height;
  }

  #joint([x, y]: Place): JointId {
    const id = `joint_x${x}y${y}` as JointId;
    this.#joints[id] = { x, y };
    return id;
  }

  #claim(table: object, id: string): void {
    if (id in table) throw new Error(`${this.#name}: ${id} twice`);
  }

  wall(name: string, from: Place, to: Place, options: WallOptions = {}): void {
    const id = `wall_${name}` as WallId;
    this.#claim(this.#walls, id);
    const kind = options.kind ?? 'partition';
    const usual = kind === 'bearing' ? 240 : kind === 'partition' ? 120 : 0;
    this.#walls[id] = {
      a: this.#joint(from),
      b: this.#joint(to),
      thickness: options.thickness ?? usual,
      kind,
      phase: options.phase ?? 'existing',
    };
  }

  /** Walls through all the places, numbered from 1. */
  walls(name: string, places: readonly Place[], options: WallOptions = {}): void {
    for (let index = 1; index < places.length; index++)
      this.wall(`${name}-${index}`, places[index - 1]!, places[index]!, options);
  }

  /** A demolition: from now on the wall stands only before. */
  demolish(name: string): void {
    const id = `wall_${name}` as WallId;
    const wall = this.#walls[id];
    if (!wall) throw new Error(`${this.#name}: no ${id}`);
    this.#walls[id] = { ...wall, phase: 'demolished' };
  }

  #span(wallName: string, low: number, width: number) {
    const id = `wall_${wallName}` as WallId;
    const wall = this.#walls[id];
    if (!wall) throw new Error(`${this.#name}: no ${id}`);
    const a = this.#joints[wall.a]!;
    const b = this.#joints[wall.b]!;
    const alongX = a.y === b.y;
    if (!alongX && a.x !== b.x) throw new Error(`${this.#name}: ${id} is oblique`);
    const start = alongX ? a.x : a.y;
    const end = alongX ? b.x : b.y;
    const ascending = end > start;
    const offset = ascending ? low - start : start - (low + width);
    if (offset < 0 || offset + width > Math.abs(end - start))
      throw new Error(`${this.#name}: opening at ${low} leaves ${id}`);
    return { wall: id, alongX, ascending, offset };
  }

  door(name: string, wallName: string, low: number, width: number, options: DoorOptions = {}) {
    const id = `opening_door-${name}` as OpeningId;
    this.#claim(this.#openings, id);
    const { wall, alongX, ascending, offset } = this.#span(wallName, low, width);
    const leftOfWall: Compass = alongX
      ? ascending
        ? 'north'
        : 'south'
      : ascending
        ? 'west'
        : 'east';
    const swing = options.swing ?? leftOfWall;
    const across = alongX
      ? swing === 'north' || swing === 'south'
      : swing === 'east' || swing === 'west';
    if (!across) throw new Error(`${this.#name}: ${id} cannot swing ${swing}`);
    this.#openings[id] = {
      wall,
      kind: 'door',
      offset,
      width,
      sill: 0,
      head: options.head ?? 2000,
      leaf: options.leaf ?? 'swing',
      hinge: ((options.hinge ?? 'low') === 'low') === ascending ? 'a' : 'b',
      side: swing === leftOfWall ? 'left' : 'right',
      phase: options.phase ?? 'existing',
    };
  }

  window(name: string, wallName: string, low: number, width: number, options: WindowOptions = {}) {
    const id = `opening_window-${name}` as OpeningId;
    this.#claim(this.#openings, id);
    const { wall, offset } = this.#span(wallName, low, width);
    this.#openings[id] = {
      wall,
      kind: 'window',
      offset,
      width,
      sill: options.sill ?? 900,
      head: options.head ?? 2300,
      phase: options.phase ?? 'existing',
    };
  }

  passage(name: string, wallName: string, low: number, width: number, phase: Phase = 'existing') {
    const id = `opening_passage-${name}` as OpeningId;
    this.#claim(this.#openings, id);
    const { wall, offset } = this.#span(wallName, low, width);
    this.#openings[id] = { wall, kind: 'passage', offset, width, sill: 0, head: 2200, phase };
  }

  room(
    name: string,
    [x, y]: Place,
    use: RoomUse,
    label: string,
    holders: readonly Holder[],
    phase: Phase = 'existing',
  ): void {
    const id = `room_${name}` as RoomId;
    this.#claim(this.#rooms, id);
    this.#rooms[id] = { at: { x, y }, use, name: label, holders, phase };
  }

  /** `back` is the middle of the edge that stands against a wall; the front faces `facing`. */
  fixture(
    name: string,
    kind: FixtureKind,
    [x, y]: Place,
    facing: Compass,
    options: FixtureOptions = {},
  ): void {
    const id = `fixture_${name}` as FixtureId;
    this.#claim(this.#fixtures, id);
    const [width, depth] = usualSizes[kind];
    this.#fixtures[id] = {
      kind,
      at: { x, y },
      rotation: rotations[facing],
      width: options.width ?? width,
      depth: options.depth ?? depth,
      ...(options.fuel ? { fuel: options.fuel } : {}),
      phase: options.phase ?? 'existing',
    };
  }

  riser(
    name: string,
    kind: RiserKind,
    line: string,
    [x, y]: Place,
    size: readonly [number, number] = [220, 220],
    phase: Phase = 'existing',
  ): void {
    const id = `riser_${name}` as RiserId;
    this.#claim(this.#risers, id);
    this.#risers[id] = { kind, line, at: { x, y }, width: size[0], depth: size[1], phase };
  }

  build(): Storey {
    return {
      name: this.#name,
      level: this.#level,
      elevation: this.#elevation,
      height: this.#height,
      joints: this.#joints,
      walls: this.#walls,
      openings: this.#openings,
      rooms: this.#rooms,
      fixtures: this.#fixtures,
      risers: this.#risers,
    };
  }
}
