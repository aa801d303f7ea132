import { moveRiserLine, piecesOf } from '../../shared/edit/riser-line.ts';
import {
  entries,
  type NewId,
  type Plan,
  type Riser,
  type StoreyId,
} from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import type { EditorState, EditorStore, Message } from './store.ts';

/** A piece of a riser that an edit moved on one storey, away from its pieces on others. */
export interface LeftRiser {
  readonly riser: Riser;
  /** How many storeys have it where it was. */
  readonly others: number;
}

/**
 * Null where no riser was moved alone, or where none was moved away from its line. One that is
 * `offered` already, nudged step by step, is away from it before.
 */
export function leftRiser(
  before: Plan,
  after: Plan,
  storey: StoreyId,
  offered: Riser | null = null,
): LeftRiser | null {
  const was = before.storeys[storey]?.risers ?? {};
  const is = after.storeys[storey]?.risers ?? {};
  if (was === is) return null;
  const stands = (riser: Riser): boolean => riser.phase !== 'demolished' && riser.line !== '';
  const old = entries(was).filter(([, riser]) => stands(riser));
  const moved = entries(is).flatMap(([id, riser]) => {
    if (!stands(riser) || was[id] === riser) return [];
    const from = was[id] ?? old.find(([, other]) => isSameLine(other, riser))?.[1];
    const went = from && (from.at.x !== riser.at.x || from.at.y !== riser.at.y);
    return went && isSameLine(from, riser) ? [{ from, riser }] : [];
  });
  const [only, ...rest] = moved;
  if (!only || rest.length > 0) return null;
  const others = piecesOf(after, only.riser).filter(
    (piece) =>
      piece.storey !== storey &&
      !samePlace(piece.riser, only.riser) &&
      (samePlace(piece.riser, only.from) || (offered && isSameLine(offered, only.riser))),
  ).length;
  return others > 0 ? { riser: only.riser, others } : null;
}

const samePlace = ({ at: left }: Riser, { at: right }: Riser): boolean =>
  left.x === right.x && left.y === right.y;

const isSameLine = (left: Riser, right: Riser): boolean =>
  left.kind === right.kind && left.line === right.line;

function messageOf({ riser, others }: LeftRiser, state: EditorState, newId: NewId): Message {
  const { kind, line, at } = riser;
  return {
    tone: 'info',
    text: text(
      `立管 ${line} 在其他 ${others} 层仍在原位，上下没有对齐。`,
      `Riser ${line} is where it was on ${others === 1 ? 'another storey' : `${others} other storeys`}; it no longer lines up.`,
    ),
    offer: {
      text: text('整根移到这里', 'Move it on all storeys'),
      command: moveRiserLine({ kind, line, to: at, intent: state.intent, newId }),
    },
  };
}

/** After a riser was moved on one storey: offers to move its pieces on the others. */
export function watchRisers(store: EditorStore, newId: NewId): () => void {
  let offered: Riser | null = null;
  return store.subscribe((now, was) => {
    // Undo and redo are no edits.
    if (now.history === was.history || now.history.past.length <= was.history.past.length) return;
    if (now.history.past.at(-1) === was.history.future[0]) return;
    const left = leftRiser(was.history.plan, now.history.plan, now.storey, offered);
    offered = left?.riser ?? null;
    if (left) store.getState().set({ message: messageOf(left, now, newId) });
  });
}
