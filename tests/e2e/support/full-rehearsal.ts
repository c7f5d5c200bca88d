/** A rehearsal in which everything happens at once: promises kept, moved and late, one initiative on pause, one stuck, pilots, long names. */
import type { Application } from './application.ts';

export interface FullRehearsal {
  world: string;
  /** Initiatives by what is the matter with them. */
  initiatives: Record<'agreed' | 'waiting' | 'paused' | 'stuck', string>;
}

const LONG =
  'Buurtmaaltijd voor iedereen die op zondag niet alleen wil eten in het Vermeerkwartier en omstreken';

const HELP = {
  ownershipDiscussed: 'yes',
  focus: ['within'],
  intensity: 'light',
  handsOrKnowledge: 'both',
  supportKind: 'specific',
  ourRole: 'supporter',
  consentShare: 'anonymous',
};

const REGISTERED = {
  agreed: ['Anouk Jansen', 'anouk@example.org', 'Moestuin De Groene Kring', 'Samen groente kweken.'],
  waiting: ['Petronella Schimmelpenninck-van der Oye', 'petra@example.org', LONG, 'Elke zondag koken we.'],
  paused: ['Grace Mensah', 'grace@example.org', 'Street choir', 'Singing together in the street.'],
  stuck: ['Piet', '0612345678', 'Speelplek', 'Schommel terug'],
} as const;

type Which = keyof typeof REGISTERED;

export async function fullRehearsal({ ask }: Pick<Application, 'ask'>): Promise<FullRehearsal> {
  const must = async (method: string, path: string, body?: unknown) => {
    const answer = await ask(method, path, body);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const one = (name: string) => ({ name, mail: `${name.split(' ')[0]?.toLowerCase()}@example.org` });
  const opened = await must('POST', '/worlds', {
    name: 'Een vol jaar',
    at: '2026-02-02T09:00',
    people: {
      supporter: [one('Sam de Boer'), one('Hendrika van Nieuwenhuijzen-Oosterwijk')],
      coordinator: [one('Noor van Dijk')],
      manager: [one('Max Verhoeven')],
    },
  });
  const world: string = opened.id;
  const supporter: string = opened.roles.supporter[0];
  const initiatives = {} as Record<Which, string>;
  const instances = {} as Record<Which, string>;
  const initiators = {} as Record<Which, string>;
  async function register(which: Which): Promise<void> {
    const [yourName, contact, title, idea] = REGISTERED[which];
    const data = { yourName, contact, title, idea, place: 'Vermeerkwartier' };
    const { initiative, instance, initiator } = await must('POST', '/initiatives', {
      world,
      data: which === 'paused' ? { ...data, language: 'en' } : data,
    });
    initiatives[which] = initiative;
    instances[which] = instance;
    initiators[which] = initiator;
  }
  await Promise.all((Object.keys(REGISTERED) as Which[]).map(register));
  const act = (instance: string, body: object) =>
    must('POST', `/worlds/${world}/instances/${instance}/acts`, body);
  const theirs = (which: Which, body: object) => act(instances[which], { ...body, by: initiators[which] });

  async function toAgreement(which: 'agreed' | 'waiting'): Promise<void> {
    const at = instances[which];
    const complete = (task: string, more: object) => act(at, { type: 'complete', task, ...more });
    await complete('n3', { by: 'coordinator', outcome: 'reached', channel: 'phone' });
    await complete('n4', { by: 'supporter' });
    await complete('n5', { by: 'supporter', data: HELP });
    await theirs(which, { type: 'complete', task: 'n8', outcome: 'our-contact' });
    await complete('n9', {
      by: 'supporter',
      data: {
        weDo: 'We bellen de gemeente en denken mee.',
        weDoNot: 'We nemen het werk niet over.',
        reviewOn: '2026-06-01',
        commitments: [
          { text: 'Vraag de buren wie meedoet', owner: 'initiator', due: '2026-03-02' },
          {
            text: 'Bel de gemeente over de grond, en vraag meteen naar water, een vergunning voor het hek en de sleutel',
            owner: 'supporter',
            due: '2026-02-09',
          },
          { text: 'Zoek een schuurtje voor gereedschap', owner: 'supporter', due: '2026-04-20' },
        ],
      },
    });
  }
  await Promise.all([toAgreement('agreed'), toAgreement('waiting')]);
  const confirmed = { type: 'complete', task: 'n9.confirm', outcome: 'confirm' };
  await theirs('agreed', { ...confirmed, data: { ownershipAccepted: true } });
  await theirs('paused', { type: 'pause', until: '2026-05-04', why: 'even op adem komen' });

  const pilot = await must('POST', '/instances', {
    process: 'T2',
    initiative: initiatives.agreed,
    world,
  });
  await act(pilot.instance, {
    type: 'complete',
    task: 'n1',
    by: initiators.agreed,
    data: {
      question: 'Komen er mensen terug?',
      smallestStart: 'één middag met vijf buren',
      start: '2026-02-09',
      months: 1,
      goodEnough: 'als vijf buren terugkomen',
    },
  });
  // A process that nobody can begin with: nobody has either role any more.
  for (const role of ['initiator', 'supporter'])
    await must('POST', `/initiatives/${initiatives.stuck}/acts`, { type: 'assign', role, people: [] });
  await must('POST', '/instances', { process: 'T2', initiative: initiatives.stuck, world });
  const { items } = await must('GET', `/commitments?instance=${instances.agreed}&world=${world}`);
  const commitment = (text: string) =>
    items.find((item: { text: string }) => item.text.startsWith(text)).commitment;
  await act(instances.agreed, {
    type: 'rePromise',
    commitment: commitment('Zoek'),
    by: supporter,
    due: '2026-05-02',
    why: 'De eigenaar is met vakantie',
  });
  await must('POST', `/worlds/${world}/jump`, { to: '2026-02-20T12:00' });
  return { world, initiatives };
}
