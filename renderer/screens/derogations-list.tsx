import { derogationWords, type ListedDerogation } from '../../shared/rules/listed-derogations.ts';
import { text } from '../../shared/text.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { dateTime } from '../language/say.ts';

/** Every acceptance: which finding, who, when, why and how far it holds; nothing where there is none. */
export function DerogationsList({ accepted }: { readonly accepted: readonly ListedDerogation[] }) {
  const say = useSay();
  const { language } = useLanguage();
  if (accepted.length === 0) return null;
  return (
    <section>
      <h3>
        {say(text('接受过的提示（后一方案）', 'Accepted warnings of the later scheme'))}{' '}
        <span className="quiet">{accepted.length}</span>
      </h3>
      <ul className="compare-list">
        {accepted.map((one) => (
          <li key={one.finding}>
            {say(one.about)}
            <div className="quiet">{say(derogationWords(one, dateTime(one.at, language)))}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
