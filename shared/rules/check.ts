import { once } from '../derive/once.ts';
import { underivable } from '../derive/rooms-or-fault.ts';
import { entries, type Plan } from '../plan/model.ts';
import { faultyElements } from './drawing/faulty-elements.ts';
import { roomsFailed, ruleFailed } from './drawing/program-faults.ts';
import type { Finding, Severity } from './finding.ts';
import { householdsAt } from './households-at.ts';
import { ownNumbers, sourceWithOwn } from './own-numbers.ts';
import { nationalProfile, type Profile } from './profile.ts';
import { type Rule, type Situation, situationOf, type Verdict } from './rule.ts';
import { rules } from './rules.ts';

const rank: Record<Severity, number> = { breach: 0, warning: 1, unknown: 2 };

/**
 * Every finding on the plan after the works: breaches first, then by id. Remembered by plan, so
 * that asking again costs nothing.
 */
export const check = (plan: Plan, profile: Profile = nationalProfile): readonly Finding[] =>
  derived(plan, profile);

const derived = once((plan: Plan, profile: Profile): readonly Finding[] =>
  [...faultyElements(plan), ...ruled(plan, profile)].sort(
    (left, right) =>
      rank[left.severity] - rank[right.severity] ||
      (left.id < right.id ? -1 : left.id > right.id ? 1 : 0),
  ),
);

/**
 * What the rules say. A storey whose rooms cannot be worked out leaves every household unjudged, so
 * of the others only the drawing is spoken of; a rule that fails takes no other rule with it.
 */
function ruled(plan: Plan, profile: Profile): Finding[] {
  const broken = underivable(plan);
  const lost = new Set(broken.map(({ storey }) => storey));
  const rest =
    broken.length === 0
      ? plan
      : {
          ...plan,
          storeys: Object.fromEntries(entries(plan.storeys).filter(([id]) => !lost.has(id))),
        };
  const situation = attempt(() => situationOf(rest, profile));
  const found = rules.flatMap((rule) => {
    if (profile.rules[rule.id]?.off !== undefined) return [];
    const said =
      typeof situation === 'string' ? situation : attempt(() => judged(rule, situation, profile));
    return typeof said === 'string' ? [ruleFailed(rule.id, said)] : said;
  });
  return [
    ...broken.map(({ storey, fault }) => roomsFailed(plan, storey, fault)),
    ...(broken.length === 0
      ? found.map((finding) => ofThoseWhoLiveThere(finding, situation))
      : found.filter(({ households }) => households.length === 0)),
  ];
}

/** What is wrong with the drawing of somebody's home concerns them, though the rule names nobody. */
function ofThoseWhoLiveThere(finding: Finding, situation: Situation | string): Finding {
  if (finding.households.length > 0 || typeof situation === 'string') return finding;
  const households = householdsAt(situation.after, finding.place);
  return households.length > 0 ? { ...finding, households } : finding;
}

function judged(rule: Rule, situation: Situation, profile: Profile): Finding[] {
  const { numbers, own } = settingsOf(profile).get(rule)!;
  return rule.judge(situation, numbers).map((verdict): Finding => {
    const { required } = verdict;
    const finding = findingOf(rule, verdict, profile);
    finding.source = sourceWithOwn(finding.source, own, required ?? null, rule);
    if (required?.value === 0 && numbers.slack !== undefined) finding.letPass = numbers.slack;
    return finding;
  });
}

/** The numbers of every rule as the profile has them, and which of them are its own. */
const settingsOf = once(
  (profile: Profile) =>
    new Map(
      rules.map((rule) => {
        const numbers: Record<string, number> = {};
        for (const [name, { value }] of Object.entries(rule.numbers)) {
          numbers[name] = profile.rules[rule.id]?.numbers?.[name] ?? value;
        }
        return [rule, { numbers, own: ownNumbers(rule, profile) }] as const;
      }),
    ),
);

/** What a rule said, with what is the same of all that it says. */
function findingOf(rule: Rule, verdict: Verdict, profile: Profile): Mutable<Finding> {
  const { key, about, households, place, measured, required, text, missing, source } = verdict;
  const { atMost, extent, line, fix } = verdict;
  const most = profile.rules[rule.id]?.severity ?? rule.severity;
  const finding: Mutable<Finding> = {
    id: `${rule.id}/${key}`,
    rule: rule.id,
    severity: missing ? 'unknown' : (verdict.severity ?? most),
    about,
    households: households ?? [],
    place,
    measured: measured ?? null,
    required: required ?? null,
    source: source ?? rule.source,
    text,
  };
  // Mostly there are none.
  if (atMost) finding.atMost = atMost;
  if (extent) finding.extent = extent;
  if (missing) finding.missing = missing;
  if (line) finding.line = line;
  if (fix) finding.fix = fix;
  return finding;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The result, or the words of what was thrown. */
function attempt<R extends object>(derive: () => R): R | string {
  try {
    return derive();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
