/** What a scenario expected and what came, in the words of whoever drew the process. */
import type { TFunction } from 'i18next';
import type { Definition, Language } from '../../contract/index.ts';
import { said } from '../../core/prose/say.ts';
import type { Failure } from '../../core/scenario/index.ts';
import type { Json } from '../../core/state.ts';
import { writtenDate } from '../../core/texts/index.ts';

export interface Words {
  expected: string;
  got: string;
}

/** `step` is the step of the scenario that it is about. */
export function failureWords(
  { step: what, expected, got }: Failure,
  step: { [key: string]: Json } | undefined,
  definition: Definition,
  language: Language,
  t: TFunction<'trying'>,
): Words {
  const name = (id: string): string => {
    const base = id.replace(/\.confirm$/, '');
    const element = definition.elements.find((one) => one.id === id || one.id === base);
    const end = definition.elements.find((one) => one.type === 'endEvent' && one.outcome === id);
    const words = said((element ?? end)?.name, language);
    return words ? `‘${words}’` : `‘${id}’`;
  };
  const list = (text: string): string => {
    const ids = text.split(', ').filter((one) => one !== '' && one !== 'nothing');
    return ids.map(name).join(', ') || t('words.nothing');
  };
  const after = (text: string): string => text.slice(text.indexOf(': ') + 2);
  const named = (text: string): string =>
    text.replace(/\b[\w-]+(?:\.[\w-]+)*\b/g, (id) =>
      definition.elements.some((one) => one.id === id) ? name(id) : id,
    );
  const kind = what.replace(/^expect /, '');
  if (kind === what)
    return {
      expected: t('words.accepted'),
      got: t('words.refused', { why: named(got.replace(/^[A-Z_]+: /, '')) }),
    };
  const about = expectationsOf(step).find((one) => kind in one)?.[kind];
  switch (kind) {
    case 'open':
    case 'where':
    case 'commitments':
      return {
        expected: t(`words.${kind}`, { list: list(after(expected)) }),
        got: t(`words.${kind}`, { list: list(after(got)) }),
      };
    case 'ended':
    case 'running': {
      const [status = '', ...parts] = got.split('; ');
      const how = parts.find((one) => one.startsWith('outcomes: '));
      const active = parts.find((one) => one.startsWith('active: '));
      const over = (outcomes: string) =>
        outcomes === '' || outcomes === 'nothing'
          ? t('words.ended')
          : t('words.endedAs', { how: list(outcomes) });
      const isRunning = status === 'running';
      return {
        expected:
          kind === 'running'
            ? t(about === false ? 'words.ended' : 'words.running')
            : over(typeof about === 'string' ? about : ''),
        got:
          status === 'stopped'
            ? t('words.stopped')
            : isRunning && active && after(active) !== 'nothing'
              ? t('words.where', { list: list(after(active)) })
              : isRunning
                ? t('words.running')
                : over(how ? after(how) : ''),
      };
    }
    case 'task': {
      const id = /open task (\S+)/.exec(expected)?.[1] ?? '';
      const owner = / owner ([^,]+)/.exec(expected)?.[1];
      const due = / due (\d{4}-\d{2}-\d{2})/.exec(expected)?.[1];
      const isThere = !got.startsWith('no such task');
      const gotOwner = /\(owner ([^,)]+)/.exec(got)?.[1];
      const gotDue = /due (\d{4}-\d{2}-\d{2})/.exec(got)?.[1];
      const more = (who: string | undefined, when: string | undefined) =>
        `${who === undefined ? '' : t('words.owner', { who })}${when === undefined ? '' : t('words.due', { when: writtenDate(language, when, when) })}`;
      return {
        expected: t('words.task', { what: name(id), more: more(owner, due) }),
        got: isThere
          ? t('words.task', { what: name(id), more: more(gotOwner, gotDue) })
          : t('words.open', { list: list(after(got.slice(got.indexOf('; ') + 2))) }),
      };
    }
    case 'mail': {
      const who = /to ([^,]+)/.exec(expected)?.[1] ?? '';
      const on = / on (\d{4}-\d{2}-\d{2})/.exec(expected)?.[1];
      return {
        expected: t('words.mail', { who, when: on === undefined ? '' : writtenDate(language, on, on) }),
        got: t('words.noMail'),
      };
    }
    case 'incident': {
      const element =
        typeof about === 'object' && about !== null && !Array.isArray(about) ? about.element : '';
      return {
        expected: t('words.incident', { what: name(String(element)) }),
        got: t('words.noIncident'),
      };
    }
    default:
      return { expected: named(expected), got: named(got) };
  }
}

function expectationsOf(step: { [key: string]: Json } | undefined): { [key: string]: Json }[] {
  const all = step?.expect;
  const list = Array.isArray(all) ? all : [all];
  return list.filter(
    (one): one is { [key: string]: Json } => typeof one === 'object' && one !== null && !Array.isArray(one),
  );
}
