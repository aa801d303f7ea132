import { expect, it } from 'vitest';
import { wallOutlines } from '../../shared/derive/outlines.ts';
import { entries, type Storey } from '../../shared/plan/model.ts';
import { generateStorey } from '../generate/storey.ts';

/** What looks as it did is known by its identity: nothing else of a picture is painted anew. */
it('an opening that slides leaves the outlines of all others the identical objects', () => {
  const { storey } = generateStorey({ seed: 3 });
  const list = entries(storey.openings);
  const slide = (was: Storey, place: number): Storey => {
    const [id, opening] = list[place]!;
    const slid = { ...opening, offset: opening.offset + 10 };
    return { ...was, openings: { ...was.openings, [id]: slid } };
  };
  let now = storey;
  for (const place of [0, list.length - 1, 0]) {
    const next = slide(now, place);
    const [before, after] = [wallOutlines(now).openings, wallOutlines(next).openings];
    expect(after.filter((outline) => !before.includes(outline)).map(({ id }) => id)).toEqual([
      list[place]![0],
    ]);
    now = next;
  }
});
