import { fixtureConflicts } from '../derive/fixture-conflicts.ts';
import { storeyRooms } from '../derive/storey-rooms.ts';
import type { Command } from '../edit/command.ts';
import { preview } from '../edit/history.ts';
import { slideWall } from '../edit/slide-wall.ts';
import { doorWords } from '../plan/door-words.ts';
import type { IdKind, IdOfKind, NewId, Plan, StoreyId, WallId } from '../plan/model.ts';
import { roomUseWords } from '../plan/words.ts';
import type { Profile } from '../rules/profile.ts';
import { type Text, text } from '../text.ts';
import { covers } from './beside-wall.ts';
import { allDoorKinds, type DoorKind } from './door-places.ts';
import type { Face } from './face.ts';
import { offerOf } from './offer.ts';
import { corridorWidth, hallWidth, type ProgrammeId, programmeName } from './programme.ts';
import { type Ask, requestOf } from './propose.ts';
import { searched } from './search.ts';
import { spaceOf } from './space.ts';

/** One change to what was asked or to the building. */
export type Change =
  | { readonly kind: 'doors'; readonly doorKinds: readonly DoorKind[] }
  | { readonly kind: 'corners' }
  | { readonly kind: 'thickness'; readonly thickness: number }
  | { readonly kind: 'share'; readonly leastShare: number }
  | { readonly kind: 'induction' }
  | { readonly kind: 'programme'; readonly programme: ProgrammeId }
  | { readonly kind: 'wall'; readonly wall: WallId; readonly by: number }
  | { readonly kind: 'stack' }
  /** Where one of them is not enough. */
  | { readonly kind: 'stack-and-wall'; readonly wall: WallId; readonly by: number }
  | { readonly kind: 'bearing' };

/** A smallest change that makes a division possible. */
export interface Relaxation {
  readonly text: Text;
  readonly change: Change;
  /** Different proposals that it gives. */
  readonly proposals: number;
}

/** mm */
const thinnest = 90;
const farthestWall = 400;
const wallStep = 10;
/** A stretch ends on the middles of the walls that bound it. */
const thickest = 190;

/**
 * What makes a division possible that is impossible now, found by the same search: what costs
 * nothing in the building first, then lesser programmes, walls from the least move up, and last what
 * needs an engineer or a new stack. Yields the share of the work that is done.
 */
export function* relaxations(ask: Ask, profile: Profile): Generator<number, Relaxation[]> {
  const programme = ask.programme === 'best' ? 'kitchenette' : ask.programme;
  const base: Ask = { ...ask, programme, corners: false };
  const found: Relaxation[] = [];
  const keep = (change: Change, words: Text): void => {
    const proposals = countOf(asChanged(base, change), profile);
    if (proposals > 0) found.push({ text: words, change, proposals });
  };
  const changes = plainChanges(base);
  const faces = movableFaces(base);
  const total = changes.length + faces.length + 2;
  for (const [index, { change, words }] of changes.entries()) {
    keep(change, words);
    yield (index + 1) / total;
  }
  const walls: Move[] = [];
  for (const [index, face] of faces.entries()) {
    walls.push(...wallChanges(base, face, 'wall', profile));
    yield (changes.length + index + 1) / total;
  }
  walls.sort((left, right) => left.by - right.by);
  found.push(...walls.map(({ relaxation }) => relaxation));
  keep(
    { kind: 'stack' },
    text(
      '在本间或紧邻处新增污水立管（须上下层贯通）',
      'A new soil stack in or beside this room, through all storeys',
    ),
  );
  keep(
    { kind: 'bearing' },
    text(
      '在承重墙上开门洞（须结构工程师复核）',
      'A door through a bearing wall, with an engineer’s note',
    ),
  );
  if (found.length === 0) {
    const both: Move[] = [];
    for (const [index, face] of faces.entries()) {
      both.push(...wallChanges({ ...base, ignoresStacks: true }, face, 'stack-and-wall', profile));
      yield (index + 1) / (faces.length + 1);
    }
    both.sort((left, right) => left.by - right.by);
    found.push(...both.map(({ relaxation }) => relaxation));
  }
  yield 1;
  return found;
}

