/** Reports that somebody is away, until when and with whom standing in; or that they are back. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoveDialog } from '../shared/move-dialog.tsx';
import { useToday } from '../shared/today.ts';
import { changed } from './colleagues-api.ts';

interface Props {
  person: string;
  name: string;
  isMe: boolean;
  colleagues: readonly { id: string; name: string }[];
  onClose(): void;
}

const NOBODY = '';
const addressOf = (person: string, isMe: boolean): string =>
  isMe ? '/me/absence' : `/people/${encodeURIComponent(person)}/absence`;

export function ReportAway({ person, name, isMe, colleagues, onClose }: Props) {
  const { t } = useTranslation('colleagues');
  const today = useToday();
  const [until, setUntil] = useState('');
  const [deputy, setDeputy] = useState(NOBODY);
  const isPast = until !== '' && until < today;
  return (
    <MoveDialog
      title={isMe ? t('away.titleMe') : t('away.title', { name })}
      lead={isMe ? t('away.leadMe') : t('away.lead', { name })}
      go={t('away.go')}
      said={isMe ? t('away.saidMe') : t('away.said', { name })}
      request={() =>
        isPast
          ? undefined
          : {
              path: addressOf(person, isMe),
              body: { ...(until === '' ? {} : { until }), ...(deputy === NOBODY ? {} : { deputy }) },
            }
      }
      onClose={(done) => {
        if (done) void changed();
        onClose();
      }}
    >
      <TextInput
        type="date"
        label={t('away.until')}
        description={t('away.untilHint')}
        min={today}
        value={until}
        error={isPast ? t('away.past') : undefined}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('away.deputy')}
        description={t('away.deputyHint')}
        data={[
          { value: NOBODY, label: t('away.coordinator') },
          ...colleagues.filter(({ id }) => id !== person).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={deputy}
        onChange={(event) => setDeputy(event.currentTarget.value)}
      />
    </MoveDialog>
  );
}

export function ReportBack({ person, name, isMe, onClose }: Omit<Props, 'colleagues'>) {
  const { t } = useTranslation('colleagues');
  return (
    <MoveDialog
      title={isMe ? t('back.titleMe') : t('back.title', { name })}
      lead={t('back.lead')}
      go={t('back.go')}
      said={isMe ? t('back.saidMe') : t('back.said', { name })}
      request={() => ({ path: addressOf(person, isMe), body: {}, method: 'DELETE' })}
      onClose={(done) => {
        if (done) void changed();
        onClose();
      }}
    />
  );
}
