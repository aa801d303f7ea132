import { Button, Input, Select } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { LimitedNumber } from './limited-number.tsx';
import { useIsDisabled } from './while-reading.tsx';

/** One line of the properties: what it is on the left, its value on the right. */
export function Field(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="property">
      <span className="property-name">{props.name}</span>
      <span className="property-value">{props.children}</span>
    </div>
  );
}

/**
 * A number that is taken on Enter, on leaving the field and on every step of the arrows. One beyond
 * its limits, or what is no number, is not taken: the field says so and goes back to what it was.
 */
export function NumberField(props: {
  readonly name: string;
  readonly value: number;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly digits?: number;
  readonly disabled?: boolean;
  /** The field takes this name where the visible one says too little. */
  readonly label?: string;
  onCommit(value: number): void;
}) {
  const { name, value, unit, min, max, step = 10, digits = 0 } = props;
  const disabled = useIsDisabled(props.disabled);
  const shown = round(value, digits);
  const [typed, setTyped] = useState<number | null>(shown);
  const committed = useRef(shown);
  /** What stands in the field was refused in words; `typed` is what had been a number on the way to it. */
  const isRefused = useRef(false);
  useEffect(() => {
    setTyped(shown);
    committed.current = shown;
  }, [shown]);
  const commit = (next: number | null): void => {
    if (next === null || !Number.isFinite(next) || isRefused.current) {
      setTyped(shown);
      return;
    }
    const rounded = round(next, digits);
    const isBeyond = rounded < (min ?? -Infinity) || rounded > (max ?? Infinity);
    if (isBeyond || rounded === committed.current) {
      setTyped(shown);
      return;
    }
    committed.current = rounded;
    props.onCommit(rounded);
    // Where the edit was refused the value does not change, and the field goes back to it.
    setTyped(shown);
    committed.current = shown;
  };
  return (
    <Field name={name}>
      <LimitedNumber
        aria-label={props.label ?? name}
        min={min}
        max={max}
        unit={unit}
        isOpenEnded
        value={typed}
        onChange={setTyped}
        onRefused={(refused) => {
          isRefused.current = refused;
        }}
        onStep={(next) => {
          isRefused.current = false;
          commit(Number(next));
        }}
        onPressEnter={() => commit(typed)}
        onBlur={() => commit(typed)}
        step={step}
        precision={digits}
        disabled={disabled}
        className="property-number"
      />
    </Field>
  );
}

const round = (value: number, digits: number): number => {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
};

/** A few words that are taken on Enter and on leaving the field; nothing leaves it as it was. */
export function WordsField(props: {
  readonly name: string;
  readonly value: string;
  readonly disabled?: boolean;
  onCommit(value: string): void;
}) {
  const { name, value } = props;
  const disabled = useIsDisabled(props.disabled);
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const commit = (): void => {
    const next = typed.trim();
    if (next && next !== value) props.onCommit(next);
    setTyped(value);
  };
  return (
    <Field name={name}>
      <Input
        aria-label={name}
        value={typed}
        maxLength={60}
        disabled={disabled}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={commit}
        onBlur={commit}
      />
    </Field>
  );
}

export function ChoiceField<V extends string>(props: {
  readonly name: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: ReactNode }[];
  readonly disabled?: boolean;
  onCommit(value: V): void;
}) {
  const disabled = useIsDisabled(props.disabled);
  return (
    <Field name={props.name}>
      <Select<V>
        aria-label={props.name}
        value={props.value}
        options={props.options.map((option) => ({ ...option }))}
        onChange={(value) => props.onCommit(value)}
        disabled={disabled}
        className="property-choice"
        virtual={false}
      />
    </Field>
  );
}

/** Usual sizes, one click each. */
export function Presets(props: {
  readonly name: string;
  readonly values: readonly number[];
  readonly value: number;
  readonly disabled?: boolean;
  onCommit(value: number): void;
}) {
  const disabled = useIsDisabled(props.disabled);
  return (
    <fieldset className="property-presets" aria-label={props.name}>
      {props.values.map((value) => (
        <Button
          key={value}
          size="small"
          type={value === props.value ? 'primary' : 'default'}
          aria-pressed={value === props.value}
          disabled={disabled}
          onClick={() => props.onCommit(value)}
        >
          {value}
        </Button>
      ))}
    </fieldset>
  );
}
