import type { Command } from '../../shared/edit/command.ts';
import type { Intent } from '../../shared/edit/intent.ts';
import type { ElementRef, Fixture, NewId, Plan, Point, StoreyId } from '../../shared/plan/model.ts';
import type { PartSide } from '../../shared/propose/plan-cut.ts';
import type { Text } from '../../shared/text.ts';
import type { Scene } from '../editor/hit.ts';
import { type SnapKind, type Snapped, type SnapRequest, snapPoint } from '../editor/snap.ts';
import type { SnapOptions, ToolName, ToolOptions } from '../editor/store.ts';
import type { Box } from '../editor/viewport.ts';

/** What a tool may look at. Plans and scenes are values; nothing here can be changed. */
export interface ToolContext {
  /** The plan without any preview. */
  readonly plan: Plan;
  readonly storey: StoreyId;
  readonly scene: Scene;
  readonly intent: Intent;
  readonly options: ToolOptions;
  readonly snap: SnapOptions;
  readonly selection: readonly ElementRef[];
  readonly selectedRoom: string | null;
  readonly newId: NewId;
  /** mm of the plan under one CSS px. */
  readonly pixel: number;
}

/** What the hand reaches, px: the same at any zoom. */
export const reachInPixels = 8;
export const reachOf = (context: ToolContext): number => reachInPixels * context.pixel;

interface Held {
  readonly shift: boolean;
  /** Ctrl or Alt: no snapping. */
  readonly suspend: boolean;
}

/** A pointer's place is in mm, not rounded; tools snap it with `snapFor`. */
export type Input =
  | (Held & { readonly type: 'move'; readonly at: Point })
  | (Held & { readonly type: 'down'; readonly at: Point; readonly button: 'main' | 'other' })
  | (Held & { readonly type: 'up'; readonly at: Point })
  | (Held & { readonly type: 'double'; readonly at: Point })
  /** `key` as in KeyboardEvent.key. */
  | (Held & { readonly type: 'key'; readonly key: string })
  /** The pointer left the canvas. */
  | { readonly type: 'leave' }
  /** Esc. */
  | { readonly type: 'cancel' }
  /** Another tool, storey, view or plan takes over. */
  | { readonly type: 'interrupt' };

export type PointerInput = Extract<Input, { at: Point }>;

/** What is drawn over the plan while a tool works. Places in mm. */
export type Guide =
  | {
      readonly kind: 'line';
      readonly from: Point;
      readonly to: Point;
      readonly style: 'draw' | 'align' | 'cut' | 'refused' | 'target';
    }
  /** A dimension with its length in mm, beside the line; `words` replaces the number. */
  | { readonly kind: 'length'; readonly from: Point; readonly to: Point; readonly words?: string }
  | { readonly kind: 'angle'; readonly at: Point; readonly from: number; readonly to: number }
  | {
      readonly kind: 'snap';
      readonly at: Point;
      readonly snap: SnapKind;
      readonly besides: Snapped['besides'];
    }
  /** What a dimension would hang on here. */
  | { readonly kind: 'anchor'; readonly at: Point; readonly on: 'joint' | 'jamb' | 'face' }
  /** An outline that is measured: mm2 and mm. */
  | {
      readonly kind: 'measured';
      readonly ring: readonly Point[];
      readonly area: number;
      readonly perimeter: number;
    }
  | { readonly kind: 'box'; readonly box: Box; readonly touching: boolean }
  | { readonly kind: 'handle'; readonly at: Point; readonly isRefused?: true }
  /**
   * One part of a divided room: its net polygon and area (mm2), said beside the only cut on its own
   * side, or in its middle; with the share that the drag has snapped to.
   */
  | {
      readonly kind: 'area';
      readonly ring: readonly Point[];
      readonly at: Point;
      readonly area: number;
      readonly name: Text;
      readonly side: PartSide | null;
      readonly first: boolean;
      readonly share?: readonly [number, number];
    }
  | { readonly kind: 'fixture'; readonly fixture: Fixture; readonly isBlocked: boolean }
  /** The floor that a fixture needs to be used, and whether something stands in it. */
  | { readonly kind: 'zone'; readonly ring: readonly Point[]; readonly isBlocked: boolean }
  /** What is being typed, beside the pointer. */
  | {
      readonly kind: 'typed';
      readonly at: Point;
      readonly fields: readonly {
        readonly name: Text;
        readonly value: string;
        readonly active: boolean;
        /** Typed, so that the pointer no longer changes it. */
        readonly held?: boolean;
        /** Fields of one row stand side by side; without it each has its own. */
        readonly row?: number;
      }[];
    };

