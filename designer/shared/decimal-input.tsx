/** A number that may have decimals. While it is typed it stands as it is typed ("12," and "12,50"); what is kept is the number. */
import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../app/i18n.ts';

/** In a euro. */
export const CENTS = 100;

interface Props extends Omit<NumberInputProps, 'value' | 'onChange' | 'defaultValue'> {
  value: number | undefined;
  /** How many of what is kept go in one of what is asked: a hundred cents in a euro. Left out: it is kept as it is asked. */
  per?: number;
  onChange(value: number | null): void;
}

export function DecimalInput({ value, per, onChange, onBlur, ...rest }: Props) {
  const dutch = useLanguage() === 'nl';
  const [typed, setTyped] = useState<number | string>();
  const kept = value === undefined ? '' : per === undefined ? value : value / per;
  /** NaN for what is not finished yet, as a minus alone. */
  const meant = (given: number | string): number | null =>
    given === '' ? null : per === undefined ? Number(given) : Math.round(Number(given) * per);
  const meantByTyped = typed === undefined ? undefined : meant(typed);
  const isTyped =
    meantByTyped !== undefined && (meantByTyped === (value ?? null) || Number.isNaN(meantByTyped));
  return (
    <NumberInput
      {...rest}
      {...(dutch
        ? { decimalSeparator: ',', thousandSeparator: '.' }
        : { decimalSeparator: '.', thousandSeparator: ',' })}
      // Fifty cents are two digits, but not while somebody types.
      fixedDecimalScale={per !== undefined && !isTyped && !Number.isInteger(kept)}
      value={typed !== undefined && isTyped ? typed : kept}
      onChange={(given) => {
        setTyped(given);
        const next = meant(given);
        if (!Number.isNaN(next) && next !== (value ?? null)) onChange(next);
      }}
      onBlur={(event) => {
        setTyped(undefined);
        onBlur?.(event);
      }}
    />
  );
}
