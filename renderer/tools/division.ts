import type { Command } from '../../shared/edit/command.ts';
import type { Holder, RoomUse, WallKind } from '../../shared/plan/model.ts';
import { divideRoom, type NewDoor, type PartTag } from '../../shared/propose/divide-room.ts';
import type { DivisionPlan, DivisionRequest } from '../../shared/propose/division.ts';
import { type DoorsOfPart, doorsOfPart } from '../../shared/propose/part-doors.ts';
import { type CutDirection, type PartSide, partSides } from '../../shared/propose/plan-cut.ts';
import { planDivision } from '../../shared/propose/plan-division.ts';
import type { ToolContext } from './tool.ts';

export interface Division
  extends Pick<DivisionRequest, 'room' | 'shape' | 'direction' | 'by' | 'thickness'> {
  readonly kind: Exclude<WallKind, 'boundary'>;
  readonly parts: readonly PartTag[];
  /** For each part a `DoorChoice`'s key, `none`, or null for the first that needs no engineer. */
  readonly picks: readonly (string | null)[];
  /** Where the partitions stand, and all net areas, or why they cannot stand. */
  readonly plan: DivisionPlan;
  /** For each part; empty where the partitions cannot stand. */
  readonly doors: readonly DoorsOfPart[];
  /** Where two parts lie, in the direction it has and in the two that it may be turned to. */
  readonly sides: Readonly<Record<'now' | 'across' | 'along', readonly [PartSide, PartSide]>>;
}

export type DivisionChange = Partial<
  Pick<Division, 'shape' | 'direction' | 'by' | 'thickness' | 'kind' | 'parts' | 'picks'>
>;

export const mostParts = 6;

/** A shared room falls to its holders in turn; another keeps its holders in every part. */
export function partsOf(
  use: RoomUse | null,
  holders: readonly Holder[],
  count: number,
): readonly PartTag[] {
  const own = (part: number): readonly Holder[] =>
    holders.length > 1 ? holders.filter((_, index) => index % count === part) : holders;
  return Array.from({ length: count }, (_, part) => ({
    use: use ?? 'other',
    name: '',
    holders: own(part),
  }));
}

export function planned(
  division: Omit<Division, 'plan' | 'sides' | 'doors'>,
  context: ToolContext,
): Division {
  const request = { ...division, plan: context.plan, storey: context.storey };
  const sides = (direction: CutDirection) =>
    partSides({ ...request, direction }) ?? (['left', 'right'] as const);
  return withDoors(
    {
      ...division,
      plan: planDivision(request),
      doors: [],
      sides: { now: sides(division.direction), across: sides('across'), along: sides('along') },
    },
    context,
  );
}

export function withDoors(division: Division, context: ToolContext): Division {
  const { plan, parts } = division;
  if (!plan.ok) return { ...division, doors: [] };
  const ids = plan.parts.map(({ id }) => id);
  const doors = parts.map(({ use, holders }, index) =>
    doorsOfPart({
      storey: context.storey,
      after: plan.after,
      parts: ids,
      part: ids[index]!,
      use,
      holders,
      intent: context.intent,
    }),
  );
  return { ...division, doors };
}

/** The door that a part gets in the same step; null where it keeps one, or none can be or is wanted. */
export function doorFor({ doors, picks }: Division, part: number): NewDoor | null {
  const found = doors[part];
  const pick = picks[part] ?? null;
  if (!found || pick === 'none') return null;
  const picked = found.choices.find(({ key }) => key === pick);
  if (picked) return picked.door;
  if (found.kept.length > 0) return null;
  return found.choices.find(({ isBearing }) => !isBearing)?.door ?? null;
}

/** The edit that makes it; null where the partitions cannot stand. */
export function command(division: Division, context: ToolContext): Command | null {
  if (!division.plan.ok) return null;
  return divideRoom({
    storey: context.storey,
    room: division.room,
    cuts: division.plan.cuts,
    kind: division.kind,
    parts: division.parts,
    doors: division.parts.flatMap((_, part) => doorFor(division, part) ?? []),
    intent: context.intent,
    newId: context.newId,
  });
}
