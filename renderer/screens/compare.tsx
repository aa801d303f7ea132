import { SwapOutlined } from '@ant-design/icons';
import { App, Button, Select, Spin, Tabs } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { HouseholdId, Plan, StoreyId } from '../../shared/plan/model.ts';
import { comparePlans, findingChanges, ofHousehold } from '../../shared/records/compare.ts';
import { roomsHeldBy } from '../../shared/records/household-scope.ts';
import { milestoneWords } from '../../shared/records/milestone-words.ts';
import { check } from '../../shared/rules/check.ts';
import { type Text, text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import { paintVeil } from '../canvas/paint-comparison.ts';
import type { Pen } from '../canvas/pen.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { dateTime } from '../language/say.ts';
import { draftKey, type PlanSource, usePlanOf, useSources } from '../panels/plan-sources.ts';
import { useEditorRoom } from '../panels/session-context.ts';
import { useProfile } from '../panels/use-profile.ts';
import { WideDialog } from '../panels/wide-dialog.tsx';
import { ElementsList, FindingsList, HouseholdsList, saveTable } from './compare-lists.tsx';
import { ComparisonPaper } from './compare-paper.tsx';
import { ComparePicture } from './compare-picture.tsx';
import './compare.css';
import './paper.css';

/** Which two plans: keys of sources; without them the draft beside the version that it stands on. */
export interface CompareStart {
  readonly before?: string;
  readonly after?: string;
}

/** Any two versions, schemes or the draft beside each other: meaning first, then elements. */
export function CompareDialog(props: { readonly start: CompareStart; onClose(): void }) {
  const say = useSay();
  const { language } = useLanguage();
  const { session } = useEditorRoom();
  const base = useStore(session.store, (state) => state.base);
  const groups = useSources();
  const all = groups.flatMap(({ sources }) => sources);
  const [keys, setKeys] = useState(() => ({
    before: props.start.before ?? base ?? all[1]?.key ?? draftKey,
    after: props.start.after ?? draftKey,
  }));
  const find = (key: string): PlanSource | null => all.find((one) => one.key === key) ?? null;
  const [before, after] = [find(keys.before), find(keys.after)];
  const [was, is] = [usePlanOf(before), usePlanOf(after)];
  const failure = was.failure ?? is.failure;

  const choice = (which: 'before' | 'after', label: Text) => (
    <div className="compare-choice">
      <span>{say(label)}</span>
      <Select
        value={keys[which]}
        onChange={(key) => setKeys((now) => ({ ...now, [which]: key }))}
        aria-label={say(label)}
        popupMatchSelectWidth={false}
        options={groups.map(({ scheme, sources }) => ({
          label: scheme.name,
          options: sources.map((source) => ({
            value: source.key,
            label: optionWords(source, say(source.called), say, (time) => dateTime(time, language)),
          })),
        }))}
      />
    </div>
  );
  const names = { before: namesOf(before, after), after: namesOf(after, before) };
  return (
    <WideDialog title={text('对比', 'Compare')} className="compare-dialog" onClose={props.onClose}>
      <div className="compare-head">
        {choice('before', text('前', 'From'))}
        <Button
          icon={<SwapOutlined />}
          aria-label={say(text('互换前后', 'Swap the two'))}
          onClick={() =>
            setKeys(({ before: one, after: other }) => ({ before: other, after: one }))
          }
        />
        {choice('after', text('后', 'To'))}
      </div>
      {all.length < 2 ? (
        <p className="compare-empty">
          {say(
            text(
              '还没有可对比的版本。先保存一个版本，继续修改后，就能在这里看出有哪些不同。',
              'There is nothing to compare yet. Save a version, go on drawing, and what differs is shown here.',
            ),
          )}
        </p>
      ) : failure ? (
        <p role="alert" className="failure">
          {say(failure)}
        </p>
      ) : was.plan && is.plan ? (
        <Comparison before={was.plan} after={is.plan} names={names} building={session} />
      ) : (
        <Spin className="compare-wait" />
      )}
    </WideDialog>
  );
}

/** Two schemes are told apart by their names, two versions of one scheme by their numbers. */
function namesOf(one: PlanSource | null, other: PlanSource | null): Text {
  if (!one) return text('', '');
  const words = one.called;
  if (one.scheme === other?.scheme) return words;
  return text(`${one.schemeName} ${words.zh}`, `${one.schemeName}, ${words.en.toLowerCase()}`);
}

function optionWords(
  { version }: PlanSource,
  name: string,
  say: (words: Text) => string,
  timeOf: (iso: string) => string,
): string {
  if (!version) return name;
  const note = version.note ? ` · ${version.note.slice(0, 40)}` : '';
  const stands = version.milestones.map((mark) => ` · ${say(milestoneWords(mark))}`).join('');
  return `${name} · ${timeOf(version.savedAt)}${stands}${note}`;
}

function Comparison(props: {
  readonly before: Plan;
  readonly after: Plan;
  readonly names: { readonly before: Text; readonly after: Text };
  readonly building: Pick<ReturnType<typeof useEditorRoom>['session'], 'state' | 'store'>;
}) {
  const { before, after, names } = props;
  const say = useSay();
  const { language } = useLanguage();
  const title = useStore(props.building.state, (state) => state.content.name);
  const [storey, setStorey] = useState<StoreyId | null>(null);
  const [only, setOnly] = useState<HouseholdId | null>(null);
  const comparison = useMemo(() => comparePlans(before, after), [before, after]);
  const profile = useProfile(props.building.store);
  const findings = useMemo(
    () => findingChanges(check(before, profile), check(after, profile)),
    [before, after, profile],
  );
  const one = useMemo(
    () => (only ? ofHousehold(before, after, only) : null),
    [before, after, only],
  );
  const { households: shown, elements } = one ?? comparison;
  const held = useMemo(() => (only ? roomsHeldBy(before, after, only) : []), [before, after, only]);
  const veil = useCallback(
    (pen: Pen, at: StoreyId) => {
      const here = held.filter((room) => room.storey === at);
      if (only)
        paintVeil(
          pen,
          here.map(({ polygon }) => polygon),
        );
    },
    [held, only],
  );
  const choose = (household: HouseholdId | null): void => {
    setOnly(household);
    const [first] = household ? roomsHeldBy(before, after, household) : [];
    if (first) setStorey(first.storey);
  };
  const concerns = <F extends { readonly households: readonly HouseholdId[] }>(
    list: readonly F[],
  ) => (only ? list.filter((finding) => finding.households.includes(only)) : list);
  const [gained, lost] = [concerns(findings.gained), concerns(findings.lost)];
  const [printing, setPrinting] = useState(false);
  const { message } = App.useApp();
  const printed = useCallback(
    (failure: unknown) => {
      setPrinting(false);
      if (failure !== null) message.error(say(failureText(failure)));
    },
    [message, say],
  );
  const doors = { ...before.households, ...after.households };
  return (
    <div className="compare-body">
      <ComparePicture
        before={before}
        after={after}
        changes={elements}
        words={names}
        storey={storey}
        onStorey={setStorey}
        paint={veil}
      />
      {printing ? (
        <ComparisonPaper
          title={title}
          names={names}
          before={before}
          after={after}
          comparison={{ ...comparison, households: shown, elements }}
          household={one?.household ?? null}
          gained={gained}
          lost={lost}
          fileName={`${title} ${say(text('对比', 'comparison'))}.pdf`}
          onDone={printed}
        />
      ) : null}
      <div className="compare-side">
        <div className="compare-filter">
          <Select
            value={only ?? ''}
            onChange={(id) => choose(id === '' ? null : (id as HouseholdId))}
            aria-label={say(text('只看一户', 'One household only'))}
            options={[
              { value: '', label: say(text('全部住户', 'All households')) },
              ...Object.entries(doors).map(([id, { door }]) => ({ value: id, label: door })),
            ]}
          />
          <Button loading={printing} onClick={() => setPrinting(true)}>
            {say(text('导出 PDF', 'Export PDF'))}
          </Button>
          <Button
            onClick={() =>
              saveTable({
                title: one ? `${title} ${one.household.door}` : title,
                names,
                households: shown,
                findings: { gained, lost },
                language,
              })
            }
          >
            {say(text('导出表格', 'Export table'))}
          </Button>
        </div>
        <Tabs
          items={[
            {
              key: 'households',
              label: `${say(text('住户', 'Households'))} ${shown.length}`,
              children: (
                <HouseholdsList
                  changes={shown}
                  totals={comparison.totals}
                  only={one?.household ?? null}
                />
              ),
            },
            {
              key: 'findings',
              label: `${say(text('问题', 'Findings'))} ${gained.length + lost.length}`,
              children: <FindingsList gained={gained} lost={lost} />,
            },
            {
              key: 'elements',
              label: `${say(text('图元', 'Elements'))} ${elements.length}`,
              children: (
                <ElementsList
                  changes={elements}
                  before={before}
                  after={after}
                  only={one?.household.door}
                  onChoose={(change) => change.storey && setStorey(change.storey)}
                />
              ),
            },
          ]}
        />
      </div>
    </div>
  );
}
