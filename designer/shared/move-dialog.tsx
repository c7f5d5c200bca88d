/** A move that asks a thing or two first: a new date, a colleague, a reason. */
import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Method } from '../app/api.ts';
import { useAct } from '../app/use-act.ts';
import { announce } from './announce.tsx';
import { Dialog } from './dialog.tsx';
import { Failed } from './failed.tsx';

interface Props {
  title: string;
  lead?: string;
  go: string;
  /** Where to send it, and what; nothing while something is still missing: then `missing` is shown. */
  request(): { path: string; body: unknown; method?: Method } | undefined;
  /** Said when it is done. */
  said: string;
  color?: string;
  children?: ReactNode;
  onClose(done: boolean): void;
}

export function MoveDialog({ title, lead, go, request, said, color, children, onClose }: Props) {
  const { t } = useTranslation('shared');
  const { busy, error, run } = useAct();
  const [tried, setTried] = useState(false);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const asked = request();
    setTried(true);
    if (!asked) {
      const missing = event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"], [data-missing]');
      missing?.focus();
      return;
    }
    if (!(await run(asked.path, asked.body, asked.method))) return;
    announce(said);
    onClose(true);
  }
  return (
    <Dialog title={title} onClose={() => onClose(false)}>
      <form onSubmit={(event) => void submit(event)} noValidate data-tried={tried || undefined}>
        {lead ? <p style={{ marginTop: 0 }}>{lead}</p> : null}
        <Stack gap="md">{children}</Stack>
        <Failed error={error} />
        <Group mt="lg" gap="sm">
          <Button type="submit" loading={busy} {...(color ? { color } : {})}>
            {go}
          </Button>
          <Button variant="default" onClick={() => onClose(false)}>
            {t('cancel')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
