import { CheckCircleFilled } from '@ant-design/icons';
import type { TableColumnsType } from 'antd';
import type { Facility } from '../../shared/derive/household-state.ts';
import type { HouseholdLine } from '../../shared/derive/household-table.ts';
import { compareDoors } from '../../shared/plan/door-words.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { m2, m2Change, shownChange } from '../language/say.ts';
import { facilityWords } from '../language/words.ts';

export type Say = (words: Text) => string;

const nothing = '—';
const metres = (length: number | null): string =>
  length === null ? nothing : `${(length / 1000).toFixed(1)} m`;

/**
 * The columns of the table of households, each to be sorted or filtered where that helps. `rankOf` counts
 * storeys from the lowest.
 */
export function columnsOf(
  say: Say,
  onStoreys: (line: HouseholdLine) => string,
  rankOf: (line: HouseholdLine) => number,
): TableColumnsType<HouseholdLine> {
  const byNumber =
    (of: (line: HouseholdLine) => number | null) =>
    (one: HouseholdLine, other: HouseholdLine): number =>
      (of(one) ?? -Infinity) - (of(other) ?? -Infinity);
  const facility = (name: 'kitchen' | 'bathroom', title: Text) => ({
    title: say(title),
    filters: (['exclusive', 'shared', 'missing'] as const).map((value) => ({
      value,
      text: say(facilityWords[value]),
    })),
    onFilter: (value: unknown, line: HouseholdLine) => line[name].after === value,
    render: (_: unknown, line: HouseholdLine) => <FromTo {...line[name]} />,
    width: 130,
  });
  return [
    {
      title: say(text('室号', 'Door')),
      dataIndex: 'door',
      sorter: (one, other) => compareDoors(one.door, other.door),
      defaultSortOrder: 'ascend',
      fixed: 'left',
      width: 90,
      render: (door: string, { complete }) => (
        <>
          {door}{' '}
          {complete ? (
            <CheckCircleFilled
              className="tone-good"
              title={say(text('已成套', 'Self-contained'))}
            />
          ) : null}
        </>
      ),
    },
    {
      title: say(text('楼层', 'Storey')),
      sorter: byNumber(rankOf),
      render: (_, line) => onStoreys(line),
      width: 100,
    },
    {
      title: say(text('人口', 'Members')),
      dataIndex: 'members',
      align: 'right',
      sorter: byNumber(({ members }) => members),
      render: (members: number | null) => members ?? nothing,
      width: 100,
    },
    {
      title: say(text('房间', 'Rooms')),
      align: 'right',
      render: (_, { rooms }) => `${rooms.before} → ${rooms.after}`,
      width: 80,
    },
    {
      title: say(text('使用面积：前', 'Usable: before')),
      align: 'right',
      sorter: byNumber(({ area }) => area.before),
      render: (_, { area }) => m2(area.before),
      width: 110,
    },
    {
      title: say(text('后', 'After')),
      align: 'right',
      sorter: byNumber(({ area }) => area.after),
      render: (_, { area }) => m2(area.after),
      width: 100,
    },
    {
      title: say(text('变化', 'Change')),
      align: 'right',
      sorter: byNumber(({ change }) => change),
      filters: [
        { value: 'lose', text: say(text('减少', 'Loses')) },
        { value: 'gain', text: say(text('增加', 'Gains')) },
      ],
      onFilter: (value, { area, change }) =>
        change !== null &&
        (value === 'lose'
          ? shownChange(area.before, area.after) < 0
          : shownChange(area.before, area.after) > 0),
      render: (_, { area, change }) =>
        change === null ? nothing : <Change change={shownChange(area.before, area.after)} />,
      width: 110,
    },
    {
      title: say(text('凭证面积', 'On the certificate')),
      align: 'right',
      sorter: byNumber(({ certified }) => certified),
      render: (_, { certified }) => (certified === null ? nothing : m2(certified)),
      width: 110,
    },
    facility('kitchen', text('厨房', 'Kitchen')),
    facility('bathroom', text('卫生间', 'Bathroom')),
    {
      title: say(text('居室采光', 'Daylight')),
      filters: [
        { value: true, text: say(text('有', 'Yes')) },
        { value: false, text: say(text('缺', 'Lacking')) },
      ],
      onFilter: (value, { daylight }) => daylight === value,
      render: (_, { daylight }) =>
        daylight === null ? nothing : say(daylight ? text('有', 'yes') : text('缺', 'lacking')),
      width: 90,
    },
    {
      title: say(text('到楼梯', 'To the stair')),
      align: 'right',
      sorter: byNumber(({ toStair }) => toStair),
      render: (_, { toStair }) => metres(toStair),
      width: 90,
    },
  ];
}

function Change({ change }: { readonly change: number }) {
  const tone = change < 0 ? 'tone-bad' : change > 0 ? 'tone-good' : 'quiet';
  return <span className={tone}>{m2Change(change)}</span>;
}

function FromTo({ before, after }: { readonly before: Facility; readonly after: Facility }) {
  const say = useSay();
  const tone = after === 'exclusive' ? 'tone-good' : after === 'shared' ? 'tone-warn' : 'tone-bad';
  return (
    <>
      <span className="quiet">{say(facilityWords[before])} → </span>
      <span className={tone}>{say(facilityWords[after])}</span>
    </>
  );
}
