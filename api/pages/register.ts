/** Registering without an account: the form of a process that residents may start, kept when something is wrong, done once. */
import type { Request, RequestHandler } from 'express';
import { ulid } from 'ulid';
import type { Definition, Form, Language } from '../../contract/index.ts';
import { localDate } from '../../core/calendar/index.ts';
import { validateForm, visibleFields } from '../../core/forms/index.ts';
import { standardRoles } from '../../core/standard-roles.ts';
import type { Variables } from '../../core/state.ts';
import { wordsOf, writtenDate } from '../../core/texts/index.ts';
import { one, readForm } from '../../pages/form-data.ts';
import {
  fieldsToRegister,
  type RegisterPage,
  registerClosedPage,
  registeredPage,
  registerPage,
} from '../../pages/register.ts';
import { WORDS } from '../../pages/words.ts';
import type { Organisation } from '../../store/index.ts';
import type { Deps } from '../deps.ts';
import { Problem } from '../problem.ts';
import { register } from '../register.ts';
import { acceptedLanguage, strangersFrame } from './opened.ts';
import { isAway, send, sentBy } from './reading.ts';

const PER_PLACE = { most: 20, withinMs: 3_600_000 };

interface Offered {
  organisation: Organisation;
  process: string;
  form: Form;
}

export const showRegister =
  (deps: Deps): RequestHandler =>
  async (request, response) => {
    const offered = await find(deps, request);
    const frame = await strangersFrame(deps, request, offered?.organisation);
    if (!offered) return send(response, registerClosedPage(frame), 404);
    send(response, registerPage(pageOf(deps, request, offered, frame, {}, ulid())));
  };

export const takeRegistration =
  (deps: Deps): RequestHandler =>
  async (request, response) => {
    const { store, clock } = deps;
    const offered = await find(deps, request);
    const frame = await strangersFrame(deps, request, offered?.organisation);
    if (!offered) return send(response, registerClosedPage(frame), 404);
    const { organisation, process, form } = offered;
    const { language } = frame;
    const sent = sentBy(request);
    const once = /^[0-9A-HJKMNP-TV-Z]{26}$/.exec(one(sent, 'once'))?.[0] ?? ulid();
    const data = readForm(form.fields, sent, language);
    const again = (more: Partial<RegisterPage>, status: number) =>
      send(response, registerPage({ ...pageOf(deps, request, offered, frame, data, once), ...more }), status);
    const thanks = async (instance?: string) => {
      const name = typeof data.yourName === 'string' ? data.yourName : undefined;
      const byMail = String(data.contact ?? '').includes('@');
      const firstContact =
        instance === undefined ? undefined : await firstTask(deps, organisation, instance, language);
      send(
        response,
        registeredPage({
          ...frame,
          byMail,
          ...(name ? { name } : {}),
          ...(firstContact ? { firstContact } : {}),
        }),
      );
    };
    // What no person sees was filled in.
    if (one(sent, 'website') !== '') return thanks();

    const now = { at: clock(), zone: organisation.zone };
    const wasAsked = new Set([sent.asked ?? []].flat());
    if (visibleFields(form, data, {}, now).some(({ key }) => !wasAsked.has(key)))
      return again({ note: 'more' }, 422);
    const problems = problemsOf(form, data, now, language);
    if (problems.length > 0) return again({ problems }, 422);

    const key = { org: organisation.id, by: 'register', key: once };
    const claimed = await store.requests.claim(key, { hash: process, id: ulid(), at: clock() });
    if (claimed.answer === undefined) {
      const from = store.accounts.addressOf(request.ip ?? 'unknown');
      if ((await store.tries.take(`register/${from}`, PER_PLACE, clock())) > 0) {
        await store.requests.release(key);
        return again({ note: 'tooMany' }, 429);
      }
    }
    try {
      const { instance } =
        (claimed.answer as { instance: string } | undefined) ??
        (await register(
          deps,
          { process, data: { ...data, language: data.language ?? language } },
          { org: organisation.id },
          claimed.id,
        ));
      await store.requests.answered(key, { instance });
      await thanks(instance);
    } catch (error) {
      if (isAway(error)) return again({ note: 'away' }, 503);
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      await store.requests.release(key);
      const told = error.more.problems ?? [{ path: '', message: error.message }];
      again(
        { problems: told.map(({ path, message }) => ({ path: path.replace(/^data\./, ''), text: message })) },
        422,
      );
    }
  };

