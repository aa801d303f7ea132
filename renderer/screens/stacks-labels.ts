import type { Bounds } from '../../shared/geometry/polygon.ts';

/** Words on the picture of the stacks: in lines that fit their room, and clear of each other. */

/** em: a Chinese character is as wide as it is high, a bold Latin letter three fifths of that. */
const emOf = (letter: string): number => (letter.charCodeAt(0) > 0x2e7f ? 1 : 0.6);

/** How wide words are, in letters' heights. */
export const emsOf = (words: string): number =>
  [...words].reduce((sum, letter) => sum + emOf(letter), 0);

/**
 * The words in lines of at most so many ems, broken after a blank, a hyphen or a Chinese comma; a
 * longer piece stands alone on its line.
 */
export function linesOf(words: string, ems: number): string[] {
  const lines: string[] = [];
  for (const piece of words.split(/(?<=[ 、-])/)) {
    const last = lines.at(-1);
    if (last !== undefined && emsOf(`${last}${piece}`.trimEnd()) <= ems) {
      lines[lines.length - 1] = `${last}${piece}`;
    } else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}

/** A stack on the picture, y downwards, with the words beside it. */
export interface Marked {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly depth: number;
  readonly words: string;
}

export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** Where the words of each stack stand: beside it, where nothing else stands already if there is such a place. */
export function labelPlaces(marked: readonly Marked[], letter: number): LabelPlace[] {
  const taken: Bounds[] = marked.map(({ x, y, width, depth }) => ({
    minX: x - width / 2,
    maxX: x + width / 2,
    minY: y - depth / 2,
    maxY: y + depth / 2,
  }));
  return marked.map(({ x, y, width, depth, words }) => {
    const gap = letter / 4;
    const long = emsOf(words) * letter;
    const places = [y - gap, y + letter, y - depth / 2 - gap, y + depth / 2 + letter].flatMap(
      (base): LabelPlace[] => [
        { x: x + width / 2 + gap, y: base, anchor: 'start' },
        { x: x - width / 2 - gap, y: base, anchor: 'end' },
      ],
    );
    const boxOf = (place: LabelPlace): Bounds => ({
      minX: place.anchor === 'start' ? place.x : place.x - long,
      maxX: place.anchor === 'start' ? place.x + long : place.x,
      minY: place.y - letter,
      maxY: place.y,
    });
    const free = places.find((place) => !taken.some((box) => overlap(box, boxOf(place))));
    const place = free ?? places[0]!;
    taken.push(boxOf(place));
    return place;
  });
}

export const overlap = (one: Bounds, other: Bounds): boolean =>
  one.minX < other.maxX && other.minX < one.maxX && one.minY < other.maxY && other.minY < one.maxY;
