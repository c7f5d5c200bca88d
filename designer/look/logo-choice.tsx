/** Choosing the organisation's logo from a file: seen on light and dark before it is kept; what was taken out of it is told. */
import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usualAccent } from '../../core/look/accent.ts';
import { begin } from '../app/session.ts';
import { announce } from '../shared/announce.tsx';
import { Failed } from '../shared/failed.tsx';
import { Example } from './example.tsx';
import styles from './look.module.css';
import { keepLogo, type Look, lookQuery, removeLogo } from './look-api.ts';

const MOST = 200_000;
const TYPES = ['image/png', 'image/svg+xml'] as const;
type LogoType = (typeof TYPES)[number];

interface Chosen {
  name: string;
  type: LogoType;
  /** Base64. */
  data: string;
}

export function LogoChoice({ look }: { look: Look }) {
  const { t } = useTranslation('look');
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen>();
  const [wrong, setWrong] = useState<string>();
  const [leftOut, setLeftOut] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const read = async (file: File) => {
    setWrong(undefined);
    setProblem(undefined);
    setLeftOut([]);
    setChosen(undefined);
    const type = TYPES.find((one) => one === file.type);
    if (!type) return setWrong(t('wrongType'));
    if (file.size > MOST) return setWrong(t('tooLarge', { size: Math.ceil(file.size / 1000) }));
    setChosen({ name: file.name, type, data: await inBase64(file) });
  };
  const run = async (act: () => Promise<Look>, said: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      queries.setQueryData(lookQuery.queryKey, await act());
      setChosen(undefined);
      await begin();
      announce(said);
    } catch (failure) {
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  const keep = ({ type, data }: Chosen) =>
    run(async () => {
      const { leftOut: out, ...kept } = await keepLogo({ type, data });
      setLeftOut(out);
      return kept;
    }, t('kept'));
  const shown = useObjectUrl(chosen) ?? look.logo?.address;
  return (
    <section className={`card ${styles.section}`} aria-labelledby="logo">
      <h2 id="logo">{t('logo')}</h2>
      <p className="quiet">{t('logoLead')}</p>
      {shown ? (
        <div className={styles.examples}>
          {(['light', 'dark'] as const).map((scheme) => (
            <Example
              key={scheme}
              scheme={scheme}
              accent={look.accent?.[scheme].colour ?? usualAccent[scheme]}
              logo={shown}
            />
          ))}
        </div>
      ) : (
        <p>{t('noLogo')}</p>
      )}
      <div aria-live="polite">
        {chosen ? <p>{t('chosen', { name: chosen.name })}</p> : null}
        {wrong ? <p className={styles.corrected}>{wrong}</p> : null}
        {leftOut.length > 0 ? (
          <p className={styles.corrected}>{t('leftOut', { what: leftOut.join(', ') })}</p>
        ) : null}
      </div>
      <Failed error={problem} />
      <div className={styles.moves}>
        <input
          ref={input}
          type="file"
          accept=".png,.svg,image/png,image/svg+xml"
          aria-label={t('choose')}
          hidden
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) void read(file).catch(setProblem);
            event.currentTarget.value = '';
          }}
        />
        {chosen ? (
          <Button loading={busy} onClick={() => void keep(chosen)}>
            {t('keep')}
          </Button>
        ) : null}
        <Button
          variant="default"
          leftSection={<IconUpload size={18} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {t('choose')}
        </Button>
        {look.logo && !chosen ? (
          <Button
            variant="subtle"
            color="late"
            loading={busy}
            onClick={() => void run(removeLogo, t('removed'))}
          >
            {t('remove')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

async function inBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** An address of what was chosen, for as long as it is shown; in an image nothing of it runs. */
function useObjectUrl(chosen: Chosen | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!chosen) return setUrl(undefined);
    const bytes = Uint8Array.from(atob(chosen.data), (sign) => sign.charCodeAt(0));
    const made = URL.createObjectURL(new Blob([bytes], { type: chosen.type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [chosen]);
  return url;
}
