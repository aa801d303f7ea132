import type { Joint, JointId, Storey, Table, Wall, WallId } from '../plan/model.ts';
import type { Moment } from '../plan/phase.ts';
import { type Base, type Patch, patchNetwork } from './network-patch.ts';
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

/** Networks that the next ones may start from, newest last: of the storeys of a large building. */
const bases: Base[] = [];
const mostBases = 32;

export const liveNetwork = (
  { joints, walls }: Pick<Storey, 'joints' | 'walls'>,
  moment: Moment,
): LiveNetwork => live(joints, walls, moment);

const live = once(
  (joints: Table<JointId, Joint>, walls: Table<WallId, Wall>, moment: Moment): LiveNetwork => {
    const known = bases.findLast((base) => base.selection === moment && isKin(base, joints, walls));
    const patch = known ? patchNetwork(known, joints, walls) : null;
    if (patch) return { joints, walls, base: patch.base, patch };
    const network = wallNetwork({ joints, walls }, moment);
    if (known) bases.splice(bases.indexOf(known), 1);
    bases.push({ joints, walls, selection: moment, network, index: null });
    if (bases.length > mostBases) bases.shift();
    return { joints, walls, base: network, patch: null };
  },
);

/** Whether both are states of one storey: an edit leaves most joints the identical objects. */
function isKin(base: Base, joints: Table<JointId, Joint>, walls: Table<WallId, Wall>): boolean {
  if (base.walls === walls) return true;
  let same = 0;
  let asked = 0;
  for (const id in base.joints) {
    if (asked === 8) break;
    asked += 1;
    if (joints[id as JointId] === base.joints[id as JointId]) same += 1;
  }
  return same > 0 && 2 * same >= asked;
}
