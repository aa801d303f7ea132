import { capital, compareDoors, doorWords } from '../../shared/plan/door-words.ts';
import {
  entries,
  type HouseholdId,
  type Plan,
  type StoreyId,
  storeysByLevel,
} from '../../shared/plan/model.ts';
import type { Finding, Severity } from '../../shared/rules/finding.ts';
import { ruleOf, rules } from '../../shared/rules/rules.ts';
import { type Text, text } from '../../shared/text.ts';
import { severityWords } from '../language/words.ts';

export const groupings = ['severity', 'household', 'storey', 'rule'] as const;
export type Grouping = (typeof groupings)[number];

export const groupingWords: Readonly<Record<Grouping, Text>> = {
  severity: text('程度', 'Severity'),
  household: text('住户', 'Home'),
  storey: text('楼层', 'Storey'),
  rule: text('规则', 'Rule'),
};

export interface FindingGroup {
  readonly key: string;
  readonly words: Text;
  readonly severity: Severity | null;
  /** Whose homes all of it is about. */
  readonly household: HouseholdId | null;
  readonly findings: readonly Finding[];
}

export const severities: readonly Severity[] = ['breach', 'warning', 'unknown'];

/** The storey that a finding is about; null where it is about none or several. */
export function storeyOf({ place, about }: Finding): StoreyId | null {
  if (place) return place.storey;
  const storeys = new Set(about.flatMap(({ storey }) => storey ?? []));
  const [only] = storeys;
  return storeys.size === 1 && only ? only : null;
}

/**
 * Findings in groups, none of them empty. What is about several households stands under each of
 * them; what is about none, or about no storey, comes last.
 */
export function groupFindings(
  plan: Plan,
  findings: readonly Finding[],
  by: Grouping,
): FindingGroup[] {
  const group = (
    key: string,
    words: Text,
    found: readonly Finding[],
    of: Partial<Pick<FindingGroup, 'severity' | 'household'>> = {},
  ): FindingGroup[] =>
    found.length > 0
      ? [{ key, words, severity: null, household: null, ...of, findings: found }]
      : [];
  switch (by) {
    case 'severity':
      return severities.flatMap((severity) =>
        group(
          severity,
          severityWords[severity],
          findings.filter((finding) => finding.severity === severity),
          { severity },
        ),
      );
    case 'household': {
      const doors = entries(plan.households).sort(([, one], [, other]) =>
        compareDoors(one.door, other.door),
      );
      return [
        ...doors.flatMap(([id, { door }]) =>
          group(
            id,
            capitalDoor(door),
            findings.filter(({ households }) => households.includes(id)),
            { household: id },
          ),
        ),
        ...group(
          'common',
          text('公共部位和图面', 'Common rooms and the drawing'),
          findings.filter(({ households }) => households.length === 0),
        ),
      ];
    }
    case 'storey':
      return [
        ...storeysByLevel(plan).flatMap(([id, { name }]) =>
          group(
            id,
            text(name, name),
            findings.filter((finding) => storeyOf(finding) === id),
          ),
        ),
        ...group(
          'building',
          text('整栋楼', 'The whole building'),
          findings.filter((finding) => storeyOf(finding) === null),
        ),
      ];
    case 'rule': {
      const order = new Map(rules.map(({ id }, index) => [id, index]));
      const ids = [...new Set(findings.map(({ rule }) => rule))].sort(
        (one, other) => (order.get(one) ?? Infinity) - (order.get(other) ?? Infinity),
      );
      return ids.flatMap((id) =>
        group(
          id,
          ruleWords(id),
          findings.filter(({ rule }) => rule === id),
        ),
      );
    }
  }
}

/** As a heading: `301室`, `Household 301`. */
function capitalDoor(door: string): Text {
  const { zh, en } = doorWords([door]);
  return text(zh, capital(en));
}

/** `K2 厨房面积`; of the drawing's own health the title alone. */
export function ruleWords(id: string): Text {
  const title = ruleOf(id)?.title;
  if (!title) return text('图面与程序', 'The drawing and the program');
  return /^[A-Z]\d/.test(id) ? text(`${id} ${title.zh}`, `${id} ${title.en}`) : title;
}
