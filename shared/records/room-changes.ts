import type { HouseholdState } from '../derive/household-state.ts';
import type { Room } from '../derive/room.ts';
import { roomUseWords } from '../plan/words.ts';
import { shownArea, shownChange } from '../shown-area.ts';
import { type Text, text } from '../text.ts';

/**
 * What became of the rooms that a household holds alone, beside its kitchen and bathroom, of which
 * `facilitySayings` tells: `居室 10.78 → 10.80 m²`. So that the parts add up to the whole. A room is
 * the same one by its tag; one that was tagged anew by its name or use, where only one has it.
 */
export function roomSayings(before: HouseholdState, after: HouseholdState): Text[] {
  const [was, is] = [ownRooms(before), ownRooms(after)];
  return is.flatMap((room): Text[] => {
    const earlier = was.find(({ id }) => id === room.id) ?? onlyAlike(room, was, is);
    if (!earlier || shownChange(earlier.area, room.area) === 0) return [];
    const { zh, en } = calledOf(room);
    const areas = `${shownArea(earlier.area)} → ${shownArea(room.area)} m²`;
    return [text(`${zh} ${areas}`, `${en} ${areas}`)];
  });
}

/** Facilities are told apart, also one that only the other plan counts as such. */
const ownRooms = (state: HouseholdState): Room[] =>
  state.rooms.filter(
    (room) =>
      room.holders.length === 1 &&
      ![...state.kitchen.rooms, ...state.bathroom.rooms].some(({ id }) => id === room.id),
  );

function onlyAlike(room: Room, was: readonly Room[], is: readonly Room[]): Room | undefined {
  const alike = (one: Room): boolean => calledOf(one).zh === calledOf(room).zh;
  // A room that is still there by its tag is not another one by its name.
  const left = was.filter((one) => alike(one) && !is.some(({ id }) => id === one.id));
  const come = is.filter((one) => alike(one) && !was.some(({ id }) => id === one.id));
  return left.length === 1 && come.length === 1 ? left[0] : undefined;
}

function calledOf({ name, use }: Room): Text {
  if (name) return text(name, name);
  if (use === null) return text('未标注的房间', 'room without a tag');
  const { zh, en } = roomUseWords[use];
  return text(zh, en.toLowerCase());
}
