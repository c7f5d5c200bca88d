/** An expression tried on sample values: what comes out, part by part, or which way would be taken. */
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { evaluate, holds, readsOf } from '../../core/feel/index.ts';
import { valueInWords } from '../../core/prose/answers-in-words.ts';
import { nameOf } from '../../core/prose/say.ts';
import type { Json, Variables } from '../../core/state.ts';
import { partsInWords, type Seen, wayFrom } from '../../core/writing/index.ts';
import { useProperties } from '../properties/parts.tsx';
import { SampleInput } from '../samples/sample-input.tsx';
import { useSamples } from '../samples/use-samples.ts';
import styles from './expression.module.css';

interface Props {
  expression: string;
  seen: readonly Seen[];
  leaves?: string;
  isCondition: boolean;
}

export function TryIt({ expression, seen, leaves, isCondition }: Props) {
  const { t } = useTranslation('expression');
  const { definition, language } = useProperties();
  const samples = useSamples(definition, language);
  const { values, now } = samples;
  const read = useMemo(() => {
    const paths = readsOf(expression).paths.map((path) => path.join('.'));
    return [...new Set(paths)].map(
      (name): Seen =>
        seen.find((one) => one.name === name) ?? {
          name,
          label: name,
          kind: 'anything',
          setBy: [],
        },
    );
  }, [expression, seen]);
  const parts = useMemo(
    () => partsInWords(definition, expression, language),
    [definition, expression, language],
  );
  return (
    <details className={styles.try}>
      <summary>
        <span>{t('try')}</span>
        <Outcome
          expression={expression}
          values={values}
          isCondition={isCondition}
          leaves={leaves}
          now={now}
        />
      </summary>
      {read.length === 0 ? (
        <p className={styles.help}>{t('nothingRead')}</p>
      ) : (
        <fieldset className={styles.samples}>
          <legend>{t('samples')}</legend>
          {read.map((one) => (
            <SampleInput
              key={one.name}
              label={t('sample', { name: one.label })}
              of={one}
              value={valueAt(values, one.name)}
              isOwn={Object.hasOwn(samples.own, one.name.split('.')[0] ?? '')}
              onChange={(value) => samples.set(...putAt(values, one.name, value))}
            />
          ))}
        </fieldset>
      )}
      {parts.length > 1 ? (
        <ul className={styles.parts}>
          {parts.map(({ from, to, words, depth }) => {
            const made = evaluate(expression.slice(from, to), values, now);
            const value = made.ok ? made.value : undefined;
            return (
              <li key={from} style={{ marginInlineStart: depth * 16 }}>
                {value === true ? (
                  <IconCheck size={16} aria-hidden />
                ) : value === false || value === null ? (
                  <IconX size={16} aria-hidden />
                ) : null}
                <span>
                  {words}:{' '}
                  <strong>{valueInWords(value === null && isCondition ? false : value, language)}</strong>
                </span>
              </li>
            );
          })}
        </ul>
      ) : null}
    </details>
  );
}

/** In a sentence, so that it is read without opening. */
function Outcome({
  expression,
  values,
  now,
  isCondition,
  leaves,
}: Pick<Props, 'expression' | 'isCondition'> & {
  values: Variables;
  now: Parameters<typeof evaluate>[2];
  leaves: string | undefined;
}) {
  const { t } = useTranslation('expression');
  const { definition, language } = useProperties();
  const told = (): string => {
    if (!isCondition) {
      const made = evaluate(expression, values, now);
      return made.ok ? t('result', { value: valueInWords(made.value, language) }) : t('cannot');
    }
    const made = holds(expression, values, now);
    if (!made.ok) return t('cannot');
    const itself = made.holds ? t('holds') : t('holdsNot');
    if (leaves === undefined) return itself;
    const way = wayFrom(definition, leaves, values, now);
    if (!way.ok) return itself;
    if (way.flows.length === 0) return `${itself} ${t('noWay')}`;
    const names = way.flows.map(({ to }) => `‘${nameOf(definition, to, language)}’`).join(', ');
    return `${itself} ${t('way', { names })}`;
  };
  return (
    <span role="status" className={styles.outcome}>
      {told()}
    </span>
  );
}

function valueAt(values: Variables, path: string): Json | undefined {
  let at: Json | undefined = values as Json;
  for (const part of path.split('.'))
    at = at !== null && typeof at === 'object' && !Array.isArray(at) ? at[part] : undefined;
  return at;
}

/** A part of a value is put into the whole of it. */
function putAt(values: Variables, path: string, value: Json | undefined): [string, Json | undefined] {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return [name, value];
  const inside = (now: Json | undefined, [part = '', ...more]: string[]): Json => ({
    ...(now !== null && typeof now === 'object' && !Array.isArray(now) ? now : {}),
    [part]:
      more.length === 0
        ? (value ?? null)
        : inside(
            now !== null && typeof now === 'object' && !Array.isArray(now) ? now[part] : undefined,
            more,
          ),
  });
  return [name, inside(values[name], rest)];
}
