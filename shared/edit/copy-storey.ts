import { castDraft } from 'immer';
import type { IdKind, IdOfKind, JointId, NewId, Plan, Storey, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import { hostOfCopy } from './place-marks.ts';
import { gone } from './refusals.ts';
import {
  levelAbove,
  nameAtLevel,
  refuseFacts,
  refuseRange,
  type StoreyFacts,
  tidyFacts,
} from './storey-facts.ts';

/** What a copy of a storey may leave out. */
export type StoreyPart = 'fixtures' | 'tags' | 'holders';

export interface CopyStorey {
  readonly storey: StoreyId;
  readonly name: string;
  readonly without?: readonly StoreyPart[];
  /** Where the level above is taken: the storeys from there up go one level higher. */
  readonly insert?: boolean;
  readonly newId: NewId;
}

/**
 * Copies a storey, with what is drawn on it and its phases, to the level above. Its underlay is a
 * picture of itself, and stays.
 */
export function copyStorey(options: CopyStorey): Command {
  const { storey: id, newId, insert = false } = options;
  const without = new Set(options.without ?? []);
  const facts = (from: Storey): StoreyFacts =>
    tidyFacts({
      name: options.name,
      level: levelAbove(from.level),
      elevation: from.elevation + from.height,
      height: from.height,
    });
  /** The storeys that make room, as they will be. */
  const raised = (plan: Pick<Plan, 'storeys'>, from: Storey): [StoreyId, StoreyFacts][] => {
    const taken = levelAbove(from.level);
    const storeys = Object.entries(plan.storeys) as [StoreyId, Storey][];
    if (!insert || !storeys.some(([, { level }]) => level === taken)) return [];
    return storeys
      .filter(([, { level }]) => level >= taken)
      .map(([other, { name, level, elevation, height }]) => {
        const next = levelAbove(level);
        const renamed = nameAtLevel({ name, level, elevation, height }, next);
        return [other, { name: renamed, level: next, elevation: elevation + from.height, height }];
      });
  };
  return {
    label: text('复制楼层', 'Copy storey'),
    refuse(plan) {
      const from = plan.storeys[id];
      if (!from) return gone({ kind: 'storey', id });
      const making = raised(plan, from);
      if (making.length === 0) return refuseFacts(plan, facts(from));
      for (const made of [facts(from), ...making.map(([, other]) => other)]) {
        const refused = refuseRange(made);
        if (refused) return refused;
      }
      return null;
    },
    apply(draft) {
      const from = draft.storeys[id] as Storey | undefined;
      if (!from) throw new Error(`no such storey ${id}`);
      const storey: Storey = { ...facts(from), ...copyTables(from, without, newId) };
      for (const [other, made] of raised(draft as Plan, from)) {
        Object.assign(draft.storeys[other] as object, made);
      }
      draft.storeys[newId('storey')] = castDraft(storey);
    },
  };
}

type Tables = Omit<Storey, keyof StoreyFacts>;

/** The same elements under new ids, which refer to each other as the old ones did. */
function copyTables(from: Storey, without: ReadonlySet<StoreyPart>, newId: NewId): Tables {
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
    return { of, copy, has: (id: string): boolean => ids.has(id) };
  };
  const joints = renamed('joint', from.joints);
  const walls = renamed('wall', from.walls);
  const openings = renamed('opening', from.openings);
  const known = (id: string): string | undefined =>
    walls.has(id) ? walls.of(id) : openings.has(id) ? openings.of(id) : undefined;
  return {
    joints: joints.copy((joint) => ({ ...joint })),
    walls: walls.copy((wall) => ({ ...wall, a: joints.of(wall.a), b: joints.of(wall.b) })),
    openings: openings.copy((opening) => ({
      ...opening,
      wall: walls.of(opening.wall),
    })),
    rooms: renamed('room', without.has('tags') ? {} : from.rooms).copy((room) => ({
      ...room,
      at: { ...room.at },
      // What belongs to the building does so on every storey.
      holders: room.holders.filter((holder) => !without.has('holders') || holder === 'building'),
    })),
    fixtures: renamed('fixture', without.has('fixtures') ? {} : from.fixtures).copy((one) => ({
      ...one,
      at: { ...one.at },
    })),
    risers: renamed('riser', from.risers).copy((riser) => ({ ...riser, at: { ...riser.at } })),
    ...(from.dimensions
      ? {
          dimensions: renamed('dimension', from.dimensions).copy((dimension) => ({
            ...dimension,
            anchors: dimension.anchors.map(({ at, on }) => {
              const host = on && ('joint' in on ? copiedJoint(on, joints) : hostOfCopy(on, known));
              return host ? { at: { ...at }, on: host } : { at: { ...at } };
            }),
          })),
        }
      : {}),
    ...(from.notes
      ? { notes: renamed('note', from.notes).copy((note) => ({ ...note, at: { ...note.at } })) }
      : {}),
  };
}

const copiedJoint = (
  { joint }: { readonly joint: JointId },
  joints: { has(id: string): boolean; of(id: string): JointId },
) => (joints.has(joint) ? { joint: joints.of(joint) } : undefined);
