import type { Fixture, Opening, Phase, RoomTag } from '../../shared/plan/model.ts';
import { type Drawn, type Flat, type FlatWidths, wall } from './flats.ts';
import type { Random } from './random.ts';

/** A known fault: how a clean flat comes by it, and which rules must say so, no others. */
export interface FaultKind {
  readonly name: string;
  readonly rules: readonly string[];
  /** The flat is drawn with these widths. */
  readonly widths?: Partial<FlatWidths>;
  readonly plant?: (drawn: Drawn, flat: Flat, random: Random) => void;
}

type Id = (kind: string, part: string) => string;
export const idOf =
  ({ name }: Flat): Id =>
  (kind, part) =>
    `${kind}_${name}-${part}`;

export const change = <V>(table: Record<string, V>, key: string, more: Partial<V>): void => {
  const was = table[key];
  if (was === undefined) throw new Error(`nothing to plant a fault in: ${key}`);
  table[key] = { ...was, ...more };
};

export const opening = (
  part: string,
  more: (random: Random) => Partial<Opening>,
): FaultKind['plant'] =>
  function plant({ openings }, flat, random) {
    change(openings, idOf(flat)('opening', part), more(random));
  };
export const room = (
  part: string,
  more: (random: Random) => Partial<RoomTag>,
): FaultKind['plant'] =>
  function plant({ rooms }, flat, random) {
    change(rooms, idOf(flat)('room', part), more(random));
  };
export const without = (
  table: 'fixtures' | 'openings',
  kind: string,
  part: string,
): FaultKind['plant'] =>
  function plant(drawn, flat) {
    delete drawn[table][idOf(flat)(kind, part)];
  };
export const furniture = (
  part: string,
  place: (flat: Flat, random: Random) => Omit<Fixture, 'rotation' | 'phase'>,
): FaultKind['plant'] =>
  function plant({ fixtures }, flat, random) {
    fixtures[idOf(flat)('fixture', part)] = {
      rotation: 0,
      phase: 'existing',
      ...place(flat, random),
    };
  };

/** A stub of wall in the living room, from the middle of its floor to y. */
export const stub = (
  x: (flat: Flat) => number,
  y: (random: Random) => number,
  phase: Phase,
): FaultKind['plant'] =>
  function plant(drawn, flat, random) {
    const at = x(flat);
    wall(drawn, idOf(flat)('wall', 'stub'), [at, 5000], [at, y(random)], { phase });
  };

export const livingWest = ({ west, widths }: Flat): number => west + widths.bedroom;
export const kitchenWest = (flat: Flat): number => livingWest(flat) + flat.widths.living;
