import type { Room, StoreyRooms } from '../derive/room.ts';
import type { RoomUse } from '../plan/model.ts';
import { roomUseWords } from '../plan/words.ts';
import { type Text, text } from '../text.ts';

/** Whether a person gets into a new room from common space and from nowhere else. */
export function isFromCommon({ links, byId }: StoreyRooms, room: Room): boolean {
  const beyond = links
    .filter(({ kind, from, to }) => kind !== 'window' && (from === room.id || to === room.id))
    .map(({ from, to }) => (from === room.id ? to : from));
  return (
    beyond.length > 0 &&
    beyond.every((id) => id === null || byId.get(id)?.holders.includes('building'))
  );
}

/** What it means for a household; null where it gets into all of its part from its own rooms. */
export function fromCommonWords(
  rooms: readonly { readonly use: RoomUse; readonly fromCommon: boolean }[],
): Text | null {
  const uses = rooms.filter(({ fromCommon }) => fromCommon).map(({ use }) => roomUseWords[use]);
  if (uses.length === 0) return null;
  return text(
    `${uses.map(({ zh }) => zh).join('、')}只能从公共部位进出`,
    `${uses.map(({ en }) => en.toLowerCase()).join(' and ')} entered from common space only`,
  );
}
