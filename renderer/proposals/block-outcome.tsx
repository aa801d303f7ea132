import { Button } from 'antd';
import type { BlockAnswer } from '../../shared/propose/block/ask.ts';
import { text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { allowances, type BlockChoice } from './block-choice.tsx';

/** What there is to say of the answer: why there is none, who is left, within what it was found. */
export function BlockOutcome(props: {
  readonly answer: BlockAnswer;
  readonly choice: BlockChoice;
  onAllow(choice: BlockChoice): void;
}) {
  const { answer, choice, onAllow } = props;
  const say = useSay();
  const { offers, refusal, wishes } = answer;
  if (refusal) {
    return (
      <p className="property-refusal" role="alert">
        {say(refusal.text)}
      </p>
    );
  }
  if (offers.length > 0) return null;
  return (
    <section className="proposal-impossible" aria-label={say(text('求方案结果', 'Outcome'))}>
      <p className="property-refusal" role="status">
        {say(
          text(
            '没有找到让所选各户都有独用厨卫、又不让他人失去厨卫的方案。',
            'Nothing was found that gives everybody chosen a kitchen and bathroom and leaves nobody else without.',
          ),
        )}
      </p>
      {wishes.length > 0 ? (
        <>
          <h3>{say(text('可以再允许', 'What may be allowed too'))}</h3>
          <ul>
            {allowances
              .filter(({ id }) => wishes.includes(id))
              .map(({ id, words }) => (
                <li key={id}>
                  <span>{say(words)}</span>
                  <Button size="small" onClick={() => onAllow({ ...choice, [id]: true })}>
                    {say(text('允许并重求', 'Allow and find'))}
                  </Button>
                </li>
              ))}
          </ul>
        </>
      ) : (
        <p className="property-note">
          {say(
            text(
              '请减少住户，或加选公用储藏等房间。',
              'Choose fewer households, or more rooms such as common stores.',
            ),
          )}
        </p>
      )}
    </section>
  );
}
