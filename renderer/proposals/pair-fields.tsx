import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { entries, type HouseholdId, type Plan } from '../../shared/plan/model.ts';
import { programmeName } from '../../shared/propose/programme.ts';
import { programmeHolds, sizesSource } from '../../shared/propose/programme-words.ts';
import { fullestFirst } from '../../shared/propose/propose.ts';
import type { Profile } from '../../shared/rules/profile.ts';
import { text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { householdStyles } from '../panels/household-colour.ts';
import { HouseholdSwatch } from '../panels/household-swatch.tsx';
import { ChoiceField, Field } from '../panels/selection-fields.tsx';

const programmes = ['best', 'full', 'compact', 'kitchenette'] as const;
export type Programme = (typeof programmes)[number];
const programmeWords = (id: Programme) =>
  id === 'best' ? text('能做到的最好', 'The fullest that fits') : programmeName(id);

/** For whom a room is divided, and what each is to get: one line once there are proposals. */
export function PairFields(props: {
  readonly plan: Plan;
  readonly holders: readonly (HouseholdId | null)[];
  readonly programme: Programme;
  readonly profile: Profile;
  /** There are proposals, which need the room. */
  readonly isAnswered: boolean;
  onHolders(holders: readonly (HouseholdId | null)[]): void;
  onProgramme(programme: Programme): void;
}) {
  const { plan, holders, programme, isAnswered } = props;
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  const names = [text('第一户', 'Household 1'), text('第二户', 'Household 2')];
  const doors = holders.map((one) => (one && plan.households[one]?.door) ?? '');
  const what = programmeWords(programme);
  return (
    <>
      {isAnswered ? (
        <Button
          type="text"
          size="small"
          aria-expanded={isOpen}
          icon={isOpen ? <UpOutlined /> : <DownOutlined />}
          iconPlacement="end"
          className="pair-summary"
          onClick={() => setIsOpen(!isOpen)}
        >
          {say(
            text(
              `${doors.join('、')}，${what.zh}：更改条件`,
              `${doors.join(', ')}: ${what.en}: change`,
            ),
          )}
        </Button>
      ) : null}
      {isOpen || !isAnswered ? (
        <>
          {names.map((name, index) => (
            <HolderField
              key={name.en}
              plan={plan}
              name={say(name)}
              value={holders[index] ?? null}
              onChange={(id) =>
                props.onHolders(holders.map((one, at) => (at === index ? id : one)))
              }
            />
          ))}
          <ChoiceField<Programme>
            name={say(text('配置', 'Programme'))}
            value={programme}
            options={programmes.map((value) => ({ value, label: say(programmeWords(value)) }))}
            onCommit={props.onProgramme}
          />
          <ProgrammeSizes programme={programme} profile={props.profile} />
        </>
      ) : null}
    </>
  );
}

/** What each programme holds, with the sizes of the profile in use and where they come from. */
function ProgrammeSizes(props: { readonly programme: Programme; readonly profile: Profile }) {
  const { programme, profile } = props;
  const say = useSay();
  const shown = programme === 'best' ? fullestFirst : [programme];
  return (
    <details className="programme-sizes">
      <summary>
        {say(text('各户应有的设施和尺寸（mm）', 'What each gets, with sizes (mm)'))}
      </summary>
      {shown.map((id) => (
        <section key={id} aria-label={say(programmeName(id))}>
          <h3>{say(programmeName(id))}</h3>
          <dl>
            {programmeHolds(id, profile).map(({ what, sizes }) => (
              <div key={what.en}>
                <dt>{say(what)}</dt>
                <dd>{sizes}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="property-note">
        {say(sizesSource(profile))}
        {say(text('。尺寸在“审查标准”中修改。', '. Sizes are changed in the profile of rules.'))}
      </p>
    </details>
  );
}

function HolderField(props: {
  readonly plan: Plan;
  readonly name: string;
  readonly value: HouseholdId | null;
  onChange(id: HouseholdId): void;
}) {
  const say = useSay();
  const styles = householdStyles(props.plan.households);
  return (
    <Field name={props.name}>
      <Select<HouseholdId>
        aria-label={props.name}
        value={props.value}
        options={entries(props.plan.households).map(([id, { door }]) => {
          const style = styles.get(id);
          return {
            value: id,
            door,
            label: style ? <HouseholdSwatch style={style} door={door} size={14} /> : door,
          };
        })}
        optionFilterProp="door"
        showSearch
        placeholder={say(text('选择住户', 'Choose a household'))}
        onChange={props.onChange}
        className="property-choice"
        virtual={false}
      />
    </Field>
  );
}
