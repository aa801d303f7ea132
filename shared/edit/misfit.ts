import {
  type ElementKind,
  type ElementRef,
  entries,
  type Opening,
  type OpeningId,
  type Storey,
  type StoreyId,
  type WallId,
} from '../plan/model.ts';
import { fitsInLength, openingsOverlap, wallLength } from '../plan/opening-fit.ts';
import { problemsOfIssues } from '../plan/problem-words.ts';
import { elementSchemas } from '../plan/schema.ts';
import type { Refusal } from './command.ts';
import { openingNames } from './opening-sizes.ts';
import { refusal } from './refusals.ts';

/** mm; a shorter wall is a slip of the hand, and thinner than any wall is thick. */
export const shortestWall = 10;

const tableKinds = {
  joints: 'joint',
  walls: 'wall',
  openings: 'opening',
  rooms: 'room',
  fixtures: 'fixture',
  risers: 'riser',
} as const satisfies Record<keyof typeof elementSchemas, ElementKind>;

/**
 * Why an edit's outcome cannot stay: a value out of range, a wall too short, an opening that no
 * longer lies in its wall or takes another's place. Looks only at what differs, by identity, from
 * the storey before, so that an unsound survey can still be edited elsewhere.
 */
export function misfit(
  before: Storey,
  after: Storey,
  storey: StoreyId,
  origins: ReadonlyMap<string, string>,
): Refusal | null {
  if (before === after) return null;
  const ref = (kind: ElementKind, id: string): ElementRef[] => {
    const known = origins.get(id) ?? id;
    return kind === 'household' || !Object.hasOwn(before[tableOf(kind)], known)
      ? []
      : [{ kind, id: known, storey }];
  };
  for (const [table, kind] of Object.entries(tableKinds) as [TableName, TableKind][]) {
    for (const [id, element] of changed(before[table], after[table])) {
      const parsed = elementSchemas[table].safeParse(element, { reportInput: true });
      const problem = parsed.success ? null : problemsOfIssues(parsed.error.issues)[0];
      if (!problem) continue;
      const { zh, en } = problem.problem;
      return refusal(
        'out-of-range',
        `${fieldNames[problem.at]?.zh ?? problem.at}：${zh}。`,
        `${fieldNames[problem.at]?.en ?? problem.at}: ${en}.`,
        ref(kind, id),
      );
    }
  }
  return (
    wallMisfit(before, after, (id) => ref('wall', id)) ??
    openingMisfit(before, after, (id) => ref('opening', id))
  );
}

type TableName = keyof typeof tableKinds;
type TableKind = (typeof tableKinds)[TableName];
const tableOf = (kind: ElementKind): TableName => `${kind as TableKind}s`;

const fieldNames: Readonly<Record<string, { zh: string; en: string }>> = {
  x: { zh: '横坐标', en: 'x' },
  y: { zh: '纵坐标', en: 'y' },
  'at.x': { zh: '横坐标', en: 'x' },
  'at.y': { zh: '纵坐标', en: 'y' },
  thickness: { zh: '厚度', en: 'thickness' },
  offset: { zh: '距墙端', en: 'distance from the end of the wall' },
  width: { zh: '宽度', en: 'width' },
  depth: { zh: '深度', en: 'depth' },
  sill: { zh: '下沿高度', en: 'sill' },
  head: { zh: '上沿高度', en: 'head' },
  name: { zh: '名称', en: 'name' },
  line: { zh: '立管编号', en: 'line' },
};

function changed(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): [string, unknown][] {
  if (before === after) return [];
  return Object.entries(after).filter(([id, element]) => before[id] !== element);
}

/** Walls whose own facts or whose joints differ. */
function changedWalls(before: Storey, after: Storey): Set<WallId> {
  const walls = new Set(changed(before.walls, after.walls).map(([id]) => id as WallId));
  if (before.joints !== after.joints) {
    for (const [id, wall] of Object.entries(after.walls) as [WallId, Storey['walls'][WallId]][]) {
      const isSame = (['a', 'b'] as const).every(
        (end) => before.joints[wall[end]] === after.joints[wall[end]],
      );
      if (!isSame) walls.add(id);
    }
  }
  return walls;
}

function wallMisfit(
  before: Storey,
  after: Storey,
  ref: (id: string) => ElementRef[],
): Refusal | null {
  for (const id of changedWalls(before, after)) {
    const wall = after.walls[id];
    const length = wall ? wallLength(after, wall) : null;
    if (length === null || length >= shortestWall) continue;
    return refusal(
      'too-short',
      `墙会短于 ${shortestWall} mm。`,
      `A wall would be shorter than ${shortestWall} mm.`,
      ref(id),
    );
  }
  return null;
}

function openingMisfit(
  before: Storey,
  after: Storey,
  ref: (id: string) => ElementRef[],
): Refusal | null {
  const walls = changedWalls(before, after);
  const ofWall = Map.groupBy(entries(after.openings), ([, opening]) => opening.wall);
  for (const [id, opening] of entries(after.openings)) {
    const isChanged = before.openings[id] !== opening;
    const wall = after.walls[opening.wall];
    if (!wall || (!isChanged && !walls.has(opening.wall))) continue;
    const length = wallLength(after, wall);
    if (length !== null && !fitsInLength(opening, length)) {
      return walls.has(opening.wall)
        ? cutsOpening(opening, length, ref(id))
        : outsideWall(opening, length, ref(id));
    }
    if (!isChanged) continue;
    if (opening.sill >= opening.head) return sillAboveHead(ref(id));
    const other = (ofWall.get(opening.wall) ?? []).find(
      ([otherId, one]) => otherId !== id && openingsOverlap(opening, one),
    );
    if (other) return overlapsOpening(other, ref);
  }
  return null;
}

const named = (opening: Opening) => ({
  zh: `${opening.width} mm 宽的${openingNames[opening.kind].zh}`,
  en: `the ${openingNames[opening.kind].en} of ${opening.width} mm`,
});

function cutsOpening(opening: Opening, length: number, about: ElementRef[]): Refusal {
  const { zh, en } = named(opening);
  return refusal(
    'cuts-opening',
    `墙长变为 ${Math.round(length)} mm，容不下${zh}；请先移动或缩小它。`,
    `The wall would be ${Math.round(length)} mm long and cut off ${en}; move or narrow it first.`,
    about,
  );
}

function outsideWall(opening: Opening, length: number, about: ElementRef[]): Refusal {
  const { zh, en } = named(opening);
  return refusal(
    'outside-wall',
    `${zh}会超出墙端（墙长 ${Math.round(length)} mm）。`,
    `It would leave its wall: ${en} in a wall ${Math.round(length)} mm long.`,
    about,
  );
}

function overlapsOpening(
  [id, opening]: [OpeningId, Opening],
  ref: (id: string) => ElementRef[],
): Refusal {
  const { zh, en } = named(opening);
  return refusal('overlaps-opening', `与${zh}重叠。`, `It would overlap ${en}.`, ref(id));
}

const sillAboveHead = (about: ElementRef[]): Refusal =>
  refusal(
    'sill-above-head',
    '下沿应低于上沿。',
    'The lower edge must be below the upper edge.',
    about,
  );
