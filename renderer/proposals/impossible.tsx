import { Button } from 'antd';
import type { Refusal } from '../../shared/edit/command.ts';
import type { NoWayIn } from '../../shared/propose/no-way-in.ts';
import type { Relaxation } from '../../shared/propose/relax.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';

/** Why there is none: within what that was shown, and what would make one. */
export function Impossible(props: {
  readonly refusal: Refusal | null;
  readonly families: readonly Text[];
  /** Those found so far, the nearest first. */
  readonly relaxations: readonly Relaxation[];
  /** What stands in the way by itself. */
  readonly noWayIn: readonly NoWayIn[];
  /** The search came to its end; where it runs or was stopped, more may be possible. */
  readonly isWhole: boolean;
  onLook(relaxation: Relaxation): void;
}) {
  const { refusal, families, relaxations, noWayIn, isWhole } = props;
  const say = useSay();
  if (refusal) {
    return (
      <p className="property-refusal" role="alert">
        {say(refusal.text)}
      </p>
    );
  }
  return (
    <section
      className="proposal-impossible"
      aria-label={say(text('为什么没有方案', 'Why there is none'))}
    >
      <p className="property-refusal" role="status">
        {say(
          text(
            '按下述范围逐一试过，没有可行的分隔。',
            'Everything in the range below was tried: no division is possible.',
          ),
        )}
      </p>
      {noWayIn.length > 0 ? (
        <>
          <h3>{say(text('卡在哪里', 'What stands in the way'))}</h3>
          <ul>
            {noWayIn.map((one) => (
              <li key={one.text.en}>
                <span>{say(one.text)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {relaxations.length > 0 ? (
        <>
          <h3>{say(text('这样就可行', 'These would make one possible'))}</h3>
          <ul>
            {relaxations.map((relaxation) => (
              <li key={relaxation.text.en}>
                <span>{say(relaxation.text)}</span>
                <Button size="small" onClick={() => props.onLook(relaxation)}>
                  {say(text('查看', 'See'))}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : !isWhole ? null : (
        <p className="property-note">
          {say(
            text(
              '放宽单项条件也没有可行的分隔。',
              'No single change of the kinds tried makes one possible.',
            ),
          )}
        </p>
      )}
      <details hidden={families.length === 0}>
        <summary>{say(text('试过的范围', 'What was tried'))}</summary>
        {families.map((family) => (
          <p key={family.en}>{say(family)}</p>
        ))}
      </details>
    </section>
  );
}
