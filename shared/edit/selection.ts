import type {
  DimensionId,
  ElementRef,
  FixtureId,
  JointId,
  NoteId,
  OpeningId,
  Phase,
  RiserId,
  RoomId,
  Storey,
  WallId,
} from '../plan/model.ts';
import type { Refusal } from './command.ts';
import type { Intent } from './intent.ts';
import { demolished, gone, nothingSelected } from './refusals.ts';

/** The elements that an edit is about, by kind, each once. */
export interface Selection {
  readonly joints: ReadonlySet<JointId>;
  readonly walls: ReadonlySet<WallId>;
  readonly openings: ReadonlySet<OpeningId>;
  readonly rooms: ReadonlySet<RoomId>;
  readonly fixtures: ReadonlySet<FixtureId>;
  readonly risers: ReadonlySet<RiserId>;
  readonly dimensions: ReadonlySet<DimensionId>;
  readonly notes: ReadonlySet<NoteId>;
}

/** The element's phase; null for what has none, joints, dimensions and notes; undefined where there is no such element. */
export function phaseOf(storey: Storey, ref: ElementRef): Phase | null | undefined {
  switch (ref.kind) {
    case 'joint':
      return storey.joints[ref.id as JointId] ? null : undefined;
    case 'wall':
      return storey.walls[ref.id as WallId]?.phase;
    case 'opening':
      return phaseOfOpening(storey, ref.id as OpeningId);
    case 'room':
      return storey.rooms[ref.id as RoomId]?.phase;
    case 'fixture':
      return storey.fixtures[ref.id as FixtureId]?.phase;
    case 'riser':
      return storey.risers[ref.id as RiserId]?.phase;
    case 'dimension':
      return storey.dimensions?.[ref.id as DimensionId] ? null : undefined;
    case 'note':
      return storey.notes?.[ref.id as NoteId] ? null : undefined;
    default:
      return undefined;
  }
}

/** An opening goes with its wall, whatever a file says of the opening itself. */
function phaseOfOpening(storey: Storey, id: OpeningId): Phase | undefined {
  const opening = storey.openings[id];
  if (!opening) return undefined;
  return storey.walls[opening.wall]?.phase === 'demolished' ? 'demolished' : opening.phase;
}

/** What of the elements a proposal may still change: all that is not demolished. The survey, all. */
export function selectionOf(
  storey: Storey,
  elements: readonly ElementRef[],
  intent: Intent,
): Selection {
  const ids = <I extends string>(kind: ElementRef['kind']): Set<I> =>
    new Set(
      elements
        .filter((ref) => ref.kind === kind)
        .filter((ref) => intent === 'survey' || phaseOf(storey, ref) !== 'demolished')
        .map((ref) => ref.id as I),
    );
  return {
    joints: ids('joint'),
    walls: ids('wall'),
    openings: ids('opening'),
    rooms: ids('room'),
    fixtures: ids('fixture'),
    risers: ids('riser'),
    dimensions: ids('dimension'),
    notes: ids('note'),
  };
}

/**
 * Refuses elements that are gone, and a selection of which nothing is left to change. Demolished
 * elements among others are let be, so that a box drawn around everything still moves the rest.
 */
export function refuseSelection(
  storey: Storey,
  elements: readonly ElementRef[],
  intent: Intent,
  kinds: readonly ElementRef['kind'][],
): Refusal | null {
  const meant = elements.filter((ref) => kinds.includes(ref.kind));
  const lost = meant.find((ref) => phaseOf(storey, ref) === undefined);
  if (lost) return gone(lost);
  if (meant.length === 0) return nothingSelected;
  return intent === 'proposal' && meant.every((ref) => phaseOf(storey, ref) === 'demolished')
    ? demolished(meant)
    : null;
}
