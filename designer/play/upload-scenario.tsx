/** A scenario from a file: kept as it is, or refused with the line and what was expected there. */
import { Button, FileButton } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../app/api.ts';
import { announce } from '../shared/announce.tsx';
import { Failed } from '../shared/failed.tsx';
import styles from './play.module.css';
import { scenariosQuery, uploadScenario } from './scenarios-api.ts';

export function UploadScenario({ process }: { process: string }) {
  const { t } = useTranslation('trying');
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const upload = async (file: File | null) => {
    if (!file) return;
    setBusy(true);
    setError(undefined);
    try {
      const { scenario } = await uploadScenario(process, await file.text());
      await client.invalidateQueries({ queryKey: scenariosQuery(process).queryKey });
      announce(t('kept', { name: scenario.scenario }));
    } catch (error) {
      setError(error);
    } finally {
      setBusy(false);
    }
  };
  const wrong =
    error instanceof Refused && error.problem.code === 'INVALID_ARGUMENT'
      ? (error.problem.problems ?? []).map(({ message }) => message)
      : [];
  return (
    <>
      <FileButton accept=".yaml,.yml,application/yaml,text/yaml" onChange={(file) => void upload(file)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            loading={busy}
            leftSection={<IconFileUpload size={18} aria-hidden />}
          >
            {t('upload')}
          </Button>
        )}
      </FileButton>
      {wrong.length > 0 ? (
        <div role="alert" className={styles.problem}>
          <p style={{ margin: 0 }}>{t('uploadNot')}</p>
          <ul className={styles.steps}>
            {wrong.map((message) => (
              <li key={message} lang="en">
                {message}
              </li>
            ))}
          </ul>
        </div>
      ) : error ? (
        <Failed error={error} />
      ) : null}
    </>
  );
}
