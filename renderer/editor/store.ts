import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Command } from '../../shared/edit/command.ts';
import {
  type History,
  perform,
  preview,
  redo,
  startHistory,
  undo,
} from '../../shared/edit/history.ts';
import type { Intent } from '../../shared/edit/intent.ts';
import type { Bounds, Ring } from '../../shared/geometry/polygon.ts';
import {
  type Axis,
  type BuildingId,
  type ElementRef,
  type FixtureKind,
  type OpeningKind,
  type Phase,
  type Plan,
  type Point,
  type RiserKind,
  type RoomUse,
  type SchemeId,
  type Storey,
  type StoreyId,
  storeysByLevel,
  type WallKind,
} from '../../shared/plan/model.ts';
import type { View } from '../../shared/plan/phase.ts';
import type { ProfileFile } from '../../shared/plan/profile-schema.ts';
import type { RecordId } from '../../shared/records/record.ts';
import type { Accepted } from '../../shared/rules/derogation.ts';
import type { Line, Severity } from '../../shared/rules/finding.ts';
import type { Text } from '../../shared/text.ts';
import type { Grouping } from '../panels/finding-groups.ts';
import { onlyToLookAt } from './reading.ts';
import { type SnapOptions, usualSnap } from './snap-options.ts';

export type ToolName =
  | 'select'
  | 'wall'
  | 'rectangle'
  | 'outline'
  | 'offset'
  | 'opening'
  | 'fixture'
  | 'riser'
  | 'room'
  | 'divide'
  | 'measure'
  | 'mirror'
  | 'area'
  | 'dimension'
  | 'note'
  | 'axis'
  | 'north'
  | 'underlay'
  | 'pan';

export type WallSide = 'centre' | 'left' | 'right';
/** Directions that walls are held to: any, quarter turns, steps of 15 degrees. */
export type DirectionLock = 'free' | 'ortho' | 'fifteen';
/** Between the faces of walls, or between their centre lines. */
export type MeasureBy = 'clear' | 'axis';

/** What the next element drawn with a tool will be. */
export interface ToolOptions {
  readonly wallThickness: number;
  readonly wallKind: WallKind;
  /** Where the drawn line lies in the wall, seen along the way it is drawn. */
  readonly wallSide: WallSide;
  readonly directionLock: DirectionLock;
  /** What sizes of rooms and distances between walls are measured between. */
  readonly measureBy: MeasureBy;
  readonly openingKind: OpeningKind;
  readonly openingWidth: number;
  readonly fixtureKind: FixtureKind;
  readonly riserKind: RiserKind;
  readonly roomUse: RoomUse;
  /** A riser is placed on every storey at once. */
  readonly riserThrough: boolean;
  readonly axisRuns: Axis['runs'];
  readonly underlayMode: 'move' | 'calibrate' | 'straighten' | 'crop';
}

export type { SnapOptions } from './snap-options.ts';

/** Another storey that shows through the one on the screen. */
export interface GhostOptions {
  readonly show: 'none' | 'below' | 'above';
  /** From 0 to 1. */
  readonly strength: number;
}

export interface Message {
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly text: Text;
  /** What may be done about it, as a button. */
  readonly offer?: { readonly text: Text; readonly command: Command };
}

/** The place that the keys move over the plan, which stands in for the pointer. */
export interface KeyCursor {
  readonly at: Point;
  /** It was typed, and snaps to nothing. */
  readonly exact: boolean;
  /** It has moved since the last click or key of a tool: Enter clicks here. */
  readonly isFresh: boolean;
}

/** What a finding measured, drawn on the plan. */
export interface Measured {
  readonly storey: StoreyId;
  readonly line: Line | null;
  /** Where that is not all of a room. */
  readonly areas: readonly Ring[];
  /** What it is about on the other storey, as it lies under this one. */
  readonly others: readonly Ring[];
  /** `3.73 m²` */
  readonly words: string | null;
}

