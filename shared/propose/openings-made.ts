import { distanceToSegment } from '../geometry/point.ts';
import type { OpeningId, Plan, Point, Storey, WallId } from '../plan/model.ts';
import type { Proposal, ProposedOpening } from './proposal.ts';

/** What a proposal does to doors and passages, counted. */
export interface OpeningsMade {
  readonly doors: number;
  /** Of kitchen niches, into their household's room. */
  readonly niches: number;
  /** All others, of common passages. */
  readonly passages: number;
  /** Doors that go and in whose place another opening comes. */
  readonly reused: number;
  /** Doors that are walled up. */
  readonly closed: number;
}

export function openingsMade(plan: Plan, proposal: Proposal): OpeningsMade {
  const passages = proposal.openings.filter(({ kind }) => kind === 'passage');
  const niches = passages.filter((one) => isOfNiche(one, proposal)).length;
  const reused = proposal.closes.filter((id) => isReused(plan, proposal, id)).length;
  return {
    doors: proposal.openings.length - passages.length,
    niches,
    passages: passages.length - niches,
    reused,
    closed: proposal.closes.length - reused,
  };
}

/** mm: from the middle of the thickest wall to its face, with a little to spare. */
const besideWall = 250;

function isOfNiche({ jambs: [from, to] }: ProposedOpening, { parts }: Proposal): boolean {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return parts.some(
    ({ arrangement, rooms }) =>
      arrangement === 'niche' &&
      rooms.some(
        ({ use, outline }) =>
          use === 'kitchen' &&
          outline.some(
            (corner, at) =>
              distanceToSegment(middle, corner, outline[(at + 1) % outline.length]!) < besideWall,
          ),
      ),
  );
}

/** Whether half of the door or more is taken by a new opening. */
function isReused(plan: Plan, { storey: id, openings }: Proposal, closed: OpeningId): boolean {
  const storey = plan.storeys[id];
  const door = storey?.openings[closed];
  if (!storey || !door) return false;
  return openings.some((one) => {
    const span = one.wall === door.wall ? spanOf(storey, door.wall, one.jambs) : null;
    if (!span) return false;
    const common = Math.min(span[1], door.offset + door.width) - Math.max(span[0], door.offset);
    return common >= door.width / 2;
  });
}

/** mm from the wall's end `a`. */
function spanOf(
  { walls, joints }: Storey,
  wall: WallId,
  jambs: readonly [Point, Point],
): [number, number] | null {
  const facts = walls[wall];
  const [a, b] = [facts && joints[facts.a], facts && joints[facts.b]];
  if (!a || !b) return null;
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const at = jambs.map(({ x, y }) => ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / length);
  return [Math.min(...at), Math.max(...at)];
}
