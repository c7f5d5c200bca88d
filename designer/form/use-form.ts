/** A form being filled in: its values, a draft that survives a reload, and checking with the engine's own rules. */
import { useCallback, useMemo, useState } from 'react';
import type { Form } from '../../contract/index.ts';
import { evaluate, type Now } from '../../core/feel/index.ts';
import { validateForm } from '../../core/forms/index.ts';
import type { Json, Variables } from '../../core/state.ts';
import { useLanguage } from '../app/i18n.ts';
import { useRehearsal } from '../app/rehearsal.ts';
import { useSelf } from '../app/session.ts';
import { useZone } from '../shared/today.ts';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';

export interface Filling {
  data: Variables;
  problems: Readonly<Record<string, string>>;
  now: Now;
  /** Began as a draft of an earlier visit. */
  restored: boolean;
  set(key: string, value: Json): void;
  /** The data as they are kept, or nothing when something does not fit: then the problems say what. */
  check(outcome: string | undefined): Variables | undefined;
  /** Problems the server found, by path. */
  setProblems(problems: Record<string, string>): void;
  /** Back to an empty form. */
  reset(): void;
  done(): void;
}

const NO_FORM: Form = { id: 'none', name: '', fields: [] };

/**
 * `task` names the draft; `people` say who holds each role, for fields that must include one: where nobody knows, the server
 * judges. `before` was told earlier and is only completed or changed.
 */
export function useForm(
  task: string,
  form: Form = NO_FORM,
  people?: Record<string, string[]>,
  before?: Variables,
): Filling {
  const person = useSelf().id ?? 'nobody';
  const zone = useZone();
  const language = useLanguage();
  const clock = useRehearsal()?.world.at;
  /** The moment of asking: in a rehearsal what its clock shows. */
  const nowAt = () => clock ?? new Date().toISOString();
  const now = useMemo<Now>(() => ({ at: clock ?? new Date().toISOString(), zone }), [clock, zone]);
  const draft = useMemo(() => readDraft(person, task), [person, task]);
  const [data, setData] = useState<Variables>(() => draft ?? { ...defaultsOf(form, now), ...before });
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [restored, setRestored] = useState(draft !== undefined);

  const set = useCallback(
    (key: string, value: Json) => {
      setData((before) => {
        const after = { ...before, [key]: value };
        keepDraft(person, task, after);
        return after;
      });
      setProblems((before) => without(before, key));
    },
    [person, task],
  );
  return {
    data,
    problems,
    now,
    restored,
    set,
    setProblems,
    check(outcome) {
      const asked = people ? form : withoutMust(form);
      const result = validateForm(asked, data, {}, { ...now, at: nowAt() }, outcome, people ?? {});
      if (result.ok) {
        setProblems({});
        return result.data;
      }
      setProblems(Object.fromEntries(result.problems.map(({ path, text }) => [path, text[language]])));
      return undefined;
    },
    reset() {
      dropDraft(person, task);
      setData({ ...defaultsOf(form, now), ...before });
      setProblems({});
      setRestored(false);
    },
    done: () => dropDraft(person, task),
  };
}

const withoutMust = (form: Form): Form => ({
  ...form,
  fields: form.fields.map(({ mustInclude: _, ...field }) => field),
});

/** Values that are there before anybody types. */
export function defaultsOf(form: Form, now: Now): Variables {
  const values: Variables = {};
  for (const { key, default: preset } of form.fields) {
    if (preset === undefined) continue;
    if (typeof preset !== 'string' || !preset.startsWith('=')) values[key] = preset;
    else {
      const made = evaluate(preset.slice(1), {}, now);
      if (made.ok && made.value !== null) values[key] = made.value;
    }
  }
  return values;
}

/** Problems of other fields. */
function without(problems: Record<string, string>, key: string): Record<string, string> {
  const others = Object.entries(problems).filter(([path]) => path !== key && !path.startsWith(`${key}[`));
  return others.length === Object.keys(problems).length ? problems : Object.fromEntries(others);
}
