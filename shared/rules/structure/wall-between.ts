import { planRooms } from '../../derive/households.ts';
import type { Room, Stretch } from '../../derive/room.ts';
import type { StoreyId, WallId } from '../../plan/model.ts';
import type { Moment } from '../../plan/phase.ts';
import { type Text, text } from '../../text.ts';
import { nounOfUse, roomOf } from '../room-words.ts';
import { holdersOf, type Situation } from '../rule.ts';

/**
 * Where a wall stands, by the rooms on both sides of it, so that one is told from another: `101室的
 * 厨房与101室的过道之间的`, ` between the kitchen of household 101 and the hall of household 101`.
 * `along` is mm from its end a; without it the longest stretch speaks for the whole wall.
 */
export function wallBetween(
  { plan }: Pick<Situation, 'plan'>,
  moment: Moment,
  storey: StoreyId,
  wall: WallId,
  along: number | null,
): Text {
  const name = plan.storeys[storey]?.name ?? storey;
  const rooms = planRooms(plan, moment).find((one) => one.storey === storey);
  const stretches = rooms?.stretches.get(wall) ?? [];
  const stretch =
    along === null
      ? stretches.reduce<Stretch | undefined>(longer, undefined)
      : stretches.find(({ from, to }) => from <= along && along <= to);
  const [first, second] = [stretch?.left, stretch?.right]
    .flatMap((id) => (id ? (rooms?.byId.get(id) ?? []) : []))
    // By their ids, as the direction in which a wall was drawn is no matter.
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((room) => ({ room, ...roomOf(plan, room) }));
  if (!first) return text(`${name}的`, ` on ${name}`);
  if (!second) return text(`${first.zh}外侧的`, ` between the ${first.en} and outside`);
  if (stretch?.left === stretch?.right) return text(`${first.zh}里的`, ` within the ${first.en}`);
  if (first.zh === second.zh) {
    return text(`${first.zh}与另一间之间的`, ` between the ${first.en} and another`);
  }
  if (isOnlyOfStorey(first.room) && isOnlyOfStorey(second.room)) {
    const [one, other] = [nounOfUse(first.room), nounOfUse(second.room)];
    return text(
      `${name}的${one.zh}与${other.zh}之间的`,
      ` between the ${one.en} and the ${other.en} on ${name}`,
    );
  }
  return text(`${first.zh}与${second.zh}之间的`, ` between the ${first.en} and the ${second.en}`);
}

/** No household's: it goes by its storey, which is said once for both. */
const isOnlyOfStorey = (room: Room): boolean => holdersOf(room).length === 0;

const longer = (one: Stretch | undefined, other: Stretch): Stretch =>
  one && one.to - one.from >= other.to - other.from ? one : other;
