import { CheckCircleFilled, DownloadOutlined } from '@ant-design/icons';
import { Button, Modal, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { Facility } from '../../shared/derive/household-state.ts';
import {
  type HouseholdLine,
  householdTable,
  householdTotals,
} from '../../shared/derive/household-table.ts';
import { compareDoors } from '../../shared/plan/door-words.ts';
import { type Plan, type StoreyId, storeysByLevel } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { m2, m2Change, shownChange } from '../language/say.ts';
import { facilityWords } from '../language/words.ts';
import { usePlan } from '../panels/use-plan.ts';
import './household-table.css';

const nothing = '—';
const metres = (length: number | null): string =>
  length === null ? nothing : `${(length / 1000).toFixed(1)} m`;

/** Every household before and after the works, with what it comes to and who loses. */
export function HouseholdTableDialog(props: {
  readonly store: EditorStore;
  readonly onClose: () => void;
}) {
  const say = useSay();
  const plan = usePlan(props.store);
  const [storey, setStorey] = useState<StoreyId | null>(null);
  const all = householdTable(plan);
  const lines = storey === null ? all : all.filter(({ storeys }) => storeys.includes(storey));
  const storeyNames = new Map(storeysByLevel(plan).map(([id, { name }]) => [id, name]));
  const onStoreys = ({ storeys }: HouseholdLine): string =>
    storeys.map((id) => storeyNames.get(id) ?? '').join('、') || nothing;
  const lookAt = (line: HouseholdLine): void => {
    const { select } = props.store.getState();
    select([{ kind: 'household', id: line.id }]);
    props.onClose();
  };
  return (
    <Modal
      open
      onCancel={props.onClose}
      footer={null}
      width="min(1500px, calc(100vw - 48px))"
      style={{ top: 24 }}
      title={say(text('住户一览表', 'Table of households'))}
      className="household-table"
    >
      <div className="household-table-head">
        <Select<StoreyId | ''>
          value={storey ?? ''}
          onChange={(id) => setStorey(id === '' ? null : id)}
          aria-label={say(text('楼层', 'Storey'))}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: say(text('整栋楼', 'The whole building')) },
            ...[...storeyNames].map(([value, label]) => ({ value, label })),
          ]}
        />
        <Fairness lines={lines} />
        <Button
          icon={<DownloadOutlined />}
          onClick={() => offerTable(csvOf(lines, onStoreys, say))}
          disabled={lines.length === 0}
        >
          {say(text('导出表格（CSV）', 'Export the table (CSV)'))}
        </Button>
      </div>
      <Table<HouseholdLine>
        size="small"
        rowKey="id"
        dataSource={[...lines]}
        pagination={false}
        scroll={{ y: 'calc(100vh - 300px)', x: 1150 }}
        columns={columnsOf(say, onStoreys)}
        onRow={(line) => ({ onClick: () => lookAt(line) })}
        locale={{
          emptyText: say(
            text('还没有住户。先在“住户”面板添加。', 'No households yet. Add them in the panel.'),
          ),
        }}
        summary={() => <Totals plan={plan} lines={all} shown={lines} isWhole={storey === null} />}
      />
      <p className="quiet">
        {say(
          text(
            '使用面积：独用房间全计，合用的居室按户平分，合用的厨房、卫生间、过道不计。凭证面积按凭证原文，与使用面积算法不同，只并列不相减。到楼梯的距离沿公共部位、门到门直线量。',
            'Usable area: rooms held alone, and a part of rooms lived in together; shared kitchens, bathrooms and halls do not count. The area of the certificate follows rules of its own and is set beside it, never subtracted. The way to the stair goes along common rooms, straight from door to door.',
          ),
        )}
      </p>
    </Modal>
  );
}

type Say = (words: Text) => string;

/** Who gains, who loses, and how far apart they are. */
function Fairness({ lines }: { readonly lines: readonly HouseholdLine[] }) {
  const say = useSay();
  const { households, complete, gain, lose, least, most } = householdTotals(lines);
  const spread =
    least === null || most === null
      ? text('', '')
      : text(
          `，变化从 ${m2Change(least)} 到 ${m2Change(most)}`,
          `; changes from ${m2Change(least)} to ${m2Change(most)}`,
        );
  return (
    <p className="household-table-fairness">
      <strong>
        {say(
          text(
            `${complete} / ${households} 户煤卫独用`,
            `${complete} / ${households} self-contained`,
          ),
        )}
      </strong>
      <span>
        {say(
          text(
            `${gain} 户面积增加，${lose} 户减少${spread.zh}`,
            `${gain} gain area, ${lose} lose${spread.en}`,
          ),
        )}
      </span>
    </p>
  );
}

