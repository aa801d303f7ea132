import { StarFilled, StarOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import type { BuildingSummary, Settings } from '../../shared/bridge.ts';
import type { BuildingId } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';

/** Which part of the library is on the screen: all of it, what somebody marked, what was opened. */
export type Shelf = 'all' | 'favourites' | 'recent';

const words: Readonly<Record<Shelf, Text>> = {
  all: text('全部', 'All'),
  favourites: text('收藏', 'Favourites'),
  recent: text('最近打开', 'Recent'),
};

/** What an empty shelf says. */
export const emptyShelf: Readonly<Record<Exclude<Shelf, 'all'>, Text>> = {
  favourites: text(
    '还没有收藏的楼栋。点楼栋名称前的星形即可收藏。',
    'No favourites yet. Press the star before the name of a building.',
  ),
  recent: text('本机还没有打开过楼栋。', 'No building has been opened on this computer yet.'),
};

/** The latest that are kept. */
const mostRecent = 50;

export const openedNow = (
  recent: readonly BuildingId[] | undefined,
  building: BuildingId,
): BuildingId[] =>
  [building, ...(recent ?? []).filter((one) => one !== building)].slice(0, mostRecent);

export const starred = (
  favourites: readonly BuildingId[] | undefined,
  building: BuildingId,
): BuildingId[] => {
  const now = favourites ?? [];
  return now.includes(building) ? now.filter((one) => one !== building) : [...now, building];
};

/** Of the recent ones the last one opened comes first; the others stay in their order. */
export function onShelf(
  buildings: readonly BuildingSummary[],
  shelf: Shelf,
  settings: Pick<Settings, 'recentBuildings' | 'favouriteBuildings'>,
): BuildingSummary[] {
  if (shelf === 'all') return [...buildings];
  if (shelf === 'favourites') {
    return buildings.filter(({ id }) => settings.favouriteBuildings?.includes(id));
  }
  return (settings.recentBuildings ?? []).flatMap((id) =>
    buildings.filter((building) => building.id === id),
  );
}

export function ShelfChoice(props: { readonly shelf: Shelf; onChange(shelf: Shelf): void }) {
  const say = useSay();
  return (
    <Segmented<Shelf>
      value={props.shelf}
      onChange={props.onChange}
      aria-label={say(text('显示哪些楼栋', 'Which buildings'))}
      options={(['all', 'favourites', 'recent'] as const).map((value) => ({
        value,
        label: say(words[value]),
      }))}
    />
  );
}

export function StarButton(props: {
  readonly name: string;
  readonly isStarred: boolean;
  onPress(): void;
}) {
  const say = useSay();
  const { name, isStarred } = props;
  return (
    <Button
      type="text"
      className={isStarred ? 'star star-on' : 'star'}
      icon={isStarred ? <StarFilled /> : <StarOutlined />}
      aria-pressed={isStarred}
      aria-label={say(text(`收藏${name}`, `Favourite: ${name}`))}
      onClick={(event) => {
        event.stopPropagation();
        props.onPress();
      }}
    />
  );
}
