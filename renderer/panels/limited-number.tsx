import { InputNumber, type InputNumberProps, Tooltip } from 'antd';
import { useEffect, useState } from 'react';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { parserFor, typedNumber } from './typed-number.ts';

/** How long the limits stay in sight once the field was left, ms. */
const stay = 5000;

const upToTwoDecimals = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const said = (value: number): string => upToTwoDecimals.format(value);

/** What a number may be, in words; null where it may be anything. */
export function limitWords(limits: {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly unit?: string | undefined;
}): Text | null {
  const unit = limits.unit === undefined || limits.unit === '°' ? '' : ' ';
  const of = (value: number): string => `${said(value)}${unit}${limits.unit ?? ''}`;
  const { min, max } = limits;
  if (min !== undefined && max !== undefined) {
    return text(`可填 ${said(min)}–${of(max)}`, `${said(min)} to ${of(max)}`);
  }
  if (min !== undefined) return text(`不小于 ${of(min)}`, `At least ${of(min)}`);
  return max === undefined ? null : text(`不大于 ${of(max)}`, `At most ${of(max)}`);
}

/** Why something that was typed is not taken, and what may be; null for what is. */
export function refusedWords(typed: string, limits: Parameters<typeof limitWords>[0]): Text | null {
  const word = typed.trim();
  // A number that is only begun is not yet wrong.
  if (['', '-', '.', '-.'].includes(word)) return null;
  const value = typedNumber(word, limits.unit);
  if (value === null) return null;
  const asked = limitWords(limits);
  if (Number.isNaN(value)) {
    return text(
      `“${word}”不是数字${asked ? `：${asked.zh}` : ''}`,
      `“${word}” is not a number${asked ? `: ${asked.en}` : ''}`,
    );
  }
  const isBeyond = value < (limits.min ?? -Infinity) || value > (limits.max ?? Infinity);
  return isBeyond && asked
    ? text(`${word} 超出范围：${asked.zh}`, `${word} is out of range: ${asked.en}`)
    : null;
}

/**
 * A number field that says what is wrong and its limits as soon as something is typed that it does not
 * take, and for a while after the field was left with something else in its place.
 */
export function LimitedNumber(
  props: Omit<InputNumberProps<number>, 'min' | 'max' | 'onInput' | 'prefix'> & {
    readonly min?: number | undefined;
    readonly max?: number | undefined;
    readonly unit?: string | undefined;
    /** Left to whoever takes the number; else the field itself keeps within its limits. */
    readonly isOpenEnded?: boolean;
    /** With every letter: whether what stands in the field is not to be taken. */
    onRefused?(isRefused: boolean): void;
  },
) {
  const { min, max, unit, isOpenEnded = false, onBlur, onRefused, ...rest } = props;
  const say = useSay();
  const [refused, setRefused] = useState<Text | null>(null);
  const [isLeft, setLeft] = useState(false);
  useEffect(() => {
    if (!refused || !isLeft) return;
    const timer = setTimeout(() => setRefused(null), stay);
    return () => clearTimeout(timer);
  }, [refused, isLeft]);
  const words = limitWords({ min, max, unit });
  const limits = {
    ...(isOpenEnded || min === undefined ? {} : { min }),
    ...(isOpenEnded || max === undefined ? {} : { max }),
  };
  return (
    <Tooltip open={refused !== null} title={refused ? say(refused) : ''} placement="top">
      <InputNumber<number>
        {...rest}
        {...limits}
        {...(unit === undefined ? {} : { suffix: unit })}
        aria-description={words ? say(words) : undefined}
        parser={parserFor(unit)}
        onInput={(typed) => {
          const problem = refusedWords(typed, { min, max, unit });
          setLeft(false);
          setRefused(problem);
          onRefused?.(problem !== null);
        }}
        onBlur={(event) => {
          setLeft(true);
          onBlur?.(event);
        }}
      />
    </Tooltip>
  );
}
