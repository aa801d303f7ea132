import { App, Button, Input, Radio, Spin, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { VersionSummary } from '../../shared/bridge.ts';
import type { Plan, StoreyId } from '../../shared/plan/model.ts';
import { findingChanges } from '../../shared/records/compare.ts';
import { type ElementChange, elementChanges } from '../../shared/records/element-changes.ts';
import { pathOfChange } from '../../shared/records/facts.ts';
import { type Conflict, mergePlans, type Side } from '../../shared/records/merge.ts';
import { check } from '../../shared/rules/check.ts';
import type { Profile } from '../../shared/rules/profile.ts';
import { type Text, text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import type { TwoHeads } from '../editor/heads.ts';
import { newId } from '../editor/ids.ts';
import { emptyPlan, schemeOf } from '../editor/session.ts';
import { isDirty } from '../editor/store.ts';
import { changeWords } from '../language/change-words.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { dateTime } from '../language/say.ts';
import { type PlanSource, sourceOf, usePlanOf } from '../panels/plan-sources.ts';
import { useEditorRoom } from '../panels/session-context.ts';
import { SeverityMark } from '../panels/severity-mark.tsx';
import { useProfile } from '../panels/use-profile.ts';
import { WideDialog } from '../panels/wide-dialog.tsx';
import { ComparePicture } from './compare-picture.tsx';
import './compare.css';

/** Two versions that were saved side by side become one: only what both changed is asked. */
export function MergeDialog(props: { readonly two: TwoHeads; onClose(): void }) {
  const { two } = props;
  const say = useSay();
  const { session } = useEditorRoom();
  const scheme = useStore(session.state, (state) => schemeOf(state, session.scheme));
  const dirty = useStore(session.store, isDirty);
  const source = (version: VersionSummary | null): PlanSource | null =>
    version && scheme ? sourceOf(scheme, version) : null;
  const [ours, theirs] = [source(two.heads[0]), source(two.heads[1])];
  const base = source(two.base);
  const plans = { ours: usePlanOf(ours), theirs: usePlanOf(theirs), base: usePlanOf(base) };
  const nothing = useMemo(() => ({ ...emptyPlan(newId), storeys: {} }), []);
  const basePlan = two.base ? plans.base.plan : nothing;
  const failure = plans.ours.failure ?? plans.theirs.failure ?? plans.base.failure;
  return (
    <WideDialog
      title={text('合并两个版本', 'Merge two versions')}
      className="compare-dialog"
      onClose={props.onClose}
    >
      {failure ? (
        <p role="alert" className="failure">
          {say(failure)}
        </p>
      ) : dirty ? (
        <p className="compare-empty" role="status">
          {say(
            text(
              '草稿里还有未存为版本的修改。请先关闭此窗口，保存版本或放弃草稿，再来合并。',
              'The draft has edits that are in no version. Close this, save a version or discard the draft, and come back to merge.',
            ),
          )}
        </p>
      ) : ours && theirs && plans.ours.plan && plans.theirs.plan && basePlan ? (
        <Merging
          sides={{ ours, theirs }}
          ours={plans.ours.plan}
          theirs={plans.theirs.plan}
          base={basePlan}
          onClose={props.onClose}
        />
      ) : (
        <Spin className="compare-wait" />
      )}
    </WideDialog>
  );
}

function Merging(props: {
  readonly sides: Readonly<Record<Side, PlanSource>>;
  readonly base: Plan;
  readonly ours: Plan;
  readonly theirs: Plan;
  onClose(): void;
}) {
  const { sides, base, ours, theirs } = props;
  const say = useSay();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const { session } = useEditorRoom();
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const [storey, setStorey] = useState<StoreyId | null>(null);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Text | null>(null);
  const profile = useProfile(session.store);
  const merge = useMemo(
    () => mergePlans(base, ours, theirs, choices),
    [base, ours, theirs, choices],
  );
  const made = useMemo(
    () => ({ ours: elementChanges(base, ours), theirs: elementChanges(base, theirs) }),
    [base, ours, theirs],
  );
  const changes = useMemo(() => elementChanges(base, merge.plan), [base, merge]);
  const findings = useMemo(
    () =>
      findingChanges(
        [...check(ours, profile), ...check(theirs, profile)],
        check(merge.plan, profile),
      ).gained,
    [ours, theirs, merge, profile],
  );
  const brought = useMemo(
    () => foreseen({ base, ours, theirs }, merge.conflicts, choices, profile),
    [base, ours, theirs, merge, choices, profile],
  );
  const open = merge.conflicts.filter(({ settled }) => !settled).length;
  const names = { ours: sides.ours.called, theirs: sides.theirs.called };

  const choose = (id: string, side: Side): void => {
    setChoices((now) => new Map(now).set(id, side));
  };
  const save = async () => {
    const { ours: one, theirs: other } = sides;
    if (!one.version || !other.version) return;
    setBusy(true);
    setFailure(null);
    try {
      await session.saveMerged(merge.plan, [one.version.id, other.version.id], note.trim());
      message.success(say(text('已合并为新版本。', 'Merged into a new version.')));
      props.onClose();
    } catch (error) {
      setFailure(failureText(error));
      setBusy(false);
    }
  };

  return (
    <div className="compare-body">
      <ComparePicture
        before={base}
        after={merge.plan}
        changes={changes}
        words={{
          before: text('共同的前一版', 'What both were drawn from'),
          after: text('合并后', 'Merged'),
        }}
        storey={storey}
        onStorey={setStorey}
      />
      <div className="compare-side merge-side">
        <div className="merge-scroll">
          {(['ours', 'theirs'] as const).map((side) => (
            <p key={side} className="merge-head">
              <strong>{say(names[side])}</strong>{' '}
              <span className="quiet">{headWords(sides[side], language)}</span>
              <br />
              {say(
                text(
                  `改动 ${made[side].length} 处`,
                  made[side].length === 1 ? '1 change' : `${made[side].length} changes`,
                ),
              )}
            </p>
          ))}
          {merge.conflicts.length === 0 ? (
            <p role="status">
              {say(
                text(
                  '两个版本改动的地方互不冲突，各自的修改都保留。',
                  'The two versions changed different things: every change of both is kept.',
                ),
              )}
            </p>
          ) : (
            <>
              <h3>
                {say(text('两个版本都改了，请选择', 'Both versions changed these: choose'))}{' '}
                {open > 0 ? (
                  <Tag color="orange">{say(text(`还有 ${open} 处`, `${open} left`))}</Tag>
                ) : (
                  <Tag color="green">{say(text('都已选择', 'All chosen'))}</Tag>
                )}
              </h3>
              <ol className="compare-list">
                {merge.conflicts.map((conflict) => (
                  <ConflictEntry
                    key={conflict.id}
                    conflict={conflict}
                    names={names}
                    sayings={{
                      ours: sayingsOf(conflict, made.ours, base, ours),
                      theirs: sayingsOf(conflict, made.theirs, base, theirs),
                    }}
                    brought={brought.get(conflict.id) ?? nothingBrought}
                    onChoose={(side) => {
                      choose(conflict.id, side);
                      const at = made[side].find((change) => isIn(conflict, change))?.storey;
                      if (at) setStorey(at);
                    }}
                  />
                ))}
              </ol>
            </>
          )}
          <h3>{say(text('合并带来的新问题', 'Findings that the merge brings'))}</h3>
          {findings.length === 0 ? (
            <p className="quiet">
              {say(
                text(
                  '没有：合并后的问题在两个版本里都已列出。',
                  'None: what is found in the merged plan is found in one of the two.',
                ),
              )}
            </p>
          ) : (
            <ul className="compare-list">
              {findings.map((finding) => (
                <li key={finding.id}>
                  <SeverityMark severity={finding.severity} /> {say(finding.text)}
                </li>
              ))}
            </ul>
          )}
        </div>
        {failure ? (
          <p role="alert" className="failure">
            {say(failure)}
          </p>
        ) : null}
        <div className="merge-foot">
          <Input
            value={note}
            onChange={(event) => setNote(event.target.value)}
            maxLength={4000}
            aria-label={say(text('说明', 'Note'))}
            placeholder={say(text('说明（可不填）', 'Note (optional)'))}
          />
          <Button
            type="primary"
            loading={busy}
            disabled={open > 0}
            title={
              open > 0 ? say(text('请先逐条选择', 'Choose each of the conflicts first')) : undefined
            }
            onClick={() => void save()}
          >
            {say(text('保存合并版本', 'Save the merged version'))}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Conflicts for which both outcomes are worked out: each takes a whole check, twice. */
const mostForeseen = 12;

/** What the rules say only if one side of a conflict is taken, by conflict. */
function foreseen(
  { base, ours, theirs }: Readonly<Record<'base' | Side, Plan>>,
  conflicts: readonly Conflict[],
  choices: ReadonlyMap<string, Side>,
  profile: Profile,
): ReadonlyMap<string, Readonly<Record<Side, readonly Text[]>>> {
  return new Map(
    conflicts.slice(0, mostForeseen).map(({ id }) => {
      const found = (side: Side) =>
        check(mergePlans(base, ours, theirs, new Map(choices).set(id, side)).plan, profile);
      const [one, other] = [found('ours'), found('theirs')];
      const words = (list: typeof one) => list.map(({ text: said }) => said);
      return [
        id,
        {
          ours: words(findingChanges(other, one).gained),
          theirs: words(findingChanges(one, other).gained),
        },
      ];
    }),
  );
}

function headWords({ version }: PlanSource, language: 'zh' | 'en'): string {
  if (!version) return '';
  const parts = [dateTime(version.savedAt, language), version.author, version.note];
  return parts.filter((part) => part !== '').join(' · ');
}

export const nothingBrought: Readonly<Record<Side, readonly Text[]>> = { ours: [], theirs: [] };

const isIn = ({ paths }: Conflict, change: ElementChange): boolean =>
  paths.includes(pathOfChange(change));

/** What a head did to the elements of a conflict, a few of many. */
export function sayingsOf(
  conflict: Conflict,
  made: readonly ElementChange[],
  base: Plan,
  head: Plan,
): readonly Text[] {
  const here = made.filter((change) => isIn(conflict, change));
  if (here.length === 0) return [text('未改动', 'unchanged')];
  const shown = here.slice(0, 4).map((change) => changeWords(change, base, head));
  const more = here.length - shown.length;
  return more === 0 ? shown : [...shown, text(`等共 ${here.length} 处`, `and ${more} more`)];
}

export function ConflictEntry(props: {
  readonly conflict: Conflict;
  readonly names: Readonly<Record<Side, Text>>;
  readonly sayings: Readonly<Record<Side, readonly Text[]>>;
  readonly brought: Readonly<Record<Side, readonly Text[]>>;
  onChoose(side: Side): void;
}) {
  const { conflict, names, sayings, brought } = props;
  const say = useSay();
  return (
    <li>
      <Radio.Group
        value={conflict.settled ? conflict.chosen : null}
        onChange={(event) => props.onChoose(event.target.value as Side)}
        className="merge-choice"
      >
        {(['ours', 'theirs'] as const).map((side) => (
          <Radio key={side} value={side}>
            <strong>{say(names[side])}</strong>
            <ul>
              {sayings[side].map((saying) => (
                <li key={saying.en}>{say(saying)}</li>
              ))}
              {brought[side].map((finding) => (
                <li key={finding.en} className="compare-loss">
                  {say(finding)}
                </li>
              ))}
            </ul>
          </Radio>
        ))}
      </Radio.Group>
    </li>
  );
}
