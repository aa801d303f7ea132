import { fixtureCentre } from '../derive/footprint.ts';
import type { Room } from '../derive/room.ts';
import type { Fixture, FixtureId, Point } from '../plan/model.ts';
import { fixtureNouns } from '../plan/words.ts';
import { type Text, text } from '../text.ts';
import type { Situation } from './rule.ts';

/**
 * What a fixture is called where its room holds several of its kind, so that findings on them are told
 * apart: `图上左侧的洗面器`, `left one of the two basins`; the noun alone where it is the only one.
 */
export function fixtureIn(
  { fixturesOf }: Situation,
  room: Room,
  { id, fixture }: { readonly id: FixtureId; readonly fixture: Fixture },
  noun: Text = fixtureNouns[fixture.kind],
): Text {
  const alike = fixturesOf(room)
    .filter((one) => one.fixture.kind === fixture.kind)
    .map((one) => ({ id: one.id, at: fixtureCentre(one.fixture) }));
  if (alike.length < 2) return noun;
  const isLevel = spread(alike.map(({ at }) => at.x)) >= spread(alike.map(({ at }) => at.y));
  // From the left, or from the top: y runs up.
  const along = ({ x, y }: Point): number => (isLevel ? x : -y);
  const place = alike
    .sort((one, other) => along(one.at) - along(other.at) || (one.id < other.id ? -1 : 1))
    .findIndex((one) => one.id === id);
  if (alike.length === 2) {
    const [zh, en] = isLevel
      ? ([['左侧', '右侧'][place], ['left', 'right'][place]] as const)
      : ([['上方', '下方'][place], ['upper', 'lower'][place]] as const);
    return text(`图上${zh}的${noun.zh}`, `${en} one of the two ${noun.en}s`);
  }
  const [zh, en] = isLevel ? ['自左向右', 'from the left'] : ['自上而下', 'from the top'];
  return text(
    `图上${zh}第 ${place + 1} 个${noun.zh}`,
    `${ordinal(place + 1)} ${en} of the ${alike.length} ${noun.en}s`,
  );
}

const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

const ordinal = (place: number): string => `${place}${['th', 'st', 'nd', 'rd'][place] ?? 'th'}`;
