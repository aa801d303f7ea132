import { useStore } from 'zustand';
import { setPhase } from '../../shared/edit/set-phase.ts';
import type { ElementRef, Phase } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { phaseWords } from '../language/words.ts';
import { ChoiceField } from './selection-fields.tsx';

/**
 * What happens to the selection. Edits set it; it may still be set by hand, whatever is being
 * edited. Null where the selected differ.
 */
export function PhaseField(props: {
  readonly store: EditorStore;
  readonly elements: readonly ElementRef[];
  readonly phase: Phase | null;
}) {
  const { store, elements, phase } = props;
  const say = useSay();
  const storey = useStore(store, (state) => state.storey);
  const isReading = useStore(store, (state) => state.reading !== null);
  return (
    <ChoiceField<Phase | 'mixed'>
      name={say(text('状态', 'Status'))}
      value={phase ?? 'mixed'}
      disabled={isReading}
      options={[
        ...(phase === null
          ? [{ value: 'mixed' as const, label: say(text('不一致', 'They differ')) }]
          : []),
        ...(['existing', 'demolished', 'new'] as const).map((value) => ({
          value,
          label: <span className={`phase-chip phase-${value}`}>{say(phaseWords[value])}</span>,
        })),
      ]}
      onCommit={(next) => {
        if (next === 'mixed') return;
        store.getState().run(setPhase({ storey, elements, phase: next }));
      }}
    />
  );
}
