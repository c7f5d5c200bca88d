/** Which form is being made. It stays open under another identifier, also when undo gives the old one back. */
import { useState } from 'react';
import type { Definition, Form } from '../../contract/index.ts';

interface Edited {
  id: string;
  /** Its place among the forms, and how many there were: a form that was renamed stands where it stood. */
  at: number;
  of: number;
}

export interface EditedForm {
  form: Form | undefined;
  /** The same while that form is open, whatever it is called. */
  at: number;
  open(id: string): void;
  close(): void;
}

export function useEditedForm({ forms }: Definition): EditedForm {
  const [edited, setEdited] = useState<Edited>();
  const named = edited && forms.find(({ id }) => id === edited.id);
  const form = named ?? (edited && edited.of === forms.length ? forms[edited.at] : undefined);
  // It may have gone to another place meanwhile: remembered as it is now.
  if (edited && form && (form.id !== edited.id || edited.of !== forms.length))
    setEdited({ id: form.id, at: forms.indexOf(form), of: forms.length });
  return {
    form,
    at: edited?.at ?? -1,
    open: (id) => setEdited({ id, at: -1, of: -1 }),
    close: () => setEdited(undefined),
  };
}
