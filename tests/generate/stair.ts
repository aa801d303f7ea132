import type { Holder } from '../../shared/plan/model.ts';
import { across, isStraight, type Level, type Upright, xAt } from './outline.ts';
import type { Random } from './random.ts';
import type { Door, Sheet } from './sheet.ts';

/**
 * One stair of a walk-up with shared kitchens and WCs: ten homes south of a corridor, nine north of
 * it, the stair, two kitchens and two rows of WCs between those.
 *
 *   +--+--+--+-----+--+----+--+-----+--+--+    north: outer wall
 *   |  |  |  |[] K |WC| || |WC| K []|  |  |
 *   |--+--+  |     |WC|    |WC|  o  +--+  |
 *   +--+--+--+-----+--+----+--+-----+--+--+
 *   |               corridor              |
 *   +--+---+--+---+--+---+--+---+--+---+--+
 *   |--+   |--+---|--+   \--+---/  +---|--|
 *   |  |   |  |   |  |    \ |  /   |   |  |
 *   +--+---+--+ ++--+---+--+ ++--+--+--+--+    south: outer wall with bay windows
 *             \_/          \_/
 *
 * Neighbouring homes have their inner walls at different heights, and neighbouring stairs their
 * corridors, so that which rooms are neighbours never hangs on a few millimetres.
 */

/** mm, as drawn on the sheet. */
const outer = 370;
const party = 240;
const corridorDepth = 1800;
const southDepth = 4800;
/** Outer walls of all stairs of a row lie on these heights. */
export const rowDepth = 11_600;

/** mm by which every other stair's corridor lies higher. */
const stagger = 400;

export interface StairPlace {
  /** Which stair of its row, from 0. */
  readonly index: number;
  /** Its west wall, which the stair before it has drawn. */
  readonly west: Upright;
  /** The sheet's y of the row's southern outer wall. */
  readonly y: number;
  /** Starts every key and every household of this stair. */
  readonly name: string;
  readonly isLast: boolean;
}

export const householdsOfStair = 19;
const southHomes = 10;
const homesBeforeKitchen = 4;

export const westWall = (x: number, y: number): Upright => upright(x, y, x, y + rowDepth, outer);

const upright = (x0: number, y0: number, x1: number, y1: number, thickness: number): Upright => ({
  x0,
  y0,
  x1,
  y1,
  half: thickness / 2,
});

export const doorOf = (stair: string, home: number): string =>
  `${stair}-${String(home + 1).padStart(2, '0')}`;
const holderOf = (stair: string, home: number): Holder =>
  `household_${doorOf(stair, home)}` as Holder;

/** What one bay between two cross walls is to hold. */
type Bay =
  | { readonly kind: 'home'; readonly home: number; readonly width: number }
  | {
      readonly kind: 'kitchen' | 'wc' | 'stair';
      readonly side: 'west' | 'east';
      readonly width: number;
    };

/** Draws one stair and answers its east wall, the next one's west wall. */
export function drawStair(sheet: Sheet, place: StairPlace, random: Random): Upright {
  const { index, west, y, name } = place;
  const low = y + southDepth + (index % 2) * stagger;
  const high = low + corridorDepth;
  const top = y + rowDepth;
  const south = Array.from(
    { length: southHomes },
    (_, home): Bay => ({ kind: 'home', home, width: random.between(3300, 3900, 100) }),
  );
  const width = south.reduce((sum, bay) => sum + bay.width, 0);
  const northern = northBays(width, random);
  const eastX = west.x0 + width;
  const east = upright(eastX, y, eastX, top, place.isLast ? outer : party);

  const southRow = new Row(sheet, place, random, {
    bays: south,
    between: [west, east],
    outside: y,
    inside: low,
  });
  const northRow = new Row(sheet, place, random, {
    bays: northern,
    between: [west, east],
    outside: top,
    inside: high,
  });
  const corridor = `room_${name}-corridor`;
  southRow.draw(corridor);
  northRow.draw(corridor);
  const level = {
    left: west,
    right: east,
    bottom: southRow.corridorWall,
    top: northRow.corridorWall,
  };
  sheet.room(corridor, 'corridor', ['building'], level);
  sheet.footprint += (width + (index === 0 ? outer : 0)) * (rowDepth + outer);
  sheet.line({ x: eastX, y }, { x: eastX, y: top }, east.half * 2);
  return east;
}

