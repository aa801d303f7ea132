import { compareDoors, doorWords } from '../plan/door-words.ts';
import { entries, type HouseholdId, type Plan } from '../plan/model.ts';
import { type Text, text } from '../text.ts';
import { isInMetres, speaksInMetres } from './amount.ts';
import { type Accepted, standings } from './derogation.ts';
import { limitWords } from './derogation-limit.ts';
import type { Finding } from './finding.ts';
import { isAim, type Profile } from './profile.ts';
import { rules } from './rules.ts';

/**
 * An acceptance as reports list it. `void`: what was accepted is a breach now; `refused`: the finding stands
 * and nobody can accept it; `off`: nobody looks, as the profile switches the rule off; `gone`: the rule was
 * checked and says it no more.
 */
export interface ListedDerogation extends Accepted {
  readonly state: 'accepted' | 'reopened' | 'void' | 'refused' | 'off' | 'gone';
  /** Whose homes it is about; of what is not found any more, as far as its id still names them. */
  readonly households: Finding['households'];
  /** The same as people call them. */
  readonly doors: readonly string[];
  /** Households that it is open again for, as people call them; absent where it is not. */
  readonly others?: readonly string[];
  /** What the finding says; the title of its rule, and whose it was, where it is not found. */
  readonly about: Text;
  /** How far it holds; null where there is no number. */
  readonly limit: Text | null;
}

/** What the findings were made from. */
interface Checked {
  readonly plan: Plan;
  readonly profile: Profile;
}

/** Every acceptance in its order, whether it still stands or not: a report hides none. */
export function listedDerogations(
  findings: readonly Finding[],
  derogations: readonly Accepted[],
  { plan, profile }: Checked,
): readonly ListedDerogation[] {
  const found = standings(findings, derogations);
  const known = new Map(findings.map((finding) => [finding.id, finding]));
  return derogations.map((one) => {
    const finding = known.get(one.finding);
    const households = finding?.households ?? householdsIn(one.finding, plan);
    const doors = doorsOf(households, plan);
    const standing = found.get(one.finding);
    return {
      ...one,
      state: standing?.state ?? (finding ? unheld(finding) : absent(one, profile)),
      households,
      doors,
      ...(standing?.others ? { others: doorsOf(standing.others, plan) } : {}),
      about: finding?.text ?? titleOf(one.finding, doors),
      limit: limitWords(
        one,
        finding ? isInMetres(finding) : speaksInMetres(ruleIn(one.finding)),
        finding?.required,
      ),
    };
  });
}

/** As people call them, in their order. */
const doorsOf = (households: readonly HouseholdId[], plan: Plan): string[] =>
  households.map((id) => plan.households[id]?.door ?? id).sort(compareDoors);

/** Of a finding that stands and that no acceptance holds. */
const unheld = ({ severity, rule }: Finding): 'void' | 'refused' =>
  severity === 'breach' && !isAim(rule) ? 'void' : 'refused';

const absent = ({ finding }: Accepted, profile: Profile): 'off' | 'gone' => {
  const rule = ruleIn(finding);
  return rule && profile.rules[rule.id]?.off !== undefined ? 'off' : 'gone';
};

const ruleIn = (finding: string) => rules.find(({ id }) => finding.startsWith(`${id}/`));

function titleOf(finding: string, doors: readonly string[]): Text {
  const title = ruleIn(finding)?.title ?? text(finding, finding);
  if (doors.length === 0) return title;
  const whose = doorWords(doors);
  return text(`${whose.zh}：${title.zh}`, `${title.en}, ${whose.en}`);
}

/** An id names elements: households by themselves, rooms that somebody holds. */
function householdsIn(finding: string, plan: Plan): HouseholdId[] {
  const named = new Set(finding.split('/'));
  const holders = Object.values(plan.storeys)
    .flatMap(({ rooms }) => entries(rooms))
    .flatMap(([id, room]) => (named.has(id) ? room.holders : []));
  const all = new Set([...named, ...holders]);
  return entries(plan.households)
    .flatMap(([id]) => (all.has(id) ? id : []))
    .sort();
}

const states: Readonly<Record<ListedDerogation['state'], Text>> = {
  accepted: text('已接受', 'Accepted'),
  reopened: text('比接受时更差，重新提示', 'Worse since, open again'),
  void: text('现为不符合，接受失效', 'Now a breach, acceptance void'),
  refused: text('仍存在，不能接受', 'Still found, cannot be accepted'),
  off: text('规则已关闭，未检查', 'Rule off, not checked'),
  gone: text('问题已不存在', 'No longer found'),
};

const elsewise = text('与接受时不同，重新提示', 'Not what was accepted any more, open again');

/** How it stands now: `已接受`, or for whom it is open again. */
export function derogationState({ state, others, measured }: ListedDerogation): Text {
  if (state !== 'reopened') return states[state];
  if (!others) return measured ? states.reopened : elsewise;
  const whose = doorWords(others);
  return text(`现在还涉及${whose.zh}，重新提示`, `Now also about ${whose.en}, open again`);
}

/** Who, when, why and how far, in one line; `when` as the reader writes a day. */
export function derogationWords(listed: ListedDerogation, when: string): Text {
  const { by, reason, limit } = listed;
  const word = derogationState(listed);
  const [zh, en] = limit ? [`；${limit.zh}`, `; ${limit.en}`] : ['', ''];
  return text(
    `${word.zh}（${by}，${when}）：${reason}${zh}`,
    `${word.en} (${by}, ${when}): ${reason}${en}`,
  );
}
