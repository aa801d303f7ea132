import { Spin } from 'antd';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { VersionSummary } from '../../shared/bridge.ts';
import { text } from '../../shared/text.ts';
import { type TwoHeads, twoHeadsOf } from '../editor/heads.ts';
import { schemeOf } from '../editor/session.ts';
import { isDirty } from '../editor/store.ts';
import { basesWords } from '../language/fork-words.ts';
import { useSay } from '../language/language.tsx';
import { versionWithin } from '../language/version-words.ts';
import { type PlanSource, sourceOf, usePlanOf } from '../panels/plan-sources.ts';
import { useReadOnly } from '../panels/read-only.tsx';
import { useEditorRoom } from '../panels/session-context.ts';
import { WideDialog } from '../panels/wide-dialog.tsx';
import type { Since } from './merge-words.ts';
import { Merging } from './merging.tsx';
import { useMergeBase } from './use-merge-base.ts';
import './compare.css';

/** Two versions that were saved side by side become one: only what both changed is asked. */
export function MergeDialog(props: { readonly two: TwoHeads; onClose(): void }) {
  const { two } = props;
  const say = useSay();
  const { session } = useEditorRoom();
  const scheme = useStore(session.state, (state) => schemeOf(state, session.scheme));
  const dirty = useStore(session.store, isDirty);
  const source = (version: VersionSummary | null): PlanSource | null =>
    version && scheme ? sourceOf(scheme, version, [scheme]) : null;
  const [ours, theirs] = [source(two.heads[0]), source(two.heads[1])];
  const plans = { ours: usePlanOf(ours), theirs: usePlanOf(theirs) };
  const base = useMergeBase(session.scheme, two.past);
  const since = useMemo((): Since | null => {
    const [one, ...more] = two.bases;
    if (!one || !scheme) return null;
    return more.length === 0
      ? { kind: 'one', called: versionWithin(one, scheme.versions) }
      : { kind: 'several', called: basesWords(two.bases, scheme.versions) };
  }, [two.bases, scheme]);
  const failure =
    plans.ours.failure ?? plans.theirs.failure ?? (base.kind === 'failed' ? base.failure : null);
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
      ) : ours && theirs && plans.ours.plan && plans.theirs.plan && base.kind === 'there' ? (
        <Merging
          sides={{ ours, theirs }}
          ours={plans.ours.plan}
          theirs={plans.theirs.plan}
          base={base.base}
          since={since}
          hidden={two.hidden}
          onClose={props.onClose}
        />
      ) : (
        <Spin className="compare-wait" />
      )}
    </WideDialog>
  );
}

/** The same for the scheme that is open, where it may turn out that there is nothing to merge. */
export function SchemeMergeDialog({ onClose }: { onClose(): void }) {
  const say = useSay();
  const { session } = useEditorRoom();
  const readOnly = useReadOnly();
  const scheme = useStore(session.state, (state) => schemeOf(state, session.scheme));
  const two = useMemo(() => (scheme ? twoHeadsOf(scheme) : null), [scheme]);
  if (two && !readOnly) return <MergeDialog two={two} onClose={onClose} />;
  return (
    <WideDialog
      title={text('合并两个版本', 'Merge two versions')}
      className="compare-dialog"
      onClose={onClose}
    >
      <p className="compare-empty" role="status">
        {say(
          readOnly ??
            text(
              '本方案没有分头保存的版本，无需合并。两处同时保存后，这里可逐处选择并合为一版。',
              'No versions of this scheme were saved side by side: there is nothing to merge. When two people save at once, this makes one version of both.',
            ),
        )}
      </p>
    </WideDialog>
  );
}
