import { type Text, text } from '../../shared/text.ts';

/** What a pointer's place is drawn to. Everything but the step is on or off. */
export interface SnapOptions {
  readonly joints: boolean;
  readonly crossings: boolean;
  readonly middles: boolean;
  readonly faces: boolean;
  /** Centre lines. */
  readonly walls: boolean;
  /** Perpendicular and parallel to a wall. */
  readonly directions: boolean;
  readonly alignment: boolean;
  readonly risers: boolean;
  /** The axis grid. */
  readonly axes: boolean;
  readonly grid: boolean;
  /** mm */
  readonly gridStep: number;
}

export type SnapSwitch = Exclude<keyof SnapOptions, 'gridStep'>;

export const usualSnap: SnapOptions = {
  joints: true,
  crossings: true,
  middles: true,
  faces: true,
  walls: true,
  directions: true,
  alignment: true,
  risers: true,
  axes: true,
  grid: true,
  gridStep: 50,
};

/** In the order in which they win over each other. */
export const snapSwitches: readonly { readonly name: SnapSwitch; readonly words: Text }[] = [
  { name: 'joints', words: text('端点', 'Ends of walls') },
  { name: 'crossings', words: text('交点', 'Intersections') },
  { name: 'middles', words: text('中点', 'Midpoints') },
  { name: 'faces', words: text('墙面', 'Wall faces') },
  { name: 'walls', words: text('墙中线', 'Wall centre lines') },
  { name: 'directions', words: text('垂直与平行', 'Perpendicular and parallel') },
  { name: 'alignment', words: text('与端点对齐', 'Alignment with ends') },
  { name: 'risers', words: text('立管', 'Risers') },
  { name: 'axes', words: text('轴网', 'Axis grid') },
  { name: 'grid', words: text('网格', 'Grid') },
];

/** As settings keep it: only what is off, so that a kind added later is on. */
export interface SnapSetting {
  readonly off: readonly string[];
  /** mm */
  readonly gridStep: number;
}

export const snapToRemember = (snap: SnapOptions): { off: string[]; gridStep: number } => ({
  off: snapSwitches.filter(({ name }) => !snap[name]).map(({ name }) => name),
  gridStep: snap.gridStep,
});

export const rememberedSnap = ({ off, gridStep }: SnapSetting): SnapOptions => ({
  ...usualSnap,
  ...Object.fromEntries(snapSwitches.map(({ name }) => [name, !off.includes(name)])),
  gridStep,
});
