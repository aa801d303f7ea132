import {
  CheckCircleFilled,
  CheckCircleOutlined,
  CloseCircleFilled,
  StopOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type {
  Facility,
  FacilityState,
  HouseholdState,
} from '../../shared/derive/household-state.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { m2, m2Change } from '../language/say.ts';
import { facilityWords, fixtureWords } from '../language/words.ts';
import { type HouseholdStyle, householdStyle } from './household-colour.ts';
import { HouseholdSwatch } from './household-swatch.tsx';

/** One household in the list: door, own area and its change, kitchen, bathroom, reach. */
export function HouseholdRow(props: {
  readonly state: HouseholdState;
  /** mm2 of own rooms. */
  readonly before: number;
  readonly after: number;
  /** mm2 of own rooms, gross. */
  readonly gross: number;
  readonly style: HouseholdStyle | undefined;
  readonly selected: boolean;
  readonly onClick: () => void;
}) {
  const say = useSay();
  const { state, before, after } = props;
  const change = after - before;
  return (
    <button
      type="button"
      className="household-row"
      aria-pressed={props.selected}
      onClick={props.onClick}
    >
      <span className="household-line">
        <HouseholdSwatch style={props.style ?? householdStyle(0)} door={state.door} />
        <span className="household-complete">
          {state.complete ? (
            <Mark
              tone="good"
              icon={<CheckCircleFilled />}
              words={text('已成套', 'Self-contained')}
            />
          ) : (
            <Mark tone="bad" icon={<CloseCircleFilled />} words={text('未成套', 'Not yet')} />
          )}
        </span>
      </span>
      <span className="household-line household-area">
        <span title={say(text('独用使用面积：现状 → 改造后', 'Own usable area: before → after'))}>
          {before === after ? m2(after) : `${m2(before)} → ${m2(after)}`}
        </span>
        {change === 0 ? null : (
          <span className={change > 0 ? 'tone-good' : 'tone-bad'}>{m2Change(change)}</span>
        )}
        {props.gross === 0 ? null : (
          <span
            className="quiet household-gross"
            title={say(
              text(
                '建筑面积：至外墙外皮，分户墙计一半',
                'Gross area: to the outer faces, party walls halved',
              ),
            )}
          >
            {say(text(`建筑 ${m2(props.gross)}`, `gross ${m2(props.gross)}`))}
          </span>
        )}
      </span>
      <span className="household-line household-facilities">
        <FacilityMark noun={text('厨房', 'Kitchen')} facility={state.kitchen} />
        <FacilityMark noun={text('卫生间', 'Bathroom')} facility={state.bathroom} />
        {state.rooms.length === 0 ? (
          <Mark tone="quiet" icon={<StopOutlined />} words={text('无房间', 'No rooms')} />
        ) : state.reach ? (
          <Mark tone="good" icon={<CheckCircleOutlined />} words={text('可达', 'Reached')} />
        ) : (
          <Mark tone="bad" icon={<StopOutlined />} words={text('须穿他户', 'Not reached')} />
        )}
      </span>
    </button>
  );
}

type Tone = 'good' | 'warn' | 'bad' | 'quiet';

function Mark(props: { readonly tone: Tone; readonly icon: ReactNode; readonly words: Text }) {
  const say = useSay();
  return (
    <span className={`mark tone-${props.tone}`}>
      <span aria-hidden="true">{props.icon}</span>
      {say(props.words)}
    </span>
  );
}

const facilityMarks: Readonly<Record<Facility, { readonly tone: Tone; readonly icon: ReactNode }>> =
  {
    exclusive: { tone: 'good', icon: <CheckCircleOutlined /> },
    shared: { tone: 'warn', icon: <TeamOutlined /> },
    missing: { tone: 'bad', icon: <CloseCircleFilled /> },
  };

function FacilityMark(props: { readonly noun: Text; readonly facility: FacilityState }) {
  const say = useSay();
  const { facility, noun } = props;
  const { tone, icon } = facilityMarks[facility.state];
  const lacking = facility.lacking
    .map((kind) => say(fixtureWords[kind]))
    .join(say(text('、', ', ')));
  const title =
    lacking === '' ? undefined : say(text(`缺 ${lacking}`, `No ${lacking.toLocaleLowerCase()}`));
  const word = facilityWords[facility.state];
  return (
    <span title={title} className="facility">
      <Mark
        tone={tone}
        icon={icon}
        words={text(`${noun.zh}${word.zh}`, `${noun.en} ${word.en.toLocaleLowerCase()}`)}
      />
    </span>
  );
}
