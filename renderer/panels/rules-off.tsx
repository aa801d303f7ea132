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
