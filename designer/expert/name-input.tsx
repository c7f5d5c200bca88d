/** A name that other things refer to: it changes when one is done typing, and only to what may be. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Allowed } from '../actions/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { announce } from '../shared/announce.tsx';
import { keepFocus } from './keep-focus.ts';

interface Props {
  label: string;
  description?: string;
  value: string;
  /** Names what it belongs to once it is called so, so that the keyboard finds it again where that is drawn anew. */
  place?: string;
  may(name: string): Allowed;
  onChange(name: string): void;
}

export function NameInput({ label, description, value, place, may, onChange }: Props) {
  const language = useLanguage();
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? value;
  const allowed = shown === value ? undefined : may(shown);
  const why = allowed && !allowed.ok ? allowed.why[language] : undefined;
  const done = () => {
    if (typed === undefined) return;
    setTyped(undefined);
    if (typed === value) return;
    if (why) announce(why);
    else {
      onChange(typed);
      if (place) keepFocus(`[data-name-of="${CSS.escape(`${place} ${typed}`)}"]`);
    }
  };
  return (
    <TextInput
      size="sm"
      label={label}
      description={description}
      spellCheck={false}
      autoCapitalize="none"
      data-name-of={place && `${place} ${value}`}
      value={shown}
      error={why}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done();
        else if (event.key === 'Escape' && typed !== undefined) {
          event.stopPropagation();
          setTyped(undefined);
        }
      }}
    />
  );
}
