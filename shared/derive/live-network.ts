import type { Joint, JointId, Storey, Table, Wall, WallId } from '../plan/model.ts';
import { type Selection, wallCensus } from './centre-lines.ts';
import { type Base, changedWalls } from './network-base.ts';
import { patchNetwork } from './network-patch.ts';
import type { Patch } from './network-sides.ts';
import { once } from './once.ts';
import { type WallNetwork, wallNetwork } from './wall-network.ts';

/**
 * The network of a storey whose walls are being moved: a network derived from nothing, and what has
 * changed since. How it came about never shows in what is derived from it.
 */
export interface LiveNetwork {
  readonly joints: Table<JointId, Joint>;
  readonly walls: Table<WallId, Wall>;
  readonly base: WallNetwork;
  /** Null where the base is all of it. */
  readonly patch: Patch | null;
}

/** A network that the next ones may start from, with the tables that were asked about last. */
interface Kept extends Base {
  latest: { readonly joints: Table<JointId, Joint>; readonly walls: Table<WallId, Wall> };
}
/** Newest last: of the storeys of a large building. */
const bases: Kept[] = [];
const mostBases = 32;
/** Changed walls above which it pays to start anew, where the state before this one is nearer. */
const worthRenewing = 12;

export const liveNetwork = (
  { joints, walls }: Pick<Storey, 'joints' | 'walls'>,
  selection: Selection,
): LiveNetwork => live(joints, walls, commonSelection(walls, selection));

/** Where nothing comes, goes or has no body, the same walls stand at every moment: derived once. */
function commonSelection(walls: Table<WallId, Wall>, selection: Selection): Selection {
  const { counts } = wallCensus(walls);
  return counts.standing === counts[selection] ? 'standing' : selection;
}

const live = once(
  (
    joints: Table<JointId, Joint>,
    walls: Table<WallId, Wall>,
    selection: Selection,
  ): LiveNetwork => {
    const known = bases.findLast(
      (base) => base.selection === selection && isKin(base, joints, walls),
    );
    // A drag begins: what was drawn since the base stays, and need not be gone through at every move.
    const isWorn = known !== undefined && isNearer(known, joints, walls);
    const patch = known && !isWorn ? patchNetwork(known, joints, walls) : null;
    if (!known || !patch) {
      if (known) bases.splice(bases.indexOf(known), 1);
      return { joints, walls, base: keep(joints, walls, selection).network, patch: null };
    }
    known.latest = { joints, walls };
    return { joints, walls, base: patch.base, patch };
  },
);

function keep(
  joints: Table<JointId, Joint>,
  walls: Table<WallId, Wall>,
  selection: Selection,
): Kept {
  const network = wallNetwork({ joints, walls }, selection);
  const latest = { joints, walls };
  const kept: Kept = { joints, walls, selection, network, index: null, latest };
  bases.push(kept);
  if (bases.length > mostBases) bases.shift();
  return kept;
}

function isNearer(known: Kept, joints: Table<JointId, Joint>, walls: Table<WallId, Wall>): boolean {
  const sinceBase = changedWalls(known, joints, walls)?.size ?? 0;
  if (sinceBase <= worthRenewing) return false;
  const since = changedWalls({ ...known, ...known.latest }, joints, walls);
  return since !== null && 4 * since.size < sinceBase;
}

/** Whether both are states of one storey: an edit leaves most joints the identical objects. */
function isKin(base: Base, joints: Table<JointId, Joint>, walls: Table<WallId, Wall>): boolean {
  if (base.walls === walls) return true;
  const asked = someOf(base.joints);
  const same = asked.filter((id) => joints[id] === base.joints[id]).length;
  return same > 0 && 2 * same >= asked.length;
}

/** A few of the joints. */
const someOf = once((joints: Table<JointId, Joint>): readonly JointId[] => {
  const some: JointId[] = [];
  for (const id in joints) {
    if (some.push(id as JointId) === 8) break;
  }
  return some;
});
