import { doorOf } from '../plan/integrity.ts';
import type { Household, HouseholdId, NewId, Plan } from '../plan/model.ts';
import { problemsOfIssues } from '../plan/problem-words.ts';
import { householdSchema } from '../plan/schema.ts';
import { text } from '../text.ts';
import type { Command, Refusal } from './command.ts';
import { gone, refusal } from './refusals.ts';

export function addHousehold({
  door,
  members,
  newId,
}: {
  readonly door: string;
  readonly members?: number;
  readonly newId: NewId;
}): Command {
  const facts = tidy({ door, ...(members === undefined ? {} : { members }) });
  return {
    label: text('添加住户', 'Add household'),
    refuse: (plan) => refuseFacts(plan, facts),
    apply(draft) {
      draft.households[newId('household')] = facts;
    },
  };
}

/** An undefined field of the change takes that fact away. */
export function describeHousehold({
  household: id,
  change,
}: {
  readonly household: HouseholdId;
  readonly change: Partial<Household>;
}): Command {
  return {
    label: text('修改住户', 'Change household'),
    refuse(plan) {
      const now = plan.households[id];
      return now
        ? refuseFacts(plan, tidy({ ...now, ...change }), id)
        : gone({ kind: 'household', id });
    },
    apply(draft) {
      const now = draft.households[id];
      if (!now) throw new Error(`no such household ${id}`);
      const next = tidy({ ...now, ...change });
      if (JSON.stringify(next) !== JSON.stringify(tidy(now))) draft.households[id] = next;
    },
  };
}

/** Removes a household, also from the holders of every room. */
export function removeHousehold({ household: id }: { readonly household: HouseholdId }): Command {
  return {
    label: text('删除住户', 'Delete household'),
    refuse: (plan) => (plan.households[id] ? null : gone({ kind: 'household', id })),
    apply(draft) {
      delete draft.households[id];
      for (const storey of Object.values(draft.storeys)) {
        for (const room of Object.values(storey.rooms)) {
          if (room.holders.includes(id)) {
            room.holders = room.holders.filter((holder) => holder !== id);
          }
        }
      }
    },
  };
}

function tidy({ door, members, tenancy, note }: Household): Household {
  return {
    door: doorOf({ door }),
    ...(members === undefined ? {} : { members }),
    ...(tenancy === undefined ? {} : { tenancy }),
    ...(note === undefined || note === '' ? {} : { note }),
  };
}

function refuseFacts(plan: Plan, facts: Household, own?: HouseholdId): Refusal | null {
  if (facts.door === '') {
    return refusal('needs-door', '请填写室号。', 'A household needs a door number.');
  }
  const parsed = householdSchema.safeParse(facts, { reportInput: true });
  const problem = parsed.success ? null : problemsOfIssues(parsed.error.issues)[0];
  if (problem) {
    return refusal(
      'out-of-range',
      `${problem.problem.zh}。`,
      `${problem.at}: ${problem.problem.en}.`,
    );
  }
  if (facts.tenancy !== undefined && !plan.tenancies[facts.tenancy]) {
    return refusal('gone', '这份租赁凭证已不存在。', 'This tenancy certificate no longer exists.');
  }
  const other = Object.entries(plan.households).find(
    ([id, household]) => id !== own && doorOf(household) === facts.door,
  );
  return other
    ? refusal(
        'door-taken',
        `室号“${facts.door}”已有住户。`,
        `There is already a household with door "${facts.door}".`,
        [{ kind: 'household', id: other[0] }],
      )
    : null;
}
