import type { Storey } from '../../shared/plan/model.ts';
import type { Random } from './random.ts';

/** From x, y to x, y, and the thickness; mm. */
export type Line = readonly [number, number, number, number, number];

/**
 * Walls at random within 8 by 8 m: at any angle, on a grid, ending on each other, along each other,
 * crossing in one point; of any thickness, boundaries among them.
 */
export function soup(random: Random): Line[] {
  const lines: Line[] = [];
  const count = random.between(3, 40);
  const grid = random.pick([1, 1, 10, 500]);
  const place = (): [number, number] => [
    random.between(0, 8000, grid),
    random.between(0, 8000, grid),
  ];
  while (lines.length < count) {
    const thickness = random.pick([0, 60, 100, 120, 240, 370]);
    const [ax, ay] = place();
    const [bx, by] = place();
    const other = lines.length > 0 ? random.pick(lines) : null;
    const kind = other ? random.pick(['any', 'any', 'level', 'ending', 'along', 'double']) : 'any';
    if (kind === 'any' || !other) lines.push([ax, ay, bx, by, thickness]);
    else if (kind === 'level') lines.push([ax, ay, bx, ay, thickness]);
    else if (kind === 'double') lines.push([...other.slice(0, 4), thickness] as unknown as Line);
    else {
      const on = (share: number): [number, number] => [
        Math.round(other[0] + share * (other[2] - other[0])),
        Math.round(other[1] + share * (other[3] - other[1])),
      ];
      if (kind === 'ending') lines.push([ax, ay, ...on(random.share()), thickness]);
      else lines.push([...on(random.share()), ...on(random.between(-5, 15) / 10), thickness]);
    }
  }
  return lines.filter(([ax, ay, bx, by]) => ax !== bx || ay !== by);
}

/** A storey of these walls; ends at the same place share a joint. */
export function storeyOfLines(lines: readonly Line[]): Storey {
  const joints: Record<string, { x: number; y: number }> = {};
  const joint = (x: number, y: number): string => {
    joints[`joint_${x}_${y}`] = { x, y };
    return `joint_${x}_${y}`;
  };
  const walls = lines.map(([ax, ay, bx, by, thickness], index) => [
    `wall_${String(index).padStart(5, '0')}`,
    {
      a: joint(ax, ay),
      b: joint(bx, by),
      thickness,
      kind: thickness === 0 ? 'boundary' : 'partition',
      phase: 'existing',
    },
  ]);
  const empty = { openings: {}, rooms: {}, fixtures: {}, risers: {} };
  const shell = { name: '1', level: 1, elevation: 0, height: 2900 };
  return { ...shell, joints, walls: Object.fromEntries(walls), ...empty } as unknown as Storey;
}
