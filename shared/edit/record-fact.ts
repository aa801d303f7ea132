import type {
  Opening,
  OpeningId,
  RoomId,
  RoomTag,
  Storey,
  StoreyId,
  Wall,
  WallId,
} from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import { gone } from './refusals.ts';
import { storeyEdit } from './storey-edit.ts';

/** Undefined takes the fact away. */
type Facts<V, K extends keyof V> = { readonly [F in K]?: V[F] | undefined };

/** A fact that somebody measured or was told, about an element or the storey itself. */
export type Recorded =
  | { readonly kind: 'storey'; readonly facts: Facts<Storey, 'clearHeight'> }
  | {
      readonly kind: 'room';
      readonly id: RoomId;
      readonly facts: Facts<RoomTag, 'clearHeight' | 'exhaust' | 'flight'>;
    }
  | { readonly kind: 'opening'; readonly id: OpeningId; readonly facts: Facts<Opening, 'opens'> }
  | { readonly kind: 'wall'; readonly id: WallId; readonly facts: Facts<Wall, 'engineerNote'> };

/**
 * Writes down what was measured or said. That changes nothing in the building, so that nothing is
 * demolished by it, whatever the designer is doing at the time.
 */
export function recordFact(
  options: { readonly storey: StoreyId } & { readonly of: Recorded },
): Command {
  const { storey: id, of } = options;
  return storeyEdit({
    label: text('记录', 'Record'),
    storey: id,
    allow: (storey) =>
      of.kind === 'storey' || tableOf(storey, of)[of.id]
        ? null
        : gone({ kind: of.kind, id: of.id, storey: id }),
    change(storey) {
      const element: object | undefined =
        of.kind === 'storey' ? storey : tableOf(storey as Storey, of)[of.id];
      if (!element) return;
      for (const [name, value] of Object.entries(of.facts)) {
        if (value === undefined) delete (element as Record<string, unknown>)[name];
        else (element as Record<string, unknown>)[name] = value;
      }
    },
  });
}

const tableOf = (
  storey: Storey,
  { kind }: Exclude<Recorded, { kind: 'storey' }>,
): Readonly<Record<string, object>> =>
  kind === 'room' ? storey.rooms : kind === 'opening' ? storey.openings : storey.walls;
