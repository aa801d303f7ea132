import type { Command } from '../../shared/edit/command.ts';
import type { ElementRef, Plan, StoreyId, WallId } from '../../shared/plan/model.ts';
import { type EditorState, type EditorStore, exists } from '../editor/store.ts';
import { cross, minus, unit, wallLine } from './plane.ts';
import { sceneOf } from './scene.ts';

/** What stands in the storey now and did not before: added, or brought back. */
export function addedElements(before: Plan, after: Plan, storey: StoreyId): ElementRef[] {
  const was = before.storeys[storey];
  const is = after.storeys[storey];
  if (!is) return [];
  type Phased = Readonly<Record<string, object>>;
  const isGone = (table: Phased | undefined, id: string): boolean => {
    const element = table?.[id];
    // Dimensions and notes have no phase.
    return !element || ('phase' in element && element.phase === 'demolished');
  };
  const added = (kind: ElementRef['kind'], now: Phased, then: Phased | undefined): ElementRef[] =>
    Object.keys(now)
      .filter((id) => (isGone(then, id) && !isGone(now, id)) || !then || !(id in then))
      .map((id) => ({ kind, id, storey }));
  return [
    ...added('wall', is.walls, was?.walls),
    ...added('opening', is.openings, was?.openings),
    ...added('fixture', is.fixtures, was?.fixtures),
    ...added('riser', is.risers, was?.risers),
    ...added('dimension', is.dimensions ?? {}, was?.dimensions),
    ...added('note', is.notes ?? {}, was?.notes),
    ...added('room', is.rooms, was?.rooms),
  ];
}

/**
 * Runs a command and keeps the selection on what the person sees as the same thing: changing a
 * surveyed element in a proposal demolishes it and adds a changed one, which is then selected.
 */
export function runFollowing(store: EditorStore, command: Command): boolean {
  const before = store.getState();
  const done = before.run(command);
  if (done) selectAdded(store, before);
  return done;
}

export function selectAdded(store: EditorStore, before: EditorState): void {
  const after = store.getState();
  const added = addedElements(before.history.plan, after.history.plan, after.storey);
  const kinds = new Set(before.selection.map(({ kind }) => kind));
  const alike = added.filter(({ kind }) => kinds.has(kind));
  const kept = before.selection.filter((ref) => stays(after, ref));
  // All that was selected is still there: pieces that were added beside it are nobody's choice.
  if (before.selection.length > 0 && kept.length === before.selection.length) return;
  const drawn = added.filter(({ kind }) => kind !== 'room');
  const chosen =
    alike.length > 0 ? remadeOf(before, after, alike) : drawn.length > 0 ? drawn : added;
  if (chosen.length === 0) return;
  // What only some of the selection was remade into joins what stayed as it was.
  const elements = [...(alike.length > 0 ? kept : []), ...chosen];
  const [only] = elements;
  const rooms = sceneOf(after.history.plan, after.storey, after.view)?.rooms ?? [];
  const room =
    only?.kind === 'room' && elements.length === 1
      ? rooms.find(({ tags }) => tags.some((tag) => tag === only.id))
      : undefined;
  after.select(elements, room?.id ?? null);
}

/**
 * Of the walls that were added, those that run as one that was selected does: a wall that slides is
 * remade, and short pieces across it lead on to what it left.
 */
function remadeOf(
  before: EditorState,
  after: EditorState,
  added: readonly ElementRef[],
): readonly ElementRef[] {
  const lineIn = (state: EditorState, ref: ElementRef) => {
    const storey = state.history.plan.storeys[state.storey];
    const wall = ref.kind === 'wall' ? storey?.walls[ref.id as WallId] : undefined;
    return storey && wall ? wallLine(storey, wall) : null;
  };
  const lines = before.selection.flatMap((ref) => lineIn(before, ref) ?? []);
  const alike = added.filter((ref) => {
    const line = lineIn(after, ref);
    return (
      !line ||
      lines.some((one) => {
        const turn = cross(unit(minus(one.b, one.a)), unit(minus(line.b, line.a)));
        return Math.abs(turn) < 0.05;
      })
    );
  });
  return alike.length > 0 ? alike : added;
}

const isMark = ({ kind }: ElementRef): boolean =>
  kind === 'axis' || kind === 'dimension' || kind === 'note';

/** Whether an element selected before is still there, and not on its way out. */
function stays(after: EditorState, ref: ElementRef): boolean {
  // What is written on the plan has no phase.
  if (isMark(ref)) return exists(after.history.plan, ref);
  const storey = after.history.plan.storeys[after.storey];
  if (!storey) return false;
  const table = {
    wall: storey.walls,
    opening: storey.openings,
    fixture: storey.fixtures,
    riser: storey.risers,
    room: storey.rooms,
  }[ref.kind as 'wall' | 'opening' | 'fixture' | 'riser' | 'room'] as
    | Readonly<Record<string, { readonly phase: string }>>
    | undefined;
  const element = table?.[ref.id];
  return element !== undefined && element.phase !== 'demolished';
}