/** Homes, and between them kitchen, WCs, stair, WCs, kitchen; as wide together as the south row. */
function northBays(width: number, random: Random): Bay[] {
  const service = [
    { kind: 'kitchen', side: 'west', width: 2300 },
    { kind: 'wc', side: 'west', width: 1900 },
    { kind: 'stair', side: 'west', width: 2800 },
    { kind: 'wc', side: 'east', width: 1900 },
    { kind: 'kitchen', side: 'east', width: 2300 },
  ] as const satisfies Bay[];
  const homes = householdsOfStair - southHomes;
  let left = width - service.reduce((sum, bay) => sum + bay.width, 0);
  const bays = Array.from({ length: homes }, (_, index): Bay => {
    const even = Math.floor(left / (homes - index) / 100) * 100;
    const own = index === homes - 1 ? left : even + random.between(-100, 100, 100);
    left -= own;
    return { kind: 'home', home: southHomes + index, width: own };
  });
  bays.splice(homesBeforeKitchen, 0, ...service);
  return bays;
}

interface RowShape {
  readonly bays: readonly Bay[];
  readonly between: readonly [Upright, Upright];
  /** y of the outer wall's centre line, and of the corridor's wall. */
  readonly outside: number;
  readonly inside: number;
}

/** The bays on one side of the corridor. Heights count from the corridor outwards. */
class Row {
  readonly corridorWall: Level;
  readonly #outerWall: Level;
  readonly #sheet: Sheet;
  readonly #place: StairPlace;
  readonly #random: Random;
  readonly #shape: RowShape;
  /** 1 where outwards is up. */
  readonly #up: 1 | -1;
  readonly #uprights: Upright[] = [];
  /** Cross walls whose foot on the corridor's wall, or on the outer wall, is a shared joint. */
  readonly #corridorStops: number[] = [];
  readonly #outerStops: number[] = [];
  readonly #corridorDoors: Door[] = [];
  readonly #bayWindows: { from: number; to: number; depth: number }[] = [];
  /** Shared joints on the cross walls, by upright. */
  readonly #stops = new Map<Upright, number[]>();

  constructor(sheet: Sheet, place: StairPlace, random: Random, shape: RowShape) {
    this.#sheet = sheet;
    this.#place = place;
    this.#random = random;
    this.#shape = shape;
    this.#up = shape.outside > shape.inside ? 1 : -1;
    this.#placeUprights();
    this.corridorWall = this.#makeCorridorWall();
    this.#outerWall = across(shape.outside, outer);
  }

