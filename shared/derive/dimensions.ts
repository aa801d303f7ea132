import type { Point } from '../geometry/point.ts';
import {
  type Anchor,
  type AnchorHost,
  type Dimension,
  type DimensionId,
  entries,
  type Phase,
  type Storey,
  type Wall,
} from '../plan/model.ts';
import type { View } from '../plan/phase.ts';
import { once } from './once.ts';

/** Where an anchor is now. */
export interface AnchorPlace {
  /** mm, not rounded. */
  readonly at: Point;
  /** Of what it hangs on; null where it hangs on nothing, or on a joint. */
  readonly phase: Phase | null;
  /** What it hung on is no longer in the plan: the place is where it was last. */
  readonly isLost: boolean;
}

/** What anchors hang on. */
type Measured = Pick<Storey, 'joints' | 'walls' | 'openings'>;

/** A chain as it is drawn. */
export interface MeasuredDimension {
  readonly places: readonly AnchorPlace[];
  /** The foot of each anchor on the dimension line, in the order along it. */
  readonly feet: readonly Point[];
  /** The anchor above each foot. */
  readonly from: readonly Point[];
  /** mm between each foot and the next. */
  readonly lengths: readonly number[];
  /** Unit vector that is measured along. */
  readonly direction: Point;
  readonly isLost: boolean;
}

export function anchorPlace(storey: Measured, anchor: Anchor): AnchorPlace {
  if (!anchor.on) return { at: anchor.at, phase: null, isLost: false };
  return hostPlace(storey, anchor.on) ?? { at: anchor.at, phase: null, isLost: true };
}

/** Null where the element, or what it stands on, is not in the plan. */
export function hostPlace(storey: Measured, host: AnchorHost): AnchorPlace | null {
  if ('joint' in host) {
    const at = storey.joints[host.joint];
    return at ? { at, phase: null, isLost: false } : null;
  }
  if ('opening' in host) {
    const opening = storey.openings[host.opening];
    const wall = opening && storey.walls[opening.wall];
    const along = opening && opening.offset + (host.jamb === 'b' ? opening.width : 0);
    const at = wall && along !== undefined ? onWall(storey, wall, along, 0) : null;
    if (!opening || !wall || !at) return null;
    return { at, phase: wall.phase === 'demolished' ? wall.phase : opening.phase, isLost: false };
  }
  const wall = storey.walls[host.wall];
  if (!wall) return null;
  const half = wall.thickness / 2;
  const aside = host.face === 'left' ? half : host.face === 'right' ? -half : 0;
  const at = onWall(storey, wall, host.along, aside);
  return at ? { at, phase: wall.phase, isLost: false } : null;
}

/** `along` mm from the wall's end a, at most to its end b, and `aside` mm to the left. */
function onWall(storey: Measured, wall: Wall, along: number, aside: number): Point | null {
  const a = storey.joints[wall.a];
  const b = storey.joints[wall.b];
  if (!a || !b) return null;
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0) return null;
  const x = (b.x - a.x) / length;
  const y = (b.y - a.y) / length;
  const far = Math.min(along, length);
  return { x: a.x + x * far - y * aside, y: a.y + y * far + x * aside };
}

export function measuredDimension(storey: Measured, dimension: Dimension): MeasuredDimension {
  const places = dimension.anchors.map((anchor) => anchorPlace(storey, anchor));
  const points = places.map(({ at }) => at);
  const direction = directionOf(dimension, points);
  const first = points[0] ?? { x: 0, y: 0 };
  const across = { x: -direction.y, y: direction.x };
  const along = (p: Point): number => (p.x - first.x) * direction.x + (p.y - first.y) * direction.y;
  const ordered = points
    .map((point) => ({ point, far: along(point) }))
    .sort((left, right) => left.far - right.far);
  return {
    places,
    from: ordered.map(({ point }) => point),
    feet: ordered.map(({ far }) => ({
      x: first.x + direction.x * far + across.x * dimension.offset,
      y: first.y + direction.y * far + across.y * dimension.offset,
    })),
    lengths: ordered.slice(1).map(({ far }, index) => far - (ordered[index]?.far ?? 0)),
    direction,
    isLost: places.some(({ isLost }) => isLost),
  };
}

function directionOf({ along }: Dimension, points: readonly Point[]): Point {
  if (along === 'x') return { x: 1, y: 0 };
  if (along === 'y') return { x: 0, y: 1 };
  const from = points[0];
  const to = points.at(-1);
  const length = from && to ? Math.hypot(to.x - from.x, to.y - from.y) : 0;
  if (!from || !to || length === 0) return { x: 1, y: 0 };
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

/** The chains of a storey as they are drawn, in the order of ids. */
export const measuredDimensions = ({
  joints,
  walls,
  openings,
  dimensions,
}: Storey): readonly (readonly [DimensionId, MeasuredDimension])[] =>
  dimensions ? measuredIn(dimensions, joints, walls, openings) : none;

const none: readonly never[] = [];

/** Remembered by the tables that chains are measured from. */
const measuredIn = once(
  (
    dimensions: NonNullable<Storey['dimensions']>,
    joints: Storey['joints'],
    walls: Storey['walls'],
    openings: Storey['openings'],
  ) => {
    const storey = { joints, walls, openings };
    return entries(dimensions).map(
      ([id, dimension]) => [id, measuredDimension(storey, dimension)] as const,
    );
  },
);

/** `goes`: demolished; `gone`: deleted; `not-yet`: new, in the view of before. */
export type Standing = 'stands' | 'goes' | 'gone' | 'not-yet';

/** Whether what a chain measures stands in this view. */
export function standingOf({ places, isLost }: MeasuredDimension, view: View): Standing {
  if (isLost) return 'gone';
  if (view === 'before') return places.some(({ phase }) => phase === 'new') ? 'not-yet' : 'stands';
  const goes = view === 'after' && places.some(({ phase }) => phase === 'demolished');
  return goes ? 'goes' : 'stands';
}
