import { fixtureCentre } from '../../shared/derive/footprint.ts';
import type { Room } from '../../shared/derive/room.ts';
import { deleteAxes } from '../../shared/edit/axes.ts';
import { copyElements } from '../../shared/edit/copy-elements.ts';
import { deleteElements } from '../../shared/edit/delete-elements.ts';
import { pasteElements } from '../../shared/edit/paste-elements.ts';
import { together } from '../../shared/edit/together.ts';
import {
  type ElementRef,
  type FixtureId,
  type Point,
  type Storey,
  type StoreyId,
  storeysByLevel,
} from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { fitStorey } from '../editor/fit-storey.ts';
import { hitsInBox, roomAt } from '../editor/hit.ts';
import { newId } from '../editor/ids.ts';
import type { Action } from '../editor/keyboard.ts';
import type { PanelTab } from '../editor/panel-tabs.ts';
import { mayTake, onlyToLookAt } from '../editor/reading.ts';
import {
  type EditorState,
  type EditorStore,
  exists,
  shownPlan,
  type ToolName,
  type ToolOptions,
} from '../editor/store.ts';
import { toScreen, type ViewportHolder, zoomAbout } from '../editor/viewport.ts';
import { selectedRoomOf } from '../panels/selection.tsx';
import { startDivision } from '../tools/divide-tool.ts';
import { runFollowing, selectAdded } from '../tools/follow.ts';
import { takeBackCorner } from '../tools/outline-tool.ts';
import type { Runner } from '../tools/runner.ts';
import { sceneOf } from '../tools/scene.ts';
import { axesOf, moveCommand } from '../tools/select-drag.ts';
import { takeBackPoint } from '../tools/wall-tool.ts';

export interface ActionHost {
  readonly store: EditorStore;
  readonly runner: Runner;
  readonly viewport: ViewportHolder;
  /** What was copied last, and how it was then: it may be gone meanwhile. */
  readonly clipboard: {
    current: Copied | null;
  };
  /** What only the screen can do. */
  ask(what: Ask): void;
  /** A command was chosen in the palette, and comes first there next time. */
  used(command: string): void;
}

export type Ask =
  | 'help'
  | 'palette'
  | 'tour'
  | 'save'
  | 'compare'
  | 'merge'
  | 'survey'
  | 'household-table'
  | 'stacks'
  | 'profile'
  | 'library'
  | 'schemes'
  | 'language'
  | 'go-to'
  | 'menu'
  | { readonly panel: PanelTab }
  /** Chosen already: its place in the panel takes the focus. */
  | { readonly finding: string }
  | { readonly region: 1 | -1 };

/** Tools that make something new, and have no use for what is selected. */
const startsAnew: readonly ToolName[] = [
  'wall',
  'rectangle',
  'outline',
  'offset',
  'opening',
  'fixture',
  'riser',
  'room',
];
export interface Copied {
  /** The storey it was copied from, and that storey as it was. */
  readonly storey: StoreyId;
  readonly from: Storey;
  readonly elements: readonly ElementRef[];
  /** How often it was pasted on each storey: copies do not lie on copies. */
  readonly pasted: ReadonlyMap<StoreyId, number>;
}

/** mm from an original to its copy. */
const pasteStep = 300;

/** Tools that change no element of the building. */
export const marking: readonly ToolName[] = [
  'measure',
  'area',
  'dimension',
  'note',
  'axis',
  'north',
  'underlay',
];

/** Takes a tool in hand. Dividing starts on the room that is selected. */
export function takeTool(
  host: ActionHost,
  tool: ToolName,
  options: Partial<ToolOptions> = {},
): void {
  const { store, runner } = host;
  const state = store.getState();
  if (!mayTake(state, tool)) {
    state.set({ message: onlyToLookAt });
    return;
  }
  const room = tool === 'divide' ? roomToDivide(state) : null;
  // New elements do not show in the before view, nor surveyed changes of what is to come.
  const view =
    tool !== 'select' &&
    tool !== 'pan' &&
    !marking.includes(tool) &&
    state.view === 'before' &&
    state.intent === 'proposal'
      ? 'after'
      : state.view;
  state.set({ tool, view, toolOptions: { ...state.toolOptions, ...options } });
  // What was selected is done with: the arrows are for what the tool makes.
  const isAnew = tool !== state.tool && startsAnew.includes(tool);
  if (isAnew && (state.selection.length > 0 || state.selectedRoom)) state.select([]);
  if (room) runner.update('divide', (_state, context) => startDivision(room.id, context));
}

/** The selected room, or the one in which the selected fixture stands. */
function roomToDivide(state: EditorState): Room | null {
  const [only, ...others] = state.selection;
  const storey = state.history.plan.storeys[state.storey];
  const fixture =
    only?.kind === 'fixture' && others.length === 0 && storey?.fixtures[only.id as FixtureId];
  if (!storey || !fixture) return selectedRoomOf(state);
  return roomAt(
    sceneOf(state.history.plan, state.storey, 'after')?.rooms ?? [],
    fixtureCentre(fixture),
  );
}

