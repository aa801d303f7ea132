import type { Room, StoreyRooms } from '../../shared/derive/room.ts';
import { stackedRooms } from '../../shared/derive/room-overlaps.ts';
import { undrawnBelow } from '../../shared/derive/undrawn-storeys.ts';
import type { Plan, StoreyId } from '../../shared/plan/model.ts';
import { isWet } from '../../shared/plan/room-uses.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { roomOf, squareMetres } from '../../shared/rules/room-words.ts';
import { levelWords } from '../../shared/rules/undrawn.ts';
import { type Text, text } from '../../shared/text.ts';
import { overRules } from '../editor/overlap.ts';

/** What is said of one storey over the next, for the overlay and its lists. */

const stackRules: readonly string[] = [...overRules, 'P1', 'P2', 'wc-branch', 'straight-stack'];

/** Findings about drains and about what lies below, of the upper storey: not those of the pair above it. */
export const pairFindings = (findings: readonly Finding[], upper: StoreyId): readonly Finding[] =>
  findings.filter(({ rule, place, about }) =>
    !stackRules.includes(rule)
      ? false
      : place
        ? place.storey === upper
        : about.some(({ storey }) => storey === upper),
  );

/** The storey right under one; null of the lowest, and where there is one between that nobody has drawn. */
export function storeyUnder(
  plan: Plan,
  storeys: readonly StoreyRooms[],
  upper: StoreyRooms,
): StoreyRooms | null {
  if (undrawnBelow(plan, upper.storey).length > 0) return null;
  return storeys[storeys.indexOf(upper) - 1] ?? null;
}

/** `三层叠在二层上`; of one over nothing its name, with the storeys below that nobody has drawn. */
export function pairWords(plan: Plan, upper: StoreyId, lower: StoreyId | null): Text {
  const nameOf = (id: StoreyId): string => plan.storeys[id]?.name ?? '';
  const name = nameOf(upper);
  if (lower) return text(`${name}叠在${nameOf(lower)}上`, `${name} over ${nameOf(lower)}`);
  const levels = undrawnBelow(plan, upper);
  if (levels.length === 0) return text(name, name);
  const { zh, en } = levelWords(levels);
  return text(`${name}（下面 ${zh}没有画）`, `${name} (${en} below not drawn)`);
}

export interface OutOfLine {
  readonly above: Room;
  readonly below: Room;
  /** mm2 */
  readonly area: number;
}

/**
 * Wet rooms over what is no wet room, the largest part first. Information, no finding: only what B4
 * and the practice of kitchens speak of is judged, and what the findings say of a pair is not said again.
 */
export function outOfLine(
  plan: Plan,
  upper: StoreyId,
  findings: readonly Finding[],
): readonly OutOfLine[] {
  const isTold = ({ above, below }: OutOfLine): boolean =>
    findings.some(
      ({ rule, about }) =>
        overRules.includes(rule) &&
        [above, below].every(({ tags }) => about.some(({ id }) => tags.some((tag) => tag === id))),
    );
  const pair = stackedRooms(plan, 'after').find(({ above }) => above.storey === upper);
  return [...(pair?.over.values() ?? [])]
    .flat()
    .filter(({ above, below, area }) => isWet(above) && !isWet(below) && area >= leastShown)
    .filter((one) => !isTold(one))
    .sort((one, other) => other.area - one.area);
}

/** mm2: less reads as 0.00 m2. */
const leastShown = 5000;

export function outOfLineWords(plan: Plan, { above, below, area }: OutOfLine): Text {
  const [one, other] = [roomOf(plan, above), roomOf(plan, below)];
  return text(
    `${one.zh}位于${other.zh}上方：${squareMetres(area)} m² 下面不是用水房间。`,
    `The ${one.en} stands over the ${other.en}: ${squareMetres(area)} m² not over a wet room.`,
  );
}
