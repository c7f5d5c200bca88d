/** Carries a story out in a browser: colleagues on the staff's screens, everybody else on their own pages without script, the clock on the strip of the rehearsal. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Act, Field, Form } from '../../../contract/index.ts';
import { toLocal } from '../../../core/calendar/index.ts';
import { formTexts } from '../../../designer/form/form-texts.ts';
import { rehearsalTexts } from '../../../designer/rehearsal/rehearsal-texts.ts';
import { workTexts } from '../../../designer/work/work-texts.ts';
import type { Answered, Application } from './application.ts';
import type { Hands } from './hands.ts';

const strip = rehearsalTexts.nl.strip;
const turn = rehearsalTexts.nl.turnDialog;
const begin = rehearsalTexts.nl.begin;
const work = workTexts.nl;
const form = formTexts.nl;

interface Parts {
  app: Pick<Application, 'ask' | 'url'>;
  browser: Browser;
  /** Shows the rehearsal, signed in, in Dutch. */
  page: Page;
  world: string;
  zone: string;
}

interface Task {
  id: string;
  key: string;
  name: string;
  element: string;
  state: string;
  owner?: string;
  form?: Form;
  outcomes?: { id: string; label: string | { nl: string; en: string } }[];
}

type Data = Record<string, unknown>;

export interface BrowserHands extends Hands {
  close(): Promise<void>;
}

