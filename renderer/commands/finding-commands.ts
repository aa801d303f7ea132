import type { HouseholdId } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { openFindings } from '../../shared/rules/derogation.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { text } from '../../shared/text.ts';
import { lookAtFinding } from '../editor/look-at-finding.ts';
import { type EditorState, shownPlan } from '../editor/store.ts';
import { groupFindings } from '../panels/finding-groups.ts';
import { shareOf } from '../panels/finding-share.ts';
import { profileInUse } from '../panels/use-profile.ts';
import type { ActionHost } from '../screens/editor-actions.ts';
import type { EditorCommand } from './command.ts';

interface Listed {
  readonly finding: Finding;
  readonly household: HouseholdId | null;
}

/** Those that are open and listed, in the order of the list, each in the group that it comes first in. */
function openIn(state: EditorState): readonly Listed[] {
  const plan = shownPlan(state);
  const { by, hidden } = state.listing;
  const open = openFindings(check(plan, profileInUse(state)), state.derogations);
  const listed = open.filter(({ severity }) => !hidden.includes(severity));
  const first = new Map<string, Listed>();
  for (const { findings, household } of groupFindings(plan, listed, by)) {
    for (const finding of findings) {
      if (first.has(finding.id)) continue;
      first.set(finding.id, { finding, household });
    }
  }
  return [...first.values()];
}

/** From the one looked at last to the next of the list, round and round. */
function step({ store, ask }: ActionHost, by: 1 | -1): void {
  const state = store.getState();
  const findings = openIn(state);
  const at = findings.findIndex(({ finding }) => finding.id === state.finding);
  const from = at < 0 && by < 0 ? 0 : at;
  const next = findings[(from + by + findings.length) % findings.length];
  if (!next) return;
  const { finding, household } = next;
  const share = household && shareOf(shownPlan(state), finding, household);
  lookAtFinding(store, share ?? finding);
  ask({ finding: finding.id });
}

const none = (state: EditorState) =>
  openIn(state).length === 0 ? text('没有列出的问题', 'No findings are listed') : null;

export const findingCommands: readonly EditorCommand[] = [
  {
    id: 'next-finding',
    name: text('下一个问题', 'Next finding'),
    section: 'go',
    keys: ['F8'],
    everywhere: true,
    refuse: none,
    run: (host) => step(host, 1),
  },
  {
    id: 'previous-finding',
    name: text('上一个问题', 'Previous finding'),
    section: 'go',
    keys: ['Shift+F8'],
    everywhere: true,
    refuse: none,
    run: (host) => step(host, -1),
  },
  {
    id: 'household-table',
    name: text('住户一览表', 'Table of households'),
    section: 'view',
    also: '面积 前后 公平 table area before after fairness',
    run: ({ ask }) => ask('household-table'),
  },
  {
    id: 'stacks',
    name: text('立管与上下层叠合', 'Stacks and storeys laid over each other'),
    section: 'view',
    also: '排水 叠合 overlay drain riser',
    run: ({ ask }) => ask('stacks'),
  },
  {
    id: 'profile',
    name: text('审查标准', 'Profile of rules'),
    section: 'view',
    also: '规范 规则 标准 profile rules code',
    run: ({ ask }) => ask('profile'),
  },
];
