import { memo } from 'react';
import type { Plan } from '../../shared/plan/model.ts';
import { amountWords, boundSigns, numberInMetres } from '../../shared/rules/amount.ts';
import { filledWords } from '../../shared/rules/filled-words.ts';
import { type Finding, reliability } from '../../shared/rules/finding.ts';
import { boundOfNumber, ownNumbers } from '../../shared/rules/own-numbers.ts';
import type { Rule } from '../../shared/rules/rule.ts';
import { ruleOf } from '../../shared/rules/rules.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { unbroken } from '../language/say.ts';
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
  const own = new Map(ownNumbers(rule, profile).map((one) => [one.name, one]));
  const check = reliability(finding.source);
  return (
    <div className="finding-explain">
      <h4>{say(ruleWords(rule.id))}</h4>
      <p>{unbroken(say(asks))}</p>
      <FindingSketch plan={props.plan} finding={finding} />
      <dl>
        {finding.missing ? (
          <>
            <dt>{say(text('缺少', 'Missing'))}</dt>
            <dd>{say(finding.missing)}</dd>
          </>
        ) : null}
        <dt>{say(text('怎样量', 'How it is measured'))}</dt>
        <dd>{unbroken(say(how))}</dd>
        {numbers.length > 0 ? (
          <>
            <dt>{say(text('数值', 'Numbers'))}</dt>
            <dd>
              {numbers.map(([name, number]) => (
                <span key={name} className="finding-number">
                  {say(number.words)} {signOf(rule, name)}
                  {wordsOf(rule, name, own.get(name)?.value ?? number.value)}
                  <OwnNote own={own.get(name)} usual={wordsOf(rule, name, number.value)} />
                </span>
              ))}
            </dd>
          </>
        ) : null}
        <dt>{say(text('依据', 'Source'))}</dt>
        <dd>
          {say(finding.source.clause)}
          {check ? say(text(`；${check.zh}`, `; ${check.en}`)) : ''}
        </dd>
      </dl>
    </div>
  );
});

/** That a number is the office's own, and what it is without. */
function OwnNote(props: {
  readonly own: ReturnType<typeof ownNumbers>[number] | undefined;
  readonly usual: string;
}) {
  const say = useSay();
  const { own, usual } = props;
  if (!own) return null;
  return (
    <strong className="finding-own">
      {say(
        own.isClause
          ? text(
              `（本单位数值；条文为 ${usual}）`,
              ` (this office's number; the clause has ${usual})`,
            )
          : text(
              `（本单位数值；本软件默认 ${usual}）`,
              ` (this office's number; default of this program ${usual})`,
            ),
      )}
    </strong>
  );
}

/** In the unit in which the rule's own words say it. */
const wordsOf = (rule: Rule, name: string, value: number): string =>
  amountWords(value, rule.numbers[name]!.unit, numberInMetres(rule, name));

/** `≥ ` before a number of what is required; nothing before one that says how it is measured. */
function signOf(rule: Rule, name: string): string {
  const bound = boundOfNumber(rule, name);
  return bound ? `${boundSigns[bound]} ` : '';
}
