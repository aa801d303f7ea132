import fc from 'fast-check';
import {
  type Fixture,
  fixtureKinds,
  type Household,
  type Opening,
  type Phase,
  type Plan,
  type Riser,
  type RoomTag,
  roomUses,
  type Storey,
  type Tenancy,
  type Wall,
  type WallId,
} from '../../shared/plan/model.ts';
import { lineSchema } from '../../shared/plan/schema.ts';

/** Sound plans: random corners, walls between them, everything else hung onto those. */

const phase = fc.constantFrom<Phase>('existing', 'demolished', 'new');
const point = fc.record({
  x: fc.integer({ min: -20_000, max: 20_000 }),
  y: fc.integer({ min: -20_000, max: 20_000 }),
});

const table = <V>(kind: string, values: readonly V[]): Record<string, V> =>
  Object.fromEntries(values.map((value, index) => [`${kind}_${index + 1}`, value]));

const fixture: fc.Arbitrary<Fixture> = fc.record(
  {
    kind: fc.constantFrom(...fixtureKinds),
    at: point,
    rotation: fc.constantFrom(0, 30, 90, 180, 270),
    width: fc.integer({ min: 300, max: 2000 }),
    depth: fc.integer({ min: 300, max: 2000 }),
    fuel: fc.constantFrom('gas' as const, 'electric' as const),
    phase,
  },
  { requiredKeys: ['kind', 'at', 'rotation', 'width', 'depth', 'phase'] },
);

const riser: fc.Arbitrary<Riser> = fc.record({
  kind: fc.constantFrom('soil', 'waste', 'supply', 'gas', 'flue'),
  line: fc.constantFrom('', 'W1', '污1'),
  at: point,
  width: fc.integer({ min: 100, max: 400 }),
  depth: fc.integer({ min: 100, max: 400 }),
  phase,
});

/** What is written on a storey and lies under it; all of it may be absent. */
const markings = fc.record(
  {
    notes: fc.array(fc.record({ at: point, words: fc.constantFrom('原烟道', 'x y') }), {
      maxLength: 2,
    }),
    dimensions: fc.array(
      fc.record({
        points: fc.array(point, { minLength: 2, maxLength: 4 }),
        along: fc.constantFrom('x' as const, 'y' as const, 'line' as const),
        offset: fc.integer({ min: -2000, max: 2000 }),
        wall: fc.nat(20),
      }),
      { maxLength: 2 },
    ),
    underlay: fc.record({ origin: point, scale: fc.double({ min: 0.5, max: 50, noNaN: true }) }),
  },
  { requiredKeys: [] },
);

function marks(
  drawn: typeof markings extends fc.Arbitrary<infer M> ? M : never,
  walls: number,
): Pick<Storey, 'notes' | 'dimensions' | 'underlay'> {
  const { notes, dimensions, underlay } = drawn;
  return {
    ...(notes ? { notes: table('note', notes) } : {}),
    ...(dimensions
      ? {
          dimensions: table(
            'dimension',
            dimensions.map(({ points, along, offset, wall }) => ({
              anchors: points.map((at, index) =>
                index === 0
                  ? {
                      at,
                      // Now and then one that is not there.
                      on: {
                        wall: `wall_${1 + (wall % (walls + 1))}` as WallId,
                        along: 300,
                        face: 'left' as const,
                      },
                    }
                  : { at },
              ),
              along,
              offset,
            })),
          ),
        }
      : {}),
    ...(underlay
      ? {
          underlay: {
            ...underlay,
            asset: `${'0a'.repeat(16)}.png`,
            name: '扫描',
            width: 800,
            height: 600,
            resolution: 96,
            rotation: -0.35,
            opacity: 0.5,
            crop: { left: 1, top: 2, right: 3, bottom: 4 },
            locked: false,
            hidden: true,
          },
        }
      : {}),
  };
}

