/** Copy, cut and paste by the system's clipboard, so that elements go to other processes and other tabs. */
import { type RefObject, useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { copied, type Drawing, elementOf, readClip } from '../actions/index.ts';
import { isTyping } from './typing.ts';
import type { Editor } from './use-editor.ts';

interface Options {
  wrapper: RefObject<HTMLDivElement | null>;
  fresh: RefObject<Drawing>;
  run: Editor['run'];
  onSay(words: string): void;
  focusNode(id: string): void;
}

export interface Clipboard {
  /** By a button: the browser may ask whether we may read the clipboard. */
  copy(): void;
  paste(): void;
}

export function useClipboard({ wrapper, fresh, run, onSay, focusNode }: Options): Clipboard {
  const { t } = useTranslation('canvas');
  const pasteText = useCallback(
    (text: string): boolean => {
      const clip = readClip(text);
      if (!clip) return false;
      const first = elementOf(fresh.current.definition, fresh.current.selection.elements[0]);
      const next = run('paste', { clip, ...(first?.parent ? { parent: first.parent } : {}) });
      onSay(t('said.pasted'));
      const id = next.selection.elements[0];
      if (id) requestAnimationFrame(() => requestAnimationFrame(() => focusNode(id)));
      return true;
    },
    [fresh, run, onSay, t, focusNode],
  );

  useEffect(() => {
    const inside = (event: Event) => {
      const target = event.target as HTMLElement | null;
      const active = document.activeElement;
      return (
        !!wrapper.current &&
        (wrapper.current.contains(active) || wrapper.current.contains(target)) &&
        !isTyping(active)
      );
    };
    const onCopy = (event: ClipboardEvent) => {
      const clip = inside(event) ? copied(fresh.current) : undefined;
      if (!clip) return;
      event.clipboardData?.setData('text/plain', JSON.stringify(clip));
      event.preventDefault();
      if (event.type === 'cut') run('remove', undefined);
      onSay(event.type === 'cut' ? t('said.cut') : t('said.copied'));
    };
    const onPaste = (event: ClipboardEvent) => {
      if (inside(event) && pasteText(event.clipboardData?.getData('text/plain') ?? ''))
        event.preventDefault();
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [wrapper, fresh, run, onSay, t, pasteText]);

  const copy = useCallback(() => {
    const clip = copied(fresh.current);
    if (!clip) return;
    navigator.clipboard.writeText(JSON.stringify(clip)).then(
      () => onSay(t('said.copied')),
      () => onSay(t('said.noClipboard')),
    );
  }, [fresh, onSay, t]);
  const paste = useCallback(() => {
    navigator.clipboard.readText().then(
      (text) => {
        if (!pasteText(text)) onSay(t('said.nothingToPaste'));
      },
      () => onSay(t('said.noClipboard')),
    );
  }, [onSay, t, pasteText]);
  return { copy, paste };
}
