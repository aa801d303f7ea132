import { describe, expect, it } from 'vitest';
import { emsOf, labelPlaces, linesOf, type Marked } from '../../renderer/screens/stacks-labels.ts';

describe('the words of a room', () => {
  it('break where they may, and say all that they said', () => {
    expect(linesOf('Kitchen-bathroom', 20)).toEqual(['Kitchen-bathroom']);
    expect(linesOf('Kitchen-bathroom', 6)).toEqual(['Kitchen-', 'bathroom']);
    expect(linesOf('201, 202, 206, 207', 6)).toEqual(['201, 202,', '206, 207']);
    expect(linesOf('201、202、206、207', 6)).toEqual(['201、202、', '206、207']);
    expect(linesOf('煤卫合一间', 3)).toEqual(['煤卫合一间']);
  });

  it('fit into their room wherever a piece does', () => {
    for (const line of linesOf('201, 202, 203, 204, 205, 206', 7)) {
      expect(emsOf(line)).toBeLessThanOrEqual(7);
    }
  });
});

describe('the words of stacks', () => {
  const boxOf = (marked: Marked, index: number, all: readonly Marked[]) => {
    const place = labelPlaces(all, 12)[index]!;
    const long = emsOf(marked.words) * 12;
    const left = place.anchor === 'start' ? place.x : place.x - long;
    return { left, right: left + long, top: place.y - 12, bottom: place.y };
  };

  //  [1][2]   two side by side      [1]
  //                                 [2]   and one over the other
  it.each([
    ['side by side', 12, 0],
    ['over each other', 0, 11],
    ['in one place', 0, 0],
  ])('stand clear of each other where stacks are %s', (_, dx, dy) => {
    const all = [0, 1].map((index) => ({
      x: index * dx,
      y: index * dy,
      width: 10,
      depth: 10,
      words: `污水${index}`,
    }));
    const [one, other] = all.map((marked, index) => boxOf(marked, index, all));
    const apart =
      one!.right <= other!.left ||
      other!.right <= one!.left ||
      one!.bottom <= other!.top ||
      other!.bottom <= one!.top;
    expect(apart).toBe(true);
  });
});
