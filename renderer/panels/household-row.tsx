import {
  CheckCircleFilled,
  CheckCircleOutlined,
  CloseCircleFilled,
  QuestionCircleOutlined,
  StopOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { memo, type ReactNode } from 'react';
import { householdArea } from '../../shared/derive/household-area.ts';
import type {
  Facility,
  FacilityState,
  HouseholdState,
  Unreached,
} from '../../shared/derive/household-state.ts';
import { nounOf } from '../../shared/rules/rule.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { m2, m2Change, shownChange } from '../language/say.ts';
import { facilityWords, fixtureWords } from '../language/words.ts';
import { type HouseholdStyle, householdStyle } from './household-colour.ts';
import { HouseholdSwatch } from './household-swatch.tsx';

/** mm2 of usable area. */
export type HeldAreas = Pick<HouseholdState, 'ownArea' | 'sharedArea' | 'rooms'>;

/** One household in the list: door, areas and their change, kitchen, bathroom, reach. */
export function HouseholdRow(props: {
  readonly state: HouseholdState;
  readonly before: HeldAreas;
  readonly after: HeldAreas;
  /** mm2 of own rooms, gross. */
  readonly gross: number;
  readonly style: HouseholdStyle | undefined;
  readonly selected: boolean;
  readonly onClick: () => void;
}) {
  const { state } = props;
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
          <CompleteMark complete={state.complete} />
        </span>
      </span>
      <Areas {...props} />
      <span className="household-line household-facilities">
        <HouseholdMarks state={state} />
      </span>
    </button>
  );
}

const CompleteMark = memo(function CompleteMark({ complete }: { readonly complete: boolean }) {
  return complete ? (
    <Mark tone="good" icon={<CheckCircleFilled />} words={text('已成套', 'Self-contained')} />
  ) : (
    <Mark tone="bad" icon={<CloseCircleFilled />} words={text('未成套', 'Not yet')} />
  );
});

/** Kitchen, bathroom and reach of a household, each a sign and a word. */
export const HouseholdMarks = memo(
  function HouseholdMarks({ state }: { readonly state: HouseholdState }) {
    return (
      <>
        <FacilityMark noun={text('厨房', 'Kitchen')} facility={state.kitchen} />
        <FacilityMark noun={text('卫生间', 'Bathroom')} facility={state.bathroom} />
        {state.rooms.length === 0 ? (
          <Mark tone="quiet" icon={<StopOutlined />} words={text('无房间', 'No rooms')} />
        ) : (
          <ReachMark state={state} />
        )}
      </>
    );
  },
  ({ state: was }, { state: is }) => wordsOf(was) === wordsOf(is),
);

/** All that the marks say: mostly the same while areas change. */
const wordsOf = ({ kitchen, bathroom, rooms, unreached }: HouseholdState): string =>
  [
    kitchen.state,
    ...kitchen.lacking,
    bathroom.state,
    ...bathroom.lacking,
    rooms.length === 0,
    ...unreached.map(({ why, room }) => `${why} ${room.name} ${room.use}`),
  ].join();

/**
 * Usable area as the table of households and F2 count it, before and after the works; what of it is held
 * alone, where that is less, what is shared, and gross beside it.
 */
function Areas(props: {
  readonly before: HeldAreas;
  readonly after: HeldAreas;
  readonly gross: number;
}) {
  const say = useSay();
  const { before, after } = props;
  const [was, is] = [householdArea(before), householdArea(after)];
  const change = shownChange(was, is);
  const isAllOwn = m2(was) === m2(before.ownArea) && m2(is) === m2(after.ownArea);
  return (
    <>
      <span className="household-line household-area">
        <span className="quiet" title={say(countedWords)}>
          {say(text('使用面积', 'Usable area'))}
        </span>
        <span>{fromTo(was, is)}</span>
        {change === 0 ? null : (
          <span className={change > 0 ? 'tone-good' : 'tone-bad'}>{m2Change(change)}</span>
        )}
      </span>
      {isAllOwn ? null : (
        <span className="household-line household-area">
          <span className="quiet">{say(text('其中独用', 'of it held alone'))}</span>
          <span>{fromTo(before.ownArea, after.ownArea)}</span>
        </span>
      )}
      {before.sharedArea === 0 && after.sharedArea === 0 ? null : (
        <span className="household-line household-area">
          <span className="quiet">{say(text('与他户合用（整间）', 'Shared, whole rooms'))}</span>
          <span>{fromTo(before.sharedArea, after.sharedArea)}</span>
        </span>
      )}
      {props.gross === 0 ? null : (
        <span
          className="household-line household-area quiet"
          title={say(
            text(
              '独用房间，至外墙外皮，分户墙计一半',
              'Own rooms, to the outer faces, party walls halved',
            ),
          )}
        >
          {say(text('建筑面积（独用部分）', 'Gross area, own rooms'))} {m2(props.gross)}
        </span>
      )}
    </>
  );
}

const countedWords = text(
  '独用房间全计，合用的居室按户平分；合用的厨房、卫生间、过道不计',
  'Rooms held alone, and a part of rooms lived in together; shared kitchens, bathrooms and halls do not count',
);

const fromTo = (before: number, after: number): string =>
  m2(before) === m2(after) ? m2(after) : `${m2(before)} → ${m2(after)}`;

const reachWords: Readonly<Record<Unreached['why'], Text>> = {
  crosses: text('须穿他户', "Through others' rooms"),
  'no-way': text('无门可入', 'No way in'),
  unknown: text('通路待定', 'Way not settled'),
};

/** Whether the household gets to all of its rooms; the worst of what stands in the way, in words. */
function ReachMark({ state }: { readonly state: HouseholdState }) {
  const say = useSay();
  const why = (['crosses', 'no-way', 'unknown'] as const).find((each) =>
    state.unreached.some((one) => one.why === each),
  );
  if (!why) {
    return <Mark tone="good" icon={<CheckCircleOutlined />} words={text('可达', 'Reached')} />;
  }
  const names = state.unreached
    .filter((one) => one.why === why)
    .map(({ room }) => say(nounOf(room)))
    .join(say(text('、', ', ')));
  return (
    <span title={names}>
      {why === 'unknown' ? (
        <Mark tone="warn" icon={<QuestionCircleOutlined />} words={reachWords[why]} />
      ) : (
        <Mark tone="bad" icon={<StopOutlined />} words={reachWords[why]} />
      )}
    </span>
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
