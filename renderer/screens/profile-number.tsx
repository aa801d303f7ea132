import { InputNumber } from 'antd';
import { useState } from 'react';
import { useSay } from '../language/language.tsx';
import { limitWords } from '../panels/limited-number.tsx';
import { parserFor } from '../panels/typed-number.ts';

/** A number of a profile: what is beyond its limits is refused in words, and the last one comes back. */
export function ProfileNumber(props: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit?: string | undefined;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
}) {
  const say = useSay();
  const { label, value, min, max, unit } = props;
  /** What was typed and cannot be; null while there is no such thing. */
  const [wrong, setWrong] = useState<number | null>(null);
  /** It was left with something that cannot be: that stays said until the field is used again. */
  const [isRefused, setRefused] = useState(false);
  const words = limitWords({ min, max, unit });
  const isWrong = wrong !== null || isRefused;
  return (
    <span className="profile-number-field">
      <InputNumber<number>
        aria-label={label}
        size="small"
        disabled={props.disabled}
        value={wrong ?? value}
        step={props.step}
        // Areas have two decimals wherever they are read.
        {...(unit === 'm²' ? { precision: 2 } : {})}
        suffix={unit}
        parser={parserFor(unit)}
        status={isWrong ? 'error' : ''}
        onFocus={() => setRefused(false)}
        onChange={(typed) => {
          if (typed === null) return;
          const fits = typed >= min && typed <= max;
          setWrong(fits ? null : typed);
          setRefused(false);
          if (fits) props.onChange(typed);
        }}
        onBlur={() => {
          setRefused(wrong !== null);
          setWrong(null);
        }}
      />
      {isWrong && words ? (
        <span role="alert" className="failure">
          {say(words)}
        </span>
      ) : null}
    </span>
  );
}
