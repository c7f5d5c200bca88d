/** What stands in braces and cannot be filled in, with what was probably meant: one click puts it right. */
import { useTranslation } from 'react-i18next';
import { closestWord } from '../../core/closest-word.ts';
import { PLACEHOLDERS, unknownPlaceholders } from '../../core/texts/index.ts';
import styles from './message.module.css';

export function UnknownPlaceholders({
  text,
  onReplace,
}: {
  text: string;
  onReplace(found: string, meant: string): void;
}) {
  const { t } = useTranslation('message');
  const plain = Object.entries(PLACEHOLDERS).flatMap(([name, { argument }]) => (argument ? [] : [name]));
  return (
    <>
      {[...new Set(unknownPlaceholders(text))].map((found) => {
        const meant = closestWord(found.slice(1, -1), plain);
        return (
          <p key={found} className={styles.unknown} role="alert">
            {t('unknown', { found })}{' '}
            {meant ? (
              <button type="button" className={styles.put} onClick={() => onReplace(found, `{${meant}}`)}>
                {t('meant', { meant: `{${meant}}` })}
              </button>
            ) : null}
          </p>
        );
      })}
    </>
  );
}
