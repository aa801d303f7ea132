import { DownloadOutlined } from '@ant-design/icons';
import { Button, Select, Table } from 'antd';
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import {
  type HouseholdLine,
  type HouseholdTotals,
  householdTable,
  householdTotals,
} from '../../shared/derive/household-table.ts';
import { storeyTotals } from '../../shared/derive/storey-totals.ts';
import { type Plan, type StoreyId, storeysByLevel } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { listedDerogations } from '../../shared/rules/listed-derogations.ts';
import { type Text, text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { m2, m2Change, shownChange } from '../language/say.ts';
import { schemeWords } from '../language/scheme-words.ts';
import { useEditorRoom } from '../panels/session-context.ts';
import { usePlan } from '../panels/use-plan.ts';
import { profileInUse } from '../panels/use-profile.ts';
import { WideDialog } from '../panels/wide-dialog.tsx';
import { columnsOf, type Say } from './household-columns.tsx';
import { csvOf, offerTable } from './household-csv.ts';
import './household-table.css';

/** Every household before and after the works, with what it comes to and who loses. */
export function HouseholdTableDialog(props: {
  readonly store: EditorStore;
  readonly onClose: () => void;
}) {
  const say = useSay();
  const plan = usePlan(props.store);
  const fileTitle = useFileTitle();
  const [storey, setStorey] = useState<StoreyId | null>(null);
  const all = householdTable(plan);
  const lines = storey === null ? all : all.filter(({ storeys }) => storeys.includes(storey));
  const storeyNames = new Map(storeysByLevel(plan).map(([id, { name }]) => [id, name]));
  const onStoreys = ({ storeys }: HouseholdLine): string =>
    storeys.map((id) => storeyNames.get(id) ?? '').join(say(text('、', ', '))) || '—';
  const order = [...storeyNames.keys()];
  const rankOf = ({ storeys }: HouseholdLine): number =>
    Math.min(order.length, ...storeys.map((id) => order.indexOf(id)));
  const nameOf = (id: StoreyId) => text(storeyNames.get(id) ?? '', storeyNames.get(id) ?? '');
  const parts = storey === null ? byStorey(plan) : [];
  const whole: Part =
    storey === null
      ? { id: 'all', name: say(wholeBuilding), totals: householdTotals(all) }
      : { id: 'shown', name: say(totalOfShown(lines)), totals: householdTotals(lines) };
  const isListed = parts.length > mostFixed;
  const fixed = isListed ? [whole] : [...parts, whole];
  const filtered = (shown: readonly HouseholdLine[]): Part => ({
    id: 'filtered',
    name: say(text('筛选出', 'Filtered')),
    totals: householdTotals(shown),
  });
  /** What the filters leave, in the order on the screen; the table tells it with every drawing. */
  const listed = useRef<readonly HouseholdLine[]>(lines);
  const offer = (): void => {
    const state = props.store.getState();
    const profile = profileInUse(state);
    const accepted = listedDerogations(check(plan, profile), state.derogations, { plan, profile });
    const name = storey === null ? wholeBuilding : nameOf(storey);
    const isAll = listed.current.length === lines.length;
    const sums = {
      parts: isAll ? parts : [filtered(listed.current)],
      all: { name: say(name), totals: householdTotals(lines) },
    };
    offerTable(csvOf(listed.current, onStoreys, say, accepted, profile, sums), fileTitle);
  };
  const lookAt = (line: HouseholdLine): void => {
    const { select } = props.store.getState();
    select([{ kind: 'household', id: line.id }]);
    props.onClose();
  };
  return (
    <WideDialog title={title} className="household-table" onClose={props.onClose}>
      <div className="household-table-head">
        <Select<StoreyId | ''>
          value={storey ?? ''}
          onChange={(id) => setStorey(id === '' ? null : id)}
          aria-label={say(text('楼层', 'Storey'))}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: say(wholeBuilding) },
            ...[...storeyNames].map(([value, label]) => ({ value, label })),
          ]}
        />
        <Fairness lines={lines} />
        <Button icon={<DownloadOutlined />} onClick={offer} disabled={lines.length === 0}>
          {say(text('导出表格（CSV）', 'Export the table (CSV)'))}
        </Button>
      </div>
      {isListed ? <StoreyTotalsList parts={parts} /> : null}
      <Table<HouseholdLine>
        size="small"
        rowKey="id"
        dataSource={[...lines]}
        pagination={false}
        // Above, it would lie over the button that exports.
        showSorterTooltip={{ placement: 'bottom' }}
        scroll={{
          y: `calc(100vh - ${300 + 39 * fixed.length + (isListed ? 68 : 0)}px)`,
          x: 1150,
        }}
        columns={columnsOf(say, onStoreys, rankOf)}
        onRow={(line) => ({ onClick: () => lookAt(line) })}
        locale={{
          emptyText: say(
            text('还没有住户。先在“住户”面板添加。', 'No households yet. Add them in the panel.'),
          ),
        }}
        summary={(shown) => {
          listed.current = shown;
          return (
            <Table.Summary fixed>
              {(shown.length < lines.length ? [filtered(shown), whole] : fixed).map((part) =>
                totalsRow(part, say),
              )}
            </Table.Summary>
          );
        }}
      />
      <p className="quiet">
        {say(
          text(
            '使用面积：独用房间全计，合用的居室按户平分，合用的厨房、卫生间、过道不计。凭证面积按凭证原文，与使用面积算法不同，只并列不相减。跨层住户在每一层各计一户，面积按所在楼层分计。到楼梯的距离沿公共部位、门到门直线量。',
            'Usable area: rooms held alone, and a part of rooms lived in together; shared kitchens, bathrooms and halls do not count. The area of the certificate follows rules of its own and is set beside it, never subtracted. A home on several storeys counts on each of them, with the area that lies there. The way to the stair goes along common rooms, straight from door to door.',
          ),
        )}
      </p>
    </WideDialog>
  );
}

