import {
  entries,
  type NewId,
  type Plan,
  type Point,
  type Riser,
  type RiserId,
  type RiserKind,
  type StoreyId,
  storeysByLevel,
} from '../plan/model.ts';
import { type Text, text } from '../text.ts';
import { changeRiser } from './change-riser.ts';
import type { Command } from './command.ts';
import { deleteElements } from './delete-elements.ts';
import type { Intent } from './intent.ts';
import { placeRiser } from './place-riser.ts';
import { refusal } from './refusals.ts';
import { samePoint, wholePoint } from './whole.ts';

/** A vertical line of pipe: its pieces on all storeys, known by their kind and name. */
export interface RiserLine {
  readonly kind: RiserKind;
  readonly line: string;
}

export interface RiserPiece {
  readonly storey: StoreyId;
  readonly id: RiserId;
  readonly riser: Riser;
}

/** The pieces that stand or come, from the lowest storey up. Without a name a piece is alone. */
export function piecesOf(plan: Plan, { kind, line }: RiserLine): RiserPiece[] {
  if (line === '') return [];
  return storeysByLevel(plan).flatMap(([storey, { risers }]) =>
    entries(risers)
      .filter(([, riser]) => riser.kind === kind && riser.line === line)
      .filter(([, riser]) => riser.phase !== 'demolished')
      .map(([id, riser]) => ({ storey, id, riser })),
  );
}

/** Places a piece on every storey that has none of the line, as one step. */
export function placeRiserLine(
  options: RiserLine & {
    readonly at: Point;
    readonly width?: number;
    readonly depth?: number;
    readonly intent: Intent;
    readonly newId: NewId;
  },
): Command {
  return together(text('放置立管（贯通各层）', 'Place a riser through all storeys'), (plan) => {
    const taken = new Set(piecesOf(plan, options).map(({ storey }) => storey));
    return storeysByLevel(plan)
      .filter(([storey]) => !taken.has(storey))
      .map(([storey]) => placeRiser({ ...options, storey }));
  });
}

/** Puts every piece of the line at one place, as one step. */
export function moveRiserLine(
  options: RiserLine & { readonly to: Point; readonly intent: Intent; readonly newId: NewId },
): Command {
  const { intent, newId } = options;
  const at = wholePoint(options.to);
  return together(text('移动整根立管', 'Move the riser on all storeys'), (plan) =>
    piecesOf(plan, options)
      .filter(({ riser }) => !samePoint(riser.at, at))
      .map(({ storey, id }) => changeRiser({ storey, riser: id, change: { at }, intent, newId })),
  );
}

/** Takes the line away from every storey: what was surveyed is demolished in a proposal. */
export function deleteRiserLine(options: RiserLine & { readonly intent: Intent }): Command {
  return together(text('删除整根立管', 'Delete the riser on all storeys'), (plan) =>
    piecesOf(plan, options).map(({ storey, id }) =>
      deleteElements({
        storey,
        elements: [{ kind: 'riser', id, storey }],
        intent: options.intent,
      }),
    ),
  );
}

/** Several edits of different storeys as one, refused where one of them is. */
function together(label: Text, commandsOf: (plan: Plan) => readonly Command[]): Command {
  return {
    label,
    refuse(plan) {
      const commands = commandsOf(plan);
      for (const command of commands) {
        const refused = command.refuse?.(plan);
        if (refused) return refused;
      }
      return commands.length > 0
        ? null
        : refusal(
            'nothing-to-do',
            '这根立管在各层都已如此，无需修改。',
            'The riser is like this on every storey already.',
          );
    },
    apply(draft) {
      for (const command of commandsOf(draft as Plan)) command.apply(draft);
    },
  };
}
