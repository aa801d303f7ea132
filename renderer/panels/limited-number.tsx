import { InputNumber, type InputNumberProps, Tooltip } from 'antd';
import { useEffect, useState } from 'react';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { count } from '../language/say.ts';

/** How long the limits stay in sight once the field was left, ms. */
const stay = 5000;

/** What a number may be, in words; null where it may be anything. */
export function limitWords(limits: {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly unit?: string | undefined;
}): Text | null {
  const unit = limits.unit === undefined || limits.unit === '°' ? '' : ' ';
  const of = (value: number): string => `${count(value)}${unit}${limits.unit ?? ''}`;
  const { min, max } = limits;
  if (min !== undefined && max !== undefined) {
    return text(`可填 ${count(min)}–${of(max)}`, `${count(min)} to ${of(max)}`);
  }
  if (min !== undefined) return text(`不小于 ${of(min)}`, `At least ${of(min)}`);
  return max === undefined ? null : text(`不大于 ${of(max)}`, `At most ${of(max)}`);
}

/**
 * A number field that says its limits as soon as something beyond them is typed, and for a while
 * after the field was left with something else in its place.
 */
export function LimitedNumber(
  props: Omit<InputNumberProps<number>, 'min' | 'max' | 'onInput' | 'prefix'> & {
    readonly min?: number | undefined;
    readonly max?: number | undefined;
    readonly unit?: string | undefined;
    /** Left to whoever takes the number; else the field itself keeps within its limits. */
    readonly isOpenEnded?: boolean;
  },
) {
  const { min, max, unit, isOpenEnded = false, onBlur, ...rest } = props;
  const say = useSay();
  const [isBeyond, setBeyond] = useState(false);
  const [isLeft, setLeft] = useState(false);
  useEffect(() => {
    if (!isBeyond || !isLeft) return;
    const timer = setTimeout(() => setBeyond(false), stay);
    return () => clearTimeout(timer);
  }, [isBeyond, isLeft]);
  const words = limitWords({ min, max, unit });
  const limits = {
    ...(isOpenEnded || min === undefined ? {} : { min }),
    ...(isOpenEnded || max === undefined ? {} : { max }),
  };
  return (
    <Tooltip open={isBeyond && words !== null} title={words ? say(words) : ''} placement="top">
      <InputNumber<number>
        {...rest}
        {...limits}
        {...(unit === undefined ? {} : { suffix: unit })}
        aria-description={words ? say(words) : undefined}
        onInput={(typed) => {
          const value = typed.trim() === '' ? Number.NaN : Number(typed);
          setLeft(false);
          setBeyond(value < (min ?? -Infinity) || value > (max ?? Infinity));
        }}
        onBlur={(event) => {
          setLeft(true);
          onBlur?.(event);
        }}
      />
    </Tooltip>
  );
}
