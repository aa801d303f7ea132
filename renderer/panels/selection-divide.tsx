import { Button, Input, Segmented, Select } from 'antd';
import { type KeyboardEvent, type MouseEvent, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { fixtureConflicts } from '../../shared/derive/fixture-conflicts.ts';
import type { HouseholdState } from '../../shared/derive/household-state.ts';
import { householdStates } from '../../shared/derive/households.ts';
import { listInEnglish } from '../../shared/plan/door-words.ts';
import {
  type FixtureId,
  type Holder,
  type HouseholdId,
  type Plan,
  type RoomUse,
  roomUses,
  type StoreyId,
} from '../../shared/plan/model.ts';
import { fixtureNouns } from '../../shared/plan/words.ts';
import type { PartTag } from '../../shared/propose/divide-room.ts';
import type { CutDirection, PartSide } from '../../shared/propose/plan-cut.ts';
import { type Text, text } from '../../shared/text.ts';
import { type EditorStore, shownPlan } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { m2, mm } from '../language/say.ts';
import { partSideWords, roomUseWords } from '../language/words.ts';
import {
  applyDivision,
  changeDivision,
  type Division,
  type DivisionChange,
} from '../tools/divide-tool.ts';
import type { Runner } from '../tools/runner.ts';
import { HouseholdMarks } from './household-row.tsx';
import { Field, NumberField } from './selection-fields.tsx';
import { useHolderOptions } from './selection-room.tsx';

const thicknesses = [90, 100, 120] as const;
type Turn = 'across' | 'along' | 'angle';
type Way = 'share' | 'distance';

/** `左间归属`, `Left: holder`. */
const ofPart = (side: PartSide, what: Text): Text =>
  text(`${partSideWords[side].zh}${what.zh}`, `${partSideWords[side].en}: ${what.en}`);

const turnWords = (sides: Division['sides']['now']): Text =>
  sides.includes('left') ? text('左右分', 'Upright') : text('上下分', 'Level');

/** The inline panel of the divide tool: every change shows on the plan and in the areas at once. */
export function DividePanel(props: { readonly store: EditorStore; readonly runner: Runner }) {
  const { store, runner } = props;
  const say = useSay();
  useSyncExternalStore(runner.subscribe, runner.serial);
  const { division } = runner.stateOf('divide');
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
  const asked = 'share' in by ? by.share * 100 : 50;
  const share = done && total > 0 ? (done.parts[0].area / total) * 100 : asked;
  /** Enter applies from wherever a choice was just made; in an open list and in a number it takes that. */
  const applyByEnter = (event: KeyboardEvent<HTMLElement>): void => {
    const field = event.target as HTMLElement;
    const isOpen = field.getAttribute('aria-expanded') === 'true';
    if (event.key !== 'Enter' || !(field instanceof HTMLInputElement) || isOpen) return;
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
          value={done?.cut.distance ?? ('distance' in by ? by.distance : 0)}
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
    </section>
  );
}

/** What the partition stands in: fixtures that stand free without it, by their names, each once. */
function newlyBlocked(before: Plan, after: Plan, id: StoreyId): Text[] {
  const blocked = (plan: Plan): FixtureId[] => {
    const storey = plan.storeys[id];
    return storey ? fixtureConflicts(id, storey).map(({ fixture }) => fixture) : [];
  };
  const known = new Set(blocked(before));
  const fixtures = after.storeys[id]?.fixtures ?? {};
  const kinds = blocked(after).flatMap((fixture) =>
    known.has(fixture) ? [] : (fixtures[fixture]?.kind ?? []),
  );
  return [...new Set(kinds)].map((kind) => fixtureNouns[kind]);
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

function PartFields(props: {
  readonly index: 0 | 1;
  readonly division: Division;
  /** mm2, net; null where the cut cannot be made. */
  readonly area: number | null;
  readonly options: ReturnType<typeof useHolderOptions>;
  /** What its household would have with the cut; null where it is nobody's or common. */
  readonly state: HouseholdState | null;
  onChange(part: PartTag): void;
}) {
  const { index, division, area } = props;
  const say = useSay();
  const part = division.parts[index];
  const side = division.sides.now[index];
  return (
    <fieldset className="divide-part">
      <legend>
        {say(partSideWords[side])}
        <output className="divide-area" aria-label={say(ofPart(side, text('净面积', 'net area')))}>
          {area === null ? '—' : m2(area)}
        </output>
      </legend>
      <Field name={say(text('归属', 'Holder'))}>
        <Select<Holder>
          aria-label={say(ofPart(side, text('归属', 'holder')))}
          value={part.holders[0] ?? null}
          options={props.options}
          optionFilterProp="door"
          showSearch
          placeholder={say(text('选择归属', 'Choose a holder'))}
          onChange={(holder) => props.onChange({ ...part, holders: [holder] })}
          className="property-choice"
          virtual={false}
        />
      </Field>
      {props.state ? (
        <output className="divide-state household-facilities">
          <HouseholdMarks state={props.state} />
        </output>
      ) : null}
      <Field name={say(text('用途', 'Use'))}>
        <Select<RoomUse>
          aria-label={say(ofPart(side, text('用途', 'use')))}
          value={part.use}
          options={roomUses.map((use) => ({ value: use, label: say(roomUseWords[use]) }))}
          onChange={(use) => props.onChange({ ...part, use })}
          className="property-choice"
          virtual={false}
        />
      </Field>
      <Field name={say(text('名称', 'Name'))}>
        <Input
          aria-label={say(ofPart(side, text('名称', 'name')))}
          value={part.name}
          maxLength={60}
          placeholder={say(roomUseWords[part.use])}
          onChange={(event) => props.onChange({ ...part, name: event.target.value })}
        />
      </Field>
    </fieldset>
  );
}
