/** What can come next, as a list beneath the field: names with what they hold and where they come from, functions with a sentence. */
import { useTranslation } from 'react-i18next';
import type { Seen, Suggestion } from '../../core/writing/index.ts';
import { useLanguage } from '../app/i18n.ts';
import styles from './expression.module.css';

interface Props {
  id: string;
  isOpen: boolean;
  all: readonly Suggestion[];
  active: number;
  label: string;
  onChoose(one: Suggestion): void;
}

export function Suggested({ id, isOpen, all, active, label, onChoose }: Props) {
  const { t } = useTranslation('expression');
  const language = useLanguage();
  const yesNo = (insert: string) => (insert === 'true' ? t('yes') : insert === 'false' ? t('no') : undefined);
  return (
    <div id={`${id}-list`} role="listbox" aria-label={label} className={styles.list} hidden={!isOpen}>
      {isOpen
        ? all.map((one, index) => (
            // The keyboard goes through the list from the field, as a combobox has it.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={`${one.kind} ${one.insert}`}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              data-active={index === active || undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(one)}
            >
              <code>
                {one.kind === 'function' ? `${one.known.name}(${one.known.takes.join(', ')})` : one.insert}
              </code>
              {one.kind === 'variable' ? <OfVariable seen={one.seen} /> : null}
              {one.kind === 'value' ? <span>{yesNo(one.insert) ?? one.label}</span> : null}
              {one.kind === 'word' ? <span>{one.says}</span> : null}
              {one.kind === 'function' ? (
                <>
                  <span>{one.known.says[language]}</span>
                  <small>
                    {t('example', { example: one.known.example, gives: JSON.stringify(one.known.gives) })}
                  </small>
                </>
              ) : null}
            </div>
          ))
        : null}
    </div>
  );
}

function OfVariable({ seen }: { seen: Seen }) {
  const { t } = useTranslation('expression');
  const [first, ...more] = seen.setBy;
  const from =
    first === undefined
      ? undefined
      : more.length > 1
        ? t('setByMore', { step: `‘${first.title}’`, count: more.length })
        : t('setBy', { steps: seen.setBy.map(({ title }) => `‘${title}’`).join(', ') });
  const about = [
    t(`kinds.${seen.kind}`),
    from,
    seen.certainty === undefined ? undefined : t(`certainty.${seen.certainty}`),
  ];
  return (
    <>
      {seen.label === seen.name ? null : <span>{seen.label}</span>}
      <small>{about.filter((one) => one !== undefined).join(' · ')}</small>
    </>
  );
}
