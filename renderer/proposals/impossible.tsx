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
  /** To the search for many, where more than two share the room; null elsewhere. */
  readonly onMany: (() => void) | null;
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
      {props.onMany ? (
        <p className="property-note">
          {say(
            text(
              '这间房间不止两户合用。“多户同分”可留出公用过道，把这一层的公用房间一起分给各户。',
              'More than two share this room. The search for many can leave a common passage, and divides the shared rooms of the storey between all of them.',
            ),
          )}{' '}
          <Button size="small" onClick={props.onMany}>
            {say(text('改用多户同分', 'Try many households'))}
          </Button>
        </p>
      ) : null}
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
              '试过的各项放宽，没有一项能单独使分隔可行。',
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
