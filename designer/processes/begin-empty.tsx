/** A process from nothing: its name is asked, and an empty canvas with a beginning opens. */
import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { freshProcessId } from '../actions/ids.ts';
import { Dialog } from '../shared/dialog.tsx';

interface Props {
  /** Ids of the organisation's own processes. */
  taken: readonly string[];
  onBegin(definition: Definition): Promise<void>;
}

export function BeginEmpty({ taken, onBegin }: Props) {
  const { t } = useTranslation('begin');
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || busy) return;
    setBusy(true);
    try {
      await onBegin(emptyProcess(name.trim(), taken));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAsking(true)}>
        {t('button')}
      </Button>
      {asking ? (
        <Dialog title={t('title')} onClose={() => setAsking(false)}>
          <form onSubmit={(event) => void begin(event)} style={{ display: 'grid', gap: 16 }}>
            <p className="quiet" style={{ margin: 0 }}>
              {t('lead')}
            </p>
            <TextInput
              data-autofocus
              label={t('name')}
              value={name}
              maxLength={120}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" loading={busy} disabled={name.trim() === ''} style={{ justifySelf: 'end' }}>
              {t('go')}
            </Button>
          </form>
        </Dialog>
      ) : null}
    </>
  );
}

/** Its name in both languages until it has one of its own in the other; who is usually there, and where it begins. */
export function emptyProcess(name: string, taken: readonly string[]): Definition {
  const text = { nl: name, en: name };
  return {
    v: 1,
    id: freshProcessId(idFrom(name), taken),
    name: text,
    roles: [
      { id: 'initiator', name: { nl: 'Initiatiefnemer', en: 'Initiator' }, side: 'initiator' },
      { id: 'supporter', name: { nl: 'Ondersteuner', en: 'Supporter' }, side: 'us' },
      { id: 'coordinator', name: { nl: 'Coördinator', en: 'Coordinator' }, side: 'us' },
      { id: 'manager', name: { nl: 'Leidinggevende', en: 'Manager' }, side: 'us' },
      { id: 'director', name: { nl: 'Directeur', en: 'Director' }, side: 'us' },
      { id: 'volunteer', name: { nl: 'Vrijwilliger', en: 'Volunteer' }, side: 'volunteer', many: true },
    ],
    elements: [
      {
        id: 'start',
        type: 'startEvent',
        block: 'start',
        name: { nl: 'Begin', en: 'Start' },
        by: ['initiator', 'coordinator'],
        x: 80,
        y: 200,
      },
    ],
    flows: [],
    forms: [],
    ladders: [],
    texts: {},
    variables: {},
  };
}

/** `Samen eten!` → `samen-eten`: what may stand in an address and in a file. */
function idFrom(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .trim()
    .toLowerCase()
    .replace(/ +/g, '-')
    .slice(0, 40)
    .replace(/-$/, '');
  return /^[a-z]/.test(plain) ? plain : plain === '' ? 'proces' : `p-${plain}`;
}
