import type {
  HouseholdId,
  OpeningId,
  Plan,
  RoomId,
  TenancyId,
  WallId,
} from '../shared/plan/model.ts';
import { howWords } from '../shared/records/change-how.ts';
import {
  type Comparison,
  type HouseholdComparison,
  mixedWords,
} from '../shared/records/compare.ts';
import { countedChanges, kindNames, kindOf } from '../shared/records/counted-changes.ts';
import type { ElementChange } from '../shared/records/element-changes.ts';
import { endedTitle, turnedTitle, turnWords } from '../shared/records/finding-turn-words.ts';
import type { FindingTurns } from '../shared/records/finding-turns.ts';
import { type Finding, severityWords } from '../shared/rules/finding.ts';
import type { ListedDerogation } from '../shared/rules/listed-derogations.ts';
import { type Profile, rulesOff } from '../shared/rules/profile.ts';
import { rulesOffLines } from '../shared/rules/report.ts';
import { shownArea, shownLength } from '../shared/shown-area.ts';
import { type Text, text } from '../shared/text.ts';
import type { Shelf, ShelfPlan } from './cli-shelf.ts';
import { planLabel } from './cli-versions.ts';
import { acceptedIn } from './library-notes.ts';

/** Two plans beside each other, as `compare` prints them. */
export interface Compared extends Comparison {
  readonly building: Shelf['building'];
  readonly before: ShelfPlan;
  readonly after: ShelfPlan;
  readonly was: Plan;
  readonly is: Plan;
  readonly profile: Profile;
  /** The one household that is looked at; null for all of them. */
  readonly household: HouseholdComparison['household'] | null;
  readonly findings: FindingTurns<Finding>;
  readonly accepted: readonly ListedDerogation[];
}

/** For people, in both languages: households first, then rules, then elements. */
export function comparisonLines(compared: Compared): string {
  const { building, before, after, was, is, profile, household, elements } = compared;
  const counted = countedChanges(elements, was, is);
  return [
    `${building.name}${household ? ` · ${household.door}` : ''}`,
    `前 From: ${planLabel(before)}`,
    `后 To:   ${planLabel(after)}`,
    `审查标准 profile: ${profile.name}`,
    ...rulesOffLines(rulesOff(profile)),
    '',
    ...(household ? [] : [totalsLine(compared.totals)]),
    ...(compared.isMixed ? [both(mixedWords)] : []),
    ...householdLines(compared),
    ...findingLines(compared.findings),
    ...acceptedIn(compared.accepted).lines,
    '',
    elements.length === 0
      ? '图元没有变化 no element is different'
      : `图元 elements（${elements.length}）: ${counted.zh} / ${counted.en}`,
    ...elements.map((change) => elementLine(change, was, is)),
  ].join('\n');
}

function totalsLine({ before, after }: Comparison['totals']): string {
  const [was, is] = [before, after].map(
    ({ complete, households }) => `${complete} / ${households}`,
  );
  const areas = [before, after].map(({ ownArea }) => shownArea(ownArea)).join(' → ');
  return `煤卫独用 complete: ${was} → ${is}   独用使用面积合计 usable area held alone: ${areas} m²`;
}

function householdLines({ households }: Compared): string[] {
  if (households.length === 0) return ['各户没有变化 nothing is different for any household'];
  return households.flatMap(({ door, gain, remeasured, sayings }) => [
    `${door}  ${signed(gain - remeasured)}${
      remeasured === 0 ? '' : `   现状更正 survey corrected ${signed(remeasured)}`
    }`,
    ...sayings.map((saying) => `  ${both(saying)}`),
  ]);
}

const signed = (area: number): string => `${sign(area)}${shownArea(Math.abs(area))} m²`;

const sign = (gain: number): string => (gain === 0 ? '±' : gain > 0 ? '+' : '−');

const both = ({ zh, en }: Text): string => (zh === en ? zh : `${zh} / ${en}`);

function findingLines({ gained, lost, ended, turned }: FindingTurns<Finding>): string[] {
  if (gained.length + lost.length + ended.length + turned.length === 0) {
    return ['', '问题没有变化 the findings are the same in both'];
  }
  const group = (title: Text, lines: readonly (readonly [Finding, Text?])[]): string[] =>
    lines.length === 0
      ? []
      : [
          '',
          `${title.zh} ${title.en}（${lines.length}）`,
          ...lines.flatMap(([finding, more = text('', '')]) => {
            const severity = severityWords[finding.severity];
            return [
              `  [${severity.zh} ${severity.en.toLowerCase()}] ${finding.rule}  ${finding.text.zh}${more.zh}`,
              `    ${finding.text.en} ${more.en}`.trimEnd(),
            ];
          }),
        ];
  return [
    ...group(
      turnedTitle,
      turned.map((turn) => [turn.after, turnWords(turn)]),
    ),
    ...group(
      text('新出现的问题', 'New findings'),
      gained.map((finding) => [finding]),
    ),
    ...group(
      text('已消除的问题', 'Findings that are gone'),
      lost.map((finding) => [finding]),
    ),
    ...group(
      endedTitle,
      ended.map((finding) => [finding]),
    ),
  ];
}

function elementLine(change: ElementChange, was: Plan, is: Plan): string {
  const { zh, one } = kindNames[kindOf(change, was, is)];
  const called = nameOf(change, is) ?? nameOf(change, was);
  const how = howWords(change, was, is);
  const { storey } = change;
  const on = storey === null ? '' : `${(is.storeys[storey] ?? was.storeys[storey])?.name} `;
  return `  ${on}${zh} ${one} ${called ? `${called} (${change.id})` : change.id}: ${both(how)}`;
}

/** What people know it by: a room's name and homes, a home's door, how long or wide a thing is. */
function nameOf({ kind, id, storey }: ElementChange, plan: Plan): string | null {
  if (kind === 'household') return plan.households[id as HouseholdId]?.door ?? null;
  if (kind === 'tenancy') return plan.tenancies[id as TenancyId]?.certificate ?? null;
  const facts = storey === null ? undefined : plan.storeys[storey];
  if (kind === 'storey') return facts?.name ?? null;
  if (kind === 'room') {
    const room = facts?.rooms[id as RoomId];
    const doors = room?.holders.flatMap((one) =>
      one === 'building' ? [] : (plan.households[one]?.door ?? []),
    );
    return room ? [room.name ? `“${room.name}”` : '', ...doors!].filter(Boolean).join(' ') : null;
  }
  if (kind === 'opening') {
    const opening = facts?.openings[id as OpeningId];
    return opening ? shownLength(opening.width) : null;
  }
  const wall = kind === 'wall' ? facts?.walls[id as WallId] : undefined;
  const [a, b] = [wall && facts?.joints[wall.a], wall && facts?.joints[wall.b]];
  return a && b ? shownLength(Math.hypot(b.x - a.x, b.y - a.y)) : null;
}
