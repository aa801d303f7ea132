import type { NewId, Point, StoreyId } from '../../shared/plan/model.ts';
import type { Text } from '../../shared/text.ts';
import type { EditorState, EditorStore, ToolName } from '../editor/store.ts';
import { type AreaState, areaTool } from './area-tool.ts';
import { type AxisState, axisTool } from './axis-tool.ts';
import { type DimensionState, dimensionTool } from './dimension-tool.ts';
import { type DivideState, divideTool } from './divide-tool.ts';
import { type FixtureState, fixtureTool } from './fixture-tool.ts';
import { selectAdded } from './follow.ts';
import { type MeasureState, measureTool } from './measure-tool.ts';
import { type MirrorState, mirrorTool } from './mirror-tool.ts';
import { type NorthState, northTool } from './north-tool.ts';
import { type NoteState, noteTool } from './note-tool.ts';
import { type OffsetState, offsetTool } from './offset-tool.ts';
import { type OpeningState, openingTool } from './opening-tool.ts';
import { type OutlineState, outlineTool } from './outline-tool.ts';
import { panTool } from './pan-tool.ts';
import { type RectangleState, rectangleTool } from './rectangle-tool.ts';
import { type RiserState, riserTool } from './riser-tool.ts';
import { roomTool } from './room-tool.ts';
import { sceneOf } from './scene.ts';
import type { SelectState } from './select-drag.ts';
import { selectTool } from './select-tool.ts';
import type { Guide, Input, Outcome, Tool, ToolContext } from './tool.ts';
import { type UnderlayState, underlayTool } from './underlay-tool.ts';
import { type WallState, wallTool } from './wall-tool.ts';

export interface ToolStates {
  readonly select: SelectState;
  readonly wall: WallState;
  readonly rectangle: RectangleState;
  readonly outline: OutlineState;
  readonly offset: OffsetState;
  readonly opening: OpeningState;
  readonly fixture: FixtureState;
  readonly riser: RiserState;
  readonly room: Record<string, never>;
  readonly divide: DivideState;
  readonly measure: MeasureState;
  readonly mirror: MirrorState;
  readonly area: AreaState;
  readonly dimension: DimensionState;
  readonly note: NoteState;
  readonly axis: AxisState;
  readonly north: NorthState;
  readonly underlay: UnderlayState;
  readonly pan: Record<string, never>;
}

const tools: { readonly [N in ToolName]: Tool<ToolStates[N]> } = {
  select: selectTool,
  wall: wallTool,
  rectangle: rectangleTool,
  outline: outlineTool,
  offset: offsetTool,
  opening: openingTool,
  fixture: fixtureTool,
  riser: riserTool,
  room: roomTool,
  divide: divideTool,
  measure: measureTool,
  mirror: mirrorTool,
  area: areaTool,
  dimension: dimensionTool,
  note: noteTool,
  axis: axisTool,
  north: northTool,
  underlay: underlayTool,
  pan: panTool,
};

/** Drives the tools over the store: no DOM, so that tests can stand in for the canvas. */
export interface Runner {
  /** Answers whether the input was for the tool: false for keys that it has no use for. */
  input(input: Input): boolean;
  /** Changes a tool's state from a panel, as an input would. */
  update<N extends ToolName>(
    name: N,
    change: (state: ToolStates[N], context: ToolContext) => Outcome<ToolStates[N]>,
  ): void;
  stateOf<N extends ToolName>(name: N): ToolStates[N];
  guides(): readonly Guide[];
  hint(): Text;
  /** What the tool has measured; null where it has not. */
  result(): Text | null;
  cursor(): string;
  /** The points through which drawing has come; none where nothing is half drawn. */
  chain(): readonly Point[];
  /** Where drawing goes on; null where nothing is half drawn. */
  anchor(): Point | null;
  context(): ToolContext | null;
  /** mm of the plan under one CSS px, from the viewport. */
  setPixel(pixel: number): void;
  subscribe(listener: () => void): () => void;
  /** Changes whenever a tool's state does, for useSyncExternalStore. */
  serial(): number;
  /** Ends what is half done when tool, storey, view or plan change; until the answer is called. */
  watch(): () => void;
}

