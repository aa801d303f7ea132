import { Checkbox, Select } from 'antd';
import type { Room } from '../../shared/derive/room.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import type { Holder, HouseholdId, Plan, RoomUse, StoreyId } from '../../shared/plan/model.ts';
import { roomUseWords } from '../../shared/plan/words.ts';
import { mostHolders } from '../../shared/propose/block/ask.ts';
import type { Profile } from '../../shared/rules/profile.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { m2 } from '../language/say.ts';
import { householdStyles } from '../panels/household-colour.ts';
import { byDoor } from '../panels/household-order.ts';
import { HouseholdSwatch } from '../panels/household-swatch.tsx';
import { Field } from '../panels/selection-fields.tsx';
import { type Programme, ProgrammeFields } from './programme-fields.tsx';

/** What many households are asked for, as it is chosen. */
export interface BlockChoice {
  readonly rooms: readonly string[];
  readonly holders: readonly HouseholdId[];
  readonly programme: Programme;
  readonly newStacks: boolean;
  readonly ownRooms: boolean;
  readonly throughBearing: boolean;
}

const divided: ReadonlySet<RoomUse | null> = new Set<RoomUse>([
  'kitchen',
  'bathroom',
  'kitchen-bath',
  'storage',
]);

const isHousehold = (holder: Holder): holder is HouseholdId => holder !== 'building';

/** Rooms of a storey that more than one household shares, or that are the building's. */
export const sharedRooms = (plan: Plan, storey: StoreyId): Room[] =>
  storeyRooms(storey, plan.storeys[storey]!, 'after').rooms.filter(
    ({ use, holders }) =>
      divided.has(use) && (holders.filter(isHousehold).length > 1 || holders.includes('building')),
  );

/** Who shares the rooms, by their doors. */
export function holdersOf(plan: Plan, rooms: readonly Room[]): HouseholdId[] {
  const all = new Set<string>(rooms.flatMap(({ holders }) => holders.filter(isHousehold)));
  return byDoor(plan.households).filter((one) => all.has(one));
}

/** To begin with: the room, those that the same households share, and all of these. */
export function firstChoice(plan: Plan, storey: StoreyId, room: string): BlockChoice {
  const all = sharedRooms(plan, storey);
  const own = storeyRooms(storey, plan.storeys[storey]!, 'after').byId.get(room);
  const mine = new Set(own?.holders.filter(isHousehold) ?? []);
  const rooms = all.filter(
    ({ id, holders }) => id === room || holders.filter(isHousehold).some((one) => mine.has(one)),
  );
  return {
    rooms: rooms.map(({ id }) => id),
    holders: holdersOf(plan, rooms).slice(0, mostHolders),
    programme: 'best',
    newStacks: true,
    ownRooms: true,
    throughBearing: false,
  };
}

export const allowances: readonly {
  readonly id: 'newStacks' | 'ownRooms' | 'throughBearing';
  readonly words: Text;
}[] = [
  {
    id: 'newStacks',
    words: text('可新增立管（须上下层贯通）', 'New stacks, through all storeys'),
  },
  {
    id: 'ownRooms',
    words: text('不够分时，可占用本户居室一角', 'A corner of their own room, where short'),
  },
  {
    id: 'throughBearing',
    words: text('可在承重墙上开门（须结构复核）', 'Doors in bearing walls, with an engineer'),
  },
];

/** Which rooms, which households, and what may be built. */
export function BlockFields(props: {
  readonly plan: Plan;
  readonly storey: StoreyId;
  readonly choice: BlockChoice;
  readonly profile: Profile;
  onChange(choice: BlockChoice): void;
}) {
  const { plan, storey, choice, onChange } = props;
  const say = useSay();
  const styles = householdStyles(plan.households);
  const rooms = sharedRooms(plan, storey);
  const change = (part: Partial<BlockChoice>): void => onChange({ ...choice, ...part });
  const roomsName = say(text('公用房', 'Shared rooms'));
  const holdersName = say(text('住户', 'Households'));
  if (rooms.length === 0) {
    return (
      <p className="property-note">
        {say(
          text(
            '本层已没有合用或公用的厨房、卫生间和储藏。',
            'No kitchen, bathroom or store on this storey is shared or common any more.',
          ),
        )}
      </p>
    );
  }
  return (
    <>
      <Field name={roomsName}>
        <Select<string[]>
          mode="multiple"
          aria-label={roomsName}
          value={[...choice.rooms]}
          options={rooms.map(({ id, use, area, name }) => ({
            value: id,
            label: `${name || say(roomUseWords[use ?? 'storage'])} ${m2(area)}`,
          }))}
          onChange={(ids) =>
            change({
              rooms: ids,
              holders: holdersOf(
                plan,
                rooms.filter(({ id }) => ids.includes(id)),
              ).slice(0, mostHolders),
            })
          }
          className="property-choice"
          virtual={false}
        />
      </Field>
      <Field name={holdersName}>
        <Select<HouseholdId[]>
          mode="multiple"
          aria-label={holdersName}
          value={[...choice.holders]}
          maxCount={mostHolders}
          options={(Object.keys(plan.households) as HouseholdId[]).map((id) => {
            const door = plan.households[id]?.door ?? id;
            const style = styles.get(id);
            return {
              value: id,
              door,
              label: style ? <HouseholdSwatch style={style} door={door} size={14} /> : door,
            };
          })}
          optionFilterProp="door"
          onChange={(holders) => change({ holders })}
          className="property-choice"
          virtual={false}
        />
      </Field>
      <ProgrammeFields
        programme={choice.programme}
        profile={props.profile}
        onProgramme={(programme) => change({ programme })}
      />
      <fieldset className="block-allowances">
        <legend>{say(text('允许', 'Allowed'))}</legend>
        {allowances.map(({ id, words }) => (
          <Checkbox
            key={id}
            checked={choice[id]}
            onChange={(event) => change({ [id]: event.target.checked })}
          >
            {say(words)}
          </Checkbox>
        ))}
      </fieldset>
    </>
  );
}