/** `幸福里 方案甲 住户一览表`: files of several buildings lie in one folder. */
function useFileTitle(): string {
  const say = useSay();
  const { session } = useEditorRoom();
  const { content } = useStore(session.state);
  const scheme = content.schemes.find(({ id }) => id === session.scheme);
  const called = scheme ? say(schemeWords(scheme, content.schemes)) : '';
  return `${`${content.name} ${called}`.slice(0, mostOfTitle)} ${say(title)}`;
}

/** A building and its scheme may be called by thousands of characters, a file may not. */
const mostOfTitle = 100;

const title = text('住户一览表', 'Table of households');

/** Who gains, who loses, and how far apart they are. */
function Fairness({ lines }: { readonly lines: readonly HouseholdLine[] }) {
  const say = useSay();
  const { households, complete, gain, lose, least, most } = householdTotals(lines);
  const spread =
    least === null || most === null
      ? text('', '')
      : text(
          `，每户变化在 ${m2Change(least)} 至 ${m2Change(most)} 之间`,
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

/** What some lines come to, and what they are called. */
interface Part {
  readonly id: string;
  readonly name: string;
  readonly totals: HouseholdTotals;
  readonly spanning?: number;
}

/** Totals of more storeys than these stand above the table, as they would leave too little of a small screen for it. */
const mostFixed = 3;

/** What every storey comes to, in a few lines. */
function StoreyTotalsList({ parts }: { readonly parts: readonly Part[] }) {
  const say = useSay();
  return (
    <ul className="household-table-storeys" aria-label={say(text('各层合计', 'Totals by storey'))}>
      {parts.map((part) => (
        <li key={part.id}>
          {say(countsOf(part))}
          {say(text('，使用面积 ', ', usable '))}
          <b>{m2(part.totals.after)}</b>{' '}
          <span className="quiet">
            {m2Change(shownChange(part.totals.before, part.totals.after))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** `一层：5 户（其中 1 户跨层），独用 3 户`. */
function countsOf({ name, totals, spanning = 0 }: Part): Text {
  const also =
    spanning === 0
      ? text('', '')
      : text(`（其中 ${spanning} 户跨层）`, ` (${spanning} span storeys)`);
  return text(
    `${name}：${totals.households} 户${also.zh}，独用 ${totals.complete} 户`,
    `${name}: ${totals.households} households${also.en}, ${totals.complete} self-contained`,
  );
}

function totalsRow(part: Part, say: Say) {
  const { id, totals } = part;
  return (
    <Table.Summary.Row key={id}>
      <Table.Summary.Cell index={0} colSpan={4}>
        {say(countsOf(part))}
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
}

const byStorey = (plan: Plan): readonly Part[] =>
  storeyTotals(plan).map(({ storey, spanning, ...totals }) => ({
    id: storey,
    name: plan.storeys[storey]?.name ?? storey,
    totals,
    spanning,
  }));

/** The lines of one storey stand there with the whole of each home. */
const totalOfShown = (lines: readonly HouseholdLine[]): Text =>
  lines.some(({ storeys }) => storeys.length > 1)
    ? text('合计（含跨层住户在其他楼层的面积）', 'Total (with what homes have on other storeys)')
    : text('合计', 'Total');

const wholeBuilding = text('整栋楼', 'The whole building');
