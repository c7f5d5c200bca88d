/** What changed, in words: first what people notice, then the rest; each leads to its place in the drawing. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { type Change, difference, forPeople } from '../../core/difference/index.ts';
import { roleName } from '../../core/prose/say.ts';
import { useLanguage } from '../app/i18n.ts';
import styles from './differences.module.css';
import { HowMark } from './how-mark.tsx';
import { tell } from './words.ts';

interface Props {
  before: Definition;
  after: Definition;
  /** Shows an element or arrow in the drawing; without it the list only tells. */
  onShow?: ((change: Change) => void) | undefined;
}

export function Changes({ before, after, onShow }: Props) {
  const { t } = useTranslation('differences');
  const language = useLanguage();
  const changes = useMemo(() => difference(before, after), [before, after]);
  const touched = useMemo(() => forPeople(before, after, changes), [before, after, changes]);
  const noticed = new Set(touched.filter(({ roles }) => roles.length > 0).map(({ change }) => change));
  const moved = changes.filter(({ how }) => how === 'moved');
  const rest = changes.filter((change) => !noticed.has(change) && change.how !== 'moved');
  const roles = [...new Set(touched.flatMap((one) => one.roles))];
  const known = new Set([...before.roles, ...after.roles].map(({ id }) => id));
  const who = roles.map((role) =>
    roleName(known.has(role) && !inIt(after, role) ? before : after, role, language),
  );
  if (changes.length === 0) return <p className={styles.lead}>{t('none')}</p>;
  const list = (some: readonly Change[]) => (
    <ul className={styles.changes}>
      {some.map((change) => (
        <One key={`${change.kind} ${change.id}`} {...{ change, before, after, onShow }} />
      ))}
    </ul>
  );
  return (
    <>
      {noticed.size > 0 ? (
        <section>
          <h3 className={styles.heading}>{t('people')}</h3>
          <p className={styles.lead}>{t('peopleLead', { who: who.join(', ').toLowerCase() })}</p>
          {list(changes.filter((change) => noticed.has(change)))}
        </section>
      ) : (
        <p className={styles.lead}>{rest.length === 0 ? t('onlyMoved') : t('peopleNone')}</p>
      )}
      {rest.length > 0 ? (
        <section>
          <h3 className={styles.heading}>{t('rest')}</h3>
          {list(rest)}
        </section>
      ) : null}
      {moved.length > 0 ? (
        <details className={styles.moved}>
          <summary>{t('movedCount', { count: moved.length })}</summary>
          {list(moved)}
        </details>
      ) : null}
    </>
  );
}

const inIt = ({ roles }: Definition, role: string): boolean => roles.some(({ id }) => id === role);

function One({ change, before, after, onShow }: Props & { change: Change }) {
  const { t } = useTranslation('differences');
  const language = useLanguage();
  const { title, lines } = tell(change, { before, after, language });
  const seen = change.kind === 'element' || change.kind === 'flow';
  const head = (
    <>
      <HowMark how={change.how} />
      <span className={styles.what}>
        {t(`kind.${change.kind}`)}: <strong>{title}</strong>
      </span>
    </>
  );
  return (
    <li>
      {seen && onShow ? (
        <button type="button" className={styles.jump} onClick={() => onShow(change)} title={t('show')}>
          {head}
        </button>
      ) : (
        <span className={styles.head}>{head}</span>
      )}
      {lines.length > 0 ? (
        <ul className={styles.lines}>
          {lines.map(({ words, from, to }) => (
            <li key={`${words} ${to ?? ''}`}>
              {words}
              {from !== undefined && to !== undefined ? (
                <span className={styles.fromTo}>
                  <span>
                    <i>{t('was')}</i> {from}
                  </span>
                  <span>
                    <i>{t('becomes')}</i> {to}
                  </span>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
