import { Input, Select } from 'antd';
import { fixtureConflicts } from '../../shared/derive/fixture-conflicts.ts';
import type { HouseholdState } from '../../shared/derive/household-state.ts';
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
import type { PartSide } from '../../shared/propose/plan-cut.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { m2 } from '../language/say.ts';
import { partSideWords, roomUseWords } from '../language/words.ts';
import type { Division } from '../tools/divide-tool.ts';
import { HouseholdMarks } from './household-row.tsx';
import { Field } from './selection-fields.tsx';
import type { useHolderOptions } from './selection-room.tsx';

/** `左间归属`, `Left: holder`. */
export const ofPart = (side: PartSide, what: Text): Text =>
  text(`${partSideWords[side].zh}${what.zh}`, `${partSideWords[side].en}: ${what.en}`);

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

/** Whose one part becomes, what for, and what its household then has. */
export function PartFields(props: {
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
