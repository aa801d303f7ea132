import type { Profile } from '../rules/profile.ts';
import { type Text, text } from '../text.ts';
import { asChanged, type Change, scratchIds } from './change.ts';
import { allDoorKinds } from './door-places.ts';
import type { Face } from './face.ts';
import { type NewStack, placeForStack, stackWords } from './new-stack.ts';
import { offerOf } from './offer.ts';
import { ownChanges } from './own-changes.ts';
import { type ProgrammeId, programmeName } from './programme.ts';
import { type Ask, requestOf } from './propose.ts';
import { searched } from './search.ts';
import { leastMove, movableFaces, signed, wallWords } from './wall-move.ts';

/** A smallest change that makes a division possible. */
export interface Relaxation {
  readonly text: Text;
  readonly change: Change;
  /** At least so many: the sound proposals at the first partition that has any. */
  readonly proposals: number;
}

/** mm */
const thinnest = 90;

/** How far a search for changes is, and what it has found, the nearest first. */
export interface Relaxing {
  /** 0 to 1. */
  readonly share: number;
  readonly found: readonly Relaxation[];
}

/**
 * What makes a division possible that is impossible now, found by the same search: what costs
 * nothing in the building first, then lesser programmes, walls from the least move up, and last what
 * needs an engineer or a new stack.
 */
export function* relaxations(ask: Ask, profile: Profile): Generator<Relaxing, Relaxation[]> {
  const programme = ask.programme === 'best' ? 'kitchenette' : ask.programme;
  const base: Ask = { ...ask, programme, corners: false };
  const plain: Relaxation[] = [];
  const walls: Move[] = [];
  const works: Relaxation[] = [];
  const all = (): Relaxation[] => [
    ...plain,
    ...walls.sort((left, right) => left.by - right.by).map(({ relaxation }) => relaxation),
    ...works,
  ];
  const tried = (change: Change, words: Text): Relaxation[] => {
    const proposals = countOf(asChanged(base, change), profile);
    return proposals > 0 ? [{ text: words, change, proposals }] : [];
  };
  const changes = plainChanges(base);
  const faces = movableFaces(base);
  const total = changes.length + faces.length + 2;
  for (const [index, { change, words }] of changes.entries()) {
    plain.push(...tried(change, words));
    yield { share: (index + 1) / total, found: all() };
  }
  for (const [index, face] of faces.entries()) {
    walls.push(...wallChanges(base, face, 'wall', profile));
    yield { share: (changes.length + index + 1) / total, found: all() };
  }
  // Without one that helps wherever it were, no place need be looked for.
  const stack = isPossible({ ...base, ignoresStacks: true }, profile)
    ? stackFor(base, profile)
    : null;
  if (stack) works.push(...tried({ kind: 'stack', ...stack }, stackWords(base, stack)));
  yield { share: (total - 1) / total, found: all() };
  works.push(
    ...tried(
      { kind: 'bearing' },
      text(
        '在承重墙上开门洞（须结构工程师复核）',
        'A door through a bearing wall, with an engineer’s note',
      ),
    ),
  );
  if (all().length === 0) {
    for (const [index, face] of faces.entries()) {
      walls.push(...wallChanges({ ...base, ignoresStacks: true }, face, 'stack-and-wall', profile));
      yield { share: (index + 1) / (faces.length + 1), found: all() };
    }
  }
  return all();
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
  const by = leastMove(ask, face, (moved) => isPossible(moved, profile));
  if (by === null) return [];
  const move = { wall: face.wall, by: signed(ask, face, by) };
  const words = wallWords(ask, face, by);
  const found = (change: Change, said: Text): Move[] => {
    const proposals = countOf(asChanged({ ...ask, ignoresStacks: false }, change), profile);
    return proposals > 0 ? [{ by, relaxation: { text: said, change, proposals } }] : [];
  };
  if (kind === 'wall') return found({ kind, ...move }, words);
  const moved = asChanged({ ...ask, ignoresStacks: false }, { kind: 'wall', ...move });
  const stack = stackFor(moved, profile);
  if (!stack) return [];
  const also = stackWords(moved, stack);
  return found(
    { kind, ...move, ...stack },
    text(`${words.zh}，并${also.zh}`, `${words.en}, and ${decapital(also.en)}`),
  );
}

const decapital = (words: string): string => `${words[0]!.toLowerCase()}${words.slice(1)}`;

const stackFor = (ask: Ask, profile: Profile): NewStack | null =>
  placeForStack(
    ask,
    profile,
    (stack) => isPossible(asChanged(ask, { kind: 'stack', ...stack }), profile),
    scratchIds,
  );

interface Plain {
  readonly change: Change;
  readonly words: Text;
}

const doorWords = {
  sliding: text('平开门改为推拉门', 'Sliding doors instead of swinging ones'),
  outward: text('门改为向外（本户房间）开', 'Doors that swing out, into the household’s own rooms'),
} as const;

function plainChanges(ask: Ask): Plain[] {
  const { programme, doorKinds = allDoorKinds, thickness = 100 } = ask;
  const plain: Plain[] = [];
  for (const kind of ['sliding', 'outward'] as const) {
    if (doorKinds.includes(kind)) continue;
    plain.push({
      change: {
        kind: 'doors',
        doorKinds: allDoorKinds.filter((one) => one === kind || doorKinds.includes(one)),
      },
      words: doorWords[kind],
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
  if (typeof programme !== 'string') {
    for (const { programme: other, words } of ownChanges(programme)) {
      plain.push({ change: { kind: 'programme', programme: other }, words });
    }
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

function countOf(ask: Ask, profile: Profile): number {
  if (ask.programme === 'best') return 0;
  const request = { ...requestOf(ask, ask.programme, profile), isFirstEnough: true };
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
