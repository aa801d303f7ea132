import { App, Button, Select, Tabs } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { compareDoors } from '../../shared/plan/door-words.ts';
import type { HouseholdId, Plan, StoreyId } from '../../shared/plan/model.ts';
import { comparePlans, findingChanges, ofHousehold } from '../../shared/records/compare.ts';
import { takingOver } from '../../shared/records/facts.ts';
import { findingTurns } from '../../shared/records/finding-turns.ts';
import { roomsHeldBy } from '../../shared/records/household-scope.ts';
import { check } from '../../shared/rules/check.ts';
import type { Accepted } from '../../shared/rules/derogation.ts';
import { listedDerogations } from '../../shared/rules/listed-derogations.ts';
import { type Text, text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { RulesOffList } from '../panels/rules-off.tsx';
import type { useEditorRoom } from '../panels/session-context.ts';
import { useProfile } from '../panels/use-profile.ts';
import { ElementsList, FindingsList, HouseholdsList } from './compare-lists.tsx';
import { ComparisonPaper } from './compare-paper.tsx';
import { ComparePicture } from './compare-picture.tsx';
import { saveTable } from './compare-table.ts';
import { DerogationsList } from './derogations-list.tsx';

/** Two plans beside each other: the picture, then households, findings and elements. */
export function Comparison(props: {
  readonly before: Plan;
  readonly after: Plan;
  readonly names: { readonly before: Text; readonly after: Text };
  /** When each was saved and by whom, for what is exported at some moment. */
  readonly originsAt: (at: Date) => { readonly before: Text; readonly after: Text };
  /** Acceptances of the later plan's scheme. */
  readonly derogations: readonly Accepted[];
  readonly building: Pick<ReturnType<typeof useEditorRoom>['session'], 'state' | 'store'>;
}) {
  const { before, names, derogations } = props;
  const after = useMemo(() => takingOver(props.after, before), [props.after, before]);
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
  const acceptances = useMemo(
    () => listedDerogations(check(after, profile), derogations, { plan: after, profile }),
    [after, profile, derogations],
  );
  const one = useMemo(
    () => (only ? ofHousehold(before, after, only) : null),
    [before, after, only],
  );
  const { households: shown, elements } = one ?? comparison;
  const held = useMemo(
    () => (only ? { household: only, rooms: roomsHeldBy(before, after, only) } : null),
    [before, after, only],
  );
  const choose = (household: HouseholdId | null): void => {
    setOnly(household);
    const [first] = household ? roomsHeldBy(before, after, household) : [];
    if (first) setStorey(first.storey);
  };
  const concerns = <F extends { readonly households: readonly HouseholdId[] }>(
    list: readonly F[],
  ) => (only ? list.filter((finding) => finding.households.includes(only)) : list);
  // Of one household first: whoever shares a room no longer has a finding less.
  const turns = findingTurns(
    { gained: concerns(findings.gained), lost: concerns(findings.lost) },
    props,
  );
  const accepted = concerns(acceptances);
  const [printing, setPrinting] = useState<Date | null>(null);
  const { message } = App.useApp();
  const printed = useCallback(
    (failure: unknown) => {
      setPrinting(null);
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
        only={held}
      />
      {printing ? (
        <ComparisonPaper
          title={title}
          names={names}
          at={printing}
          origins={props.originsAt(printing)}
          before={before}
          after={after}
          comparison={{ ...comparison, households: shown, elements }}
          household={one?.household ?? null}
          held={held}
          findings={turns}
          accepted={accepted}
          profile={profile}
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
              ...Object.entries(doors)
                .map(([id, { door }]) => ({ value: id, label: door }))
                .sort((left, right) => compareDoors(left.label, right.label)),
            ]}
          />
          <Button loading={printing !== null} onClick={() => setPrinting(new Date())}>
            {say(text('导出 PDF', 'Export PDF'))}
          </Button>
          <Button
            onClick={() =>
              saveTable({
                title: one ? `${title} ${one.household.door}` : title,
                names,
                origins: props.originsAt(new Date()),
                totals: one ? null : comparison.totals,
                households: shown,
                ...{ before, after, elements, isMixed: comparison.isMixed },
                findings: turns,
                accepted,
                profile,
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
                  isMixed={comparison.isMixed}
                  only={one?.household ?? null}
                />
              ),
            },
            {
              key: 'findings',
              label: `${say(text('问题', 'Findings'))} ${turns.gained.length + turns.lost.length + turns.ended.length + turns.turned.length}`,
              children: (
                <>
                  <FindingsList findings={turns} />
                  <DerogationsList accepted={accepted} />
                  <RulesOffList profile={profile} />
                </>
              ),
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
