/** Makes a link for a partner: for whom, to what, until when; its address is shown once. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../shared/form-dialog.tsx';
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
  const [made, setMade] = useState<string>();
  const isPast = endsOn !== '' && endsOn < today;
  const make = async () => {
    const { address } = await share(id, {
      forWhom: forWhom.trim(),
      ...(what === DRAFT ? {} : { version: Number(what) }),
      ...(endsOn === '' ? {} : { endsOn }),
    });
    setMade(address);
    onMade();
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
    <FormDialog
      title={t('make')}
      go={t('make')}
      isWhole={forWhom.trim() !== '' && !isPast}
      onGo={make}
      onClose={onClose}
    >
      {(tried) => (
        <>
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
        </>
      )}
    </FormDialog>
  );
}
