/** Undo and redo where a part of a process is made in a window of its own: two buttons, the keys, and what is said of it. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor } from './use-editor.ts';

export function useGoingBack(editor: Editor) {
  const { t } = useTranslation('canvas');
  const [heard, setHeard] = useState('');
  /** The same words once more are heard once more. */
  const say = (words: string) => setHeard((before) => (before === words ? `${words} ` : words));
  const back = (to: 'undo' | 'redo') => {
    editor[to]();
    say(t(to === 'undo' ? 'said.undone' : 'said.redone'));
  };
  /** While typing, the field itself takes back letters. */
  const keys = (event: KeyboardEvent) => {
    const isTyping = (event.target as HTMLElement).matches('input:not([type=checkbox]), textarea');
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || isTyping) return;
    event.preventDefault();
    event.stopPropagation();
    back(event.shiftKey ? 'redo' : 'undo');
  };
  const buttons = (
    [
      ['undo', editor.canUndo, IconArrowBackUp],
      ['redo', editor.canRedo, IconArrowForwardUp],
    ] as const
  ).map(([to, can, Icon]) => (
    <Tooltip key={to} label={t(to)}>
      <ActionIcon variant="default" size={36} aria-label={t(to)} disabled={!can} onClick={() => back(to)}>
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  ));
  return { buttons, keys, heard, say };
}
