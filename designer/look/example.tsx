/** A piece of a page as residents and partners would see it, in a colour that is not kept yet. */
import { useTranslation } from 'react-i18next';
import { type Scheme, surfaces } from '../../core/look/colours.ts';
import { useMe } from '../app/session.ts';
import styles from './look.module.css';

interface Props {
  scheme: Scheme;
  accent: string;
  logo?: string | undefined;
}

export function Example({ scheme, accent, logo }: Props) {
  const { t } = useTranslation('look');
  const { name } = useMe().organisation;
  const { paper, card, ink, line, onFilled } = surfaces;
  return (
    <figure className={styles.example} style={{ background: paper[scheme], color: ink[scheme] }}>
      <figcaption className="unseen">{`${t('example')}: ${t(scheme)}`}</figcaption>
      <p className={styles.exampleName} style={{ color: accent }}>
        {logo ? <img src={logo} alt="" data-scheme={scheme} /> : null}
        {name}
      </p>
      <div className={styles.exampleCard} style={{ background: card[scheme], borderColor: line[scheme] }}>
        <p>{t('exampleText')}</p>
        <span className={styles.exampleButton} style={{ background: accent, color: onFilled[scheme] }}>
          {t('exampleButton')}
        </span>
        <span className={styles.exampleLink} style={{ color: accent }}>
          {t('exampleLink')}
        </span>
      </div>
    </figure>
  );
}
