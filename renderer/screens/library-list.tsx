import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown, Table, type TableColumnsType, Tag } from 'antd';
import { useMemo } from 'react';
import type { BuildingSummary } from '../../shared/bridge.ts';
import type { BuildingId } from '../../shared/plan/model.ts';
import { byBelievedTime, clockTolerance } from '../../shared/records/believed.ts';
import { type Text, text } from '../../shared/text.ts';
import { twinMarks } from '../language/building-words.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { savedWords } from '../language/saved-words.ts';
import { collator } from '../language/say.ts';
import { Completion } from '../panels/completion.tsx';
import { readOnlyWords } from '../panels/read-only.tsx';
import { StarButton } from './library-shelf.tsx';
import type { LibraryView } from './library-view.ts';

export type BuildingAction =
  | 'duplicate'
  | 'rename'
  | 'archive'
  | 'restore'
  | 'export'
  | 'bundle'
  | 'choose';

const actionWords: Readonly<Record<BuildingAction, Text>> = {
  rename: text('修改名称和地址', 'Rename'),
  duplicate: text('复制', 'Duplicate'),
  bundle: text('导出全部版本（.duyong）', 'Export all versions (.duyong)'),
  choose: text('选择版本导出…', 'Export chosen versions…'),
  export: text('导出楼栋文件', 'Export document'),
  archive: text('归档', 'Archive'),
  restore: text('取消归档', 'Restore from archive'),
};

/** What writes nothing into the library. */
const exporting: readonly BuildingAction[] = ['bundle', 'choose', 'export'];

/** Buildings. */
const onPage = 50;

