/** A form over the screen: sent once it is whole, busy while it is on its way, and with what the server refused. */
import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import { Failed } from './failed.tsx';

interface Props {
  title: string;
  lead?: string;
  /** On the button that sends it. */
  go: string;
  isWhole: boolean;
  /** Rejects with what was refused: that is told, and the form stays. */
  onGo(): Promise<unknown>;
  onClose(): void;
  /** `tried`: it was sent before it was whole, so that what is missing is told. */
  children(tried: boolean): ReactNode;
}

export function FormDialog({ title, lead, go, isWhole, onGo, onClose, children }: Props) {
  const { t } = useTranslation('shared');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (!isWhole) {
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      await onGo();
    } catch (failure) {
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        {lead ? <p style={{ marginTop: 0 }}>{lead}</p> : null}
        <Stack gap="md">{children(tried)}</Stack>
        <Failed error={problem} />
        <Group mt="lg" gap="sm">
          <Button type="submit" loading={busy}>
            {go}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
