import type { Profile } from '../rules/profile.ts';
import { type Text, text } from '../text.ts';
import { asChanged, type Change, scratchIds } from './change.ts';
import type { Face } from './face.ts';
import { type NewStack, placeForStack, stackWords } from './new-stack.ts';
import { type Plain, plainChanges } from './plain-changes.ts';
import { countOf, isPossible } from './possible.ts';
import type { Ask } from './propose.ts';
import {
  farthestMove,
  leastMove,
  leastStep,
  movableFaces,
  signed,
  wallWords,
} from './wall-move.ts';

/** A smallest change that makes a division possible. */
export interface Relaxation {
  readonly text: Text;
  readonly change: Change;
  /** At least so many: the sound proposals at the first partition that has any. */
  readonly proposals: number;
}

/** How far a search for changes is, and what it has found, the nearest first. */
export interface Relaxing {
  /** 0 to 1. */
  readonly share: number;
  readonly found: readonly Relaxation[];
}

/**
 * What makes a division possible that is impossible now, found by the same search: what costs
 * nothing in the building first, then lesser programmes and what may be left out, walls from the least
 * move up, what needs an engineer or a new stack, and last a whole room less.
 */
export function* relaxations(ask: Ask, profile: Profile): Generator<Relaxing, Relaxation[]> {
  const programme = ask.programme === 'best' ? 'kitchenette' : ask.programme;
  const base: Ask = { ...ask, programme, corners: false };
  /** By how much they take away: nothing, a thing, a room. */
  const plain: readonly [Relaxation[], Relaxation[], Relaxation[]] = [[], [], []];
  const walls: Move[] = [];
  const works: Relaxation[] = [];
  const all = (): Relaxation[] => [
    ...plain[0],
    ...plain[1],
    ...walls.sort((left, right) => left.by - right.by).map(({ relaxation }) => relaxation),
    ...works,
    ...plain[2],
  ];
  const tried = (change: Change, words: Text): Relaxation[] => {
    const proposals = countOf(asChanged(base, change), profile);
    return proposals > 0 ? [{ text: words, change, proposals }] : [];
  };
  const changes = plainChanges(base);
  const faces = movableFaces(base);
  const total = changes.length + faces.length + 2;
  for (const [index, steps] of changes.entries()) {
    const least = leastOf(steps, ({ change, words }) => tried(change, words));
    if (least) plain[least.weight].push(...least.found);
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

/** The least of the steps that helps; the last helps wherever any does. */
function leastOf(
  steps: readonly Plain[],
  tried: (step: Plain) => readonly Relaxation[],
): { readonly weight: Plain['weight']; readonly found: readonly Relaxation[] } | null {
  const { weight } = steps.at(-1)!;
  const most = tried(steps.at(-1)!);
  if (most.length === 0) return null;
  for (const step of steps.slice(0, -1)) {
    const found = tried(step);
    if (found.length > 0) return { weight: step.weight, found };
  }
  return { weight, found: most };
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
  const found = (change: Change, said: Text): Move[] => {
    const proposals = countOf(asChanged({ ...ask, ignoresStacks: false }, change), profile);
    return proposals > 0 ? [{ by, relaxation: { text: said, change, proposals } }] : [];
  };
  if (kind === 'wall') return found({ kind, ...move }, wallWords(ask, face, by));
  // With a stack somewhere else more room may be needed than with none to reach.
  const stackAt = (moved: number): NewStack | null =>
    stackFor(
      asChanged(
        { ...ask, ignoresStacks: false },
        { kind: 'wall', wall: face.wall, by: signed(ask, face, moved) },
      ),
      profile,
    );
  const least = leastStep(by, farthestMove(ask, face), (moved) => stackAt(moved) !== null);
  const stack = least === null ? null : stackAt(least);
  if (!stack || least === null) return [];
  const change = { kind, wall: face.wall, by: signed(ask, face, least), ...stack } as const;
  const words = wallWords(ask, face, least);
  const also = stackWords(asChanged(ask, { ...change, kind: 'wall' }), stack);
  return found(
    change,
    text(`${words.zh}，并${also.zh}`, `${words.en}, and ${decapital(also.en)}`),
  ).map((one) => ({ ...one, by: least }));
}

const decapital = (words: string): string => `${words[0]!.toLowerCase()}${words.slice(1)}`;

const stackFor = (ask: Ask, profile: Profile): NewStack | null =>
  placeForStack(
    ask,
    profile,
    (stack) => isPossible(asChanged(ask, { kind: 'stack', ...stack }), profile),
    scratchIds,
  );