/** The buildings as rows: the whole row opens, the name is the button that the keyboard reaches. */
export function BuildingList(props: {
  readonly buildings: readonly BuildingSummary[];
  readonly onOpen: (building: BuildingSummary) => void;
  readonly onAction: (building: BuildingSummary, action: BuildingAction) => void;
  /** Nothing can be written: what would be is not offered. */
  readonly readOnly: boolean;
  readonly favourites: readonly BuildingId[];
  readonly onStar: (building: BuildingId) => void;
  readonly view: Pick<LibraryView, 'page' | 'sort'>;
  /** `turned`: to another page. */
  readonly onView: (view: Pick<LibraryView, 'page' | 'sort'>, turned: boolean) => void;
}) {
  const say = useSay();
  const { language } = useLanguage();
  const byName = collator(language);
  const twins = useMemo(() => twinMarks(props.buildings), [props.buildings]);
  const columns: TableColumnsType<BuildingSummary> = [
    {
      key: 'name',
      title: say(text('楼栋', 'Building')),
      sorter: (left, right) => byName.compare(left.name, right.name),
      render: (_, building) => (
        <div className="building-name">
          <StarButton
            name={building.name}
            isStarred={props.favourites.includes(building.id)}
            onPress={() => props.onStar(building.id)}
          />
          <Button type="link" onClick={() => props.onOpen(building)}>
            <span className="building-called">{building.name}</span>
          </Button>
          {building.hasDraft ? (
            <Tag
              className="draft-tag"
              title={say(text('有未保存为版本的草稿', 'Has unsaved work'))}
            >
              {say(text('草稿', 'Draft'))}
            </Tag>
          ) : null}
          {building.diverged > 0 ? (
            <Tag
              color="orange"
              title={say(
                text(
                  `${building.diverged} 个方案有分头保存的版本，待合并`,
                  building.diverged === 1
                    ? 'A scheme has versions saved side by side, to be merged'
                    : `${building.diverged} schemes have versions saved side by side, to be merged`,
                ),
              )}
            >
              {say(text('待合并', 'To merge'))}
            </Tag>
          ) : null}
          {building.archived ? <Tag>{say(text('已归档', 'Archived'))}</Tag> : null}
          <div className="quiet building-address">
            {building.address || say(text('未填地址', 'No address'))}
            {twins.has(building.id) ? (
              <span
                className="building-mark"
                title={say(
                  text(
                    '名称和地址与另一栋相同，以编号的末四位区分',
                    'Another building has the same name and address: told apart by the end of its id',
                  ),
                )}
              >
                {twins.get(building.id)}
              </span>
            ) : null}
          </div>
        </div>
      ),
    },
    {
      key: 'storeys',
      title: say(text('层数', 'Storeys')),
      dataIndex: 'storeys',
      align: 'right',
      width: 90,
    },
    {
      key: 'households',
      title: say(text('户数', 'Households')),
      dataIndex: 'households',
      align: 'right',
      width: 110,
      sorter: (left, right) => left.households - right.households,
    },
    {
      key: 'schemes',
      title: say(text('方案', 'Schemes')),
      dataIndex: 'schemes',
      align: 'right',
      width: 90,
    },
    {
      key: 'complete',
      title: say(text('煤卫独用', 'Self-contained')),
      width: 190,
      sorter: (left, right) => share(left) - share(right),
      render: (_, building) => (
        <Completion complete={building.complete} households={building.households} />
      ),
    },
    {
      key: 'saved',
      title: say(text('最近版本', 'Last version')),
      width: 180,
      sorter: byLastSaved,
      render: (_, building) =>
        building.lastSavedAt ? (
          savedWords({ savedAt: building.lastSavedAt }, language)
        ) : (
          <span className="quiet">{say(text('尚无版本', 'None yet'))}</span>
        ),
    },
    {
      key: 'actions',
      title: <span className="unseen">{say(text('操作', 'Actions'))}</span>,
      width: 56,
      render: (_, building) => {
        const keep = building.archived ? 'restore' : 'archive';
        const actions: BuildingAction[] = [
          'rename',
          'duplicate',
          'bundle',
          'choose',
          'export',
          keep,
        ];
        return (
          <Dropdown
            trigger={['click']}
            menu={{
              items: actions.map((key) => ({
                key,
                label: say(actionWords[key]),
                disabled: props.readOnly && !exporting.includes(key),
                title: props.readOnly && !exporting.includes(key) ? say(readOnlyWords) : '',
              })),
              onClick: ({ key, domEvent }) => {
                domEvent.stopPropagation();
                props.onAction(building, key as BuildingAction);
              },
            }}
          >
            <Button
              type="text"
              icon={<MoreOutlined />}
              aria-label={say(
                text(`${building.name}：更多操作`, `More actions for ${building.name}`),
              )}
              onClick={(event) => event.stopPropagation()}
            />
          </Dropdown>
        );
      },
    },
  ];
  const { sort, page } = props.view;
  const sorted = columns.map((column) => ({
    ...column,
    ...('sorter' in column && {
      sortOrder: sort && column.key === sort.column ? sort.order : null,
    }),
  }));
  return (
    <Table<BuildingSummary>
      className="building-list"
      rowKey="id"
      columns={sorted}
      dataSource={[...props.buildings]}
      pagination={
        props.buildings.length > onPage && {
          pageSize: onPage,
          current: page,
          placement: ['topEnd', 'bottomEnd'],
          showSizeChanger: false,
          showTotal: (total, [from, to]) =>
            say(
              text(
                `共 ${total} 栋，第 ${from}–${to} 栋`,
                `${total} buildings, ${from}–${to} shown`,
              ),
            ),
        }
      }
      onChange={({ current = 1 }, _, sorter, { action }) => {
        const { columnKey, order } = [sorter].flat()[0] ?? {};
        const column = order ? { column: String(columnKey), order } : null;
        props.onView({ page: current, sort: column }, action === 'paginate');
      }}
      onRow={(building) => ({
        onClick: (event) => {
          if (!(event.target as Element).closest('button')) props.onOpen(building);
        },
      })}
      rowClassName={(building) => (building.archived ? 'building-archived' : '')}
    />
  );
}

/** As `byBelievedTime` puts them, the latest last; what was never saved comes first. */
function byLastSaved(left: BuildingSummary, right: BuildingSummary): number {
  const [one, other] = [left, right].map(({ id, lastSavedAt: savedAt }) =>
    savedAt === null ? null : { id, savedAt },
  );
  if (!one || !other) return Number(one !== null) - Number(other !== null);
  const latest = new Date(Date.now() + clockTolerance).toISOString();
  return byBelievedTime(latest)(other, one);
}

const share = (building: BuildingSummary): number =>
  building.households === 0 || building.complete === null
    ? -1
    : building.complete / building.households;