export function perform(host: ActionHost, action: Action): void {
  const { store, runner, viewport } = host;
  const state = store.getState();
  const drawn = state.selection.filter(({ kind }) => kind !== 'room');
  switch (action.type) {
    case 'tool':
      takeTool(host, action.tool, action.options);
      break;
    case 'undo':
      // While a chain of walls is being drawn, undo takes its last point back.
      if (state.tool === 'wall' && runner.stateOf('wall').points.length > 0) {
        runner.update('wall', takeBackPoint);
      } else if (state.tool === 'outline' && runner.stateOf('outline').points.length > 0) {
        runner.update('outline', takeBackCorner);
      } else state.undo();
      break;
    case 'redo':
      state.redo();
      break;
    case 'delete':
      if (state.selection.length > 0) {
        const { storey, selection: elements, intent } = state;
        const axes = axesOf(elements);
        const drawn = elements.filter(({ kind }) => kind !== 'axis');
        const commands = [
          ...(drawn.length > 0 ? [deleteElements({ storey, elements: drawn, intent })] : []),
          ...(axes.length > 0 ? [deleteAxes({ axes })] : []),
        ];
        const [first, ...rest] = commands;
        if (first) state.run(rest.length > 0 ? together(first.label, commands) : first);
      }
      break;
    case 'copy':
      copy(host, drawn);
      break;
    case 'paste':
      paste(host);
      break;
    case 'duplicate':
      if (drawn.length > 0) copyBy(host, drawn, { x: pasteStep, y: -pasteStep });
      break;
    case 'nudge':
      if (drawn.length > 0) {
        const { storey, intent } = state;
        const scene = sceneOf(state.history.plan, storey, state.view);
        if (scene) {
          runFollowing(store, moveCommand(drawn, action.by, { storey, scene, intent, newId }));
        }
      }
      break;
    case 'select-all':
      selectAll(store);
      break;
    case 'fit':
      fitStorey(store, viewport);
      break;
    case 'zoom-in':
      zoom(host, 1.25);
      break;
    case 'zoom-out':
      zoom(host, 0.8);
      break;
    case 'storey':
      stepStorey(store, action.step);
      break;
  }
}

/** About the keys' cursor where there is one, else about the middle. */
function zoom({ viewport, store }: ActionHost, factor: number): void {
  const { cursor } = store.getState();
  const { width, height } = viewport.size();
  const about = cursor ? toScreen(viewport.get(), cursor.at) : { x: width / 2, y: height / 2 };
  viewport.set(zoomAbout(viewport.get(), about, factor));
}

/** The copies alone are selected: what is done next is done to them. */
function copyBy(host: ActionHost, elements: readonly ElementRef[], by: Point): void {
  const before = host.store.getState();
  const { storey, intent } = before;
  if (before.run(copyElements({ storey, elements, by, intent, newId }))) {
    selectAdded(host.store, { ...before, selection: [] });
  }
}

function copy(host: ActionHost, elements: readonly ElementRef[]): void {
  const { history, storey } = host.store.getState();
  const from = history.plan.storeys[storey];
  host.clipboard.current =
    from && elements.length > 0 ? { storey, from, elements, pasted: new Map() } : null;
}

/** On the same storey beside the originals, on another one at the same place. */
function paste(host: ActionHost): void {
  const { store, clipboard } = host;
  const copied = clipboard.current;
  const before = store.getState();
  if (!copied) {
    before.set({
      message: {
        tone: 'info',
        text: text(
          '还没有复制内容：先选中构件，按 Ctrl+C。',
          'Nothing has been copied yet: select something and press Ctrl+C.',
        ),
      },
    });
    return;
  }
  const { storey, intent } = before;
  const { from, elements } = copied;
  const isSame = storey === copied.storey;
  const times = (copied.pasted.get(storey) ?? 0) + (isSame ? 1 : 0);
  const by = { x: pasteStep * times, y: -pasteStep * times };
  const isThere = isSame && elements.every((ref) => exists(before.history.plan, ref));
  const command = isThere
    ? copyElements({ storey, elements, by, intent, newId })
    : pasteElements({ storey, from, elements, by, intent, newId });
  if (!before.run(command)) return;
  const pasted = new Map(copied.pasted).set(storey, (copied.pasted.get(storey) ?? 0) + 1);
  clipboard.current = { ...copied, pasted };
  selectAdded(store, { ...before, selection: [] });
}

function selectAll(store: EditorStore): void {
  const state = store.getState();
  const scene = sceneOf(shownPlan(state), state.storey, state.view);
  if (!scene) return;
  const everywhere = {
    min: { x: Number.NEGATIVE_INFINITY, y: Number.NEGATIVE_INFINITY },
    max: { x: Number.POSITIVE_INFINITY, y: Number.POSITIVE_INFINITY },
  };
  state.select(hitsInBox(scene, state.storey, everywhere, false));
}

function stepStorey(store: EditorStore, step: 1 | -1): void {
  const state = store.getState();
  const storeys = storeysByLevel(shownPlan(state));
  const index = storeys.findIndex(([id]) => id === state.storey);
  const next = storeys[index + step];
  if (next) showStorey(store, next[0]);
}

export function showStorey(store: EditorStore, storey: StoreyId): void {
  store
    .getState()
    .set({ storey, selection: [], selectedRoom: null, highlight: [], measured: null });
}
