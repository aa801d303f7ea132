import { tableChanges } from '../derive/table-changes.ts';
import type {
  ElementKind,
  ElementRef,
  JointId,
  Opening,
  OpeningId,
  Point,
  Storey,
  StoreyId,
  Wall,
  WallId,
} from '../plan/model.ts';
import { fitsInLength, openingsOverlap, wallLength } from '../plan/opening-fit.ts';
import { problemsOfIssues } from '../plan/problem-words.ts';
import { elementSchemas } from '../plan/schema.ts';
import { openingNouns } from '../plan/words.ts';
import type { Refusal } from './command.ts';
import { refusal } from './refusals.ts';
import { openingsOf, wallsByJoint } from './users.ts';

/** mm; a shorter wall is a slip of the hand, and thinner than any wall is thick. */
export const shortestWall = 10;

/** mm; a longer wall is a digit too many. */
export const longestWall = 200_000;

const tableKinds = {
  joints: 'joint',
  walls: 'wall',
  openings: 'opening',
  rooms: 'room',
  fixtures: 'fixture',
  risers: 'riser',
  dimensions: 'dimension',
  notes: 'note',
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
    return !isDrawn(kind) || !Object.hasOwn(before[`${kind}s`] ?? {}, known)
      ? []
      : [{ kind, id: known, storey }];
  };
  for (const [table, kind] of Object.entries(tableKinds) as [TableName, TableKind][]) {
    for (const [id, element] of changed<unknown>(before[table] ?? {}, after[table] ?? {})) {
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
  const walls = changedWalls(before, after);
  return (
    wallMisfit(after, walls, (id) => ref('wall', id)) ??
    openingMisfit(before, after, walls, (id) => ref('opening', id))
  );
}

type TableName = keyof typeof tableKinds;
type TableKind = (typeof tableKinds)[TableName];
const isDrawn = (kind: ElementKind): kind is TableKind => `${kind}s` in tableKinds;

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
  words: { zh: '文字', en: 'words' },
};

/** The entries of `after` that are not, by identity, those of `before`. */
const changed = <V>(
  before: Readonly<Record<string, V>>,
  after: Readonly<Record<string, V>>,
): [string, V][] =>
  tableChanges(before, after)
    .flatMap(({ id, is }): [string, V][] => (is === undefined ? [] : [[id, is]]))
    .sort(([left], [right]) => (left < right ? -1 : 1));

/** Walls whose own facts or whose joints differ. */
function changedWalls(before: Storey, after: Storey): Set<WallId> {
  const walls = new Set(changed<Wall>(before.walls, after.walls).map(([id]) => id as WallId));
  const users = wallsByJoint(before);
  for (const [joint] of changed<Point>(before.joints, after.joints)) {
    for (const [id] of users.get(joint as JointId) ?? []) if (after.walls[id]) walls.add(id);
  }
  return walls;
}

function wallMisfit(
  after: Storey,
  walls: ReadonlySet<WallId>,
  ref: (id: string) => ElementRef[],
): Refusal | null {
  for (const id of walls) {
    const wall = after.walls[id];
    const length = wall ? wallLength(after, wall) : null;
    if (length === null) continue;
    const refused = refuseLength(length, ref(id));
    if (refused) return refused;
  }
  return null;
}

/** Why no wall can be this long, in mm. */
export function refuseLength(length: number, about: readonly ElementRef[] = []): Refusal | null {
  if (length > longestWall) {
    return refusal(
      'too-long',
      `墙会长达 ${Math.round(length / 1000)} m，最长为 ${longestWall / 1000} m。请检查输入的长度。`,
      `A wall would be ${Math.round(length / 1000)} m long; ${longestWall / 1000} m is the most. Check the length that was typed.`,
      about,
    );
  }
  if (length >= shortestWall) return null;
  return refusal(
    'too-short',
    `墙会短于 ${shortestWall} mm。`,
    `A wall would be shorter than ${shortestWall} mm.`,
    about,
  );
}

function openingMisfit(
  before: Storey,
  after: Storey,
  walls: ReadonlySet<WallId>,
  ref: (id: string) => ElementRef[],
): Refusal | null {
  const fresh = changed<Opening>(before.openings, after.openings) as [OpeningId, Opening][];
  const isKept = ([id, opening]: readonly [OpeningId, Opening]) => after.openings[id] === opening;
  const kept = (wall: WallId) => openingsOf(before, wall).filter(isKept);
  for (const [id, opening] of [...fresh, ...[...walls].flatMap(kept)]) {
    const wall = after.walls[opening.wall];
    const length = wall ? wallLength(after, wall) : null;
    if (length === null || fitsInLength(opening, length)) continue;
    return walls.has(opening.wall)
      ? cutsOpening(opening, length, ref(id))
      : outsideWall(opening, length, ref(id));
  }
  for (const [id, opening] of fresh) {
    if (opening.sill >= opening.head) return sillAboveHead(ref(id));
    const other = [...kept(opening.wall), ...fresh].find(
      ([otherId, one]) => otherId !== id && openingsOverlap(opening, one),
    );
    if (other) return overlapsOpening(other, ref);
  }
  return null;
}

const named = (opening: Opening) => ({
  zh: `${opening.width} mm 宽的${openingNouns[opening.kind].zh}`,
  en: `the ${openingNouns[opening.kind].en} of ${opening.width} mm`,
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
