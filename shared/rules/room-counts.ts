import type { Room } from '../derive/room.ts';
import { listInEnglish } from '../plan/door-words.ts';
import type { RoomUse } from '../plan/model.ts';
import { roomUseWords } from '../plan/words.ts';
import { type Text, text } from '../text.ts';

type Kind = RoomUse | 'contradicting' | 'untagged';

/** `3 间厨房、1 间卫生间`, `3 kitchens and one bathroom`: kind by kind, the most frequent first. */
export function countedRooms(rooms: readonly Pick<Room, 'use' | 'tags'>[]): Text {
  const counts = new Map<Kind, number>();
  for (const { use, tags } of rooms) {
    const kind = use ?? (tags.length > 0 ? 'contradicting' : 'untagged');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const kinds = [...counts].sort(
    ([kind, count], [other, more]) => more - count || (kind < other ? -1 : 1),
  );
  return text(
    kinds
      .map(([kind, count]) => `${count} ${measureWords[kind] ?? '间'}${chinese(kind)}`)
      .join('、'),
    listInEnglish(
      kinds.map(([kind, count]) =>
        count === 1 ? `one ${one(kind)}` : `${count} ${several(kind)}`,
      ),
    ),
  );
}

const isUse = (kind: Kind): kind is RoomUse => kind !== 'contradicting' && kind !== 'untagged';

function chinese(kind: Kind): string {
  if (isUse(kind)) return kind === 'other' ? '其他房间' : roomUseWords[kind].zh;
  return kind === 'untagged' ? '未标注的房间' : '房间';
}

/** What 间 does not count. */
const measureWords: Readonly<Partial<Record<Kind, string>>> = {
  'kitchen-bath': '个',
  hall: '条',
  corridor: '条',
  stair: '个',
  balcony: '个',
  utility: '个',
  shaft: '个',
  lift: '部',
};

function one(kind: Kind): string {
  switch (kind) {
    case 'untagged':
      return 'room without a tag';
    case 'contradicting':
      return 'room';
    case 'storage':
      return 'storage room';
    case 'other':
      return 'other room';
    default:
      return roomUseWords[kind].en.toLowerCase();
  }
}

function several(kind: Kind): string {
  if (kind === 'untagged') return 'rooms without a tag';
  if (kind === 'balcony') return 'balconies';
  return `${one(kind)}s`;
}
