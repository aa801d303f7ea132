import { Input, Select } from 'antd';
import { fixtureConflicts } from '../../shared/derive/fixture-conflicts.ts';
import type { HouseholdState } from '../../shared/derive/household-state.ts';
import type { Room } from '../../shared/derive/room.ts';
import {
  type FixtureId,
  type Holder,
  type Plan,
  type RoomUse,
  roomUses,
  type StoreyId,
} from '../../shared/plan/model.ts';
import { fixtureNouns } from '../../shared/plan/words.ts';
import type { PartTag } from '../../shared/propose/divide-room.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { m2 } from '../language/say.ts';
import { roomUseWords } from '../language/words.ts';
import { type Division, type DivisionChange, doorFor } from '../tools/division.ts';
import { HouseholdMarks } from './household-row.tsx';
import { Field, NumberField } from './selection-fields.tsx';
import { HoldersSelect } from './selection-room.tsx';

/** `左间归属`, `Left: holder`. */
const ofPart = (part: Text, what: Text): Text =>
  text(`${part.zh}${what.zh}`, `${part.en}: ${what.en}`);

/** What the partition stands in: fixtures that stand free without it, by their names, each once. */
export function newlyBlocked(before: Plan, after: Plan, id: StoreyId): Text[] {
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

/** One part: how large, whose, what for, its door, and what its households then have. */
export function PartFields(props: {
  readonly index: number;
  readonly name: Text;
  readonly division: Division;
  readonly plan: Plan;
  readonly states: { get(holder: Holder): HouseholdState | undefined };
  onChange(change: DivisionChange): void;
}) {
  const { index, name, division, plan } = props;
  const say = useSay();
  const part = division.parts[index];
  if (!part) return null;
  const area = division.plan.ok ? division.plan.parts[index]?.area : undefined;
  const change = (more: Partial<PartTag>): void =>
    props.onChange({
      parts: division.parts.map((one, at) => (at === index ? { ...one, ...more } : one)),
    });
  const states = division.plan.ok
    ? part.holders.flatMap((holder) => {
        const state = props.states.get(holder);
        return state ? [{ holder, state }] : [];
      })
    : [];
  return (
    <fieldset className="divide-part">
      <legend>
        {say(name)}
        <output className="divide-area" aria-label={say(ofPart(name, text('净面积', 'net area')))}>
          {area === undefined ? '—' : m2(area)}
        </output>
      </legend>
      <SizeFields {...props} />
      <Field name={say(text('归属', 'Holders'))}>
        <HoldersSelect
          plan={plan}
          label={say(ofPart(name, text('归属', 'holders')))}
          value={part.holders}
          onCommit={(holders) => change({ holders })}
        />
      </Field>
      {states.map(({ holder, state }) => (
        <output key={holder} className="divide-state household-facilities">
          {states.length > 1 && holder !== 'building' ? plan.households[holder]?.door : null}
          <HouseholdMarks state={state} />
        </output>
      ))}
      <Field name={say(text('用途', 'Use'))}>
        <Select<RoomUse>
          aria-label={say(ofPart(name, text('用途', 'use')))}
          value={part.use}
          options={roomUses.map((use) => ({ value: use, label: say(roomUseWords[use]) }))}
          onChange={(use) => change({ use })}
          className="property-choice"
          virtual={false}
        />
      </Field>
      <DoorField {...props} />
      <Field name={say(text('名称', 'Name'))}>
        <Input
          aria-label={say(ofPart(name, text('名称', 'name')))}
          value={part.name}
          maxLength={60}
          placeholder={say(roomUseWords[part.use])}
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
    </fieldset>
  );
}

/** The numbers of a part, where it is divided by areas or widths; the last one takes the rest. */
function SizeFields(props: {
  readonly index: number;
  readonly name: Text;
  readonly division: Division;
  onChange(change: DivisionChange): void;
}) {
  const { index, name, division, onChange } = props;
  const say = useSay();
  const { by } = division;
  const isLast = index === division.parts.length - 1;
  if ('shares' in by) return null;
  if (isLast) {
    return <p className="property-note">{say(text('取余下的部分', 'Takes the rest'))}</p>;
  }
  if ('areas' in by) {
    return (
      <NumberField
        name={say(text('净面积', 'Net area'))}
        label={say(ofPart(name, text('要求净面积', 'net area asked')))}
        value={(by.areas[index] ?? 0) / 1e6}
        unit="m²"
        min={0.1}
        step={0.1}
        digits={2}
        onCommit={(area) =>
          onChange({ by: { areas: replaced(by.areas, index, Math.round(area * 1e6)) } })
        }
      />
    );
  }
  const fields =
    division.shape === 'straight'
      ? [{ at: index, what: text('净宽', 'Clear width') }]
      : [
          { at: 0, what: text('净宽', 'Clear width') },
          { at: 1, what: text('净深', 'Clear depth') },
        ];
  return fields.map(({ at, what }) => (
    <NumberField
      key={at}
      name={say(what)}
      label={say(ofPart(name, what))}
      value={by.widths[at] ?? 0}
      unit="mm"
      min={1}
      step={10}
      onCommit={(width) => onChange({ by: { widths: replaced(by.widths, at, width) } })}
    />
  ));
}

const replaced = <T,>(list: readonly T[], index: number, value: T): readonly T[] =>
  list.map((one, at) => (at === index ? value : one));

const onlyBearing = text(
  '这一间还没有门。可选的墙上有承重墙，开洞须有结构工程师意见。',
  'This part has no door yet. Of the walls to choose from, a bearing one needs an engineer’s note.',
);
const nowhere = text(
  '与公共部分或本户房间之间没有放得下门的墙。',
  'No wall towards common space or a room of its own has place for a door.',
);

/** Through which wall the part is entered, in the same step. */
function DoorField(props: {
  readonly index: number;
  readonly name: Text;
  readonly division: Division;
  onChange(change: DivisionChange): void;
}) {
  const { index, name, division, onChange } = props;
  const say = useSay();
  const doors = division.doors[index];
  if (!doors) return null;
  const roomName = (room: Room): string =>
    room.name || (room.use ? say(roomUseWords[room.use]) : say(text('未命名', 'unnamed room')));
  const chosen = doorFor(division, index);
  const value = doors.choices.find(({ door }) => door === chosen)?.key ?? 'none';
  const kept = doors.kept.map(roomName);
  const keeps = text(`用原有的门（通${kept.join('、')}）`, `Keeps its door (${kept.join(', ')})`);
  const none = kept.length > 0 ? keeps : text('不设门', 'No door');
  const hasWay = kept.length > 0 || chosen !== null;
  const choose = (key: string): void => {
    const picks = division.parts.map((_, at) =>
      at === index ? key : (division.picks[at] ?? null),
    );
    onChange({ picks });
  };
  return (
    <>
      <Field name={say(text('门', 'Door'))}>
        <Select<string>
          aria-label={say(ofPart(name, text('门', 'door')))}
          value={value}
          options={[
            { value: 'none', label: say(none) },
            ...doors.choices.map(({ key, beyond, isBearing }) => ({
              value: key,
              label: say(
                isBearing
                  ? text(
                      `开向${roomName(beyond)}（承重墙）`,
                      `To ${roomName(beyond)} (bearing wall)`,
                    )
                  : text(`开向${roomName(beyond)}`, `To ${roomName(beyond)}`),
              ),
            })),
          ]}
          onChange={choose}
          className="property-choice"
          virtual={false}
        />
      </Field>
      {hasWay ? null : (
        <p className="property-note" role="note">
          {say(doors.choices.length > 0 ? onlyBearing : nowhere)}
        </p>
      )}
    </>
  );
}
