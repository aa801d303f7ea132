import type { HouseholdState } from '../derive/household-state.ts';
import type { Room } from '../derive/room.ts';
import { roomUseWords } from '../plan/words.ts';
import { shownArea, shownChange } from '../shown-area.ts';
import { type Text, text } from '../text.ts';
import { roomsInPlaceOf } from './same-rooms.ts';

/**
 * What became of the rooms that a household holds alone, beside its kitchen and bathroom, of which
 * `facilitySayings` tells: `居室 10.78 → 10.80 m²`. So that the parts add up to the whole. A room is
 * the same one by its tag; one that was tagged anew by its name or use, where only one has it. One
 * that is gone is told first, with what its place has become: `起居室 8.06 m² → 无`.
 */
export function roomSayings(before: HouseholdState, after: HouseholdState): Text[] {
  const [was, is] = [ownRooms(before), ownRooms(after)];
  const pairs = is.flatMap((room) => {
    const earlier = was.find(({ id }) => id === room.id) ?? onlyAlike(room, was, is);
    return earlier ? [{ earlier, room }] : [];
  });
  // A room that became a kitchen, or was one, is told of there.
  const gone = was.filter(
    (room) =>
      !pairs.some(({ earlier }) => earlier === room) &&
      !heldAlone(after).some(({ id }) => id === room.id),
  );
  const come = is.filter(
    (room) =>
      !pairs.some((pair) => pair.room === room) &&
      !heldAlone(before).some(({ id }) => id === room.id),
  );
  const told = new Set<Room>();
  return [
    ...gone.map((room): Text => {
      const { zh, en } = withArea(room);
      if (after.rooms.some(({ id }) => id === room.id)) {
        return text(`${zh}，改为合用`, `${en}, now shared`);
      }
      const instead = roomsInPlaceOf(room, newRooms(before, after));
      for (const one of instead) told.add(one);
      return goneSaying(room, instead);
    }),
    ...pairs.flatMap(({ earlier, room }): Text[] => {
      if (shownChange(earlier.area, room.area) === 0) return [];
      const { zh, en } = calledOf(room);
      const areas = `${shownArea(earlier.area)} → ${shownArea(room.area)} m²`;
      return [text(`${zh} ${areas}`, `${en} ${areas}`)];
    }),
    ...come
      .filter((room) => !told.has(room))
      .map((room) => {
        const { zh, en } = withArea(room);
        return text(`新有${zh}`, `new: ${en}`);
      }),
  ];
}

function goneSaying(room: Room, instead: readonly Room[]): Text {
  const { zh, en } = withArea(room);
  if (instead.length === 0) return text(`${zh} → 无`, `${en} → none`);
  const words = instead.map(withArea);
  return text(
    `${zh} → 无（改为${words.map((one) => one.zh).join('、')}）`,
    `${en} → none (now ${words.map((one) => one.en).join(', ')})`,
  );
}

function withArea(room: Room): Text {
  const { zh, en } = calledOf(room);
  const area = `${shownArea(room.area)} m²`;
  return text(`${zh} ${area}`, `${en} ${area}`);
}

const heldAlone = ({ rooms }: HouseholdState): Room[] =>
  rooms.filter(({ holders }) => holders.length === 1);

/** Also kitchens and bathrooms. */
const newRooms = (before: HouseholdState, after: HouseholdState): Room[] =>
  heldAlone(after).filter((room) => !before.rooms.some(({ id }) => id === room.id));

/** Facilities are told apart, also one that only the other plan counts as such. */
const ownRooms = (state: HouseholdState): Room[] =>
  heldAlone(state).filter(
    (room) => ![...state.kitchen.rooms, ...state.bathroom.rooms].some(({ id }) => id === room.id),
  );

function onlyAlike(room: Room, was: readonly Room[], is: readonly Room[]): Room | undefined {
  const alike = (one: Room): boolean => calledOf(one).zh === calledOf(room).zh;
  // A room that is still there by its tag is not another one by its name.
  const left = was.filter((one) => alike(one) && !is.some(({ id }) => id === one.id));
  const come = is.filter((one) => alike(one) && !was.some(({ id }) => id === one.id));
  if (left.length === 1 && come.length === 1) return left[0];
  const [here, ...others] = roomsInPlaceOf(room, left);
  return others.length === 0 && here && roomsInPlaceOf(here, come).length === 1 ? here : undefined;
}

function calledOf({ name, use }: Room): Text {
  if (name) return text(name, name);
  if (use === null) return text('未标注的房间', 'room without a tag');
  const { zh, en } = roomUseWords[use];
  return text(zh, en.toLowerCase());
}
