import type { Command } from '../../shared/edit/command.ts';
import type { ElementRef, Plan, StoreyId } from '../../shared/plan/model.ts';
import type { EditorState, EditorStore } from '../editor/store.ts';
import { sceneOf } from './scene.ts';

/** What stands in the storey now and did not before. */
export function addedElements(before: Plan, after: Plan, storey: StoreyId): ElementRef[] {
  const was = before.storeys[storey];
  const is = after.storeys[storey];
  if (!is) return [];
  const added = (kind: ElementRef['kind'], now: object, then: object | undefined): ElementRef[] =>
    Object.keys(now)
      .filter((id) => !then || !(id in then))
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
  const drawn = added.filter(({ kind }) => kind !== 'room');
  const chosen = alike.length > 0 ? alike : drawn.length > 0 ? drawn : added;
  if (chosen.length === 0) return;
  // What only some of the selection was remade into joins what stayed as it was.
  const kept = alike.length > 0 ? before.selection.filter((ref) => stays(after, ref, alike)) : [];
  const elements = [...kept, ...chosen];
  const [only] = elements;
  const rooms = sceneOf(after.history.plan, after.storey, after.view)?.rooms ?? [];
  const room =
    only?.kind === 'room' && elements.length === 1
      ? rooms.find(({ tags }) => tags.some((tag) => tag === only.id))
      : undefined;
  after.select(elements, room?.id ?? null);
}

/** Whether an element selected before is still meant beside those that were added. */
function stays(after: EditorState, ref: ElementRef, added: readonly ElementRef[]): boolean {
  const storey = after.history.plan.storeys[after.storey];
  if (!storey || added.length === 0) return false;
  const table = {
    wall: storey.walls,
    opening: storey.openings,
    fixture: storey.fixtures,
    riser: storey.risers,
  }[ref.kind as 'wall' | 'opening' | 'fixture' | 'riser'] as
    | Readonly<Record<string, { readonly phase: string }>>
    | undefined;
  const element = table?.[ref.id];
  return element !== undefined && element.phase !== 'demolished';
}
