/** A name that other things refer to: it changes when one is done typing, and only to what may be. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Allowed } from '../actions/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { announce } from '../shared/announce.tsx';

interface Props {
  label: string;
  description?: string;
  value: string;
  may(name: string): Allowed;
  onChange(name: string): void;
}

export function NameInput({ label, description, value, may, onChange }: Props) {
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
    else onChange(typed);
  };
  return (
    <TextInput
      size="sm"
      label={label}
      description={description}
      spellCheck={false}
      autoCapitalize="none"
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
