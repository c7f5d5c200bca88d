import { describe, expect, test } from 'vitest';
import { renderMessage } from '../../../core/texts/index.ts';
import { FULL, lookups, message, note, OWN, PROMISE } from './example.ts';

describe('dates', () => {
  test('are weekday, day and month, with the year only when it is another one', () => {
    const { text } = renderMessage(
      message([note('std:task.new', { name: 'x', due: '2026-04-03' })]),
      'nl',
      lookups,
    );
    const other = renderMessage(
      message([note('std:task.new', { name: 'x', due: '2027-01-04' })]),
      'en',
      lookups,
    );

    expect(text).toContain('Graag uiterlijk vrijdag 3 april.');
    expect(other.text).toContain('Please by Monday 4 January 2027.');
  });

  test('come with a time when it is not the usual one', () => {
    const at = (dueTime: string) =>
      renderMessage(message([note('std:task.new', { ...FULL, dueTime })]), 'nl', lookups).text;

    expect(at('17:00')).toContain('uiterlijk vrijdag 3 april.');
    expect(at('12:00')).toContain('uiterlijk vrijdag 3 april om 12.00 uur.');
  });

  test('of meetings are on the clock of the organisation', () => {
    const words = (language: 'nl' | 'en') =>
      renderMessage(message([note('std:meeting.planned', FULL)]), language, lookups).subject;

    expect(words('nl')).toBe('Uitnodiging: donderdag 9 april om 19.30 uur');
    expect(words('en')).toBe('Invitation: Thursday 9 April at 19:30');
  });
});

describe('placeholders', () => {
  const said = (body: string, data: object, language: 'nl' | 'en' = 'nl') =>
    renderMessage(message([note('def:own', data as never)]), language, {
      ...lookups,
      definitionText: () => ({ subject: 'S', body }),
    }).blocks[0]?.parts.map((part) => ('paragraph' in part ? part.paragraph : part.list));

  test('of variables show numbers, dates, people, lists and money as people write them', () => {
    const variables = {
      count: 1234.5,
      end: '2026-12-07',
      who: 'bo',
      all: ['brood', 'soep', 'thee'],
      open: true,
      cents: 780_000,
      odd: 1250,
      moment: '2026-10-01T15:00:00.000Z',
    };
    const body =
      '{value:count}; {value:end}; {date:end}; {value:who}; {value:all}; {value:open}; {money:cents}; {money:odd}; {date:moment}';

    expect(said(body, { variables })).toEqual([
      [
        '1.234,5; maandag 7 december; maandag 7 december; Bo Visser; brood, soep en thee; ja; €\u00a07.800; €\u00a012,50; donderdag 1 oktober om 17.00 uur',
      ],
    ]);
  });

  test('of periods are written as people say them', () => {
    const variables = { month: '2026-03', quarter: '2026-Q4', year: '2026', never: 'soon' };
    const body = '{period:month}; {period:quarter}; {period:year}[; {period:never}].';

    expect(said(body, { variables })).toEqual([['Maart 2026; vierde kwartaal 2026; 2026.']]);
    expect(said(body, { variables }, 'en')).toEqual([['March 2026; fourth quarter of 2026; 2026.']]);
  });

  test('of other elements name their day, and links are words with an address', () => {
    expect(said('Klaar op {due:n3}. Zie {link}.', { dues: { n3: '2026-04-03' } })).toEqual([
      [
        'Klaar op vrijdag 3 april. Zie ',
        { label: 'je pagina', url: expect.stringContaining('https://') },
        '.',
      ],
    ]);
  });

  test('in square brackets take their sentence with them when nothing is known', () => {
    expect(said('Sorry. [De reden: {why}.] Tot snel.', {})).toEqual([['Sorry. Tot snel.']]);
    expect(said('Sorry. [De reden: {why}.] Tot snel.', { why: 'ziek.' })).toEqual([
      ['Sorry. De reden: ziek. Tot snel.'],
    ]);
    expect(said('[{why}]\n\nDaarna [iets] anders', {})).toEqual([['Daarna [iets] anders']]);
  });

  test('in what people wrote are left as they are', () => {
    expect(said('{why}', { why: 'ik typte {contactPhone} en [dit]' })).toEqual([
      ['Ik typte {contactPhone} en [dit]'],
    ]);
  });

  test('without a value and without brackets have ordinary words', () => {
    expect(said('{owner} belt je {due} over {name}.', {})).toEqual([
      ['Een collega belt je binnenkort over deze vraag.'],
    ]);
  });

  test('that list all commitments become a list with who carries each', () => {
    const [list] = said('{commitments}', { commitments: [OWN, PROMISE] }) as [unknown[]];

    expect(list).toEqual([
      {
        side: 'initiator',
        mark: '●',
        word: 'jullie',
        text: OWN.text,
        owner: 'Ada',
        due: 'vrijdag 5 juni',
      },
      {
        side: 'us',
        mark: '■',
        word: 'wij',
        text: PROMISE.text,
        owner: 'Bo Visser',
        due: 'vrijdag 24 april',
      },
    ]);
  });
});

