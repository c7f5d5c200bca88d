/** A process of three steps whose middle one gets stuck, with one instance that waits before it and one that is stuck in it. */
import type { Application } from './application.ts';

export interface Lending {
  process: string;
  initiative: string;
  waiting: string;
  stuck: string;
}

interface Names {
  look: string;
  hand: string;
  lookName: string;
  handName: string;
  days: number;
}

const first: Names = {
  look: 'look',
  hand: 'hand',
  lookName: 'Zoek het op',
  handName: 'Geef het mee',
  days: 5,
};
/** Has other elements for the same work, and more time for the first. */
const second: Names = {
  look: 'see',
  hand: 'pass',
  lookName: 'Kijk wat er is',
  handName: 'Reik het uit',
  days: 8,
};

const both = (nl: string) => ({ nl, en: nl });

function drawn(id: string, { look, hand, lookName, handName, days }: Names) {
  const order = ['start', 'question', look, hand, 'end'];
  return {
    v: 1,
    id,
    name: both(`Lenen ${id}`),
    roles: [{ id: 'coordinator', name: both('coördinator'), side: 'us' }],
    variables: { street: 'Elm' },
    elements: [
      { id: 'start', type: 'startEvent', x: 40, y: 120 },
      {
        id: 'question',
        type: 'userTask',
        name: both('Bekijk de vraag'),
        roles: ['coordinator'],
        term: { amount: days, unit: 'workingDays' },
        x: 150,
        y: 100,
      },
      {
        id: look,
        type: 'serviceTask',
        job: 'http.request',
        name: both(lookName),
        // An address inside is refused at once.
        input: { url: '"http://127.0.0.1:9/things"' },
        retries: 1,
        x: 450,
        y: 100,
      },
      {
        id: hand,
        type: 'userTask',
        name: both(handName),
        roles: ['coordinator'],
        term: { amount: 2, unit: 'workingDays' },
        x: 750,
        y: 100,
      },
      { id: 'end', type: 'endEvent', x: 1050, y: 120 },
    ],
    flows: order.slice(1).map((to, i) => ({ id: `${order[i]}-${to}`, from: order[i], to })),
  };
}

export async function lending(
  { ask }: Pick<Application, 'ask'>,
  process: string,
  { second: hasSecond = false } = {},
): Promise<Lending> {
  const must = async (method: string, path: string, body?: unknown) => {
    const answer = await ask(method, path, body);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const publish = (revision: number, note: string) =>
    must('POST', `/definitions/${process}/versions`, { revision, note });
  const { revision } = await must('POST', '/definitions', { definition: drawn(process, first) });
  await publish(revision, 'Eerste versie');
  const { initiative } = await must('POST', '/initiatives', {
    data: {
      yourName: 'Anouk Jansen',
      contact: `${process}@example.org`,
      title: 'Moestuin De Groene Kring',
      idea: 'Samen groente kweken.',
      place: 'Vermeerkwartier',
    },
  });
  const start = async (): Promise<string> =>
    (await must('POST', '/instances', { process, initiative })).instance;
  const waiting = await start();
  const stuck = await start();
  await must('POST', `/instances/${stuck}/acts`, { type: 'complete', task: 'question' });
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    const { open } = await must('GET', `/instances/${stuck}`);
    if (open.incidents.length > 0) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  if (hasSecond) {
    const saved = await must('PUT', `/definitions/${process}`, {
      definition: drawn(process, second),
      revision,
    });
    await publish(saved.revision, 'Meer tijd om te kijken');
  }
  return { process, initiative, waiting, stuck };
}
