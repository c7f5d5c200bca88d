/** The S1 story up to the moment that the initiator is asked something, in a rehearsal, with the links that people got. */
import { randomUUID } from 'node:crypto';
import type { RunningForTests } from '../../api/support/app.ts';

export interface Story {
  world: string;
  instance: string;
  initiative: string;
  act(body: object): Promise<void>;
  /** Address of the personal page in the newest message to a role that is about an item; with a button when named. */
  link(to: string, about?: string, button?: string): Promise<string>;
  open(): Promise<string[]>;
  /** Everything that could be changed by looking: facts, messages, tasks, commitments. */
  everything(): Promise<unknown>;
  people: Record<string, string>;
}

const HELP = {
  ownershipDiscussed: 'yes',
  focus: 'within',
  intensity: 'light',
  handsOrKnowledge: 'knowledge',
  supportKind: 'specific',
  ourRole: 'supporter',
  consentShare: 'anonymous',
};

export async function story(app: RunningForTests, language: 'nl' | 'en' = 'nl'): Promise<Story> {
  const person = (name: string, key: string) => [
    { name, mail: `${key}@example.org`, phone: '033 555 0102', language },
  ];
  const created = await app.ask('coordinator', 'POST', '/worlds', {
    at: '2026-04-01T20:15',
    people: {
      initiator: person('Noor Jansen', 'noor'),
      supporter: person('Sam de Boer', 'sam'),
      coordinator: person('Cora Smit', 'cora'),
      manager: person('Max Vos', 'max'),
      partner: person('Mila Bos', 'mila'),
    },
  });
  const world = created.body.id as string;
  const registered = await app.ask('coordinator', 'POST', '/initiatives', {
    world,
    data: {
      yourName: 'Noor Jansen',
      contact: 'noor@example.org',
      idea: 'We willen met de straat groente kweken op de lege hoek.\nIedereen mag meedoen.',
      place: 'Soesterkwartier',
      title: 'De Groene Kring',
      motto: 'Samen eten wat je & de buren zaaien',
      language,
    },
  });
  const { instance, initiative } = registered.body;
  const whole = (await app.ask('coordinator', 'GET', `/worlds/${world}`)).body;
  const people = Object.fromEntries(
    Object.entries((whole.roles ?? {}) as Record<string, string[]>).map(([role, [first]]) => [
      role,
      first as string,
    ]),
  );
  const messages = async () =>
    (await app.ask('coordinator', 'GET', `/messages?world=${world}&limit=200`)).body.items as {
      key: string;
      to: string;
      about: string[];
    }[];
  return {
    world,
    instance,
    initiative,
    people,
    async act(body) {
      const path = `/worlds/${world}/instances/${instance}/acts`;
      const key = { 'Idempotency-Key': randomUUID() };
      // No answer in time is asked again with the same key, as the answer itself says.
      for (let n = 0; ; n++) {
        const answer = await app.ask('coordinator', 'POST', path, body, key);
        if (answer.status === 200) return;
        if (answer.status !== 503 || n === 5)
          throw new Error(`${JSON.stringify(body)}: ${JSON.stringify(answer.body)}`);
      }
    },
    async link(to, about, button) {
      const found = (await messages()).find(
        (one) => one.to === people[to] && (about === undefined || one.about.includes(about)),
      );
      if (!found) throw new Error(`Expected a message to ${to} about ${about}`);
      const { body } = await app.ask(
        'coordinator',
        'GET',
        `/messages/${encodeURIComponent(found.key)}?as=text`,
      );
      const links = [...(body as string).matchAll(/https?:\S+\/p\/[\w-]+(?:\?button=[\w-]+)?/g)].map(
        ([url]) => url,
      );
      const wanted =
        button === undefined ? links[0]?.split('?')[0] : links.find((url) => url.endsWith(`=${button}`));
      if (!wanted) throw new Error(`Expected a link${button ? ` with button ${button}` : ''} in: ${body}`);
      const { pathname, search } = new URL(wanted);
      return app.url + pathname + search;
    },
    async open() {
      const { body } = await app.ask('coordinator', 'GET', `/tasks?instance=${instance}&state=open`);
      return body.items.map(({ name }: { name: string }) => name);
    },
    async everything() {
      const [facts, tasks, commitments, sent, initiatives] = await Promise.all([
        app.ask('coordinator', 'GET', `/instances/${instance}/facts?limit=500`),
        app.ask('coordinator', 'GET', `/tasks?instance=${instance}`),
        app.ask('coordinator', 'GET', `/commitments?instance=${instance}`),
        messages(),
        app.ask('coordinator', 'GET', `/initiatives/${initiative}`),
      ]);
      return [facts.body, tasks.body, commitments.body, sent, initiatives.body];
    },
  };
}

/** Noor is asked which support she wants. */
export async function toChoosing(told: Story): Promise<Story> {
  await told.act({ type: 'complete', task: 'n3', by: 'coordinator', outcome: 'reached' });
  await told.act({ type: 'complete', task: 'n4', by: 'supporter' });
  await told.act({ type: 'complete', task: 'n5', by: 'supporter', data: HELP });
  return told;
}

/** Noor is asked to confirm the agreement that Sam drafted. */
export async function toConfirming(told: Story): Promise<Story> {
  await told.act({ type: 'complete', task: 'n8', by: 'initiator', outcome: 'our-contact' });
  await told.act({
    type: 'complete',
    task: 'n9',
    by: 'supporter',
    data: {
      commitments: [
        { text: 'Vraag de buren wie meedoet', owner: 'initiator', due: '2026-04-20' },
        { text: 'Bel de gemeente over de grond', owner: 'supporter', due: '2026-04-17' },
        { text: 'Zoek een schuurtje voor gereedschap', owner: 'supporter', due: '2026-05-08' },
      ],
      weDo: 'We bellen de gemeente en denken mee.',
      weDoNot: 'We nemen het werk niet over.',
      reviewOn: '2026-07-01',
    },
  });
  return told;
}

export const choosing = async (app: RunningForTests, language?: 'nl' | 'en'): Promise<Story> =>
  toChoosing(await story(app, language));

export const confirming = async (app: RunningForTests, language?: 'nl' | 'en'): Promise<Story> =>
  toConfirming(await choosing(app, language));
