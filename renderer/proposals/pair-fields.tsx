import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { entries, type HouseholdId, type Plan } from '../../shared/plan/model.ts';
import type { Profile } from '../../shared/rules/profile.ts';
import { text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { householdStyles } from '../panels/household-colour.ts';
import { HouseholdSwatch } from '../panels/household-swatch.tsx';
import { Field } from '../panels/selection-fields.tsx';
import { type Programme, ProgrammeFields, programmeWords } from './programme-fields.tsx';

/** For whom a room is divided, and what each is to get: one line once there are proposals. */
export function PairFields(props: {
  readonly plan: Plan;
  readonly holders: readonly (HouseholdId | null)[];
  readonly programme: Programme;
  readonly profile: Profile;
  /** There are proposals, which need the room. */
  readonly isAnswered: boolean;
  /** All are shown, also where there are proposals. */
  readonly isOpen: boolean;
  onOpen(isOpen: boolean): void;
  onHolders(holders: readonly (HouseholdId | null)[]): void;
  onProgramme(programme: Programme): void;
}) {
  const { plan, holders, programme, isAnswered, isOpen } = props;
  const say = useSay();
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
          onClick={() => props.onOpen(!isOpen)}
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
          <ProgrammeFields
            programme={programme}
            profile={props.profile}
            onProgramme={props.onProgramme}
          />
        </>
      ) : null}
    </>
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