interface Move {
  readonly relaxation: Relaxation;
  readonly by: number;
}

function wallChanges(
  ask: Ask,
  face: Face,
  kind: 'wall' | 'stack-and-wall',
  profile: Profile,
): Move[] {
  const by = leastMove(ask, face, profile);
  if (by === null) return [];
  const change: Change = { kind, wall: face.wall, by: signed(ask, face, by) };
  const proposals = countOf(asChanged(ask, change), profile);
  const words = wallWords(ask, face, by);
  const also = text('，并新增污水立管', ', and a new soil stack');
  const whole = kind === 'wall' ? words : text(`${words.zh}${also.zh}`, `${words.en}${also.en}`);
  return proposals > 0 ? [{ by, relaxation: { text: whole, change, proposals } }] : [];
}

interface Plain {
  readonly change: Change;
  readonly words: Text;
}

function plainChanges(ask: Ask): Plain[] {
  const { programme, doorKinds = allDoorKinds, thickness = 100 } = ask;
  const plain: Plain[] = [];
  if (!doorKinds.includes('sliding')) {
    plain.push({
      change: { kind: 'doors', doorKinds: allDoorKinds },
      words: text('平开门改为推拉门', 'Sliding doors instead of swinging ones'),
    });
  }
  if (thickness > thinnest) {
    plain.push({
      change: { kind: 'thickness', thickness: thinnest },
      words: text(`隔墙改用 ${thinnest} mm`, `Partitions of ${thinnest} mm`),
    });
  }
  if (ask.holders.length > 1) {
    plain.push({
      change: { kind: 'share', leastShare: 0.3 },
      words: text(
        '两户面积可不相等（小的一户不少于 30%）',
        'Unequal parts, the smaller at least 30 %',
      ),
    });
  }
  if (programme === 'full' || programme === 'kitchen') {
    plain.push({
      change: { kind: 'induction' },
      words: text('双眼灶改为单眼电磁灶', 'One induction plate instead of two burners'),
    });
  }
  const lesser: readonly ProgrammeId[] =
    programme === 'full'
      ? ['compact', 'kitchenette']
      : programme === 'compact'
        ? ['kitchenette']
        : [];
  for (const id of lesser) {
    const was = programmeName(programme as ProgrammeId);
    const is = programmeName(id);
    plain.push({
      change: { kind: 'programme', programme: id },
      words: text(`“${was.zh}”改为“${is.zh}”`, `${is.en} instead of ${was.en.toLowerCase()}`),
    });
  }
  return plain;
}

/** What is asked with the change made; a moved wall is moved on the plan. */
export function asChanged(ask: Ask, change: Change, newId: NewId = scratchIds()): Ask {
  switch (change.kind) {
    case 'doors':
      return { ...ask, doorKinds: change.doorKinds };
    case 'corners':
      return { ...ask, corners: true };
    case 'thickness':
      return { ...ask, thickness: change.thickness };
    case 'share':
      return { ...ask, leastShare: change.leastShare };
    case 'induction':
      return { ...ask, induction: true };
    case 'programme':
      return { ...ask, programme: change.programme };
    case 'stack':
      return { ...ask, ignoresStacks: true };
    case 'bearing':
      return { ...ask, throughBearing: true };
    case 'stack-and-wall':
      return { ...asChanged(ask, { ...change, kind: 'wall' }, newId), ignoresStacks: true };
    case 'wall': {
      const command = wallCommand(ask.storey, change, newId);
      return { ...ask, plan: preview(ask.plan, command) };
    }
  }
}

/** The move of a wall that a relaxation asks for. */
export const wallCommand = (
  storey: StoreyId,
  { wall, by }: { readonly wall: WallId; readonly by: number },
  newId: NewId,
): Command => slideWall({ storey, wall, by, intent: 'proposal', newId });

