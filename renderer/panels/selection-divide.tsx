import { Button, Segmented } from 'antd';
import { type KeyboardEvent, type MouseEvent, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { householdStates } from '../../shared/derive/households.ts';
import { listInEnglish } from '../../shared/plan/door-words.ts';
import type { HouseholdId } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import { type EditorStore, shownPlan } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { ProposalsPanel } from '../proposals/proposals-panel.tsx';
import { SearchElsewhere, useSearchesEnd } from '../proposals/search-elsewhere.tsx';
import {
  applyDivision,
  changeDivision,
  changePartCount,
  switchToProposals,
} from '../tools/divide-tool.ts';
import type { DivisionChange } from '../tools/division.ts';
import { partNames } from '../tools/part-names.ts';
import type { Runner } from '../tools/runner.ts';
import { newlyBlocked, PartFields } from './selection-divide-parts.tsx';
import { PlacesFields } from './selection-divide-places.tsx';

/** The inline panel of the divide tool: every change shows on the plan and in the areas at once. */
export function DividePanel(props: { readonly store: EditorStore; readonly runner: Runner }) {
  const { store, runner } = props;
  const say = useSay();
  useSyncExternalStore(runner.subscribe, runner.serial);
  const { division, proposes, away } = runner.stateOf('divide');
  useSearchesEnd(store, proposes);
  const plan = useStore(store, (state) => state.history.plan);
  const shown = useStore(store, shownPlan);
  const storeyId = useStore(store, (state) => state.storey);
  const states = householdStates(shown, 'after');
  if (!division) {
    return (
      <section className="properties" aria-label={say(text('分隔房间', 'Divide room'))}>
        <h2>{say(text('分隔房间', 'Divide room'))}</h2>
        {away ? <SearchElsewhere store={store} {...away} /> : null}
        {away ? null : (
          <p className="property-note">
            {say(text('在图上单击要分隔的房间。', 'Click the room to divide on the plan.'))}
          </p>
        )}
      </section>
    );
  }
  const change = (part: DivisionChange): void => {
    runner.update('divide', (state, context) => changeDivision(state, part, context));
  };
  const inTheWay = division.plan.ok ? newlyBlocked(plan, shown, storeyId) : [];
  const names = partNames(division);
  /** Enter applies from wherever a choice was just made; in an open list and in a number it takes that. */
  const applyByEnter = (event: KeyboardEvent<HTMLElement>): void => {
    const field = event.target as HTMLElement;
    const isOpen = field.getAttribute('aria-expanded') === 'true';
    if (proposes || event.key !== 'Enter' || !(field instanceof HTMLInputElement) || isOpen) return;
    if (event.nativeEvent.isComposing) return;
    if (field.closest('.property-number')) {
      // Taken first; the next Enter applies.
      requestAnimationFrame(focusPlan);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    runner.update('divide', applyDivision);
  };
  return (
    <section
      className="properties"
      aria-label={say(text('分隔房间', 'Divide room'))}
      onKeyDownCapture={applyByEnter}
      onClickCapture={returnKeys}
    >
      <h2>{say(text('分隔房间', 'Divide room'))}</h2>
      <Segmented<'hand' | 'search'>
        block
        aria-label={say(text('分隔方式', 'How to divide'))}
        value={proposes ? 'search' : 'hand'}
        options={[
          { value: 'hand', label: say(text('手工分隔', 'By hand')) },
          { value: 'search', label: say(text('求方案', 'Proposals')) },
        ]}
        onChange={(next) =>
          runner.update('divide', (state, context) =>
            switchToProposals(state, next === 'search', context),
          )
        }
        className="divide-way"
      />
      {proposes ? (
        <ProposalsPanel
          key={division.room}
          store={store}
          runner={runner}
          division={division}
          newId={newId}
        />
      ) : (
        <>
          <PlacesFields
            plan={plan}
            division={division}
            onCount={(count) =>
              runner.update('divide', (state, context) => changePartCount(state, count, context))
            }
            onChange={change}
          />
          {division.plan.ok ? null : (
            <p className="property-refusal" role="alert">
              {say(division.plan.refusal.text)}
            </p>
          )}
          {inTheWay.length > 0 ? (
            <p className="property-refusal" role="status">
              {say(
                text(
                  `隔墙与${inTheWay.map(({ zh }) => zh).join('、')}重叠，分隔后请移开。`,
                  `The partition stands in the ${listInEnglish(inTheWay.map(({ en }) => en))}; move what it meets once it is divided.`,
                ),
              )}
            </p>
          ) : null}
          {names.map((name, index) => (
            <PartFields
              key={name.en}
              index={index}
              name={name}
              division={division}
              plan={plan}
              states={{ get: (holder) => states.get(holder as HouseholdId) }}
              onChange={change}
            />
          ))}
          <div className="property-actions">
            <Button
              type="primary"
              disabled={!division.plan.ok}
              onClick={() => runner.update('divide', applyDivision)}
            >
              {say(text('应用分隔', 'Apply division'))}{' '}
              <span className="key-hint" aria-hidden="true">
                Enter
              </span>
            </Button>
            <Button onClick={() => runner.input({ type: 'cancel' })}>
              {say(text('取消', 'Cancel'))}{' '}
              <span className="key-hint" aria-hidden="true">
                Esc
              </span>
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

const focusPlan = (): void =>
  document.querySelector<HTMLElement>('.plan-canvas')?.focus({ preventScroll: true });

/** A button or a direction chosen by mouse leaves the keys with the plan: Enter applies the division. */
function returnKeys(event: MouseEvent<HTMLElement>): void {
  const chosen = (event.target as Element).closest('button, .ant-segmented');
  if (chosen && event.detail > 0) requestAnimationFrame(focusPlan);
}
