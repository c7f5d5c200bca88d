/** A table tried on sample values: which row fits, and what comes out. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision } from '../../contract/index.ts';
import type { Tried } from '../../core/decisions/try.ts';
import { readsOf } from '../../core/feel/index.ts';
import { valueInWords } from '../../core/prose/answers-in-words.ts';
import type { Seen } from '../../core/writing/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { SampleInput } from '../samples/sample-input.tsx';
import type { Samples } from '../samples/use-samples.ts';
import styles from './tables.module.css';

interface Props {
  table: Decision;
  tried: Tried;
  seen: readonly Seen[];
  samples: Samples;
}

export function TableTry({ table, tried, seen, samples }: Props) {
  const { t } = useTranslation('tables');
  const { t: te } = useTranslation('expression');
  const language = useLanguage();
  const read = useMemo(() => {
    const names = [...table.inputs.map(({ value }) => value), table.value ?? ''].flatMap((feel) =>
      readsOf(feel).paths.map(([name = '']) => name),
    );
    return [...new Set(names)].map(
      (name): Seen =>
        seen.find((one) => one.name === name) ?? { name, label: name, kind: 'anything', setBy: [] },
    );
  }, [table.inputs, table.value, seen]);
  const rows = tried.fits.map((row) => row + 1).join(', ');
  return (
    <section className={styles.box} aria-label={t('try')}>
      <h3>{t('try')}</h3>
      {read.length === 0 ? <p>{t('tryFew')}</p> : null}
      {read.map((one) => (
        <SampleInput
          key={one.name}
          label={te('sample', { name: one.label })}
          of={one}
          value={samples.values[one.name]}
          isOwn={Object.hasOwn(samples.own, one.name)}
          onChange={(value) => samples.set(one.name, value)}
        />
      ))}
      <p role="status" className={styles.outcome}>
        {table.value === undefined
          ? tried.fits.length === 0
            ? t('tryNone')
            : t(tried.fits.length === 1 ? 'tryRow' : 'tryRows', { rows })
          : null}{' '}
        {tried.result.ok
          ? t('tryGives', { value: valueInWords(tried.result.value, language) })
          : t('tryStuck', { why: tried.result.message })}
      </p>
    </section>
  );
}
