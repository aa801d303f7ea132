import { type Text, text } from '../text.ts';
import { faultsOf } from './faults.ts';
import type {
  ElementRef,
  Opening,
  OpeningId,
  Plan,
  RoomId,
  RoomTag,
  Storey,
  StoreyId,
  Wall,
  WallId,
} from './model.ts';
import { wallLength } from './opening-fit.ts';

/** What makes an unsound element sound: its new facts, or none where it cannot be kept. */
export type Repair =
  | { readonly kind: 'remove'; readonly label: Text }
  | { readonly kind: 'change'; readonly label: Text; readonly facts: Wall | Opening | RoomTag };

/** Null where only a person can tell, and for what is sound. */
export function repairOf(plan: Plan, id: StoreyId, element: ElementRef): Repair | null {
  const storey = plan.storeys[id];
  const isFaulty = faultsOf(plan, id).some((fault) => fault.element.id === element.id);
  if (!storey || !isFaulty) return null;
  if (element.kind === 'wall') return wallRepair(storey, storey.walls[element.id as WallId]);
  if (element.kind === 'opening') return openingRepair(storey, element.id as OpeningId);
  return element.kind === 'room' ? roomRepair(plan, storey.rooms[element.id as RoomId]) : null;
}

const remove: Repair = { kind: 'remove', label: text('删除', 'Delete it') };

/** mm of a partition that a file left without thickness. */
const usualThickness = 120;

function wallRepair(storey: Storey, wall: Wall | undefined): Repair | null {
  if (!wall) return null;
  // A wall without length or without an end stands nowhere.
  if (!wallLength(storey, wall)) return remove;
  const thickness = wall.kind === 'boundary' ? 0 : usualThickness;
  return {
    kind: 'change',
    label: text(`厚度改为 ${thickness} mm`, `Make it ${thickness} mm thick`),
    facts: { ...wall, thickness },
  };
}

/** mm; what is narrower is no opening that anybody drew. */
const narrowest = 100;

function openingRepair(storey: Storey, id: OpeningId): Repair | null {
  const opening = storey.openings[id];
  if (!opening) return null;
  const wall = storey.walls[opening.wall];
  const length = wall && wallLength(storey, wall);
  if (!wall || !length || length < narrowest) return remove;
  if (opening.phase === 'new' && wall.phase === 'demolished') return remove;
  const most = Math.floor(length);
  const width = Math.min(opening.width, most);
  const { leaf, hinge, side, opens, ...rest } = opening;
  const leaves = opening.kind === 'door' ? pickDefined({ leaf, hinge, side }) : {};
  const facts: Opening = {
    ...rest,
    ...leaves,
    ...(opening.kind === 'window' && opens !== undefined ? { opens } : {}),
    width,
    offset: Math.max(0, Math.min(opening.offset, most - width)),
    phase: wall.phase === 'new' ? 'new' : opening.phase,
  };
  const mended = { ...storey, openings: { ...storey.openings, [id]: facts } };
  if (opening.sill >= opening.head) return null;
  if (isSound(mended, id)) {
    const label =
      facts.offset === opening.offset && width === opening.width
        ? text('改正', 'Correct it')
        : text('移回墙内', 'Move it into its wall');
    return { kind: 'change', label, facts };
  }
  // In its wall it would take another's place: the one that the check names goes.
  return { kind: 'remove', label: text('删除这一处', 'Delete this one') };
}

const pickDefined = (leaves: Partial<Pick<Opening, 'leaf' | 'hinge' | 'side'>>) =>
  Object.fromEntries(Object.entries(leaves).filter(([, value]) => value !== undefined)) as Partial<
    Pick<Opening, 'leaf' | 'hinge' | 'side'>
  >;

function isSound(storey: Storey, id: OpeningId): boolean {
  const plan: Plan = { tenancies: {}, households: {}, storeys: { [scratch]: storey } };
  return !faultsOf(plan, scratch).some(({ element }) => element.id === id);
}
const scratch = 'storey_scratch' as StoreyId;

/** Those who are there, each once. Whether a room is common or a household's, no program can tell. */
function roomRepair(plan: Plan, tag: RoomTag | undefined): Repair | null {
  if (!tag) return null;
  const holders = [...new Set(tag.holders)].filter(
    (holder) => holder === 'building' || Object.hasOwn(plan.households, holder),
  );
  if (holders.length > 1 && holders.includes('building')) return null;
  return {
    kind: 'change',
    label: text('去掉不存在的归属', 'Drop holders that are not there'),
    facts: { ...tag, holders },
  };
}
