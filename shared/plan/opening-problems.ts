import { text } from '../text.ts';
import { idsOf, type Opening, type OpeningId, type Storey, type WallId } from './model.ts';
import { fitsInLength, wallLength } from './opening-fit.ts';
import { standsAt } from './phase.ts';
import { has, missing, type Problem, pathTo } from './problem.ts';

/** What is wrong with a storey's openings; `at` is the storey's path. */
export function* openingProblems(storey: Storey, at: string): Generator<Problem> {
  const ofWall = new Map<WallId, [OpeningId, Opening][]>();
  for (const id of idsOf(storey.openings)) {
    const opening = storey.openings[id]!;
    // Mostly nothing is wrong, and no path need be spelt out.
    const here = (): string => pathTo(pathTo(at, 'openings'), id);
    yield* openingFieldProblems(opening, here);
    const wall = has(storey.walls, opening.wall) ? storey.walls[opening.wall] : undefined;
    if (!wall) {
      yield missing(`${here()}.wall`, '这面墙', 'wall', opening.wall);
      continue;
    }
    const length = wallLength(storey, wall);
    if (length !== null && !fitsInLength(opening, length)) {
      const end = opening.offset + opening.width;
      yield {
        at: `${here()}.offset`,
        problem: text(
          `超出墙端：到 ${end} mm 为止，而 ${opening.wall} 长 ${Math.round(length)} mm`,
          `leaves its wall: it ends at ${end} mm, and ${opening.wall} is ${Math.round(length)} mm long`,
        ),
      };
    }
    if (opening.phase === 'new' && wall.phase === 'demolished') {
      yield {
        at: `${here()}.phase`,
        problem: text('拆除的墙上不能有新建的门窗', 'a demolished wall can have no new opening'),
      };
    }
    if (opening.phase !== 'new' && wall.phase === 'new') {
      yield {
        at: `${here()}.phase`,
        problem: text('新建墙上的门窗只能是新建的', 'every opening of a new wall is new'),
      };
    }
    const ofThis = ofWall.get(opening.wall);
    if (ofThis) ofThis.push([id, opening]);
    else ofWall.set(opening.wall, [[id, opening]]);
  }
  for (const openings of ofWall.values()) {
    if (openings.length > 1 && !areApart(openings)) yield* overlapProblems(openings, at);
  }
}

/** How many are compared each with each, before they are put in order. */
const few = 8;

/** Whether none of a few openings of one wall reaches over another, whenever they stand. */
function areApart(openings: readonly (readonly [OpeningId, Opening])[]): boolean {
  if (openings.length > few) return false;
  for (let one = 1; one < openings.length; one++) {
    const { offset, width } = openings[one]![1];
    for (let other = 0; other < one; other++) {
      const { offset: start, width: wide } = openings[other]![1];
      if (offset < start + wide && start < offset + width) return false;
    }
  }
  return true;
}

/**
 * The openings of one wall that reach over another one standing at the same time: one problem for
 * each, naming the one before it that reaches furthest. O(n log n).
 */
function* overlapProblems(
  openings: readonly (readonly [OpeningId, Opening])[],
  at: string,
): Generator<Problem> {
  // Sorting is stable, so that of two at one place the one with the later id is named.
  const along = openings.toSorted(([, left], [, right]) => left.offset - right.offset);
  const reach = { before: { end: 0, id: '' }, after: { end: 0, id: '' } };
  for (const [id, opening] of along) {
    const moments = (['before', 'after'] as const).filter((one) => standsAt(opening.phase, one));
    const over = moments.map((one) => reach[one]).find(({ end }) => opening.offset < end);
    if (over) {
      yield {
        at: `${pathTo(pathTo(at, 'openings'), id)}.offset`,
        problem: text(`与 ${over.id} 重叠`, `overlaps ${over.id}`),
      };
    }
    const end = opening.offset + opening.width;
    for (const one of moments) if (end > reach[one].end) reach[one] = { end, id };
  }
}

function* openingFieldProblems(opening: Opening, here: () => string): Generator<Problem> {
  if (opening.sill >= opening.head) {
    yield {
      at: `${here()}.sill`,
      problem: text(
        `下沿 ${opening.sill} mm 不低于上沿 ${opening.head} mm`,
        `the sill at ${opening.sill} mm is not below the head at ${opening.head} mm`,
      ),
    };
  }
  if (opening.kind !== 'window' && opening.opens !== undefined) {
    yield { at: `${here()}.opens`, problem: text('只有窗才有这一项', 'only a window has this') };
  }
  if (opening.kind === 'door') return;
  for (const field of ['leaf', 'hinge', 'side'] as const) {
    if (opening[field] === undefined) continue;
    yield {
      at: `${here()}.${field}`,
      problem: text('只有门才有这一项', 'only a door has this'),
    };
  }
}