export interface EditorState {
  readonly building: BuildingId;
  readonly scheme: SchemeId;
  readonly history: History;
  /** The version that this work started from; null where the scheme has none. */
  readonly base: RecordId | null;
  /** The plan as that version holds it; the draft is dirty where history.plan is another object. */
  readonly basePlan: Plan | null;
  /** A preview of the edit under the pointer; never in history. */
  readonly scratch: Plan | null;
  /**
   * A version opened to look at, or (its id null) another window's draft: nothing can be edited
   * while it shows.
   */
  readonly reading: {
    readonly version: RecordId | null;
    readonly plan: Plan;
    /** The profile that the version was saved with; absent: the national one. */
    readonly profile?: ProfileFile;
  } | null;
  readonly storey: StoreyId;
  readonly view: View;
  readonly intent: Intent;
  readonly tool: ToolName;
  readonly toolOptions: ToolOptions;
  readonly snap: SnapOptions;
  readonly ghost: GhostOptions;
  readonly selection: readonly ElementRef[];
  /** A selected derived room (its id may be `face@x,y`, which is no element). */
  readonly selectedRoom: string | null;
  /** Elements to point at, because a finding or a household is hovered or clicked. */
  readonly highlight: readonly ElementRef[];
  /** A request to bring a place into view; the canvas obeys when `serial` changes. */
  readonly focus: {
    readonly at: Point | null;
    /** All that should be seen around it, mm. */
    readonly box: Bounds | null;
    readonly storey: StoreyId;
    readonly serial: number;
  } | null;
  readonly message: Message | null;
  /** The profile of rules in use; null: the national one. */
  readonly profile: ProfileFile | null;
  /** Warnings that somebody has accepted. */
  readonly derogations: readonly Accepted[];
  /** How findings are listed, and gone through by key. */
  readonly listing: { readonly by: Grouping; readonly hidden: readonly Severity[] };
  /** The finding that was looked at last. */
  readonly finding: string | null;
  /** What was measured, on the plan after the works, because a finding is hovered or chosen. */
  readonly measured: Measured | null;
  /** Null while the pointer is what points. */
  readonly cursor: KeyCursor | null;

  /** Runs a command; a refusal becomes the message. Answers whether the plan changed. */
  run(command: Command): boolean;
  /** Shows what the command would do; null clears. */
  show(command: Command | null): void;
  undo(): void;
  redo(): void;
  set(change: Partial<EditorFields>): void;
  select(selection: readonly ElementRef[], selectedRoom?: string | null): void;
  lookAt(
    storey: StoreyId,
    at: Point | null,
    highlight?: readonly ElementRef[],
    box?: Bounds | null,
  ): void;
  /** Another plan takes the place of the draft as one undoable step (restoring a version). */
  replacePlan(plan: Plan, label: Text): void;
  /** After a version was saved: the draft now equals it. */
  rebase(version: RecordId): void;
}

type EditorFields = Omit<
  EditorState,
  'run' | 'show' | 'undo' | 'redo' | 'set' | 'select' | 'lookAt' | 'replacePlan' | 'rebase'
>;

export type EditorStore = StoreApi<EditorState>;

/** The plan on the screen: a version being read, else the preview, else the draft. */
export const shownPlan = (state: EditorState): Plan =>
  state.reading?.plan ?? state.scratch ?? state.history.plan;

export const isDirty = (state: EditorState): boolean => state.history.plan !== state.basePlan;

