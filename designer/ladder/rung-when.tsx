/** When a point of a ladder comes: so many days before or after the due day, or a date of the process. */
import { NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rung } from '../../contract/index.ts';
import { datesOf } from '../properties/dates.ts';
import { useProperties } from '../properties/parts.tsx';
import styles from '../properties/properties.module.css';
import { FURTHEST } from './rungs.ts';

interface Props {
  rung: Rung;
  onChange(rung: Rung, gesture?: string): void;
}

export function RungWhen({ rung, onChange }: Props) {
  const { t } = useTranslation('expert');
  const { t: say } = useTranslation('properties');
  const { definition, editor } = useProperties();
  const { amount, from } = rung;
  const dates = datesOf(definition, from?.variable);
  const isBefore = amount < 0;
  return (
    <div className={styles.row}>
      <NumberInput
        size="sm"
        label={t('rungAmount')}
        min={from ? 0 : 1}
        max={isBefore ? -FURTHEST.before : FURTHEST.after}
        allowDecimal={false}
        value={Math.abs(amount)}
        onChange={(value) => {
          if (typeof value !== 'number' || (value === 0 && !from)) return;
          const next = isBefore ? -value : value;
          if (next !== amount) onChange({ ...rung, amount: next }, 'amount');
        }}
        onBlur={editor.settle}
      />
      <NativeSelect
        size="sm"
        label={t('rungSide')}
        value={isBefore ? 'before' : 'after'}
        data={(['before', 'after'] as const).map((value) => ({ value, label: say(`direction.${value}`) }))}
        onChange={(event) => {
          const far = Math.abs(amount);
          onChange({ ...rung, amount: event.currentTarget.value === 'before' ? -far : far });
        }}
      />
      <NativeSelect
        size="sm"
        className={styles.whole ?? ''}
        label={t('rungFrom')}
        value={from?.variable ?? ''}
        data={[{ value: '', label: t('rungDue') }, ...dates]}
        onChange={(event) => {
          const { from: _old, ...rest } = rung;
          const variable = event.currentTarget.value;
          onChange(variable ? { ...rest, from: { variable } } : { ...rest, amount: amount || 1 });
        }}
      />
    </div>
  );
}
