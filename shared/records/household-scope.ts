import { fixtureCentre, riserCorners } from '../derive/footprint.ts';
import { planRooms } from '../derive/households.ts';
import type { Room, StoreyRooms } from '../derive/room.ts';
import { boundsOf, ringContains } from '../geometry/polygon.ts';
import { entries, type HouseholdId, type Plan, type Point, type Storey } from '../plan/model.ts';
import type { ElementChange } from './element-changes.ts';
import { elementPath, pathOfChange, planPath } from './facts.ts';

/** mm beyond a shaft's sides within which a room lies beside it. */
const beside = 150;

/**
 * Whether a change concerns one household: itself, its certificate, the rooms that it holds alone or
 * with others in either plan, before or after the works, and what stands in or bounds them.
 */
export function concerning(
  before: Plan,
  after: Plan,
  household: HouseholdId,
): (change: ElementChange) => boolean {
  const paths = new Set([...pathsOf(before, household), ...pathsOf(after, household)]);
  return (change) =>
    paths.has(pathOfChange(change)) ||
    (change.replaces !== undefined && paths.has(pathOfChange({ ...change, id: change.replaces })));
}

/** The rooms that a household holds after the works, alone or with others, in either plan. */
export function roomsHeldBy(before: Plan, after: Plan, household: HouseholdId): readonly Room[] {
  return [after, before].flatMap((plan) =>
    planRooms(plan, 'after').flatMap(({ rooms }) =>
      rooms.filter(({ holders }) => holders.includes(household)),
    ),
  );
}

function* pathsOf(plan: Plan, household: HouseholdId): Generator<string> {
  yield planPath('households', household);
  const tenancy = plan.households[household]?.tenancy;
  if (tenancy !== undefined) yield planPath('tenancies', tenancy);
  for (const moment of ['before', 'after'] as const) {
    for (const derived of planRooms(plan, moment)) {
      const rooms = derived.rooms.filter(({ holders }) => holders.includes(household));
      if (rooms.length > 0) yield* pathsIn(plan.storeys[derived.storey]!, derived, rooms);
    }
  }
}

function* pathsIn(
  storey: Storey,
  { storey: id, stretches, links }: StoreyRooms,
  rooms: readonly Room[],
): Generator<string> {
  const held = new Set(rooms.map((room) => room.id));
  const isHeld = (room: string | null): boolean => room !== null && held.has(room);
  const holds = (at: Point): boolean => rooms.some(({ polygon }) => ringContains(polygon, at));
  for (const { tags } of rooms) for (const tag of tags) yield elementPath(id, 'rooms', tag);
  for (const [wall, along] of stretches) {
    if (along.some(({ left, right }) => isHeld(left) || isHeld(right))) {
      yield elementPath(id, 'walls', wall);
    }
  }
  for (const { opening, from, to } of links) {
    if (opening !== null && (isHeld(from) || isHeld(to)))
      yield elementPath(id, 'openings', opening);
  }
  for (const [fixture, facts] of entries(storey.fixtures)) {
    if (holds(fixtureCentre(facts))) yield elementPath(id, 'fixtures', fixture);
  }
  for (const [riser, facts] of entries(storey.risers)) {
    const { minX, minY, maxX, maxY } = boundsOf(riserCorners(facts));
    const around = [minX - beside, maxX + beside].flatMap((x) => [
      { x, y: facts.at.y },
      ...[minY - beside, maxY + beside].map((y) => ({ x: facts.at.x, y })),
    ]);
    if (around.some(holds)) yield elementPath(id, 'risers', riser);
  }
  for (const [note, facts] of entries(storey.notes ?? {})) {
    if (holds(facts.to ?? facts.at)) yield elementPath(id, 'notes', note);
  }
}
