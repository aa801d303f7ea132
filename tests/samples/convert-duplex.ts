import { polygonContains, ringContains, signedArea } from '../../shared/geometry/polygon.ts';
import type {
  BuildingId,
  HouseholdId,
  RoomUse,
  SchemeId,
  Storey,
  StoreyId,
} from '../../shared/plan/model.ts';
import type { SampleDocument } from './document.ts';
import { bodyBox, boundaryPaths } from './duplex-boundaries.ts';
import { addFixtures } from './duplex-fixtures.ts';
import { addOpenings } from './duplex-openings.ts';
import { duplexSource, type Space, spacesOf } from './duplex-source.ts';
import { bodiesOf, type CentreLine, centreLines } from './duplex-walls.ts';
import { type Place, StoreyBuilder } from './storey-builder.ts';

const households: Record<string, HouseholdId> = {
  A: 'household_a' as HouseholdId,
  B: 'household_b' as HouseholdId,
};

/** The words of the source, and what they are here. */
const uses: readonly (readonly [RegExp, RoomUse, string])[] = [
  [/^Foyer/, 'hall', '门厅'],
  [/^Hallway/, 'hall', '过道'],
  [/^Living Room/, 'living', '起居室'],
  [/^Kitchen/, 'kitchen', '厨房'],
  [/^Bathroom/, 'bathroom', '卫生间'],
  [/^Bedroom/, 'bedroom', '卧室'],
  [/^Utility/, 'utility', '杂物间'],
];

/**
 * The published building as a document: walls from their footprints, boundaries where a stated
 * space ends without a wall, one tag per space, and the stair as a room on both storeys.
 */
export function duplex(): SampleDocument {
  const [ground, upper] = duplexSource().filter((storey) => storey.name.startsWith('Level '));
  if (!ground || !upper) throw new Error('the source has two storeys');
  const groundSpaces = spacesOf(ground);
  const upperSpaces = spacesOf(upper);
  const stairs = groundSpaces.filter((space) => space.area === 0);

  const draw = (level: 1 | 2): Storey => {
    const source = level === 1 ? ground : upper;
    const spaces = (level === 1 ? groundSpaces : upperSpaces).filter((space) => space.area > 0);
    const below = level === 1 ? undefined : ground;
    const bodies = bodiesOf(source, below, spaces, groundSpaces);
    const lines = centreLines(bodies, spaces);
    const plan = new StoreyBuilder(
      level === 1 ? '一层 Level 1' : '二层 Level 2',
      level,
      level === 1 ? 0 : 3100,
      level === 1 ? 3100 : 2900,
    );
    for (const line of lines) {
      const place = (along: number): Place => (line.alongX ? [along, line.at] : [line.at, along]);
      plan.wall(line.name, place(line.low), place(line.high), {
        kind: line.kind,
        thickness: line.thickness,
      });
    }
    boundaryPaths(spaces, bodies, lines).forEach((path, index) => {
      plan.walls(`boundary-${index + 1}`, path, { kind: 'boundary' });
    });
    for (const space of spaces) {
      const known = uses.find(([pattern]) => pattern.test(space.name));
      if (!known) throw new Error(`no use for ${space.name}`);
      const [, use, name] = known;
      const holder = households[space.number[0]!]!;
      plan.room(space.number, middleOf(space), use, `${space.number} ${name} ${space.name}`, [
        holder,
      ]);
    }
    for (const stair of stairs)
      plan.room(
        level === 1 ? stair.number : `${stair.number}-upper`,
        besideLine(stair, spaces, lines),
        'stair',
        `${stair.number} 楼梯 Stair`,
        [households[stair.number[0]!]!],
      );
    addOpenings(plan, source, lines, spaces);
    addFixtures(plan, level);
    return plan.build();
  };

  return {
    building: {
      id: 'building_duplex' as BuildingId,
      name: '双户两层 Duplex, two households',
      address: 'buildingSMART Duplex_A_20110907, CC BY 4.0',
    },
    tenancies: {},
    households: {
      [households.A!]: { door: 'A' },
      [households.B!]: { door: 'B' },
    },
    schemes: [
      {
        id: 'scheme_a' as SchemeId,
        name: '现状 As published',
        description:
          '由公开的IFC模型转换，洁具和灶具为补画。 Converted from a published IFC model (CC BY 4.0); fixtures added.',
        storeys: { ['storey_1' as StoreyId]: draw(1), ['storey_2' as StoreyId]: draw(2) },
      },
    ],
  };
}

/** A whole-millimetre point well inside the space: the middle of the largest cell between its corners. */
function middleOf(space: Space): Place {
  const xs = [...new Set(space.corners.map((corner) => corner.x))].sort((a, b) => a - b);
  const ys = [...new Set(space.corners.map((corner) => corner.y))].sort((a, b) => a - b);
  let best: { place: Place; size: number } | undefined;
  for (let column = 1; column < xs.length; column++)
    for (let row = 1; row < ys.length; row++) {
      const width = xs[column]! - xs[column - 1]!;
      const depth = ys[row]! - ys[row - 1]!;
      const place: Place = [
        Math.round(xs[column - 1]! + width / 2),
        Math.round(ys[row - 1]! + depth / 2),
      ];
      const size = Math.min(width, depth) * 10 + Math.max(width, depth);
      if (best && best.size >= size) continue;
      if (ringContains(space.corners, { x: place[0], y: place[1] })) best = { place, size };
    }
  if (!best) throw new Error(`${space.number} has area ${signedArea(space.corners)}`);
  return best.place;
}

/** The stair's stated footprint is a line; the stair lies on its free side. */
function besideLine(stair: Space, spaces: readonly Space[], lines: readonly CentreLine[]): Place {
  const xs = stair.corners.map((corner) => corner.x);
  const ys = stair.corners.map((corner) => corner.y);
  const y = Math.round((Math.min(...ys) + Math.max(...ys)) / 2);
  for (const side of [-500, 500]) {
    const point = { x: Math.round(Math.min(...xs) + side), y };
    const taken = spaces.some((space) =>
      polygonContains({ outer: space.corners, holes: [] }, point),
    );
    const built = lines.some((line) => {
      const box = bodyBox(line);
      return (
        point.x >= box.minX && point.x <= box.maxX && point.y >= box.minY && point.y <= box.maxY
      );
    });
    if (!taken && !built && point.x > 0 && point.x < 8800) return [point.x, point.y];
  }
  throw new Error(`no room beside ${stair.number}`);
}
