import { programmeName } from '../../shared/propose/programme.ts';
import { type Ask, proposed } from '../../shared/propose/propose.ts';
import { squareMetres } from '../../shared/rules/room-words.ts';
import { households, planToDivide, roomId, type Shape, storeyId } from './room-to-divide.ts';

/** The brothers' 4 m2 in the shapes that such rooms have, each between the homes of both. */
export interface BrothersShape {
  readonly name: string;
  readonly shape: Shape;
}

export const brothersShapes: readonly BrothersShape[] = [
  { name: '2.0 × 2.0 m', shape: { width: 2000, depth: 2000 } },
  { name: '2.0 × 2.0 m, door in a corner', shape: { width: 2000, depth: 2000, door: 100 } },
  {
    name: 'L, 2.4 × 2.0 m less 0.8 × 1.0',
    shape: { width: 2400, depth: 2000, notch: [800, 1000] },
  },
  {
    name: '2.0 × 2.1 m with a shaft 0.4 × 0.5',
    shape: { width: 2000, depth: 2100, shaft: [400, 500] },
  },
  { name: '1.6 × 2.5 m', shape: { width: 1600, depth: 2500 } },
  { name: '1.25 × 3.2 m', shape: { width: 1250, depth: 3200 } },
];

/** The file that shows the best of a shape, beside the README of the samples. */
export const drawingOf = ({
  shape: { width, depth, notch, shaft, door },
}: BrothersShape): string => {
  const also = notch ? '-l' : shaft ? '-shaft' : door === undefined ? '' : '-door';
  return `brothers-${width}x${depth}${also}.svg`;
};

export const askOf = ({ shape }: BrothersShape): Ask => ({
  plan: planToDivide(shape),
  storey: storeyId,
  room: roomId,
  holders: households,
  programme: 'best',
});

/** One line of the table in `assets/samples/README.md`. */
export function outcomeLine(one: BrothersShape): string {
  const { name } = one;
  const { offers, relaxations } = proposed(askOf(one));
  const [best] = offers;
  const found =
    best && best.programme !== 'own'
      ? `${offers.length}: ${programmeName(best.programme).en.toLowerCase()}, ${offers
          .map(({ parts }) => parts.map(({ area }) => squareMetres(area)).join(' + '))
          .join('; ')} m²`
      : 'none';
  const changes = relaxations.map(({ text }) => text.en).join('; ');
  return `| ${name} | ${found} | ${changes || '–'} | ![${name}](${drawingOf(one)}) |`;
}