const storeyAt = (level: number, households: readonly string[]): fc.Arbitrary<Storey> =>
  fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), {
      minLength: 2,
      maxLength: 8,
      selector: ([x, y]) => `${x},${y}`,
    })
    .chain((corners) => {
      const joints = corners.map(([x, y]) => ({ x: x * 2000, y: y * 2000 }));
      const wall = fc.record({
        a: fc.nat(joints.length - 1),
        step: fc.integer({ min: 1, max: joints.length - 1 }),
        thickness: fc.constantFrom(0, 100, 120, 240),
        bearing: fc.boolean(),
        engineerNote: fc.option(fc.constant('结-2026-17'), { nil: undefined }),
        phase,
      });
      const holders = fc.oneof(
        fc.constant(['building']),
        fc.subarray([...households]) as fc.Arbitrary<string[]>,
      );
      return fc
        .record({
          walls: fc.uniqueArray(wall, {
            maxLength: 10,
            selector: ({ a, step }) => [a, (a + step) % joints.length].sort().join(),
          }),
          doors: fc.array(fc.record({ wall: fc.nat(9), phase, offset: fc.nat(900) }), {
            maxLength: 5,
          }),
          rooms: fc.array(
            fc.record(
              {
                at: point,
                use: fc.constantFrom(...roomUses),
                name: arbitraryLine(20),
                holders,
                clearHeight: fc.integer({ min: 500, max: 4000 }),
                exhaust: fc.boolean(),
                flight: fc.integer({ min: 700, max: 1500 }),
                phase,
              },
              { requiredKeys: ['at', 'use', 'name', 'holders', 'phase'] },
            ),
            { maxLength: 4 },
          ),
          fixtures: fc.array(fixture, { maxLength: 4 }),
          risers: fc.array(riser, { maxLength: 3 }),
          marks: markings,
          clearHeight: fc.option(fc.integer({ min: 500, max: 3000 }), { nil: undefined }),
          windows: fc.boolean(),
        })
        .map((drawn): Storey => {
          const walls = drawn.walls.map(
            ({ a, step, thickness, bearing, engineerNote, phase: ofWall }): Wall =>
              ({
                a: `joint_${a + 1}`,
                b: `joint_${((a + step) % joints.length) + 1}`,
                thickness,
                kind: thickness === 0 ? 'boundary' : bearing ? 'bearing' : 'partition',
                ...(engineerNote === undefined ? {} : { engineerNote }),
                phase: ofWall,
              }) as Wall,
          );
          const taken = new Set<number>();
          const openings = drawn.doors.flatMap(({ wall: place, phase: wanted, offset }) => {
            const index = place % Math.max(walls.length, 1);
            const host = walls[index];
            if (!host || host.thickness === 0 || taken.has(index)) return [];
            taken.add(index);
            const phaseOfDoor: Phase =
              host.phase === 'new'
                ? 'new'
                : host.phase === 'demolished' && wanted === 'new'
                  ? 'demolished'
                  : wanted;
            const kind = drawn.windows && offset % 2 === 0 ? 'window' : 'door';
            const leaf: Partial<Opening> = {
              ...(kind === 'door'
                ? { leaf: 'swing', hinge: 'a', side: 'left' }
                : offset % 4 === 0
                  ? { opens: offset % 101 }
                  : {}),
              ...(offset % 3 === 0 ? {} : { keeps: offset % 3 === 1 ? 'a' : 'b' }),
            };
            return [
              {
                wall: `wall_${index + 1}`,
                kind,
                offset,
                width: 900,
                sill: 0,
                head: 2100,
                ...leaf,
                phase: phaseOfDoor,
              } as Opening,
            ];
          });
          return {
            name: `${level} 层`,
            level,
            elevation: (level - 1) * 3000,
            height: 3000,
            ...(drawn.clearHeight === undefined ? {} : { clearHeight: drawn.clearHeight }),
            joints: table('joint', joints),
            walls: table('wall', walls),
            openings: table('opening', openings),
            rooms: table('room', drawn.rooms as RoomTag[]),
            fixtures: table('fixture', drawn.fixtures),
            risers: table('riser', drawn.risers),
            ...marks(drawn.marks, walls.length),
          };
        });
    });

/** Any characters but those that nobody sees, which a name may not hold. */
export const arbitraryLine = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .string({ maxLength, unit: 'binary' })
    .filter((line) => lineSchema(maxLength).safeParse(line).success);

export const arbitraryPlan: fc.Arbitrary<Plan> = fc
  .record({
    doors: fc.uniqueArray(fc.integer({ min: 101, max: 110 }), { maxLength: 4 }),
    members: fc.option(fc.nat(9), { nil: undefined }),
    area: fc.option(fc.nat(30_000_000), { nil: undefined }),
    storeys: fc.integer({ min: 1, max: 3 }),
    axes: fc.option(fc.uniqueArray(fc.integer({ min: -9, max: 9 }), { maxLength: 4 }), {
      nil: undefined,
    }),
    north: fc.option(fc.nat(359), { nil: undefined }),
  })
  .chain(({ doors, members, area, storeys, axes, north }) => {
    const tenancy: Tenancy =
      area === undefined ? { certificate: '沪-1' } : { certificate: '沪-1', certifiedArea: area };
    const households = doors.map(
      (door, index): Household => ({
        door: String(door),
        ...(members === undefined ? {} : { members }),
        ...(index === 0 ? { tenancy: 'tenancy_1' as Household['tenancy'] } : {}),
      }),
    );
    const ids = households.map((_, index) => `household_${index + 1}`);
    return fc.tuple(...Array.from({ length: storeys }, (_, index) => storeyAt(index + 1, ids))).map(
      (drawn): Plan => ({
        tenancies: table('tenancy', [tenancy]),
        households: table('household', households),
        storeys: table('storey', drawn),
        ...(axes
          ? {
              axes: table(
                'axis',
                axes.map((place) => ({
                  runs: place % 2 === 0 ? ('level' as const) : ('upright' as const),
                  place: place * 1000,
                })),
              ),
            }
          : {}),
        ...(north === undefined ? {} : { north }),
      }),
    );
  });