  /** y at a distance from the corridor's wall. */
  #y(out: number): number {
    return this.#shape.inside + this.#up * out;
  }

  get #depth(): number {
    return Math.abs(this.#shape.outside - this.#shape.inside);
  }

  #placeUprights(): void {
    const { bays, between, inside, outside } = this.#shape;
    this.#uprights.push(between[0]);
    let x = between[0].x0;
    for (let index = 0; index + 1 < bays.length; index++) {
      x += bays[index]!.width;
      const besideHomes = bays[index]!.kind === 'home' && bays[index + 1]!.kind === 'home';
      const slant =
        besideHomes && this.#random.chance(0.25) ? this.#random.pick([-300, -200, 200, 300]) : 0;
      const thickness = this.#random.pick([120, 180, 240]);
      const wall = upright(x, inside, x + slant, outside, thickness);
      this.#uprights.push(wall);
      if (this.#random.chance(0.3)) this.#corridorStops.push(x);
      if (this.#random.chance(0.3)) this.#outerStops.push(x + slant);
    }
    this.#uprights.push(between[1]);
  }

  /** Thicker and thinner by turns from one shared joint to the next. */
  #makeCorridorWall(): Level {
    const ends = [...this.#corridorStops, Infinity];
    const pieces = ends.map((to, index) => ({ to, half: index % 2 === 0 ? 120 : 100 }));
    return { y: this.#shape.inside, pieces };
  }

  draw(corridor: string): void {
    const { bays } = this.#shape;
    bays.forEach((bay, index) => {
      const [left, right] = [this.#uprights[index]!, this.#uprights[index + 1]!];
      if (bay.kind === 'home') this.#drawHome(bay.home, index, left, right, corridor);
      else if (bay.kind === 'kitchen') this.#drawKitchen(bay.side, left, right, corridor);
      else if (bay.kind === 'wc') this.#drawToilets(bay.side, left, right, corridor);
      else this.#drawStairs(left, right, corridor);
    });
    this.#drawCrossWalls();
    this.#drawLongWalls();
  }

  #levels(inner: Level, outward: Level): { bottom: Level; top: Level } {
    return this.#up === 1 ? { bottom: inner, top: outward } : { bottom: outward, top: inner };
  }

  #doorToCorridor(x: number, width: number, room: string, corridor: string): void {
    const at = { x, y: this.#shape.inside };
    this.#corridorDoors.push({ at, width, kind: 'door', between: [room, corridor] });
  }

  /** One room, two with a wall or a boundary between, or three: room, hall and store. */
  #drawHome(home: number, bay: number, left: Upright, right: Upright, corridor: string): void {
    const random = this.#random;
    const { name, index } = this.#place;
    const holders = [holderOf(name, home)];
    const key = (part: string): string => `room_${doorOf(name, home)}-${part}`;
    const sheet = this.#sheet;
    const wide = Math.min(right.x0, right.x1) - Math.max(left.x0, left.x1);
    const more = this.#maybeBayWindow(left, right);
    const kind = random.pick(
      wide >= 2900 ? ['hall', 'hall', 'split', 'open', 'one'] : ['split', 'open', 'one', 'split'],
    );
    const nearDoor = Math.round(Math.min(right.x0, right.x1) - right.half - 800);
    if (kind === 'one') {
      const levels = this.#levels(this.corridorWall, this.#outerWall);
      sheet.room(key('room'), 'bed-living', holders, { left, right, ...levels }, { more });
      this.#doorToCorridor(nearDoor, 900, key('room'), corridor);
      return;
    }
    // Even and odd homes at different heights, so that walls do not meet across a cross wall.
    const out = random.between(1500, 1700, 100) + ((bay + index) % 2) * 500;
    const thickness = kind === 'open' ? 0 : random.pick([60, 100, 120]);
    const parting = across(this.#y(out), thickness);
    const outerRoom = { left, right, ...this.#levels(parting, this.#outerWall) };
    sheet.room(key('bed'), 'bedroom', holders, outerRoom, { more });
    const door = { x: nearDoor, y: parting.y };
    this.#crossLine(
      left,
      right,
      parting.y,
      thickness,
      kind === 'open'
        ? []
        : [{ at: door, width: 800, kind: 'door', between: [key('hall'), key('bed')] }],
    );
    const inner = this.#levels(this.corridorWall, parting);
    this.#doorToCorridor(nearDoor, 900, key('hall'), corridor);
    if (kind !== 'hall') {
      sheet.room(key('hall'), 'hall', holders, { left, right, ...inner });
      return;
    }
    const x = Math.round(Math.max(left.x0, left.x1) + left.half) + random.between(900, 1100, 50);
    const wall = upright(x, this.#shape.inside, x, parting.y, random.pick([60, 100]));
    const middle = { x, y: Math.round((wall.y0 + wall.y1) / 2) };
    sheet.line({ x, y: wall.y0 }, { x, y: wall.y1 }, wall.half * 2, [
      { at: middle, width: 600, kind: 'door', between: [key('store'), key('hall')] },
    ]);
    sheet.room(key('store'), 'storage', holders, { left, right: wall, ...inner });
    sheet.room(key('hall'), 'hall', holders, { left: wall, right, ...inner });
  }

  /** A wall from one cross wall to the next: to the centre line, to the face or with a joint there. */
  #crossLine(
    left: Upright,
    right: Upright,
    y: number,
    thickness: number,
    doors: readonly Door[],
  ): void {
    const end = (wall: Upright, towards: 1 | -1): number => {
      const x = Math.round(xAt(wall, y));
      if (!isStraight(wall)) return x;
      const how = this.#random.pick(['centre', 'centre', 'face', 'shared']);
      if (how === 'shared' && !this.#shape.between.includes(wall)) {
        this.#stops.set(wall, [...(this.#stops.get(wall) ?? []), y]);
      }
      return how === 'face' ? x + towards * wall.half : x;
    };
    this.#sheet.line({ x: end(left, 1), y }, { x: end(right, -1), y }, thickness, doors);
  }

  /** Southern homes may have one; answers the mm2 that it adds. */
  #maybeBayWindow(left: Upright, right: Upright): number {
    if (this.#up === 1 || !this.#random.chance(0.2)) return 0;
    const width = this.#random.between(1600, 2000, 100);
    const depth = this.#random.between(400, 600, 50);
    const from = Math.round((left.x1 + right.x1 - width) / 2);
    this.#bayWindows.push({ from, to: from + width, depth });
    // Its sides stand at 45 degrees; a corner that turns by that moves by half / tan(67.5).
    const mitre = (outer / 2) * Math.tan(Math.PI / 8);
    this.#sheet.footprint += depth * (width - depth + 2 * mitre);
    return depth * (width - depth - 2 * mitre);
  }

  /** Shared by the homes of one side; a walled shaft in a corner, another that stands free or a riser. */
  #drawKitchen(side: 'west' | 'east', left: Upright, right: Upright, corridor: string): void {
    const sheet = this.#sheet;
    const { name } = this.#place;
    const key = `room_${name}-kitchen-${side}`;
    const levels = this.#levels(this.corridorWall, this.#outerWall);
    const outside = this.#shape.outside;
    const wall = 60;
    // The corner's centre line, away from the WCs.
    const [width, depth] = [800, 900];
    const corner = side === 'west' ? left.x0 + width : right.x0 - width;
    const beside = side === 'west' ? left : right;
    const shaftWall = upright(corner, outside - depth, corner, outside, wall);
    const floor = across(outside - depth, wall);
    sheet.line({ x: corner, y: outside }, { x: corner, y: outside - depth }, wall);
    sheet.line({ x: beside.x0, y: floor.y }, { x: corner, y: floor.y }, wall);
    const shaft = `${key}-shaft`;
    const between = side === 'west' ? { left, right: shaftWall } : { left: shaftWall, right };
    sheet.room(shaft, 'shaft', ['building'], { ...between, bottom: floor, top: this.#outerWall });
    sheet.besides.push([shaft, key]);
    let more = -(width + wall / 2 - beside.half) * (depth + wall / 2 - outer / 2);
    const x = Math.round((left.x0 + right.x0) / 2);
    const y = this.#y(2400);
    if (side === 'west') {
      sheet.risers.push({
        kind: 'soil',
        line: 'W1',
        at: { x, y },
        width: 200,
        depth: 300,
        phase: 'existing',
      });
      more -= 200 * 300;
    } else more -= this.#freeShaft(`${key}-duct`, key, x, y);
    const holders = this.#sharers(side);
    const at = { x, y: this.#y(1000) };
    sheet.room(key, 'kitchen', holders, { left, right, ...levels }, { more, at });
    this.#doorToCorridor(x, 900, key, corridor);
    for (const [kind, along] of [
      ['sink', 500],
      ['cooker', -500],
    ] as const) {
      const back = { x: x + along, y: this.#y(500) };
      sheet.fixtures.push({
        kind,
        at: back,
        rotation: 0,
        width: 600,
        depth: 550,
        phase: 'existing',
      });
    }
  }

  /** Four walls that touch no others; answers the mm2 that they take. */
  #freeShaft(key: string, around: string, x: number, y: number): number {
    const [width, depth, thickness] = [600, 500, 100];
    const left = upright(x - width / 2, y, x - width / 2, y + depth, thickness);
    const right = upright(x + width / 2, y, x + width / 2, y + depth, thickness);
    const corners = [
      { x: left.x0, y },
      { x: right.x0, y },
      { x: right.x0, y: y + depth },
      { x: left.x0, y: y + depth },
    ];
    corners.forEach((corner, index) => {
      this.#sheet.line(corner, corners[(index + 1) % 4]!, thickness);
    });
    const levels = { bottom: across(y, thickness), top: across(y + depth, thickness) };
    this.#sheet.room(key, 'shaft', ['building'], { left, right, ...levels });
    this.#sheet.besides.push([key, around]);
    return (width + thickness) * (depth + thickness);
  }

  /** The southern homes share what lies west of the stair, the northern ones what lies east. */
  #sharers(side: 'west' | 'east'): Holder[] {
    const { name } = this.#place;
    const [first, last] = side === 'west' ? [0, southHomes] : [southHomes, householdsOfStair];
    return Array.from({ length: last - first }, (_, home) => holderOf(name, first + home));
  }

  /** An aisle with four cubicles along it. */
  #drawToilets(side: 'west' | 'east', left: Upright, right: Upright, corridor: string): void {
    const sheet = this.#sheet;
    const { inside, outside } = this.#shape;
    const key = `room_${this.#place.name}-wc-${side}`;
    const holders = this.#sharers(side);
    const x = left.x0 + 950;
    const parting = upright(x, inside, x, outside, 60);
    const levels = this.#levels(this.corridorWall, this.#outerWall);
    sheet.room(`${key}-aisle`, 'bathroom', holders, { left, right: parting, ...levels });
    this.#doorToCorridor(x - 450, 600, `${key}-aisle`, corridor);
    const doors: Door[] = [];
    let floor = this.corridorWall;
    for (let cubicle = 0; cubicle < 4; cubicle++) {
      const out = 1200 * (cubicle + 1);
      const ceiling = cubicle === 3 ? this.#outerWall : across(this.#y(out), 60);
      if (cubicle < 3) this.#sheet.line({ x, y: ceiling.y }, { x: right.x0, y: ceiling.y }, 60);
      const name = `${key}-${cubicle + 1}`;
      const at = { x, y: this.#y(out - 600) };
      sheet.room(name, 'bathroom', holders, {
        left: parting,
        right,
        ...this.#levels(floor, ceiling),
      });
      doors.push({ at, width: 600, kind: 'door', between: [name, `${key}-aisle`] });
      const back = { x: x + 450, y: at.y - 100 };
      sheet.fixtures.push({
        kind: 'wc',
        at: back,
        rotation: 0,
        width: 400,
        depth: 500,
        phase: 'existing',
      });
      floor = ceiling;
    }
    sheet.line({ x, y: inside }, { x, y: outside }, 60, doors);
  }

  /** Open to the corridor, with a pier in the middle and a stub at its west wall. */
  #drawStairs(left: Upright, right: Upright, corridor: string): void {
    const sheet = this.#sheet;
    const key = `room_${this.#place.name}-stair`;
    const levels = this.#levels(this.corridorWall, this.#outerWall);
    const middle = Math.round((left.x0 + right.x0) / 2);
    const [pier, stub] = [240, 120];
    sheet.line({ x: middle, y: this.#y(1800) }, { x: middle, y: this.#y(3300) }, pier);
    const reach = 500;
    const y = this.#y(this.#depth - 900);
    sheet.line({ x: left.x0, y }, { x: left.x0 + reach, y }, stub);
    const more = -(1500 * pier) - (reach - left.half) * stub;
    const at = { x: middle, y: this.#y(900) };
    sheet.room(key, 'stair', ['building'], { left, right, ...levels }, { more, at });
    const opening = { x: middle, y: this.#shape.inside };
    this.#corridorDoors.push({
      at: opening,
      width: 1800,
      kind: 'passage',
      between: [key, corridor],
    });
  }

  #drawCrossWalls(): void {
    const { inside, outside } = this.#shape;
    for (const wall of this.#uprights.slice(1, -1)) {
      const stops = (this.#stops.get(wall) ?? []).sort((one, other) => this.#up * (one - other));
      const shared = [
        this.#corridorStops.includes(wall.x0),
        this.#outerStops.includes(wall.x1),
      ] as const;
      // Where no joint is shared the end may stop at the face or run on inside the other wall.
      const end = (isShared: boolean, thickness: number): number =>
        isShared || !isStraight(wall) ? 0 : this.#random.pick([0, thickness / 2, -50]);
      const from = inside + this.#up * end(shared[0], 200);
      const to = outside - this.#up * end(shared[1], outer);
      this.#sheet.draw({
        from: { x: wall.x0, y: from },
        to: { x: wall.x1, y: to },
        thicknesses: [wall.half * 2],
        stops: stops.map((y) => ({ x: wall.x0, y })),
      });
    }
  }

  #drawLongWalls(): void {
    const { between, inside, outside } = this.#shape;
    const [west, east] = [between[0].x0, between[1].x0];
    this.#sheet.draw({
      from: { x: west, y: inside },
      to: { x: east, y: inside },
      thicknesses: this.corridorWall.pieces.map(({ half }) => half * 2),
      stops: this.#corridorStops.map((x) => ({ x, y: inside })),
      doors: this.#corridorDoors,
    });
    const corners = this.#outerStops
      .filter((x) => !this.#bayWindows.some(({ from, to }) => x >= from && x <= to))
      .map((x) => ({ x, y: outside }));
    for (const { from, to, depth } of this.#bayWindows) {
      const out = outside + this.#up * depth;
      corners.push({ x: from, y: outside }, { x: from + depth, y: out });
      corners.push({ x: to - depth, y: out }, { x: to, y: outside });
    }
    corners.sort((one, other) => one.x - other.x);
    this.#sheet.draw({
      from: { x: west, y: outside },
      to: { x: east, y: outside },
      thicknesses: [outer],
      stops: corners,
    });
  }
}
