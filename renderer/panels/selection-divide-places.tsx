import { Button, Input, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { Plan } from '../../shared/plan/model.ts';
import { type Corner, corners } from '../../shared/propose/division.ts';
import type { CutDirection } from '../../shared/propose/plan-cut.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { mm } from '../language/say.ts';
import { type Division, type DivisionChange, mostParts } from '../tools/division.ts';
import {
  askedAs,
  membersOf,
  ratioFrom,
  ratioProblem,
  type Way,
  wayOf,
} from '../tools/division-measures.ts';
import { turnsOf } from '../tools/part-names.ts';
import { ChoiceField, Field, NumberField } from './selection-fields.tsx';

const thicknesses = [90, 100, 120, 200, 240] as const;
const counts = Array.from({ length: mostParts - 1 }, (_, index) => index + 2);
type Turn = 'across' | 'along' | 'angle';

const cornerWords: Readonly<Record<Corner, Text>> = {
  'left-lower': text('左下', 'Lower left'),
  'right-lower': text('右下', 'Lower right'),
  'right-upper': text('右上', 'Upper right'),
  'left-upper': text('左上', 'Upper left'),
};

/** Into how many parts, by what partitions, and by what measure; all at once on the plan. */
export function PlacesFields(props: {
  readonly plan: Plan;
  readonly division: Division;
  onCount(count: number): void;
  onChange(change: DivisionChange): void;
}) {
  const { division, onChange } = props;
  const say = useSay();
  const isCorner = division.shape !== 'straight';
  const turn: Turn = typeof division.direction === 'string' ? division.direction : 'angle';
  const directionOf = (next: Turn): CutDirection => (next === 'angle' ? { degrees: 45 } : next);
  return (
    <>
      <Field name={say(text('分成', 'Parts'))}>
        <Segmented<number>
          aria-label={say(text('分成几间', 'How many parts'))}
          value={division.parts.length}
          options={counts.map((value) => ({ value, label: String(value) }))}
          onChange={props.onCount}
        />
      </Field>
      <Field name={say(text('隔墙', 'Partition'))}>
        <Segmented<'straight' | 'corner'>
          aria-label={say(text('隔墙形状', 'Shape of the partition'))}
          value={isCorner ? 'corner' : 'straight'}
          options={[
            { value: 'straight', label: say(text('直线', 'Straight')) },
            {
              value: 'corner',
              label: say(text('L 形', 'L-shaped')),
              disabled: division.parts.length > 2,
            },
          ]}
          onChange={(next) =>
            onChange({
              shape: next === 'corner' ? 'left-lower' : 'straight',
              by: { shares: division.parts.map(() => 1) },
            })
          }
        />
      </Field>
      {division.shape === 'straight' ? null : (
        <ChoiceField<Corner>
          name={say(text('切角', 'Corner'))}
          value={division.shape}
          options={corners.map((value) => ({ value, label: say(cornerWords[value]) }))}
          onCommit={(shape) => onChange({ shape })}
        />
      )}
      <Field name={say(text('方向', 'Direction'))}>
        <Segmented<Turn>
          aria-label={say(text('方向', 'Direction'))}
          value={isCorner && turn === 'along' ? 'across' : turn}
          options={[
            ...(isCorner
              ? [{ value: 'across' as const, label: say(text('顺墙', 'With the walls')) }]
              : turnsOf(division.sides).map(({ turn, words }) => ({
                  value: turn,
                  label: say(words),
                }))),
            { value: 'angle', label: say(text('斜分', 'Angled')) },
          ]}
          onChange={(next) => onChange({ direction: directionOf(next) })}
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
          onCommit={(degrees) => onChange({ direction: { degrees } })}
        />
      )}
      <Measures {...props} />
      <Field name={say(text('隔墙厚度', 'Partition thickness'))}>
        <Select<number>
          aria-label={say(text('隔墙厚度', 'Partition thickness'))}
          value={division.thickness}
          options={thicknesses.map((value) => ({ value, label: mm(value) }))}
          onChange={(thickness) => onChange({ thickness })}
          className="property-choice"
          virtual={false}
        />
      </Field>
      <Field name={say(text('墙体', 'Wall'))}>
        <Segmented<Division['kind']>
          aria-label={say(text('墙体类型', 'Kind of wall'))}
          value={division.kind}
          options={[
            { value: 'partition', label: say(text('非承重', 'Partition')) },
            { value: 'bearing', label: say(text('承重', 'Bearing')) },
          ]}
          onChange={(kind) => onChange({ kind })}
        />
      </Field>
    </>
  );
}

/** What each part gets: a ratio, net areas or clear widths. */
function Measures(props: {
  readonly plan: Plan;
  readonly division: Division;
  onChange(change: DivisionChange): void;
}) {
  const { division, onChange } = props;
  const say = useSay();
  const way = wayOf(division.by);
  const members = membersOf(props.plan, division);
  return (
    <>
      <Field name={say(text('大小', 'Sizes'))}>
        <Segmented<Way>
          aria-label={say(text('按什么分', 'Divide by'))}
          value={way}
          options={[
            { value: 'shares', label: say(text('比例', 'Ratio')) },
            { value: 'areas', label: say(text('净面积', 'Net area')) },
            { value: 'widths', label: say(text('净宽', 'Width')) },
          ]}
          onChange={(next) => onChange({ by: askedAs(next, division) })}
        />
      </Field>
      {'shares' in division.by ? (
        <>
          <RatioField
            shares={division.by.shares}
            count={division.parts.length}
            onCommit={(shares) => onChange({ by: { shares } })}
          />
          <div className="property-presets divide-presets">
            <Button
              size="small"
              onClick={() => onChange({ by: { shares: division.parts.map(() => 1) } })}
            >
              {say(text('均分', 'Equal'))}
            </Button>
            <Button
              size="small"
              disabled={members === null}
              title={
                members === null
                  ? say(
                      text(
                        '各间都有归属住户、且住户登记了人数时可用',
                        'Where every part has households whose number of people is recorded',
                      ),
                    )
                  : undefined
              }
              onClick={() => members && onChange({ by: { shares: members } })}
            >
              {say(text('按人口', 'By people'))}
            </Button>
          </div>
        </>
      ) : null}
    </>
  );
}

function RatioField(props: {
  readonly shares: readonly number[];
  readonly count: number;
  onCommit(shares: readonly number[]): void;
}) {
  const say = useSay();
  const shown = props.shares.join(' : ');
  const [typed, setTyped] = useState(shown);
  const [refused, setRefused] = useState<Text | null>(null);
  useEffect(() => {
    setTyped(shown);
    setRefused(null);
  }, [shown]);
  const problem = ratioProblem(typed, props.count);
  const commit = (): void => {
    const ratio = ratioFrom(typed, props.count);
    setRefused(problem);
    if (ratio) props.onCommit(ratio);
    else setTyped(shown);
  };
  return (
    <>
      <Field name={say(text('净面积比', 'Ratio of net areas'))}>
        <Input
          aria-label={say(text('净面积比', 'Ratio of net areas'))}
          className="property-number"
          value={typed}
          status={problem ? 'error' : ''}
          maxLength={60}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={commit}
          onBlur={() => {
            if (typed !== shown) commit();
          }}
        />
      </Field>
      {refused ? (
        <p className="property-refusal" role="alert">
          {say(refused)}
          {say(text(`仍为 ${shown}。`, ` It stays ${shown}.`))}
        </p>
      ) : null}
    </>
  );
}