function columnsOf(
  say: Say,
  onStoreys: (line: HouseholdLine) => string,
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
    { title: say(text('楼层', 'Storey')), render: (_, line) => onStoreys(line), width: 100 },
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

/** Totals of every storey, and of the building. */
function Totals(props: {
  readonly plan: Plan;
  readonly lines: readonly HouseholdLine[];
  readonly shown: readonly HouseholdLine[];
  readonly isWhole: boolean;
}) {
  const say = useSay();
  const { plan, lines, shown, isWhole } = props;
  const row = (key: string, name: string, of: readonly HouseholdLine[]) => {
    const totals = householdTotals(of);
    return (
      <Table.Summary.Row key={key}>
        <Table.Summary.Cell index={0} colSpan={4}>
          {say(
            text(
              `${name}：${totals.households} 户，独用 ${totals.complete} 户`,
              `${name}: ${totals.households} households, ${totals.complete} self-contained`,
            ),
          )}
        </Table.Summary.Cell>
        <Table.Summary.Cell index={4} align="right">
          {m2(totals.before)}
        </Table.Summary.Cell>
        <Table.Summary.Cell index={5} align="right">
          {m2(totals.after)}
        </Table.Summary.Cell>
        <Table.Summary.Cell index={6} align="right">
          {m2Change(shownChange(totals.before, totals.after))}
        </Table.Summary.Cell>
        <Table.Summary.Cell index={7} colSpan={5} />
      </Table.Summary.Row>
    );
  };
  if (!isWhole) {
    return <Table.Summary fixed>{row('shown', say(text('合计', 'Total')), shown)}</Table.Summary>;
  }
  // A household on several storeys counts with its lowest.
  return (
    <Table.Summary fixed>
      {storeysByLevel(plan).map(([id, { name }]) =>
        row(
          id,
          name,
          lines.filter(({ storeys }) => storeys[0] === id),
        ),
      )}
      {row('all', say(text('整栋楼', 'The whole building')), lines)}
    </Table.Summary>
  );
}

/** With a byte order mark, so that spreadsheets read Chinese. */
function csvOf(
  lines: readonly HouseholdLine[],
  onStoreys: (line: HouseholdLine) => string,
  say: Say,
): string {
  const squareMetres = (area: number | null): string =>
    area === null ? '' : (area / 1e6).toFixed(2);
  const head = [
    text('室号', 'Door'),
    text('楼层', 'Storey'),
    text('人口', 'Members'),
    text('房间数（前）', 'Rooms before'),
    text('房间数（后）', 'Rooms after'),
    text('使用面积（前）m²', 'Usable area before m²'),
    text('使用面积（后）m²', 'Usable area after m²'),
    text('变化 m²', 'Change m²'),
    text('凭证面积 m²', 'Area on the certificate m²'),
    text('厨房（前）', 'Kitchen before'),
    text('厨房（后）', 'Kitchen after'),
    text('卫生间（前）', 'Bathroom before'),
    text('卫生间（后）', 'Bathroom after'),
    text('居室采光', 'Daylight'),
    text('到楼梯 m', 'To the stair m'),
  ].map(say);
  const rows = [...lines]
    .sort((one, other) => compareDoors(one.door, other.door))
    .map((line) => [
      line.door,
      onStoreys(line),
      line.members === null ? '' : String(line.members),
      String(line.rooms.before),
      String(line.rooms.after),
      squareMetres(line.area.before),
      squareMetres(line.area.after),
      line.change === null ? '' : squareMetres(shownChange(line.area.before, line.area.after)),
      squareMetres(line.certified),
      say(facilityWords[line.kitchen.before]),
      say(facilityWords[line.kitchen.after]),
      say(facilityWords[line.bathroom.before]),
      say(facilityWords[line.bathroom.after]),
      line.daylight === null ? '' : say(line.daylight ? text('有', 'yes') : text('缺', 'lacking')),
      line.toStair === null ? '' : (line.toStair / 1000).toFixed(1),
    ]);
  // A door that begins like a formula must not become one in a spreadsheet.
  const cell = (words: string): string => {
    const safe = /^[=+@\t\r]|^-(?!\d)/.test(words) ? `'${words}` : words;
    return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function offerTable(content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'households.csv';
  link.click();
  URL.revokeObjectURL(url);
}
