/** Choosing the organisation's colour: how it is made readable in light and dark is told, and shown before it is kept. */
import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Accent, accentOf, isColour, usualAccent } from '../../core/look/accent.ts';
import { begin } from '../app/session.ts';
import { announce } from '../shared/announce.tsx';
import { Failed } from '../shared/failed.tsx';
import { Example } from './example.tsx';
import styles from './look.module.css';
import { chooseAccent, type Look, lookQuery } from './look-api.ts';

export function AccentChoice({ look }: { look: Look }) {
  const { t, i18n } = useTranslation('look');
  const queries = useQueryClient();
  const [typed, setTyped] = useState(look.accent?.chosen ?? usualAccent.light);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const accent = isColour(typed) ? accentOf(typed) : undefined;
  const keep = async (colour: string | null) => {
    setBusy(true);
    setProblem(undefined);
    try {
      queries.setQueryData(lookQuery.queryKey, await chooseAccent(colour));
      if (colour === null) setTyped(usualAccent.light);
      await begin();
      announce(t('saved'));
    } catch (failure) {
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  const number = (ratio: number) => ratio.toLocaleString(i18n.language, { minimumFractionDigits: 1 });
  const told = ({ colour, ratio, instead }: Accent['light']) =>
    instead
      ? t('corrected', {
          chosen: instead.of,
          at: t(`at.${instead.at}`),
          before: number(instead.ratio),
          colour,
          ratio: number(ratio),
        })
      : t('holds', { ratio: number(ratio) });
  return (
    <section className={`card ${styles.section}`} aria-labelledby="colour">
      <h2 id="colour">{t('colour')}</h2>
      <p className="quiet">{t('colourLead')}</p>
      <div className={styles.pick}>
        <label>
          {t('pick')}
          <input
            type="color"
            value={(accent?.chosen ?? usualAccent.light).toLowerCase()}
            onChange={(event) => setTyped(event.currentTarget.value.toUpperCase())}
          />
        </label>
        <TextInput
          label={t('code')}
          description={t('codeHint')}
          spellCheck={false}
          autoComplete="off"
          maxLength={7}
          value={typed}
          error={accent ? undefined : t('codeWrong')}
          onChange={(event) => setTyped(event.currentTarget.value.trim())}
        />
      </div>
      {accent ? (
        <div className={styles.examples} aria-live="polite">
          {(['light', 'dark'] as const).map((scheme) => (
            <div key={scheme}>
              <h3>{t(scheme)}</h3>
              <Example scheme={scheme} accent={accent[scheme].colour} logo={look.logo?.address} />
              <p className={accent[scheme].instead ? styles.corrected : undefined}>{told(accent[scheme])}</p>
            </div>
          ))}
        </div>
      ) : null}
      <Failed error={problem} />
      <div className={styles.moves}>
        <Button loading={busy} disabled={!accent} onClick={() => accent && void keep(accent.chosen)}>
          {t('save')}
        </Button>
        {look.accent ? (
          <Button variant="default" onClick={() => void keep(null)}>
            {t('usual')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
