import { number } from '../rule.ts';

/** D1: what an opening that the works make must be wide; a door that is widened is one. */
export const newOpenings = {
  id: 'D1',
  numbers: {
    entrance: number(1000, 'mm', '入户门', 'entrance'),
    bedroom: number(900, 'mm', '卧室门', 'bedroom'),
    kitchen: number(800, 'mm', '厨房门', 'kitchen'),
    bathroom: number(700, 'mm', '卫生间门', 'bathroom'),
  },
} as const;
