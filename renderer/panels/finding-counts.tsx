import { memo } from 'react';
import { useStore } from 'zustand';
import type { Plan } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { openFindings } from '../../shared/rules/derogation.ts';
import { type Text, text } from '../../shared/text.ts';
import { type EditorStore, shownPlan } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { severityWords } from '../language/words.ts';
import { SeverityMark } from './severity-mark.tsx';
import { useAtRest } from './use-at-rest.ts';
import { useProfile } from './use-profile.ts';

/** What a tab says of the findings while another one is open: open breaches and warnings. */
export function FindingCounts({ store }: { readonly store: EditorStore }) {
  const plan = useAtRest(useStore(store, shownPlan));
  return <Counts store={store} plan={plan} />;
}

const counted = ['breach', 'warning'] as const;

const Counts = memo(function Counts(props: { readonly store: EditorStore; readonly plan: Plan }) {
  const say = useSay();
  const profile = useProfile(props.store);
  const derogations = useStore(props.store, (state) => state.derogations);
  const open = openFindings(check(props.plan, profile), derogations);
  const counts = counted
    .map((severity) => ({
      severity,
      count: open.filter((one) => one.severity === severity).length,
    }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  const words = counts.map(({ severity, count }): Text => {
    const { zh, en } = severityWords[severity];
    return text(`${zh} ${count}`, `${en} ${count}`);
  });
  return (
    <span
      className="finding-counts"
      role="img"
      aria-label={say(
        text(words.map(({ zh }) => zh).join('，'), words.map(({ en }) => en).join(', ')),
      )}
    >
      {counts.map(({ severity, count }) => (
        <span key={severity}>
          <SeverityMark severity={severity} />
          {count}
        </span>
      ))}
    </span>
  );
});
