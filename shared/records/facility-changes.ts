import type { Facility, FacilityState, HouseholdState } from '../derive/household-state.ts';
import { shownArea, shownChange } from '../shown-area.ts';
import { type Text, text } from '../text.ts';

/** What became of one household's kitchen and bathroom: sentences without a full stop. */
export function facilitySayings(before: HouseholdState, after: HouseholdState): Text[] {
  const [wasOne, isOne] = [isOneRoom(before), isOneRoom(after)];
  const standings = [
    standingOf(before.kitchen, after.kitchen),
    standingOf(before.bathroom, after.bathroom),
  ] as const;
  if (!wasOne && !isOne) {
    return [
      ...said(areasOf(kitchen, before.kitchen, after.kitchen), standings[0]),
      ...said(areasOf(bathroom, before.bathroom, after.bathroom), standings[1]),
    ];
  }
  const standing = standingOfBoth(...standings);
  if (wasOne && isOne) {
    return said(areasOf(kitchenBathroom, before.kitchen, after.kitchen), standing);
  }
  // Told apart, one room of both would be counted twice.
  const [was, is] = [roomsOf(before), roomsOf(after)];
  return said(
    { words: text(`${was.zh} → ${is.zh}`, `${was.en} → ${is.en}`), same: false },
    standing,
  );
}

const kitchen = text('厨房', 'kitchen');
const bathroom = text('卫生间', 'bathroom');
const kitchenBathroom = text('煤卫合一间', 'kitchen-bathroom');

const isOneRoom = (state: HouseholdState): boolean =>
  state.kitchen.rooms[0] !== undefined && state.kitchen.rooms[0] === state.bathroom.rooms[0];

const areaIn = ({ rooms }: FacilityState): number => rooms[0]?.area ?? 0;

interface Areas {
  readonly words: Text;
  /** As they are shown. */
  readonly same: boolean;
}

function areasOf(what: Text, before: FacilityState, after: FacilityState): Areas {
  const [was, is] = [areaIn(before), areaIn(after)];
  if (shownChange(was, is) === 0) {
    const area = areaWords(is);
    return { words: text(`${what.zh} ${area.zh}`, `${what.en} ${area.en}`), same: true };
  }
  const [from, to] = [earlier(was, is), areaWords(is)];
  return {
    words: text(`${what.zh} ${from.zh} → ${to.zh}`, `${what.en} ${from.en} → ${to.en}`),
    same: false,
  };
}

function said({ words, same }: Areas, standing: Text | null): Text[] {
  if (!standing) return same ? [] : [words];
  return [text(`${words.zh}，${standing.zh}`, `${words.en}, ${standing.en}`)];
}

const areaWords = (area: number): Text =>
  area === 0 ? text('无', 'none') : text(`${shownArea(area)} m²`, `${shownArea(area)} m²`);

/** The unit is said once, at the end. */
const earlier = (was: number, is: number): Text =>
  was > 0 && is > 0 ? text(shownArea(was), shownArea(was)) : areaWords(was);

/** `厨房 14.17 m²、卫生间 6.60 m²`, or the one room that is both. */
function roomsOf(state: HouseholdState): Text {
  if (isOneRoom(state)) {
    const area = areaWords(areaIn(state.kitchen));
    return text(`${kitchenBathroom.zh} ${area.zh}`, `one ${kitchenBathroom.en} of ${area.en}`);
  }
  const [one, other] = [
    roomWords(kitchen, areaIn(state.kitchen)),
    roomWords(bathroom, areaIn(state.bathroom)),
  ];
  return text(`${one.zh}、${other.zh}`, `${one.en} and ${other.en}`);
}

function roomWords(what: Text, area: number): Text {
  if (area === 0) return text(`无${what.zh}`, `no ${what.en}`);
  const { zh, en } = areaWords(area);
  return text(`${what.zh} ${zh}`, `${what.en} of ${en}`);
}

const becomes: Readonly<Record<Facility, Text>> = {
  exclusive: text('改为独用', 'now its own'),
  shared: text('改为合用', 'now shared'),
  missing: text('不再具备', 'no longer counts'),
};

/** How it is held otherwise, or by how many; null where that is the same. */
function standingOf(before: FacilityState, after: FacilityState): Text | null {
  if (before.state !== after.state) return becomes[after.state];
  const [was, is] = [before.sharedWith.length + 1, after.sharedWith.length + 1];
  if (after.state !== 'shared' || was === is) return null;
  return text(`合用 ${was} 户 → ${is} 户`, `shared by ${was} → ${is} households`);
}

function standingOfBoth(ofKitchen: Text | null, ofBathroom: Text | null): Text | null {
  if (ofKitchen?.zh === ofBathroom?.zh) return ofKitchen;
  const parts = [
    ...(ofKitchen ? [text(`${kitchen.zh}${ofKitchen.zh}`, `${kitchen.en} ${ofKitchen.en}`)] : []),
    ...(ofBathroom
      ? [text(`${bathroom.zh}${ofBathroom.zh}`, `${bathroom.en} ${ofBathroom.en}`)]
      : []),
  ];
  return text(parts.map(({ zh }) => zh).join('，'), parts.map(({ en }) => en).join(', '));
}