export function createEditorStore(start: {
  building: BuildingId;
  scheme: SchemeId;
  plan: Plan;
  base: RecordId | null;
  /** Null where the plan is a draft that differs from its base. */
  basePlan: Plan | null;
}): EditorStore {
  return createStore<EditorState>()((set, get) => {
    /** After undo, redo or restore the current storey and selection may be gone. */
    const settle = (history: History): void => {
      const state = get();
      const storeys = storeysByLevel(history.plan);
      const storey = history.plan.storeys[state.storey] ? state.storey : storeys[0]?.[0];
      const selection = state.selection.filter((ref) => exists(history.plan, ref));
      set({
        history,
        scratch: null,
        // The identical selection where all of it is still there: nobody chose anything anew.
        selection: selection.length === state.selection.length ? state.selection : selection,
        ...(storey ? { storey } : {}),
      });
    };
    return {
      building: start.building,
      scheme: start.scheme,
      history: startHistory(start.plan),
      base: start.base,
      basePlan: start.basePlan,
      scratch: null,
      reading: null,
      storey: storeysByLevel(start.plan)[0]?.[0] as StoreyId,
      view: 'after',
      intent: isProposed(start.plan) ? 'proposal' : 'survey',
      tool: 'select',
      toolOptions: {
        wallThickness: 120,
        wallKind: 'partition',
        wallSide: 'centre',
        directionLock: 'free',
        measureBy: 'clear',
        openingKind: 'door',
        openingWidth: 800,
        fixtureKind: 'sink',
        riserKind: 'soil',
        roomUse: 'bedroom',
        riserThrough: true,
        axisRuns: 'upright',
        underlayMode: 'calibrate',
      },
      snap: usualSnap,
      ghost: { show: 'none', strength: 0.4 },
      selection: [],
      selectedRoom: null,
      highlight: [],
      focus: null,
      message: null,
      profile: null,
      derogations: [],
      listing: { by: 'severity', hidden: [] },
      finding: null,
      measured: null,
      cursor: null,

      run(command) {
        const state = get();
        if (state.reading) {
          set({
            scratch: null,
            message: onlyToLookAt,
          });
          return false;
        }
        const result = attemptEdit(() => perform(state.history, command));
        if (!result) {
          set({ scratch: null, message: { tone: 'error', text: failedEdit } });
          return false;
        }
        if (result.refusal) {
          set({ scratch: null, message: { tone: 'warning', text: result.refusal.text } });
          return false;
        }
        if (result.history === state.history) {
          set({ scratch: null });
          return false;
        }
        set({ message: null });
        settle(result.history);
        return true;
      },
      show(command) {
        const state = get();
        if (state.reading) return;
        const scratch = command ? attemptEdit(() => preview(state.history.plan, command)) : null;
        set({ scratch: scratch === state.history.plan ? null : scratch });
      },
      undo() {
        if (!get().reading) settle(undo(get().history));
      },
      redo() {
        if (!get().reading) settle(redo(get().history));
      },
      set(change) {
        set(change);
      },
      select(selection, selectedRoom = null) {
        set({ selection, selectedRoom });
      },
      lookAt(storey, at, highlight = [], box = null) {
        set({
          measured: null,
          storey,
          highlight,
          focus: { at, box, storey, serial: (get().focus?.serial ?? 0) + 1 },
        });
      },
      replacePlan(plan, label) {
        const result = perform(get().history, {
          label,
          apply(draft) {
            // What the other plan does not have, axes for example, goes.
            for (const field of Object.keys(draft)) {
              if (!(field in plan)) delete (draft as Record<string, unknown>)[field];
            }
            Object.assign(draft, plan);
          },
        });
        set({ reading: null, message: null });
        settle(result.history);
      },
      rebase(version) {
        set({ base: version, basePlan: get().history.plan, reading: null });
      },
    };
  });
}

/** An edit that fails through a fault of ours leaves the plan as it was. */
function attemptEdit<R>(edit: () => R): R | null {
  try {
    return edit();
  } catch (error) {
    console.error(error);
    return null;
  }
}

const failedEdit = {
  zh: '这一步出错，没有完成，图面没有改动。这是软件的问题：可换一种画法，或撤销最近一步后再试。',
  en: 'This step failed and changed nothing. It is a fault of the program: draw it another way, or undo the last step and try again.',
};

/** The storey that shows through; none where it is not asked for or there is none. */
export function ghostStorey(state: EditorState): Storey | undefined {
  const { show } = state.ghost;
  if (show === 'none') return undefined;
  const storeys = storeysByLevel(shownPlan(state));
  const at = storeys.findIndex(([id]) => id === state.storey);
  return at < 0 ? undefined : storeys[at + (show === 'below' ? -1 : 1)]?.[1];
}

/** Whether anything comes or goes; until then it is the survey that is being drawn. */
const isProposed = (plan: Plan): boolean =>
  Object.values(plan.storeys).some(({ walls, openings, rooms, fixtures, risers }) =>
    [walls, openings, rooms, fixtures, risers].some((table) =>
      Object.values<{ readonly phase: Phase }>(table).some(({ phase }) => phase !== 'existing'),
    ),
  );

/** Whether the plan still holds the element. */
export function exists(plan: Plan, ref: ElementRef): boolean {
  if (ref.kind === 'household') return ref.id in plan.households;
  if (ref.kind === 'storey') return ref.id in plan.storeys;
  if (ref.kind === 'axis') return ref.id in (plan.axes ?? {});
  const storey = ref.storey ? plan.storeys[ref.storey] : undefined;
  if (!storey) return false;
  const table = {
    joint: storey.joints,
    wall: storey.walls,
    opening: storey.openings,
    room: storey.rooms,
    fixture: storey.fixtures,
    riser: storey.risers,
    dimension: storey.dimensions,
    note: storey.notes,
  }[ref.kind];
  return ref.id in (table ?? {});
}
