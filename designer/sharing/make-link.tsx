/** Makes a link for a partner: for whom, to what, until when; its address is shown once. */
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../shared/dialog.tsx';
import { Failed } from '../shared/failed.tsx';
import { ShownOnce } from '../shared/shown-once.tsx';
import { useToday } from '../shared/today.ts';
import { share } from './sharing-api.ts';

interface Props {
  id: string;
  versions: readonly number[];
  hasDraft: boolean;
  onMade(): void;
  onClose(): void;
}

const DRAFT = 'draft';

export function MakeLink({ id, versions, hasDraft, onMade, onClose }: Props) {
  const { t } = useTranslation('sharing');
  const { t: tShared } = useTranslation('shared');
  const today = useToday();
  const [forWhom, setForWhom] = useState('');
  const [what, setWhat] = useState(versions[0] === undefined ? DRAFT : String(versions[0]));
  const [endsOn, setEndsOn] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [made, setMade] = useState<string>();
  const isPast = endsOn !== '' && endsOn < today;
  const make = async () => {
    setTried(true);
    if (forWhom.trim() === '' || isPast) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const { address } = await share(id, {
        forWhom: forWhom.trim(),
        ...(what === DRAFT ? {} : { version: Number(what) }),
        ...(endsOn === '' ? {} : { endsOn }),
      });
      setMade(address);
      onMade();
    } catch (failure) {
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  if (made !== undefined)
    return (
      <ShownOnce
        title={t('madeTitle')}
        lead={t('madeLead', { who: forWhom.trim() })}
        label={t('address')}
        value={made}
        words={{ copy: t('copy'), copied: t('copied'), done: t('done') }}
        onClose={onClose}
      >
        <Button variant="default" component="a" href={made} target="_blank" rel="noreferrer">
          {t('look')}
        </Button>
      </ShownOnce>
    );
  return (
    <Dialog title={t('make')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('forWhom')}
            description={t('forWhomHint')}
            aria-required
            maxLength={120}
            autoComplete="off"
            value={forWhom}
            error={tried && forWhom.trim() === '' ? tShared('required') : undefined}
            data-autofocus
            onChange={(event) => setForWhom(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('what')}
            data={[
              ...versions.map((n) => ({ value: String(n), label: t('versionN', { n }) })),
              ...(hasDraft ? [{ value: DRAFT, label: t('draftNow') }] : []),
            ]}
            value={what}
            onChange={(event) => setWhat(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('endsOn')}
            description={t('endsOnHint')}
            min={today}
            value={endsOn}
            error={isPast ? t('endsOnPast') : undefined}
            onChange={(event) => setEndsOn(event.currentTarget.value)}
          />
        </Stack>
        <Failed error={problem} />
        <Group mt="lg" gap="sm">
          <Button type="submit" loading={busy}>
            {t('make')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {tShared('cancel')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