export function createRunner(store: EditorStore, newId: NewId): Runner {
  const states: { -readonly [N in ToolName]: ToolStates[N] } = {
    select: selectTool.start,
    wall: wallTool.start,
    rectangle: rectangleTool.start,
    outline: outlineTool.start,
    offset: offsetTool.start,
    opening: openingTool.start,
    fixture: fixtureTool.start,
    riser: riserTool.start,
    room: roomTool.start,
    divide: divideTool.start,
    measure: measureTool.start,
    mirror: mirrorTool.start,
    area: areaTool.start,
    dimension: dimensionTool.start,
    note: noteTool.start,
    axis: axisTool.start,
    north: northTool.start,
    underlay: underlayTool.start,
    pan: panTool.start,
  };
  const listeners = new Set<() => void>();
  let serial = 0;
  let pixel = 10;
  /** Set while an outcome is carried out, so that its own changes interrupt nothing. */
  let busy = false;

  const context = (state: EditorState = store.getState()): ToolContext | null => {
    const plan = state.reading?.plan ?? state.history.plan;
    const scene = sceneOf(plan, state.storey, state.view);
    if (!scene) return null;
    return {
      plan,
      storey: state.storey,
      scene,
      intent: state.intent,
      options: state.toolOptions,
      snap: state.snap,
      selection: state.selection,
      selectedRoom: state.selectedRoom,
      newId,
      pixel,
    };
  };

  const notify = (): void => {
    serial += 1;
    for (const listener of listeners) listener();
  };

  function carryOut<N extends ToolName>(name: N, outcome: Outcome<ToolStates[N]>): boolean {
    const wasBusy = busy;
    busy = true;
    try {
      states[name] = outcome.state;
      const { commit, preview, select, options } = outcome;
      if (options) {
        const { toolOptions, set } = store.getState();
        set({ toolOptions: { ...toolOptions, ...options } });
      }
      if (outcome.undo) store.getState().undo();
      if (commit) {
        const before = store.getState();
        const done = before.run(commit);
        if (done && outcome.selectAdded) {
          const isRemade = outcome.selectAdded === 'remade';
          selectAdded(store, isRemade ? before : { ...before, selection: [] });
        }
      } else if (preview !== undefined) {
        const state = store.getState();
        if (preview || state.scratch) state.show(preview);
      }
      if (select) {
        // What a finding pointed at has been seen once something else is taken in hand.
        if (store.getState().highlight.length > 0)
          store.getState().set({ highlight: [], measured: null });
        store.getState().select(select.elements, select.room ?? null);
      }
      if (outcome.tool) store.getState().set({ tool: outcome.tool });
    } finally {
      busy = wasBusy;
    }
    notify();
    return outcome.handled !== false;
  }

  /** A tool that fails through a fault of ours is put back to its start, and the plan is as it was. */
  const send = <N extends ToolName>(name: N, input: Input, from: ToolContext): boolean => {
    try {
      return carryOut(name, tools[name].on(states[name], input, from));
    } catch (error) {
      console.error(error);
      return carryOut(name, { state: tools[name].start, preview: null });
    }
  };

  /** The tool in hand, and what surrounds it, changed from outside: what is half done ends. */
  const watch = (): (() => void) =>
    store.subscribe((now, was) => {
      if (busy) return;
      const changed = endings.filter((field) => now[field] !== was[field]);
      if (changed.length === 0) return;
      const isAlone = (field: Ending) => changed.every((one) => one === field);
      if (isAlone('view') && lastsThroughViews(now.tool)) return notify();
      const from = context(now.tool === was.tool ? now : { ...was, history: now.history });
      busy = true;
      try {
        // After undo or a change of storey a half-drawn chain no longer fits: only a change of tool keeps it.
        if (from && now.tool !== was.tool && now.storey === was.storey) {
          const outcome = interrupt(was.tool, from);
          if (outcome) carryOut(was.tool, outcome);
        } else if (from && isAlone('storey')) {
          carryOut(now.tool, onStorey(now.tool, was.storey, from));
        } else {
          forget(was.tool);
          if (store.getState().scratch) store.getState().show(null);
        }
      } finally {
        busy = false;
      }
      notify();
    });

  function interrupt<N extends ToolName>(name: N, from: ToolContext): Outcome<ToolStates[N]> {
    return tools[name].on(states[name], { type: 'interrupt' }, from);
  }
  function onStorey<N extends ToolName>(
    name: N,
    was: StoreyId,
    from: ToolContext,
  ): Outcome<ToolStates[N]> {
    const { start, onStorey: turn } = tools[name];
    return turn?.(states[name], was, from) ?? { state: start, preview: null };
  }
  function lastsThroughViews<N extends ToolName>(name: N): boolean {
    return tools[name].lastsThroughViews?.(states[name]) ?? false;
  }
  function forget<N extends ToolName>(name: N): void {
    states[name] = tools[name].start;
  }

  const chain = (): readonly Point[] => {
    const { tool } = store.getState();
    const chainOf = <N extends ToolName>(name: N) => tools[name].chain?.(states[name]) ?? [];
    return chainOf(tool);
  };

  return {
    input(input) {
      const from = context();
      return from ? send(store.getState().tool, input, from) : false;
    },
    update(name, change) {
      const from = context();
      if (from) carryOut(name, change(states[name], from));
    },
    stateOf: (name) => states[name],
    guides() {
      const from = context();
      const { tool } = store.getState();
      const guidesOf = <N extends ToolName>(name: N) =>
        from ? tools[name].guides(states[name], from) : [];
      return guidesOf(tool);
    },
    hint() {
      const from = context();
      const { tool } = store.getState();
      const hintOf = <N extends ToolName>(name: N): Text =>
        from ? tools[name].hint(states[name], from) : { zh: '', en: '' };
      return hintOf(tool);
    },
    result() {
      const { tool } = store.getState();
      const resultOf = <N extends ToolName>(name: N) => tools[name].result?.(states[name]) ?? null;
      return resultOf(tool);
    },
    cursor() {
      const { tool } = store.getState();
      const cursorOf = <N extends ToolName>(name: N): string => tools[name].cursor(states[name]);
      return cursorOf(tool);
    },
    chain,
    anchor: () => chain().at(-1) ?? null,
    context: () => context(),
    setPixel(value) {
      pixel = value;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    serial: () => serial,
    watch,
  };
}

/** What of the editor ends what is half done, when it changes from outside. */
const endings = ['tool', 'storey', 'view', 'intent', 'reading', 'history'] as const;
type Ending = (typeof endings)[number];

/** Modifier keys of a DOM event as tools read them. */
export const heldKeys = (event: {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}): { shift: boolean; suspend: boolean } => ({
  shift: event.shiftKey,
  suspend: event.ctrlKey || event.altKey || event.metaKey,
});
