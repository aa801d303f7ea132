import { text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';

/** How many households have everything to themselves: `12 / 19` and a small bar. */
export function Completion(props: {
  /** Null where it could not be worked out. */
  readonly complete: number | null;
  readonly households: number;
  /** The bar without the numbers, where they stand beside it already. */
  readonly bare?: boolean;
}) {
  const say = useSay();
  const { complete, households } = props;
  if (households === 0) {
    return props.bare ? null : (
      <span className="quiet">{say(text('无住户', 'No households'))}</span>
    );
  }
  if (complete === null) {
    return props.bare ? null : (
      <span className="quiet">
        {say(text(`${households} 户，情况未知`, `Not known, of ${households}`))}
      </span>
    );
  }
  const done = complete === households;
  return (
    <span
      className={done ? 'completion completion-done' : 'completion'}
      title={say(
        text(
          `${households} 户中 ${complete} 户煤卫独用`,
          `${complete} of ${households} households have their own kitchen and bathroom`,
        ),
      )}
    >
      {props.bare ? null : (
        <span className="completion-number">
          {complete} / {households}
        </span>
      )}
      <span className="completion-bar" aria-hidden="true">
        <span style={{ width: `${(100 * complete) / households}%` }} />
      </span>
    </span>
  );
}
