import { Button, Segmented, Select } from 'antd';
import { type KeyboardEvent, type MouseEvent, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { householdStates } from '../../shared/derive/households.ts';
import { listInEnglish } from '../../shared/plan/door-words.ts';
import type { HouseholdId } from '../../shared/plan/model.ts';
import type { PartTag } from '../../shared/propose/divide-room.ts';
import type { CutDirection } from '../../shared/propose/plan-cut.ts';
import { type Text, text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import { type EditorStore, shownPlan } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { mm } from '../language/say.ts';
import {
  applyDivision,
  changeDivision,
  type Division,
  type DivisionChange,
  switchToProposals,
} from '../tools/divide-tool.ts';
import type { Runner } from '../tools/runner.ts';
import { newlyBlocked, ofPart, PartFields } from './selection-divide-parts.tsx';
import { Field, NumberField } from './selection-fields.tsx';
import { ProposalsSection } from './selection-proposals.tsx';
import { useHolderOptions } from './selection-room.tsx';

const thicknesses = [90, 100, 120] as const;
type Turn = 'across' | 'along' | 'angle';
type Way = 'share' | 'distance';

const turnWords = (sides: Division['sides']['now']): Text =>
  sides.includes('left') ? text('左右分', 'Upright') : text('上下分', 'Level');

/** The inline panel of the divide tool: every change shows on the plan and in the areas at once. */
export function DividePanel(props: { readonly store: EditorStore; readonly runner: Runner }) {
  const { store, runner } = props;
  const say = useSay();
  useSyncExternalStore(runner.subscribe, runner.serial);
  const { division, proposes } = runner.stateOf('divide');
  const plan = useStore(store, (state) => state.history.plan);
  const [way, setWay] = useState<Way>('share');
  const options = useHolderOptions(plan);
  const shown = useStore(store, shownPlan);
  const storeyId = useStore(store, (state) => state.storey);
  const states = householdStates(shown, 'after');
  if (!division) {
    return (
      <section className="properties" aria-label={say(text('分隔房间', 'Divide room'))}>
        <h2>{say(text('分隔房间', 'Divide room'))}</h2>
        <p className="property-note">
          {say(text('在图上单击要分隔的房间。', 'Click the room to divide on the plan.'))}
        </p>
      </section>
    );
  }
  const change = (part: DivisionChange): void => {
    runner.update('divide', (state, context) => changeDivision(state, part, context));
  };
  const turn: Turn = typeof division.direction === 'string' ? division.direction : 'angle';
  const done = division.plan.ok ? division.plan : null;
  const inTheWay = done ? newlyBlocked(plan, shown, storeyId) : [];
  const total = done ? done.parts[0].area + done.parts[1].area : 0;
  const { by } = division;
  const width = (done?.cut ?? (division.plan.ok ? null : division.plan.trial))?.distance ?? 0;
  const asked = 'share' in by ? by.share * 100 : 50;
  const share = done && total > 0 ? (done.parts[0].area / total) * 100 : asked;
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
  const [first] = division.sides.now;
  const turns = (['across', 'along'] as const).toSorted((one) =>
    division.sides[one].includes('left') ? -1 : 1,
  );
  const directionOf = (next: Turn): CutDirection => (next === 'angle' ? { degrees: 45 } : next);
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
        <ProposalsSection
          key={division.room}
          store={store}
          runner={runner}
          division={division}
          newId={newId}
        />
      ) : (
        <>
          <Field name={say(text('方向', 'Direction'))}>
            <Segmented<Turn>
              aria-label={say(text('方向', 'Direction'))}
              value={turn}
              options={[
                ...turns.map((value) => ({ value, label: say(turnWords(division.sides[value])) })),
                { value: 'angle', label: say(text('斜分', 'Angled')) },
              ]}
              onChange={(next) => change({ direction: directionOf(next) })}
            />
          </Field>
          {typeof division.direction === 'string' ? null : (
            <NumberField
              name={say(text('隔墙角度', 'Angle of the partition'))}
              value={division.direction.degrees}
              unit="°"
              min={0}
              max={180}
              step={5}
              onCommit={(degrees) => change({ direction: { degrees } })}
            />
          )}
          <Field name={say(text('位置', 'Place'))}>
            <Segmented<Way>
              aria-label={say(text('位置', 'Place'))}
              value={way}
              options={[
                { value: 'share', label: say(text('按面积', 'By share')) },
                { value: 'distance', label: say(text('按净宽', 'By width')) },
              ]}
              onChange={setWay}
            />
            {way === 'share' ? (
              <Button onClick={() => change({ by: { share: 0.5 } })}>
                {say(text('均分', 'Equal'))}
              </Button>
            ) : null}
          </Field>
          {way === 'share' ? (
            <NumberField
              name={say(ofPart(first, text('占', 'share')))}
              value={share}
              unit="%"
              min={5}
              max={95}
              step={1}
              digits={1}
              onCommit={(percent) => change({ by: { share: percent / 100 } })}
            />
          ) : (
            <NumberField
              name={say(ofPart(first, text('净宽', 'clear width')))}
              value={'distance' in by && !done ? by.distance : width}
              unit="mm"
              min={1}
              step={10}
              onCommit={(distance) => change({ by: { distance } })}
            />
          )}
          <Field name={say(text('隔墙厚度', 'Partition thickness'))}>
            <Select<number>
              aria-label={say(text('隔墙厚度', 'Partition thickness'))}
              value={division.thickness}
              options={thicknesses.map((value) => ({ value, label: mm(value) }))}
              onChange={(thickness) => change({ thickness })}
              className="property-choice"
              virtual={false}
            />
          </Field>
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
          {([0, 1] as const).map((index) => (
            <PartFields
              key={index}
              index={index}
              division={division}
              area={done?.parts[index].area ?? null}
              options={options}
              state={
                done ? (states.get(division.parts[index].holders[0] as HouseholdId) ?? null) : null
              }
              onChange={(part) => change({ parts: replaced(division.parts, index, part) })}
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

function replaced(
  parts: readonly [PartTag, PartTag],
  index: 0 | 1,
  part: PartTag,
): readonly [PartTag, PartTag] {
  return index === 0 ? [part, parts[1]] : [parts[0], part];
}
