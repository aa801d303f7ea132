import { elementProblems } from './integrity.ts';
import type {
  ElementRef,
  OpeningId,
  Plan,
  Point,
  RoomId,
  Storey,
  StoreyId,
  WallId,
} from './model.ts';
import { wallLength } from './opening-fit.ts';
import type { Problem } from './problem.ts';

/** An element that contradicts itself or refers to what is not there, with all that is wrong in it. */
export interface Fault {
  readonly element: ElementRef;
  readonly problems: readonly Problem[];
  /** Where it would be; null where nothing tells. */
  readonly at: Point | null;
}

const kinds = { walls: 'wall', openings: 'opening', rooms: 'room' } as const;

/** A step of a path: `walls.wall_12.b`, `openings["opening_a.b"].offset`. */
const path = /^(walls|openings|rooms)(?:\.([\w$-]+)|\[("(?:[^"\\]|\\.)*")\])/;

/** The elements of one storey that are not sound, in the order of their paths. */
export function faultsOf(plan: Plan, id: StoreyId): readonly Fault[] {
  const storey = plan.storeys[id];
  if (!storey) return [];
  const found = new Map<string, { element: ElementRef; problems: Problem[] }>();
  for (const problem of elementProblems(plan, storey, '')) {
    const [step, table, plain, quoted] = path.exec(problem.at) ?? [];
    if (!step) continue;
    const element: ElementRef = {
      kind: kinds[table as keyof typeof kinds],
      id: plain ?? (JSON.parse(quoted as string) as string),
      storey: id,
    };
    const known = found.get(step);
    if (known) known.problems.push(problem);
    else found.set(step, { element, problems: [problem] });
  }
  return [...found.values()].map((fault) => ({ ...fault, at: placeOf(storey, fault.element) }));
}

function placeOf(storey: Storey, { kind, id }: ElementRef): Point | null {
  if (kind === 'room') return storey.rooms[id as RoomId]?.at ?? null;
  const opening = kind === 'opening' ? storey.openings[id as OpeningId] : undefined;
  const wall = storey.walls[(opening?.wall ?? id) as WallId];
  if (!wall) return null;
  const a = storey.joints[wall.a];
  const b = storey.joints[wall.b];
  const length = wallLength(storey, wall);
  if (!a || !b || !length) return a ?? b ?? null;
  const middle = opening ? opening.offset + opening.width / 2 : length / 2;
  const share = Math.min(1, Math.max(0, middle / length));
  return {
    x: Math.round(a.x + (b.x - a.x) * share),
    y: Math.round(a.y + (b.y - a.y) * share),
  };
}
