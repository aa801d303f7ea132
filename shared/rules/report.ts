import type { Facility, HouseholdState } from '../derive/household-state.ts';
import { householdStates } from '../derive/households.ts';
import type { ElementRef, HouseholdId, Plan, StoreyId } from '../plan/model.ts';
import type { Text } from '../text.ts';
import { amountsOf, type Bound, boundOf } from './amount.ts';
import { mayAccept } from './derogation.ts';
import {
  certaintyWords,
  type Finding,
  type Measure,
  type Severity,
  type Source,
  severityWords,
  toCheck,
} from './finding.ts';
import type { ListedDerogation } from './listed-derogations.ts';
import { ownNumberLines, ownWords } from './own-numbers.ts';
import { nationalProfile, type Profile, rulesOff } from './profile.ts';
import { squareMetres } from './room-words.ts';
import { ruleOf } from './rules.ts';

/** One finding as scripts read it. */
export interface ReportedFinding {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly about: readonly ElementRef[];
  readonly measured: Measure | null;
  readonly required: Measure | null;
  /** Whether `required` is the least or the most; null where nothing of it should be there. */
  readonly bound: Bound;
  readonly letPass?: number;
  readonly source: Source;
  readonly text: Text;
}

/** What `check --json` prints: every household after the works, then every finding. */
export interface CheckReport {
  readonly profile: string;
  /** Rules that were not checked, by their ids, and why. */
  readonly off: Readonly<Record<string, string>>;
  readonly households: readonly {
    readonly id: HouseholdId;
    readonly door: string;
    readonly kitchen: Facility;
    readonly bathroom: Facility;
    readonly reach: boolean;
    readonly findings: readonly ReportedFinding[];
  }[];
  readonly findings: readonly ReportedFinding[];
  /** Every acceptance that the document carries: which finding, who, when, why, how far, and whether it stands. */
  readonly derogations: readonly ListedDerogation[];
}

/** `accepted` as the document has them; all `findings`, accepted or not. */
export function checkReport(
  plan: Plan,
  findings: readonly Finding[],
  profile: Profile = nationalProfile,
  accepted: readonly ListedDerogation[] = [],
): CheckReport {
  const households = [...householdStates(plan, 'after').values()].map((state) => ({
    id: state.id,
    door: state.door,
    kitchen: state.kitchen.state,
    bathroom: state.bathroom.state,
    reach: state.reach,
    findings: findings
      .filter((finding) => finding.households.includes(state.id))
      .map(reportedFinding),
  }));
  return {
    profile: profile.name,
    off: rulesOff(profile),
    households,
    findings: findings.map(reportedFinding),
    derogations: accepted,
  };
}

/** A finding as scripts read it. */
export function reportedFinding(finding: Finding): ReportedFinding {
  const { id, rule, severity, about, measured, required, letPass, source, text } = finding;
  const bound = boundOf(finding);
  const passes = letPass === undefined ? {} : { letPass };
  return { id, rule, severity, about, measured, required, bound, ...passes, source, text };
}

const facilityWords: Record<Facility, string> = {
  exclusive: '独用 own',
  shared: '合用 shared',
  missing: '缺 none',
};

/** What a report says of what was accepted: how many findings are, and the lines about every acceptance. */
export interface AcceptedLines {
  readonly standing: number;
  readonly lines: readonly string[];
}

/**
 * The same for a person at a terminal, in both languages: by severity, then by rule. `findings` are those of
 * `storey`, where it is given.
 */
