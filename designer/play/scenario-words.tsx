/** What a kept scenario is called and what it tells, to be changed; saved over what was read, so that nobody's words are lost. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../shared/announce.tsx';
import { Failed } from '../shared/failed.tsx';
import styles from './play.module.css';
import { type Kept, saveScenario, scenariosQuery } from './scenarios-api.ts';

export function ScenarioWords({ kept, onClose }: { kept: Kept; onClose(): void }) {
  const { t } = useTranslation('trying');
  const client = useQueryClient();
  const { description: told = '', ...scenario } = kept.scenario;
  const [name, setName] = useState(scenario.scenario);
  const [description, setDescription] = useState(told);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const words = description.trim();
      await saveScenario(kept, {
        ...scenario,
        scenario: name.trim(),
        ...(words ? { description: words } : {}),
      });
      await client.invalidateQueries({ queryKey: scenariosQuery(kept.process).queryKey });
      announce(t('wordsSaved', { name: name.trim() }));
      onClose();
    } catch (error) {
      setError(error);
      setBusy(false);
    }
  };
  return (
    <form
      className={styles.keep}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) void save();
      }}
    >
      <TextInput
        size="sm"
        label={t('keepName')}
        value={name}
        maxLength={200}
        required
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        size="sm"
        label={t('description')}
        description={t('descriptionHint')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="compact-sm" loading={busy}>
          {t('wordsSave')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('wordsCancel')}
        </Button>
      </div>
      {error ? <Failed error={error} /> : null}
    </form>
  );
}