function countOf(ask: Ask, profile: Profile): number {
  if (ask.programme === 'best') return 0;
  const request = requestOf(ask, ask.programme, profile);
  const done = searched(request);
  if (!done.space) return 0;
  return done.divisions.slice(0, 6).filter((one) => offerOf(request, done.space, one, profile))
    .length;
}

const isPossible = (ask: Ask, profile: Profile): boolean => {
  if (ask.programme === 'best') return false;
  const done = searched({ ...requestOf(ask, ask.programme, profile), isFirstEnough: true });
  return done.space !== null && done.divisions.length > 0;
};

/** Partitions to the askers' own rooms and to common space: others' rooms are not taken from. */
function movableFaces(ask: Ask): Face[] {
  if (ask.programme === 'best') return [];
  const { space } = spaceOf(ask, 50);
  if (!space) return [];
  const seen = new Set<WallId>();
  return space.faces.filter(({ wall, isBearing, beyond, openTo }) => {
    if (isBearing || !beyond || openTo.length === 0 || seen.has(wall)) return false;
    seen.add(wall);
    return true;
  });
}

/** Away from the room: positive moves a wall to its left. */
function signed(ask: Ask, { wall }: Face, by: number): number {
  const storey = ask.plan.storeys[ask.storey]!;
  const stretches = storeyRooms(ask.storey, storey, 'after').stretches.get(wall) ?? [];
  return stretches.some(({ left }) => left === ask.room) ? -by : by;
}

/** The least move outward that makes a division possible; more room never makes less possible. */
function leastMove(ask: Ask, face: Face, profile: Profile): number | null {
  const left = face.isOwn ? hallWidth : corridorWidth;
  const isWay = !face.isOwn || face.use === 'hall' || face.use === 'corridor';
  const moved = (by: number): Ask =>
    asChanged(ask, { kind: 'wall', wall: face.wall, by: signed(ask, face, by) });
  const isAllowed = (by: number): boolean => {
    const ends = [face.from + thickest, face.to - thickest] as const;
    if (isWay && !covers(face.free(left + by), ...ends)) return false;
    const { plan } = moved(by);
    return plan !== ask.plan && !blocksMore(ask, plan);
  };
  let low = 0;
  let high = farthestWall / wallStep;
  while (high > 0 && !isAllowed(high * wallStep)) high -= 1;
  if (high === 0 || !isPossible(moved(high * wallStep), profile)) return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isPossible(moved(middle * wallStep), profile)) high = middle;
    else low = middle;
  }
  return high * wallStep;
}

/** Whether the moved wall stands in what stood free. */
function blocksMore({ plan: before, storey }: Ask, after: Plan): boolean {
  const count = (plan: Plan): number => fixtureConflicts(storey, plan.storeys[storey]!).length;
  return count(after) > count(before);
}

function wallWords({ plan }: Ask, { beyond, from, to }: Face, by: number): Text {
  const area = (((to - from) * by) / 1e6).toFixed(2);
  const use = roomUseWords[beyond?.use ?? 'other'];
  const doors = (beyond?.holders ?? []).flatMap((id) =>
    id === 'building' ? [] : [plan.households[id]?.door ?? id],
  );
  const whose = doors.length > 0 ? doorWords(doors) : null;
  return text(
    `隔墙向${whose ? `${whose.zh}的` : ''}${use.zh}外移 ${by} mm（占用约 ${area} m²）`,
    `Move the partition by ${by} mm into the ${use.en.toLowerCase()}${whose ? ` of ${whose.en}` : ''} (about ${area} m²)`,
  );
}

function scratchIds(): NewId {
  let count = 0;
  return <K extends IdKind>(kind: K): IdOfKind[K] => {
    count += 1;
    return `${kind}_.moved.${String(count).padStart(3, '0')}` as unknown as IdOfKind[K];
  };
}
