import { describe, expect, it } from 'vitest';
import { householdStates } from '../../shared/derive/households.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { integrityProblems } from '../../shared/plan/integrity.ts';
import type { Storey, StoreyId, WallId } from '../../shared/plan/model.ts';
import { planSchema } from '../../shared/plan/schema.ts';
import { editorGrids } from '../bench/editor-inputs.ts';
import { generateGrid, gridWalls } from './grid.ts';
import { wallCount } from './storey.ts';

const small = { columns: 5, rows: 7 };
const only = (plan: { readonly storeys: Readonly<Record<string, Storey>> }): [StoreyId, Storey] =>
  Object.entries(plan.storeys)[0] as [StoreyId, Storey];

describe('generated grids', () => {
  it('are sound plans, the same for the same seed', () => {
    const { plan } = generateGrid(small, 3);
    expect(planSchema.safeParse(plan).error).toBeUndefined();
    expect(integrityProblems(plan)).toEqual([]);
    expect(generateGrid(small, 3).plan).toEqual(plan);
    expect(generateGrid(small, 4).plan).not.toEqual(plan);
  });

  it('have exactly the walls of the benchmark, and a room in each cell', () => {
    const counts = editorGrids.map((grid) => wallCount(only(generateGrid(grid).plan)[1]));
    expect(counts).toEqual([199, 717, 2043, 10_000]);
    expect(editorGrids.map(gridWalls)).toEqual(counts);
    const [id, storey] = only(generateGrid(small).plan);
    const { rooms } = storeyRooms(id, storey, 'after');
    expect(rooms).toHaveLength(35);
    expect(rooms.every(({ tags }) => tags.length === 1)).toBe(true);
  });

  it('have homes with a way to each of their rooms, some with a kitchen of their own', () => {
    const states = [...householdStates(generateGrid(small).plan, 'after').values()];
    expect(states).toHaveLength(15);
    expect(states.every(({ reach }) => reach)).toBe(true);
    const kitchens = states.map(({ kitchen }) => kitchen.state);
    expect(new Set(kitchens)).toEqual(new Set(['exclusive', 'shared', 'missing']));
  });

  it('name a level wall in the middle, which meets no wall with a door', () => {
    const { plan, middle } = generateGrid(small);
    const [, { walls, joints, openings }] = only(plan);
    const { a, b } = walls[middle.wall as WallId]!;
    expect([joints[a]!.y, joints[b]!.y]).toEqual([middle.at.y, middle.at.y]);
    const hosts = new Set(Object.values(openings).map(({ wall }) => wall));
    const meeting = Object.entries(walls).filter(([, wall]) =>
      [wall.a, wall.b].some((end) => end === a || end === b),
    );
    const upright = meeting.filter(([, wall]) => joints[wall.a]!.x === joints[wall.b]!.x);
    expect(upright).toHaveLength(4);
    expect([...upright.map(([id]) => id), middle.wall].some((id) => hosts.has(id as WallId))).toBe(
      false,
    );
  });
});
