import { Button, Empty } from 'antd';
import type { ReactNode } from 'react';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { emptyShelf, type Shelf } from './library-shelf.tsx';

/** Why no building is listed, and the way on; `children` are the ways to a first building. */
export function LibraryEmpty(props: {
  readonly search: string;
  readonly shelf: Shelf;
  readonly children: ReactNode;
  onClearSearch(): void;
  onShowAll(): void;
}) {
  const say = useSay();
  const { search, shelf } = props;
  const empty = (words: Text, ways: ReactNode) => (
    <Empty className="library-empty" image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words)}>
      {ways}
    </Empty>
  );
  if (search !== '') {
    return empty(
      text(
        `没有找到“${search}”：名称、地址、门牌、方案、版本备注和状态中都没有`,
        `Nothing matches "${search}" in names, addresses, doors, schemes, notes or status`,
      ),
      <Button onClick={props.onClearSearch}>{say(text('清除搜索', 'Clear the search'))}</Button>,
    );
  }
  if (shelf !== 'all') {
    return empty(
      emptyShelf[shelf],
      <Button onClick={props.onShowAll}>{say(text('显示全部楼栋', 'Show all buildings'))}</Button>,
    );
  }
  return empty(
    text(
      '还没有楼栋。新建一栋，或导入楼栋文件。',
      'No buildings yet. Start one, or import a document.',
    ),
    <div className="button-row">{props.children}</div>,
  );
}