export async function browserHands({ app, browser, page, world, zone }: Parts): Promise<BrowserHands> {
  const read = async (path: string) => (await app.ask('GET', path)).body;
  const people = new Map<string, { name: string; side: string }>(
    (await read(`/people?world=${world}`)).items.map((one: { id: string; name: string; side: string }) => [
      one.id,
      one,
    ]),
  );
  /** Residents read on a telephone that runs no script. */
  const theirs: BrowserContext = await browser.newContext({
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
  });
  const nameOf = (id: string) => people.get(id)?.name ?? id;
  const isOurs = (id: string | undefined) => people.get(id ?? '')?.side === 'us';

  async function play(person: string): Promise<void> {
    const part = page.getByLabel(strip.part, { exact: true });
    if ((await part.inputValue()) !== person) await part.selectOption(person);
  }

  const tasksOf = async (instance: string, state: string): Promise<Task[]> =>
    (await read(`/tasks?instance=${instance}&world=${world}&state=${state}&limit=500`)).items;

  /** The open task that an act means, whole. */
  async function taskOf(instance: string, named: string): Promise<Task> {
    const open = await tasksOf(instance, 'open');
    const found = open.find(({ key }) => key === named) ?? open.find(({ name }) => name === named);
    if (!found)
      throw new Error(`Expected '${named}' to be open, but only ${open.map(({ name }) => name)} are`);
    return read(`/tasks/${found.id}`);
  }

  const isOpen = async ({ id }: Task): Promise<boolean> => (await read(`/tasks/${id}`)).state === 'open';

  async function show(instance: string, key: string, kind = 'task'): Promise<void> {
    await page.getByRole('navigation').getByRole('link', { name: work.title }).click();
    await page.locator(`[id="row-${kind}:${instance}/${key}"]`).click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
  }

  async function complete(instance: string, act: Act & { type: 'complete' }): Promise<Answered> {
    const task = await taskOf(instance, act.task);
    const data = (act.data ?? {}) as Data;
    return isOurs(act.by)
      ? completeAsStaff(instance, task, data, act)
      : completeOnTheirPage(instance, task, data, act);
  }

  async function completeAsStaff(
    instance: string,
    task: Task,
    data: Data,
    { by, outcome, onBehalfOf, channel }: Act & { type: 'complete' },
  ): Promise<Answered> {
    await play(by as string);
    await show(instance, task.key);
    const detail = page.getByRole('region', { name: work.detail });
    if (onBehalfOf) await detail.getByRole('radio', { name: work.onBehalf[channel as 'phone'] }).check();
    const label = task.outcomes?.find(({ id }) => id === outcome)?.label;
    const button = detail.getByRole('button', {
      name: label === undefined ? work.complete : typeof label === 'string' ? label : label.nl,
      exact: true,
    });
    await button.waitFor();
    // What was refused before is still there as a draft.
    const afresh = detail.getByRole('button', { name: form.startAfresh });
    if ((await afresh.count()) > 0) await afresh.click();
    const problems = detail.getByRole('alert').filter({ hasText: /\S/ });
    // Questions that belong to an outcome come up when it is pressed.
    for (let press = 0; press < 2; press++) {
      for (const field of task.form?.fields ?? [])
        await fillOnScreen(detail, `task-${task.key}-${field.key}`, field, data[field.key]);
      await button.click();
      await settled(async () => (await problems.count()) > 0 || !(await isOpen(task)));
      if ((await problems.count()) === 0) return DONE;
    }
    return refused(await problems.first().innerText());
  }

  async function fillOnScreen(detail: Locator, id: string, field: Field, value: unknown): Promise<void> {
    const at = detail.locator(`[id="${id}"]`);
    if (field.type === 'commitments') return fillCommitments(detail, id, (value ?? []) as Data[]);
    const label = typeof field.label === 'string' ? field.label : field.label.nl;
    const group = detail
      .getByRole('radiogroup', { name: label })
      .or(detail.getByRole('group', { name: label }));
    if (value === undefined || (await at.or(group).count()) === 0) return;
    switch (field.type) {
      case 'choice':
      case 'scale':
      case 'yesNo':
        return group.locator(`input[value="${value === true ? 'yes' : value}"]`).check();
      case 'choices':
        for (const one of value as string[]) await group.locator(`input[value="${one}"]`).check();
        return;
      case 'people':
        await at.click();
        // Choosing somebody once more would take them off again.
        for (const one of (value as string[]).map(nameOf))
          if ((await detail.locator('.mantine-MultiSelect-pill', { hasText: one }).count()) === 0)
            await choose(page, at, one);
        return page.keyboard.press('Escape');
      default:
        return at.fill(String(value));
    }
  }

  async function fillCommitments(detail: Locator, id: string, commitments: Data[]): Promise<void> {
    for (const [i, { text, owner, due }] of commitments.entries()) {
      const one = detail.getByRole('group', { name: form.commitments.nth.replace('{{n}}', String(i + 1)) });
      if ((await one.count()) === 0) await detail.locator(`[id="${id}-add"]`).click();
      await one.getByLabel(form.commitments.text).fill(String(text));
      const who = one.getByRole('combobox', { name: form.commitments.owner });
      await who.click();
      await choose(page, who, nameOf(String(owner)));
      await one.getByLabel(form.commitments.due).fill(String(due));
    }
  }

  /** Their page is the one that the newest message to them leads to. */
  async function theirPage(person: string): Promise<Page> {
    await play(person);
    const link = page.getByRole('link', {
      name: rehearsalTexts.nl.theirs.open.replace('{{who}}', nameOf(person)),
    });
    const address = await link.getAttribute('href');
    const opened = await theirs.newPage();
    await opened.goto(`${app.url}${address}`);
    return opened;
  }

  async function completeOnTheirPage(
    instance: string,
    task: Task,
    data: Data,
    { by, outcome }: Act & { type: 'complete' },
  ): Promise<Answered> {
    const opened = await theirPage(by as string);
    try {
      await opened.locator(`a[href*="/answer/${instance}/${task.key}"]`).first().click();
      const send = opened.locator(
        outcome === undefined ? 'main form button.main' : `button[value="${outcome}"]`,
      );
      // Questions that an answer brings up are asked before it is kept.
      for (let press = 0; press < 2; press++) {
        for (const { key } of task.form?.fields ?? []) await fillOnPage(opened, key, data[key]);
        await send.click();
        if ((await opened.getByRole('status').count()) > 0) return DONE;
      }
      return refused(await opened.getByRole('alert').first().innerText());
    } finally {
      await opened.close();
    }
  }

  async function fillOnPage(opened: Page, key: string, value: unknown): Promise<void> {
    const all = opened.locator(`main [name="${key}"]:not([type=hidden])`);
    if ((await all.count()) === 0) return;
    const first = all.first();
    const type = await first.getAttribute('type');
    if (type === 'radio' || type === 'checkbox') {
      for (const one of [value ?? []].flat())
        await opened.locator(`main [name="${key}"][value="${one === true ? 'yes' : one}"]`).check();
      return;
    }
    if ((await first.evaluate((element) => element.tagName)) === 'SELECT')
      await first.selectOption(String(value ?? ''));
    else await first.fill(String(value ?? ''));
  }

  async function done(instance: string, { by, commitment }: Act & { type: 'done' }): Promise<Answered> {
    const { items } = await read(`/commitments?instance=${instance}&world=${world}`);
    const { commitment: key } = items.find(
      (one: { commitment: string; text: string }) => one.commitment === commitment || one.text === commitment,
    );
    const opened = await theirPage(by as string);
    try {
      await opened.locator(`form:has(input[name=item][value="${key}"]) button[value=done]`).first().click();
      await opened.getByRole('status').waitFor();
      return DONE;
    } finally {
      await opened.close();
    }
  }

  async function plan(
    instance: string,
    { by, task, moment, place }: Act & { type: 'plan' },
  ): Promise<Answered> {
    const { key } = await taskOf(instance, task);
    await play(by as string);
    await show(instance, key);
    await page.getByRole('button', { name: work.moves.plan }).click();
    const dialog = page.getByRole('dialog');
    const { date, time } = toLocal(zone, moment);
    await dialog.getByLabel(work.plan.moment).fill(`${date}T${time}`);
    if (place) await dialog.getByLabel(work.plan.place, { exact: true }).fill(place);
    await dialog.getByRole('button', { name: work.plan.go }).click();
    await dialog.waitFor({ state: 'detached' });
    return DONE;
  }

  return {
    close: () => theirs.close(),

    async start({ process, by }) {
      await play(by as string);
      await page.getByRole('button', { name: strip.more }).click();
      await page.getByRole('menuitem', { name: strip.begin }).click();
      const dialog = page.getByRole('dialog');
      const { name } = (await read('/definitions')).items.find(({ id }: { id: string }) => id === process);
      await dialog.getByRole('combobox', { name: begin.process }).waitFor();
      const which = dialog.getByRole('combobox', { name: begin.process });
      if ((await which.inputValue()) !== name.nl) {
        await which.click();
        await page.getByRole('option', { name: name.nl, exact: true }).click();
      }
      await dialog.getByRole('button', { name: begin.go }).click();
      await dialog.waitFor({ state: 'detached' });
      const [newest] = (await read(`/instances?world=${world}`)).items;
      return { status: 201, body: { instance: newest.instance } };
    },

    async advanceTo(at) {
      const now = (await read(`/worlds/${world}`)).at;
      if (now === at) return DONE;
      await page.getByRole('button', { name: strip.turn }).click();
      const dialog = page.getByRole('dialog');
      const { date, time } = toLocal(zone, at);
      await dialog.getByLabel(turn.to).fill(`${date}T${time}`);
      await dialog.getByRole('button', { name: turn.go }).click();
      await dialog.waitFor({ state: 'detached', timeout: 120_000 });
      return DONE;
    },

    async act(instance, act) {
      if (act.type === 'complete') return complete(instance, act);
      if (act.type === 'done') return done(instance, act);
      if (act.type === 'plan') return plan(instance, act);
      throw new Error(`Expected an act that is played in the browser, got '${act.type}'`);
    },
  };
}

const DONE: Answered = { status: 200, body: {} };

const refused = (words: string): Answered => ({
  status: 400,
  body: { code: 'INVALID_ARGUMENT', detail: words },
});

async function choose(page: Page, input: Locator, name: string): Promise<void> {
  await input.fill(name);
  await page.getByRole('option', { name: new RegExp(`^${name} \\(`) }).click();
}

/** Until something holds; a busy machine may take its time. */
export async function settled(holds: () => Promise<boolean>, limitMs = 60_000): Promise<void> {
  const until = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error('Expected the screen to have settled by now');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