/** A published process whose form residents may start; of the organisation that is named, or the only one that has it. */
async function find({ store }: Deps, request: Request): Promise<Offered | undefined> {
  const process = String(request.params.process);
  const named = request.query.org;
  const all = await store.organisations.list();
  const found: Offered[] = [];
  for (const organisation of all) {
    if (typeof named === 'string' && organisation.id !== named) continue;
    const version = await store.versions.latest(organisation.id, process);
    const definition = version && (await store.versions.definition(version.hash));
    const form = definition && startForm(definition);
    if (form) found.push({ organisation, process, form });
  }
  return found.length === 1 ? found[0] : undefined;
}

function startForm(definition: Definition): Form | undefined {
  const side = (role: string) => definition.roles.find(({ id }) => id === role)?.side ?? standardRoles[role];
  const start = definition.elements.find(
    (element) =>
      element.type === 'startEvent' &&
      element.form !== undefined &&
      element.parent === undefined &&
      (element.by === undefined || element.by.some((role) => side(role) === 'initiator')),
  );
  if (start?.type !== 'startEvent') return undefined;
  const form = definition.forms.find(({ id }) => id === start.form);
  if (!form) return undefined;
  return { ...form, fields: fieldsToRegister(form) };
}

function problemsOf(form: Form, data: Variables, now: { at: string; zone: string }, language: Language) {
  const words = WORDS[language].register;
  const read = validateForm(form, data, {}, now);
  const found = read.ok ? [] : read.problems.map(({ path, text }) => ({ path, text: text[language] }));
  const contact = typeof data.contact === 'string' ? data.contact.replace(/[\s-]/g, '') : '';
  const own = [
    ...(String(data.yourName ?? '').trim() ? [] : [{ path: 'yourName', text: words.nameMissing }]),
    ...(/\S@\S+\.\S|^\+?\d{6,}$/.test(contact) ? [] : [{ path: 'contact', text: words.contactMissing }]),
  ];
  return [...own, ...found.filter(({ path }) => !own.some((one) => one.path === path))];
}

function pageOf(
  { clock }: Deps,
  request: Request,
  { organisation, process, form }: Offered,
  frame: Awaited<ReturnType<typeof strangersFrame>>,
  values: Variables,
  once: string,
): RegisterPage {
  const { language } = frame;
  const named = typeof request.query.org === 'string' ? `&org=${encodeURIComponent(organisation.id)}` : '';
  const at = (lang: Language) => `/register/${encodeURIComponent(process)}?lang=${lang}${named}`;
  const now = { at: clock(), zone: organisation.zone };
  return {
    ...frame,
    other: at(language === 'nl' ? 'en' : 'nl'),
    at: at(acceptedLanguage(request)),
    once,
    ...(form.intro === undefined ? {} : { intro: wordsOf(form.intro, language) }),
    fields: visibleFields(form, values, {}, now),
    values,
    problems: [],
    people: [],
    today: localDate(organisation.zone, clock()),
  };
}

/** Who gets in touch, and by when: the first task of ours that the registration opened. */
async function firstTask(
  { store }: Deps,
  { id: org, zone }: Organisation,
  instance: string,
  language: Language,
) {
  const tasks = await store.rows.tasks({ org, instance, state: 'open' });
  const task = tasks.find(({ side, due }) => side === 'us' && due);
  const name = task?.owner === undefined ? undefined : (await store.people.get(task.owner))?.name;
  if (!task?.due || !name) return undefined;
  const date = task.due.date ?? localDate(zone, task.due.at);
  return { who: name, day: writtenDate(language, date, localDate(zone, task.createdAt)) };
}
