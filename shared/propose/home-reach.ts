import type { Unreached } from '../derive/household-state.ts';
import { householdStates } from '../derive/households.ts';
import type { Room } from '../derive/room.ts';
import { doorWords } from '../plan/door-words.ts';
import type { HouseholdId, Plan } from '../plan/model.ts';
import { nounOf } from '../rules/room-words.ts';
import { type Text, text } from '../text.ts';

/**
 * Why a door to the household's own rooms leads nobody home: those of them that no way from the common
 * stair, a corridor or outside gets to. Null where there is none among these rooms.
 */
export function unreachedHome(
  plan: Plan,
  holder: HouseholdId,
  beside: readonly Room[],
): Text | null {
  const ids = new Set(beside.map(({ id, storey }) => `${storey} ${id}`));
  const missed = (householdStates(plan, 'after').get(holder)?.unreached ?? []).filter(
    ({ room: { id, storey, holders } }) => holders.length === 1 && ids.has(`${storey} ${id}`),
  );
  if (missed.length === 0) return null;
  const rooms = listed(missed.map(({ room }) => room));
  const way = wayWords(plan, missed);
  return text(
    `本户的${rooms.zh}从公共楼梯、走廊或室外进不去${way.zh}`,
    `nobody gets from the common stair, a corridor or outside into its own ${rooms.en}${way.en}`,
  );
}

function wayWords({ households }: Plan, missed: readonly Unreached[]): Text {
  const through = [...new Set(missed.flatMap((one) => one.through))];
  const nobodys = through.filter(({ holders }) => holders.length === 0);
  if (nobodys.length > 0) {
    const rooms = listed(nobodys);
    return text(
      `：要经过的${rooms.zh}没有登记归属，请先设为公共部位或登记归属。`,
      `: nobody holds the ${rooms.en} on the way; say first whose that is.`,
    );
  }
  const others = [
    ...new Set(through.flatMap(({ holders }) => holders.filter((one) => one !== 'building'))),
  ].map((id) => households[id as HouseholdId]?.door ?? id);
  if (others.length > 0) {
    const { zh, en } = doorWords(others);
    return text(`，只能从${zh}穿过。`, `, unless across ${en}.`);
  }
  return text('：没有入户的门，请先补录或增设。', ': it has no door; draw or add one first.');
}

/** What stands beside a room and nobody holds, so that no door may lead there; null where nothing does. */
export function withoutHolder(beside: readonly Room[]): Text | null {
  const rooms = beside.filter(({ holders, use }) => holders.length === 0 && use !== 'shaft');
  return rooms.length > 0 ? listed(rooms) : null;
}

function listed(rooms: readonly Room[]): Text {
  const words = [...new Map(rooms.map((room) => [room.id, nounOf(room)])).values()];
  return text(words.map(({ zh }) => zh).join('、'), words.map(({ en }) => en).join(', '));
}
