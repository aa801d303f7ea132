import { castDraft } from 'immer';
import { type NewId, type Storey, type StoreyId, storeysByLevel } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import { gone, refusal } from './refusals.ts';
import {
  nameAtLevel,
  refuseFacts,
  refuseRange,
  type StoreyFacts,
  tidyFacts,
} from './storey-facts.ts';

export type { StoreyFacts } from './storey-facts.ts';

export function addStorey({ newId, ...facts }: StoreyFacts & { readonly newId: NewId }): Command {
  const tidied = tidyFacts(facts);
  return {
    label: text('添加楼层', 'Add storey'),
    refuse: (plan) => refuseFacts(plan, tidied),
    apply(draft) {
      const storey: Storey = { ...tidied, ...emptyTables() };
      draft.storeys[newId('storey')] = castDraft(storey);
    },
  };
}

/**
 * Changes a storey's own facts. With `follow` the storeys above it rise or sink by as much as its
 * ceiling does.
 */
export function describeStorey({
  storey: id,
  change,
  follow = false,
}: {
  readonly storey: StoreyId;
  readonly change: Partial<StoreyFacts>;
  readonly follow?: boolean;
}): Command {
  const after = (now: Storey): StoreyFacts => tidyFacts({ ...now, ...change });
  const risesBy = (now: Storey): number => {
    const facts = after(now);
    return follow ? facts.elevation + facts.height - now.elevation - now.height : 0;
  };
  const above = (storeys: Readonly<Record<StoreyId, Storey>>, now: Storey): Storey[] =>
    Object.values(storeys).filter(({ level }) => level > now.level);
  return {
    label: text('修改楼层', 'Change storey'),
    refuse(plan) {
      const now = plan.storeys[id];
      if (!now) return gone({ kind: 'storey', id });
      const refused = refuseFacts(plan, after(now), id);
      if (refused) return refused;
      for (const other of above(plan.storeys, now)) {
        const wrong = refuseRange({ ...other, elevation: other.elevation + risesBy(now) });
        if (wrong) return wrong;
      }
      return null;
    },
    apply(draft) {
      const now = draft.storeys[id];
      if (!now) return;
      const by = risesBy(now as Storey);
      for (const storey of Object.values(draft.storeys)) {
        if (storey.level > now.level) storey.elevation += by;
      }
      Object.assign(now, after(now as Storey));
    },
  };
}

/**
 * Puts a storey one place up or down: it and its neighbour change levels, and those that are named
 * after their level are named anew. The gap between the two stays.
 */
export function moveStorey({
  storey: id,
  step,
}: {
  readonly storey: StoreyId;
  readonly step: 1 | -1;
}): Command {
  return {
    label: step === 1 ? text('楼层上移', 'Move storey up') : text('楼层下移', 'Move storey down'),
    refuse(plan) {
      if (!plan.storeys[id]) return gone({ kind: 'storey', id });
      const storeys = storeysByLevel(plan);
      const next = storeys[storeys.findIndex(([other]) => other === id) + step];
      if (next) return null;
      return step === 1
        ? refusal('top-storey', '已经是最高层。', 'This is the top storey already.')
        : refusal('lowest-storey', '已经是最低层。', 'This is the lowest storey already.');
    },
    apply(draft) {
      const storeys = storeysByLevel(draft as Parameters<typeof storeysByLevel>[0]);
      const at = storeys.findIndex(([other]) => other === id);
      const pair = [storeys[at], storeys[at + step]].filter((one) => one !== undefined);
      const [lower, upper] = step === 1 ? pair : pair.reverse();
      if (!lower || !upper) throw new Error(`no storey beside ${id}`);
      const [low, high] = [{ ...lower[1] }, { ...upper[1] }];
      const gap = high.elevation - low.elevation - low.height;
      Object.assign(draft.storeys[upper[0]] as object, {
        level: low.level,
        name: nameAtLevel(high, low.level),
        elevation: low.elevation,
      });
      Object.assign(draft.storeys[lower[0]] as object, {
        level: high.level,
        name: nameAtLevel(low, high.level),
        elevation: low.elevation + high.height + gap,
      });
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

type Tables = Omit<Storey, keyof StoreyFacts>;

const emptyTables = (): Tables => ({
  joints: {},
  walls: {},
  openings: {},
  rooms: {},
  fixtures: {},
  risers: {},
});
