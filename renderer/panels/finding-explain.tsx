import { memo } from 'react';
import type { Plan } from '../../shared/plan/model.ts';
import { filledWords } from '../../shared/rules/filled-words.ts';
import { type Finding, toCheck } from '../../shared/rules/finding.ts';
import type { RuleNumber } from '../../shared/rules/rule.ts';
import { ruleOf } from '../../shared/rules/rules.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { mm } from '../language/say.ts';
import { ruleWords } from './finding-groups.ts';
import { FindingSketch } from './finding-sketch.tsx';
import { useProfile } from './use-profile.ts';

/** Why it is a finding: the rule in plain words, its numbers, its clause, how it was measured. */
export const Explanation = memo(function Explanation(props: {
  readonly store: EditorStore;
  readonly plan: Plan;
  readonly finding: Finding;
}) {
  const say = useSay();
  const profile = useProfile(props.store);
  const { finding } = props;
  const rule = ruleOf(finding.rule);
  if (!rule) return null;
  const { asks, how } = filledWords(rule, profile);
  const numbers = Object.entries(rule.numbers);
  const own = profile.rules[rule.id]?.numbers ?? {};
  const check = toCheck(finding.source);
  return (
    <div className="finding-explain">
      <h4>{say(ruleWords(rule.id))}</h4>
      <p>{say(asks)}</p>
      <FindingSketch plan={props.plan} finding={finding} />
      <dl>
        {finding.missing ? (
          <>
            <dt>{say(text('缺少', 'Missing'))}</dt>
            <dd>{say(finding.missing)}</dd>
          </>
        ) : null}
        <dt>{say(text('怎样量', 'How it is measured'))}</dt>
        <dd>{say(how)}</dd>
        {numbers.length > 0 ? (
          <>
            <dt>{say(text('数值', 'Numbers'))}</dt>
            <dd>
              {numbers.map(([name, number]) => (
                <span key={name} className="finding-number">
                  {say(number.words)} {numberWords(own[name] ?? number.value, number.unit)}
                  {own[name] !== undefined && own[name] !== number.value
                    ? say(text('（自定）', ' (own)'))
                    : ''}
                </span>
              ))}
            </dd>
          </>
        ) : null}
        <dt>{say(text('依据', 'Source'))}</dt>
        <dd>
          {say(finding.source.clause)}
          {check
            ? say(
                text(
                  `（可靠程度 ${finding.source.certainty}，${check.zh}）`,
                  ` (certainty ${finding.source.certainty}, ${check.en})`,
                ),
              )
            : ''}
        </dd>
      </dl>
    </div>
  );
});

export function numberWords(value: number, unit: RuleNumber['unit']): string {
  switch (unit) {
    case 'm2':
      return `${value.toFixed(2)} m²`;
    case 'mm':
      return mm(value);
    case 'nth':
      return `1/${value}`;
    case 'percent':
      return `${value} %`;
    case 'count':
      return String(value);
  }
}
