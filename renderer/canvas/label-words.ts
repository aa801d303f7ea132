import type { Room } from '../../shared/derive/room.ts';
import type { Household, HouseholdId, Table } from '../../shared/plan/model.ts';
import { type Language, text } from '../../shared/text.ts';
import { m2, say } from '../language/say.ts';
import { roomUseWords } from '../language/words.ts';
import { ink } from './pen.ts';

/** What the label of a room may say. */

export interface LabelLine {
  readonly words: string;
  readonly weight: number;
  readonly colour: string;
}

export interface LabelChoice {
  readonly lines: readonly LabelLine[];
  /** px that it may reach over the walls beside the room. */
  readonly over: number;
}

type Households = Table<HouseholdId, Household>;

const sharedWord = text('合用', 'Shared');
const commonWord = text('公共', 'Common');
const unassigned = text('未定归属', 'No holder');

/** px: half of a partition, at the scale at which a small room needs it. */
export const overWalls = 7;

/**
 * Fullest first; the area is kept longest, and its unit with it. Where rooms are `named`, as on paper,
 * which cannot be zoomed into, the name is kept as long as the area.
 */
export function choicesOf(
  room: Room,
  households: Households,
  language: Language,
  isNamed = false,
): readonly LabelChoice[] {
  const area: LabelLine = { words: m2(room.area), weight: 500, colour: ink.line };
  // In the smallest rooms the number alone, the unit being the same everywhere.
  const number: LabelLine = { ...area, words: area.words.replace(' m²', '') };
  const inside = (...lines: LabelLine[]): LabelChoice => ({ lines, over: 0 });
  const across = (...lines: LabelLine[]): LabelChoice => ({ lines, over: overWalls });
  if (room.tags.length === 0) return [inside({ ...area, colour: ink.quiet })];
  const words = room.name || (room.use ? say(roomUseWords[room.use], language) : '');
  const name: readonly LabelLine[] = words ? [{ words, weight: 600, colour: ink.line }] : [];
  const [holders, short] = holderLines(room, households, language);
  const oneLine = (...lines: readonly LabelLine[]): LabelLine => ({
    ...area,
    words: lines.map((line) => line.words).join(' '),
  });
  const halves = halvesOf(words)?.map((half) => ({ words: half, weight: 600, colour: ink.line }));
  const named = [
    inside(oneLine(...name, area, holders)),
    inside(oneLine(...name, area), short),
    inside(...name, oneLine(area, short)),
    inside(oneLine(...name, area, short)),
    inside(...name, area),
    across(...name, area, short),
    across(...name, area),
    inside(oneLine(...name, area)),
    across(...name, number),
    ...(halves ? [inside(...halves, area, short), inside(...halves, area), inside(...halves)] : []),
  ];
  return [
    inside(...name, area, holders),
    inside(...name, area, short),
    ...(isNamed && words ? named : []),
    inside(area, short),
    across(area, short),
    inside(...name, area),
    across(area),
    across(number, short),
    inside(number),
  ];
}

/** A Chinese name, which has no spaces to break at, in two lines: `公用厕所` as `公用` and `厕所`. */
function halvesOf(words: string): readonly string[] | null {
  if (!/^\p{Script=Han}{4,}$/u.test(words)) return null;
  const middle = Math.ceil(words.length / 2);
  return [words.slice(0, middle), words.slice(middle)];
}

/** Who holds the room: in full, and as short as it can be said. */
function holderLines(
  room: Room,
  households: Households,
  language: Language,
): readonly [LabelLine, LabelLine] {
  const both = (line: LabelLine): readonly [LabelLine, LabelLine] => [line, line];
  if (room.holders.includes('building')) {
    return both({ words: say(commonWord, language), weight: 400, colour: ink.quiet });
  }
  const doors = room.holders.flatMap((holder) =>
    holder === 'building' ? [] : (households[holder]?.door ?? []),
  );
  const [only, ...others] = doors;
  if (only === undefined) {
    return both({ words: say(unassigned, language), weight: 400, colour: ink.demolished });
  }
  if (others.length === 0) return both({ words: only, weight: 500, colour: ink.line });
  const listed =
    doors.length > 3 ? `${doors.slice(0, 2).join(' ')} +${doors.length - 2}` : doors.join(' ');
  const shared = (what: string): LabelLine => ({
    words: `${say(sharedWord, language)} ${what}`,
    weight: 600,
    colour: ink.demolished,
  });
  return [shared(listed), shared(`×${doors.length}`)];
}
