import { type Axis, type AxisId, entries, type Table } from '../plan/model.ts';

/** Letters of level axes: I, O and Z read as 1, 0 and 2. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXY';

/** A, B, ... Y, AA, AB, ... for 0, 1, ... */
export function axisLetter(index: number): string {
  const last = letters[index % letters.length] ?? '';
  return index < letters.length ? last : axisLetter(Math.floor(index / letters.length) - 1) + last;
}

export interface LabelledAxis extends Axis {
  readonly id: AxisId;
  readonly label: string;
}

/** The grid with its bubbles' words: numbered from left to right, lettered from bottom to top. */
export function labelledAxes(axes: Table<AxisId, Axis> | undefined): readonly LabelledAxis[] {
  const sorted = entries(axes ?? {})
    .map(([id, axis]) => ({ id, ...axis }))
    .sort((left, right) => left.place - right.place);
  const of = (runs: Axis['runs'], label: (index: number) => string): LabelledAxis[] =>
    sorted
      .filter((axis) => axis.runs === runs)
      .map((axis, index) => ({ ...axis, label: label(index) }));
  return [...of('upright', (index) => String(index + 1)), ...of('level', axisLetter)];
}