export interface Outcome<S> {
  readonly state: S;
  /** Shown on a scratch plan; null takes the preview away; absent leaves it as it is. */
  readonly preview?: Command | null;
  /** Enters history as one step. */
  readonly commit?: Command;
  /** Takes the last step of history back, before anything is shown. */
  readonly undo?: boolean;
  readonly select?: { readonly elements: readonly ElementRef[]; readonly room?: string | null };
  /**
   * After the commit, what it added becomes the selection: `new` by itself, `remade` beside what
   * of the selection stayed as it was.
   */
  readonly selectAdded?: 'new' | 'remade';
  /** The tool that takes over after this step. */
  readonly tool?: ToolName;
  /** What the next element will be, changed by a key of the tool. */
  readonly options?: Partial<ToolOptions>;
  /** False where a key was not for this tool. */
  readonly handled?: boolean;
}

/** A tool: a reducer over its own small state, which knows neither React nor Konva. */
export interface Tool<S> {
  readonly start: S;
  on(state: S, input: Input, context: ToolContext): Outcome<S>;
  guides(state: S, context: ToolContext): readonly Guide[];
  /** What the tool expects next, for the status line. */
  hint(state: S, context: ToolContext): Text;
  /** What has been measured, for those who cannot see it; null before. */
  result?(state: S): Text | null;
  /** A CSS cursor. */
  cursor(state: S): string;
  /** The points through which drawing has come; from the last it goes on. */
  chain?(state: S): readonly Point[];
  /** Another storey is looked at, that of `context` after `was`; without it the tool starts anew. */
  onStorey?(state: S, was: StoreyId, context: ToolContext): Outcome<S>;
  /** Another view of the same plan ends nothing; without it the tool starts anew. */
  lastsThroughViews?(state: S): boolean;
}

/** mm: over a scan the hand follows its lines, which a coarse grid would pull it from. */
const tracingStep = 10;
const isTracing = ({ storey }: Scene): boolean => storey.underlay?.hidden === false;

/** The snapped place of a pointer. */
export function snapFor(
  context: ToolContext,
  at: Point,
  suspended: boolean,
  more: SnapMore = {},
): Snapped {
  return snapPoint(at, snapRequest(context, suspended, more));
}

type SnapMore = Pick<SnapRequest, 'without' | 'also' | 'origin' | 'course'>;

export const snapRequest = (
  { scene, snap, pixel }: ToolContext,
  suspended: boolean,
  more: SnapMore = {},
): SnapRequest => ({
  ...snap,
  gridStep: isTracing(scene) ? Math.min(snap.gridStep, tracingStep) : snap.gridStep,
  storey: scene.storey,
  view: scene.view,
  lines: scene.axes && Object.values(scene.axes),
  reach: reachInPixels * pixel,
  suspended,
  ...more,
});

/** The guides that say what a point snapped to. */
export function snapGuides(snapped: Snapped | null): Guide[] {
  if (!snapped || snapped.kind === 'free') return [];
  return [
    ...snapped.from.map((from): Guide => ({ kind: 'line', from, to: snapped.at, style: 'align' })),
    { kind: 'snap', at: snapped.at, snap: snapped.kind, besides: snapped.besides },
  ];
}
