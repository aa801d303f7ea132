import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDocument } from '../../shared/exchange/document.ts';
import type { BuildingId, Point, SchemeId, Storey } from '../../shared/plan/model.ts';
import { type Grid, generateGrid, gridWalls } from '../generate/grid.ts';

/** What the benchmark of the editor works on. */

export interface EditorInput {
  readonly name: string;
  readonly walls: number;
  /** The building's name in the library, and the scheme's. */
  readonly building: RegExp;
  readonly scheme: RegExp;
  /** A file to import first; null for a sample, which is there. */
  readonly file: string | null;
  /** mm, on the wall that is dragged. */
  readonly hold: Point;
  /** mm that it may be dragged, square to it. */
  readonly by: Point;
}

/** 199, 717, 2,043 and 10,000 walls. */
export const editorGrids: readonly Grid[] = [
  { columns: 10, rows: 9 },
  { columns: 20, rows: 17 },
  { columns: 33, rows: 30 },
  { columns: 88, rows: 56 },
];

const seed = 20261124;

export const gridInputs = (): EditorInput[] =>
  editorGrids.map((grid) => {
    const walls = gridWalls(grid);
    const { plan, middle } = generateGrid(grid, seed);
    const name = `网格 ${walls}`;
    return {
      name: `grid of ${walls} walls`,
      walls,
      building: new RegExp(name),
      scheme: /测量方案/,
      file: writeDocument({
        building: { id: `building_grid-${walls}` as BuildingId, name, address: '' },
        schemes: [{ id: 'scheme_grid' as SchemeId, name: '测量方案', description: '', plan }],
      }),
      hold: middle.at,
      // Short of the middle of the rooms, where their tags are.
      by: { x: 0, y: 1450 },
    };
  });

const sample = join(import.meta.dirname, '../../assets/samples/nineteen.json');

/** Sample 2: the wall between 101 and 102 on its ground storey, in a proposal. */
export function sampleInput(): EditorInput {
  const file = JSON.parse(readFileSync(sample, 'utf8')) as {
    schemes: { storeys: Record<string, Storey> }[];
  };
  const [ground] = Object.values(file.schemes[0]!.storeys);
  if (!ground) throw new Error('sample 2 has no storeys');
  return {
    name: 'sample 2, 一梯十九户',
    walls: Object.keys(ground.walls).length,
    building: /一梯十九户/,
    scheme: /方案甲/,
    file: null,
    hold: { x: 3300, y: 2300 },
    by: { x: 400, y: 0 },
  };
}
