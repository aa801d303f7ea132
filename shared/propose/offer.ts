import { householdStates } from '../derive/households.ts';
import { storeyRooms } from '../derive/storey-rooms.ts';
import { preview } from '../edit/history.ts';
import { polygonContains } from '../geometry/polygon.ts';
import type { HouseholdId, IdKind, IdOfKind, NewId, Plan, RoomUse } from '../plan/model.ts';
import { fixturesInTheWay } from '../rules/drawing/fixture-conflicts.ts';
import type { Finding } from '../rules/finding.ts';
import type { Profile } from '../rules/profile.ts';
import type { Text } from '../text.ts';
import { applyProposal } from './apply-proposal.ts';
import { askedFixtures } from './asked-fixtures.ts';
import type { DivideRequest, Division } from './divide-request.ts';
import { isFromCommon } from './from-common.ts';
import { newFindings } from './new-findings.ts';
import { bodyWidth, type Programme, type ProgrammeId } from './programme.ts';
import { type Proposal, proposalOf } from './proposal.ts';
import type { Space } from './space.ts';
import { drainsUnchecked } from './stacks-known.ts';
import { verify } from './verify.ts';

/** A proposal that was drawn, measured and checked, with what people want to know of it. */
export interface Offer {
  readonly programme: ProgrammeId | 'own';
  readonly proposal: Proposal;
  readonly parts: readonly OfferedPart[];
  /**
   * What the rules say of it that they did not say before, of these households, of others and of the
   * drawing: each needs a derogation.
   */
  readonly warnings: readonly Finding[];
  /** What must hold and could not be judged, as it hangs on what nobody recorded. */
  readonly unchecked: readonly Text[];
  /** Why it stands where it does among the others; `brief` is its own half of that. */
  readonly rank: Text;
  readonly brief: Text;
}

export interface OfferedRoom {
  readonly use: RoomUse;
  /** mm2, usable. */
  readonly area: number;
  /** One leaves the home to get there. */
  readonly fromCommon: boolean;
}

export interface OfferedPart {
  readonly holder: HouseholdId;
  /** mm2, usable, as the plan measures it. */
  readonly area: number;
  readonly rooms: readonly OfferedRoom[];
  /** What the household has to itself that it did not have. */
  readonly gains: readonly ('kitchen' | 'bathroom')[];
}

/**
 * Draws a division on a scratch plan and looks at it as a stranger would; null where the checker or
 * the rules find it unsound, which is a fault of ours and never shown.
 */
export function offerOf(
  request: DivideRequest,
  space: Space,
  division: Division,
  profile: Profile,
): Omit<Offer, 'rank' | 'brief'> | null {
  return checkedOffer(proposalOf(request, space, division), { ...request, profile });
}

/** What a proposal is held against. */
export interface CheckedFor
  extends Pick<
    DivideRequest,
    'plan' | 'unchanged' | 'storey' | 'holders' | 'programme' | 'ignoresStacks'
  > {
  readonly profile: Profile;
  /** Of households whose part is by another programme than the least of all. */
  readonly programmes?: ReadonlyMap<HouseholdId, Programme>;
}

/** The same for what has been drawn already. */
export function checkedOffer(
  proposal: Proposal,
  checked: CheckedFor,
): Omit<Offer, 'rank' | 'brief'> | null {
  const {
    plan,
    unchanged = plan,
    storey,
    holders,
    programme,
    programmes,
    ignoresStacks,
    profile,
  } = checked;
  const command = applyProposal({ proposal, intent: 'proposal', newId: scratchIds() });
  const drawn = preview(plan, command);
  if (drawn === plan) return null;
  const problems = verify({
    plan: drawn,
    storey,
    parts: proposal.parts.map(({ holder, rooms }) => ({
      holder,
      rooms: rooms.map(({ at }) => at),
      kitchen: programme.kitchen !== null,
      bath: programme.bath !== null,
      fixtures: askedFixtures(programmes?.get(holder) ?? programme),
      preparation: programme.kitchen?.preparation ?? 0,
    })),
    demands: profile.fixtures,
    doorWidth: Math.min(programme.ways.door, programme.ways.keptDoor),
    bodyWidth,
    shutBy: programme.ways.body,
    ignoresStacks,
  });
  if (problems.length > 0) return null;
  const said = newFindings(unchanged, drawn, profile);
  // What is not asked for may still be missing afterwards; anything else is no proposal.
  const isWhole = programme.kitchen !== null && programme.bath !== null;
  const isMissing = ({ id }: Finding): boolean =>
    id.startsWith('F1/') && !id.startsWith('F1/reach');
  const isAskers = (one: Finding): boolean =>
    one.households.length === 0 || one.households.some((id) => holders.includes(id));
  const isUnsound = (one: Finding): boolean =>
    // What cannot stand where it does is accepted by nobody, wherever it is.
    one.rule === fixturesInTheWay.id ||
    (one.severity === 'breach' && isAskers(one) && (isWhole || !isMissing(one)));
  if (said.some(isUnsound)) return null;
  const unknown = drainsUnchecked(drawn, storey, programme);
  return {
    programme: programme.id,
    proposal,
    parts: partsOn(unchanged, drawn, proposal),
    warnings: said.filter(({ severity }) => severity !== 'unknown'),
    unchecked: unknown && !ignoresStacks ? [unknown] : [],
  };
}

function partsOn(plan: Plan, drawn: Plan, { storey, parts }: Proposal): OfferedPart[] {
  const derived = storeyRooms(storey, drawn.storeys[storey]!, 'after');
  const was = householdStates(plan, 'after');
  const is = householdStates(drawn, 'after');
  return parts.map((part) => {
    const own = part.rooms.map(({ use, at }) => {
      const room = derived.rooms.find(({ polygon, holes }) =>
        polygonContains({ outer: polygon, holes }, at),
      );
      return { use, area: room?.area ?? 0, fromCommon: room ? isFromCommon(derived, room) : false };
    });
    return {
      holder: part.holder,
      area: own.reduce((sum, { area }) => sum + area, 0),
      rooms: own,
      gains: (['kitchen', 'bathroom'] as const).filter(
        (kind) =>
          is.get(part.holder)?.[kind].state === 'exclusive' &&
          was.get(part.holder)?.[kind].state !== 'exclusive',
      ),
    };
  });
}

/** Ids that only ever live on a scratch plan. */
function scratchIds(): NewId {
  let count = 0;
  return <K extends IdKind>(kind: K): IdOfKind[K] => {
    count += 1;
    return `${kind}_.proposed.${String(count).padStart(3, '0')}` as unknown as IdOfKind[K];
  };
}
