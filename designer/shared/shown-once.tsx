/** What is shown this once, to be copied: an address, a key. */
import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { announce } from './announce.tsx';
import { Dialog } from './dialog.tsx';

interface Props {
  title: string;
  lead: string;
  label: string;
  value: string;
  words: { copy: string; copied: string; done: string };
  onClose(): void;
  /** What else can be done with it. */
  children?: ReactNode;
}

export function ShownOnce({ title, lead, label, value, words, onClose, children }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p style={{ marginTop: 0 }}>{lead}</p>
      <TextInput label={label} readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
      <Group mt="md" gap="sm">
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
              onClick={() => {
                copy();
                announce(words.copied);
              }}
            >
              {words.copy}
            </Button>
          )}
        </CopyButton>
        {children}
        <Button variant="default" onClick={onClose}>
          {words.done}
        </Button>
      </Group>
    </Dialog>
  );
}