describe('subjects', () => {
  test('quote no commitment and name no person', () => {
    const secret = { ...OWN, text: 'Piet Jansen naar de dokter brengen' };
    for (const key of ['INIT.+3', 'INIT.-1', 'commitment.new', 'newDateAsked', 'help.asked', 'ORG.+1']) {
      const { subject } = renderMessage(
        message([note(`std:${key}`, { ...FULL, name: secret.text, commitment: secret })]),
        'nl',
        lookups,
      );
      expect(subject).not.toMatch(/Piet|dokter|Ada|Bo/);
    }
  });

  test('know a commitment by its id where a note carries only its words', () => {
    const { subject } = renderMessage(
      message([note('std:offer', { name: 'Piet naar de dokter brengen', from: 'bo' }, { about: ['c2'] })]),
      'nl',
      lookups,
    );

    expect(subject).toBe('Kun jij dit overnemen: een afspraak?');
  });

  test('are one line, whatever somebody called their initiative', () => {
    const { subject } = renderMessage(message([note('def:x', {})]), 'nl', {
      ...lookups,
      initiative: () => ({ title: 'Tuin\r\nBcc: everybody@example.org\u2028\u0000' }),
      definitionText: () => ({ subject: 'Over {initiative}', body: 'B' }),
    });

    expect(subject).toBe('Over Tuin Bcc: everybody@example.org');
  });

  test('that are too long end in an ellipsis', () => {
    const { subject } = renderMessage(
      message([note('std:task.new', { name: 'lang '.repeat(50) })]),
      'nl',
      lookups,
    );

    expect(subject).toHaveLength(120);
    expect(subject.endsWith('…')).toBe(true);
  });
});

describe('buttons', () => {
  const buttons = (...args: Parameters<typeof note>) =>
    renderMessage(message([note(...args)]), 'nl', lookups).buttons;

  test('are those of the note, with their own page each', () => {
    const found = buttons(
      'std:INIT.+3',
      { commitment: OWN },
      { buttons: ['done', 'new date'], about: ['c2'] },
    );

    expect(found).toEqual([
      { id: 'done', label: 'Klaar', url: expect.stringMatching(/\?b=done$/), about: ['c2'] },
      { id: 'new date', label: 'Andere datum', url: expect.stringMatching(/\?b=new date$/), about: ['c2'] },
    ]);
  });

  test('are the outcomes when there are few, and one to the page when there are many', () => {
    const outcomes = (n: number) =>
      Array.from({ length: n }, (_, i) => ({ id: `o${i}`, label: `Keuze ${i}` }));

    expect(buttons('std:task.asked', { outcomes: outcomes(3) }).map(({ label }) => label)).toEqual([
      'Keuze 0',
      'Keuze 1',
      'Keuze 2',
    ]);
    expect(buttons('std:task.asked', { outcomes: outcomes(6) }).map(({ id }) => id)).toEqual(['open']);
  });

  test('open the work where the engine names none, and bring their own words where it does', () => {
    expect(buttons('std:task.new', FULL, { side: 'us', buttons: [] }).map(({ id }) => id)).toEqual([
      'openTask',
    ]);
    expect(
      buttons('std:task.asked', FULL, { buttons: ['answer', 'helpMe'] }).map(({ label }) => label),
    ).toEqual(['Bekijk en antwoord', 'Help me']);
  });

  test('are not in a letter', () => {
    const { buttons, text } = renderMessage(
      message([note('std:INIT.+3', { commitment: OWN })], { channel: 'post' }),
      'nl',
      lookups,
    );

    expect(buttons).toEqual([]);
    expect(text).not.toContain('→');
    expect(text).toContain('033 123 45 67');
  });
});

describe('several notes in one message', () => {
  const chase = note('std:INIT.+3', { commitment: OWN, due: OWN.due }, { kind: 'chase', about: ['c2'] });
  const checkIn = note('std:task.asked', { ...FULL }, { kind: 'checkIn', about: ['n12'], key: 'k2' });

  test('to an initiator are one greeting with a block each, its own buttons under it', () => {
    const rendered = renderMessage(message([chase, checkIn]), 'nl', lookups);

    expect(rendered.subject).toBe('2 dingen over De Groene Kring');
    expect(rendered.blocks.map(({ about }) => about)).toEqual([['c2'], ['n12']]);
    expect(rendered.buttons.map(({ id, about }) => `${about}:${id}`)).toEqual([
      'c2:done',
      'c2:newDate',
      'c2:helpMe',
      'c2:pause',
      'n12:open',
    ]);
    expect(rendered.text.match(/Dag Ada/g)).toHaveLength(1);
  });

  test('to staff are a list by day: late, today, later, good to know', () => {
    const staff = (about: string, due: string | undefined, kind: 'inbox' | 'news') =>
      note('std:task.new', { name: about, due }, { to: 'bo', side: 'us', kind, about: [about], key: about });
    const rendered = renderMessage(
      message([
        staff('later', '2026-04-10', 'inbox'),
        staff('nieuws', undefined, 'news'),
        staff('laat', '2026-04-01', 'inbox'),
        staff('vandaag', '2026-04-02', 'inbox'),
      ]),
      'nl',
      lookups,
    );

    expect(rendered.subject).toBe('Je werk: 4 dingen, waarvan 1 te laat');
    expect(rendered.blocks.map(({ group, about }) => [group, ...about])).toEqual([
      ['Te laat', 'laat'],
      ['Vandaag', 'vandaag'],
      ['Later', 'later'],
      ['Goed om te weten', 'nieuws'],
    ]);
    expect(rendered.contact).toBeUndefined();
  });
});

test('a message that goes late apologises', () => {
  const { text } = renderMessage(
    message([note('std:INIT.+3', { commitment: OWN }, { late: true })]),
    'nl',
    lookups,
  );

  expect(text).toContain('Onze excuses.');
});

test('the same message always gives the same words', () => {
  const twice = [1, 2].map(() => renderMessage(message([note('std:raise', FULL)]), 'en', lookups));

  expect(twice[0]).toEqual(twice[1]);
});
