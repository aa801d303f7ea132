import { castDraft } from 'immer';
import type { IdKind, IdOfKind, NewId, Plan, Storey, StoreyId } from '../plan/model.ts';
import { problemsOfIssues } from '../plan/problem-words.ts';
import { storeySchema } from '../plan/schema.ts';
import { text } from '../text.ts';
import type { Command, Refusal } from './command.ts';
import { gone, refusal } from './refusals.ts';
import { whole } from './whole.ts';

/** A storey's own facts, without what is drawn on it. Lengths in mm. */
export type StoreyFacts = Pick<Storey, 'name' | 'level' | 'elevation' | 'height'>;

export function addStorey({ newId, ...facts }: StoreyFacts & { readonly newId: NewId }): Command {
  const tidied = tidy(facts);
  return {
    label: text('添加楼层', 'Add storey'),
    refuse: (plan) => refuseFacts(plan, tidied),
    apply(draft) {
      const storey: Storey = { ...tidied, ...emptyTables() };
      draft.storeys[newId('storey')] = castDraft(storey);
    },
  };
}

/** Copies a storey, with everything drawn on it and its phases, to the level above. */
export function copyStorey(options: {
  readonly storey: StoreyId;
  readonly name: string;
  readonly newId: NewId;
}): Command {
  const { storey: id, newId } = options;
  const facts = (from: Storey): StoreyFacts =>
    tidy({
      name: options.name,
      // There is no level 0: the ground storey is 1, and below it comes -1.
      level: from.level === -1 ? 1 : from.level + 1,
      elevation: from.elevation + from.height,
      height: from.height,
    });
  return {
    label: text('复制楼层', 'Copy storey'),
    refuse(plan) {
      const from = plan.storeys[id];
      return from ? refuseFacts(plan, facts(from)) : gone({ kind: 'storey', id });
    },
    apply(draft) {
      const from = draft.storeys[id];
      if (!from) throw new Error(`no such storey ${id}`);
      const storey: Storey = { ...facts(from), ...copyTables(from, newId) };
      draft.storeys[newId('storey')] = castDraft(storey);
    },
  };
}

export function describeStorey({
  storey: id,
  change,
}: {
  readonly storey: StoreyId;
  readonly change: Partial<StoreyFacts>;
}): Command {
  return {
    label: text('修改楼层', 'Change storey'),
    refuse(plan) {
      const now = plan.storeys[id];
      return now
        ? refuseFacts(plan, tidy({ ...now, ...change }), id)
        : gone({ kind: 'storey', id });
    },
    apply(draft) {
      const now = draft.storeys[id];
      if (now) Object.assign(now, tidy({ ...now, ...change }));
    },
  };
}

export function removeStorey({ storey: id }: { readonly storey: StoreyId }): Command {
  return {
    label: text('删除楼层', 'Delete storey'),
    refuse(plan) {
      if (!plan.storeys[id]) return gone({ kind: 'storey', id });
      return Object.keys(plan.storeys).length === 1
        ? refusal('last-storey', '至少要保留一个楼层。', 'A building keeps at least one storey.')
        : null;
    },
    apply(draft) {
      delete draft.storeys[id];
    },
  };
}

const tidy = ({ name, level, elevation, height }: StoreyFacts): StoreyFacts => ({
  name: name.trim(),
  level: whole(level),
  elevation: whole(elevation),
  height: whole(height),
});

const factsSchema = storeySchema.pick({ name: true, level: true, elevation: true, height: true });

function refuseFacts(plan: Plan, facts: StoreyFacts, own?: StoreyId): Refusal | null {
  const parsed = factsSchema.safeParse(facts, { reportInput: true });
  const problem = parsed.success ? null : problemsOfIssues(parsed.error.issues)[0];
  if (problem) {
    return refusal(
      'out-of-range',
      `${problem.problem.zh}。`,
      `${problem.at}: ${problem.problem.en}.`,
    );
  }
  const other = Object.entries(plan.storeys).find(
    ([id, storey]) => id !== own && storey.level === facts.level,
  );
  return other
    ? refusal(
        'level-taken',
        `层号 ${facts.level} 已经有了（${other[1].name}）。`,
        `There is already a storey at level ${facts.level} (${other[1].name}).`,
        [{ kind: 'storey', id: other[0] }],
      )
    : null;
}

type Tables = Omit<Storey, keyof StoreyFacts>;

const emptyTables = (): Tables => ({
  joints: {},
  walls: {},
  openings: {},
  rooms: {},
  fixtures: {},
  risers: {},
});

/** The same elements under new ids, which refer to each other as the old ones did. */
function copyTables(from: Storey, newId: NewId): Tables {
  const renamed = <K extends IdKind, V>(kind: K, table: Readonly<Record<string, V>>) => {
    const ids = new Map<string, IdOfKind[K]>();
    for (const id of Object.keys(table).sort()) ids.set(id, newId(kind));
    const of = (id: string): IdOfKind[K] => {
      const known = ids.get(id);
      if (!known) throw new Error(`no such ${kind} ${id}`);
      return known;
    };
    const copy = (write: (value: V) => V): Record<IdOfKind[K], V> =>
      Object.fromEntries([...ids].map(([id, made]) => [made, write(table[id] as V)])) as Record<
        IdOfKind[K],
        V
      >;
    return { of, copy };
  };
  const joints = renamed('joint', from.joints);
  const walls = renamed('wall', from.walls);
  return {
    joints: joints.copy((joint) => ({ ...joint })),
    walls: walls.copy((wall) => ({ ...wall, a: joints.of(wall.a), b: joints.of(wall.b) })),
    openings: renamed('opening', from.openings).copy((opening) => ({
      ...opening,
      wall: walls.of(opening.wall),
    })),
    rooms: renamed('room', from.rooms).copy((room) => ({
      ...room,
      at: { ...room.at },
      holders: [...room.holders],
    })),
    fixtures: renamed('fixture', from.fixtures).copy((one) => ({ ...one, at: { ...one.at } })),
    risers: renamed('riser', from.risers).copy((riser) => ({ ...riser, at: { ...riser.at } })),
  };
}