export function readableReport(
  plan: Plan,
  findings: readonly Finding[],
  profile: Profile = nationalProfile,
  accepted: AcceptedLines = { standing: 0, lines: [] },
  storey: StoreyId | null = null,
): string {
  const states = [...householdStates(plan, 'after').values()];
  const complete = states.filter((state) => state.complete).length;
  const counts = (['breach', 'warning', 'unknown'] as const).map(
    (severity) =>
      `${severityLabel(severity)}: ${findings.filter((one) => one.severity === severity).length}`,
  );
  const name = storey === null ? undefined : plan.storeys[storey]?.name;
  return [
    `审查标准 profile: ${profile.name}`,
    `  ${profile.note.zh}`,
    `  ${profile.note.en}`,
    ...ownNumberLines(profile),
    ...rulesOffLines(rulesOff(profile)),
    '',
    ...states.map(householdLine),
    '',
    `煤卫独用 complete: ${complete} / ${states.length}`,
    ...(name === undefined
      ? []
      : [
          `以上为整栋楼的住户，以下只列${name}的问题 households of the whole building; findings of ${name} only`,
        ]),
    counts.join('   ') +
      (accepted.standing > 0 ? `   其中已接受 accepted of these: ${accepted.standing}` : ''),
    ...certaintyLines(findings),
    ...ruleGroups(findings).flatMap((group) => ['', ...groupLines(group)]),
    ...(findings.length === 0 ? ['', '没有发现问题 no findings'] : []),
    ...accepted.lines,
    ...(accepted.lines.length === 0 && findings.some(mayAccept) ? nothingAccepted : []),
  ].join('\n');
}

/** Who reads the report must not take a warning for one that nobody accepted anywhere. */
const nothingAccepted = [
  '',
  '这个文件没有带提示的接受记录；楼栋库里如有，重新导出即会带上。',
  'This file carries no acceptance of a warning; where the library has any, a new export brings them along.',
];

/** What the degrees of certainty mean that stand behind the sources. */
function certaintyLines(findings: readonly Finding[]): string[] {
  const given = new Set(
    findings
      .map(({ source }) => source)
      .filter(toCheck)
      .map(({ certainty }) => certainty),
  );
  const lines = [...given]
    .sort()
    .map((one) => `${one} ${certaintyWords[one].zh} ${certaintyWords[one].en}`);
  return lines.length === 0 ? [] : [`可靠程度 certainty: ${lines.join('；')}`];
}

/** Findings of one rule, severity and source, in the order in which they come. */
function ruleGroups(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity}/${finding.rule}/${JSON.stringify(finding.source)}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

function groupLines(group: readonly Finding[]): string[] {
  const [first] = group;
  if (!first) return [];
  const title = ruleOf(first.rule)?.title;
  const words = title ? `  ${title.zh} ${title.en}` : '';
  return [
    `[${severityLabel(first.severity)}] ${first.rule}${words}（${group.length}）`,
    `    ${clauseLine(first.source)}`,
    ...group.flatMap((finding) => [
      `  - ${finding.text.zh}`,
      `    ${finding.text.en}`,
      ...amountLine(finding),
    ]),
  ];
}

/** `本方案 measured 1.81 m，要求 required ≤ 1.00 m`. */
function amountLine(finding: Finding): string[] {
  const amounts = amountsOf(finding);
  if (!amounts?.required) return [];
  const { zh, en } = amounts.required;
  const required = zh === en ? zh : `${zh} ${en}`;
  const most = finding.atMost ? '至多 at most ' : '';
  return [`    本方案 measured ${most}${amounts.measured}，要求 required ${required}`];
}

/** Which rules nobody looked at, and why; nothing where all were. */
export function rulesOffLines(off: Readonly<Record<string, string>>): string[] {
  const lines = Object.entries(off).map(([id, reason]) => {
    const title = ruleOf(id)?.title;
    return `  ${id}${title ? `  ${title.zh} ${title.en}` : ''}: ${reason}`;
  });
  return lines.length === 0 ? [] : ['没有检查的规则 rules switched off:', ...lines];
}

const severityLabel = (severity: Severity): string => {
  const { zh, en } = severityWords[severity];
  return `${zh} ${en.toLowerCase()}`;
};

const clauseLine = (source: Source): string => {
  const { clause, certainty } = source;
  const words = clause.zh === clause.en ? clause.zh : `${clause.zh} ${clause.en}`;
  const [own, check] = [ownWords(source), toCheck(source)];
  const line = check ? `${words}（${certainty}，${check.zh} ${check.en}）` : words;
  return own ? `${own.zh}  ${own.en}；${line}` : line;
};

const householdLine = (state: HouseholdState): string =>
  [
    state.complete ? '✓' : '✗',
    state.door,
    `厨房 kitchen: ${facilityWords[state.kitchen.state]}`,
    `卫生间 bathroom: ${facilityWords[state.bathroom.state]}`,
    `可达 reach: ${state.reach ? '是 yes' : '否 no'}`,
    `${squareMetres(state.ownArea)} m² 自用 own`,
  ].join('  ');
