import { ownNumberWords, rulesWithOwnNumbers } from '../../shared/rules/own-numbers.ts';
import { type Profile, rulesOff } from '../../shared/rules/profile.ts';
import { text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { ruleWords } from './finding-groups.ts';

/** Which rules nobody looked at, and why: no list of findings is silent about what it leaves out. */
export function RulesOff({ profile }: { readonly profile: Profile }) {
  const say = useSay();
  const off = Object.entries(rulesOff(profile));
  if (off.length === 0) return null;
  return (
    <details className="findings-off">
      <summary>
        {say(
          text(
            `${off.length} 条规则没有检查`,
            off.length === 1 ? 'One rule is not checked' : `${off.length} rules are not checked`,
          ),
        )}
      </summary>
      <ul>
        {off.map(([id, reason]) => (
          <li key={id}>
            {say(ruleWords(id))}
            {say(text('：', ': '))}
            {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The same laid open, with the profile's name, for paper and comparisons. */
export function RulesOffList({ profile }: { readonly profile: Profile }) {
  const say = useSay();
  const off = Object.entries(rulesOff(profile));
  const own = rulesWithOwnNumbers(profile);
  return (
    <section>
      <h3>
        {say(text('审查标准：', 'Profile of rules: '))}
        {profile.name}
      </h3>
      {own.length === 0 ? null : (
        <>
          <p>{say(text('本单位数值：', "This office's numbers:"))}</p>
          <ul className="compare-list">
            {own.map(({ rule, own: numbers }) => (
              <li key={rule.id}>
                {say(ruleWords(rule.id))}
                <div className="quiet">
                  {numbers.map((one) => say(ownNumberWords(one))).join(say(text('；', '; ')))}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {off.length === 0 ? null : (
        <>
          <p>{say(text('下列规则没有检查：', 'Rules that were not checked:'))}</p>
          <ul className="compare-list">
            {off.map(([id, reason]) => (
              <li key={id}>
                {say(ruleWords(id))}
                <div className="quiet">
                  {say(text('理由：', 'Reason: '))}
                  {reason}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
