// How each kind of step, way and moment reads, in Dutch and in English.
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../contract/index.ts';
import { asText, tell } from '../../../core/prose/index.ts';
import {
  agree,
  ask,
  boundary,
  call,
  catches,
  decide,
  draw,
  end,
  field,
  form,
  job,
  manual,
  outcomes,
  race,
  receive,
  script,
  some,
  split,
  start,
  sub,
  table,
  task,
  throws,
  undoing,
  wait,
} from '../check/drawing.ts';

const called = (nl: string, en: string) => ({ name: { nl, en } });
const inside = (parent: string, ...elements: { id: string }[]) => elements.map((one) => ({ ...one, parent }));

/** The steps without title and reminders, one line each. */
function lines(definition: Definition, language: 'nl' | 'en'): string[] {
  const prose = { ...tell(definition, language), reminders: [] };
  return asText(prose, language).trim().split('\n').slice(2);
}

interface Example {
  what: string;
  drawing: Definition;
  nl: string[];
  en: string[];
}

const examples: Example[] = [
  {
    what: 'a task says who, by when and what if not',
    drawing: draw(
      [
        start('s', { by: ['initiator'] }),
        task('call', {
          ...called('Bel de bewoner', 'Call the resident'),
          term: { amount: 2, unit: 'workingDays' },
        }),
        end('e', { name: { nl: 'Klaar', en: 'Done' }, outcome: 'done' }),
      ],
      's > call > e',
    ),
    nl: [
      '1. Begin. De rol initiator begint.',
      '2. Bel de bewoner. De rol supporter doet dit binnen 2 werkdagen; lukt dat niet, dan “Onze belofte”.',
      '3. Klaar. Deze weg eindigt hier, met als uitkomst “Klaar”.',
    ],
    en: [
      '1. Start. The role initiator begins.',
      '2. Call the resident. The role supporter does this within 2 working days; if not, “Our promise”.',
      '3. Done. This way ends here, with the outcome “Done”.',
    ],
  },
  {
    what: 'a choice says each condition, what holds otherwise, and where it goes back',
    drawing: draw(
      [
        start('s'),
        task('ask', { ...called('Vraag', 'Ask'), form: 'f' }),
        decide('fits', called('Past het?', 'Does it fit?')),
        manual('more', called('Meer', 'More')),
        end('e'),
      ],
      's > ask > fits > more {amount > 500 and kind = "big"}; more > ask; fits > e *',
      {
        forms: [
          form(
            'f',
            field('amount', { type: 'number' }),
            field('kind', { type: 'choice', options: [{ id: 'big', label: { nl: 'Groot', en: 'Large' } }] }),
          ),
        ],
      },
    ),
    nl: [
      '3. Past het? Hier is een keuze.',
      '   - Als ‘Vraag amount’ is meer dan 500 en ‘Vraag kind’ is ‘Groot’:',
      '      3.1. Meer. Dit gebeurt buiten het systeem; het proces gaat meteen verder. Ga terug naar stap 2.',
      '   - Anders:',
      '      3.2. Einde. Deze weg eindigt hier.',
    ],
    en: [
      '3. Does it fit? Here is a choice.',
      '   - If ‘Question amount’ is more than 500 and ‘Question kind’ is ‘Large’:',
      '      3.1. More. This happens outside the system; the process goes on at once. Go back to step 2.',
      '   - Otherwise:',
      '      3.2. End. This way ends here.',
    ],
  },
  {
    what: 'outcomes that lead to the same are told together',
    drawing: draw(
      [start('s'), ask('pick', { outcomes: outcomes('a', 'b', 'c') }), manual('x'), end('e')],
      's > pick > x [a]; pick > x [b]; pick > e [c]; x > e',
    ),
    nl: [
      '   - Is de uitkomst “Keuze a” of “Keuze b”:',
      '   - Is de uitkomst “Keuze c”: ga verder met stap 3.',
    ],
    en: [
      '   - If the outcome is “Choice a” or “Choice b”:',
      '   - If the outcome is “Choice c”: go on with step 3.',
    ],
  },
  {
    what: 'parts side by side, and what waits for all of them',
    drawing: draw(
      [
        start('s'),
        split('g', called('Naast elkaar', 'Side by side')),
        manual('a'),
        manual('b'),
        split('j', called('Samen', 'Together')),
        end('e'),
      ],
      's > g > a > j; g > b > j > e',
    ),
    nl: [
      '2. Naast elkaar. Dan gebeurt dit naast elkaar.',
      '   - Aan de ene kant:',
      '   - Ondertussen:',
      '3. Samen. Eerst moet alles hiervoor klaar zijn.',
    ],
    en: [
      '2. Side by side. Then this happens side by side.',
      '   - On the one side:',
      '   - Meanwhile:',
      '3. Together. First everything before this must be done.',
    ],
  },
  {
    what: 'everything that holds',
    drawing: draw(
      [
        start('s'),
        some('g', called('Wat geldt', 'What holds')),
        manual('a'),
        manual('b'),
        some('j'),
        end('e'),
      ],
      's > g > a {n = 1}; g > b *; a > j; b > j; j > e',
    ),
    nl: [
      '2. Wat geldt. Alles hieronder dat klopt, gebeurt naast elkaar.',
      '   - Als ‘n’ is 1:',
      '   - Als niets daarvan klopt:',
    ],
    en: [
      '2. What holds. All below that holds happens side by side.',
      '   - If ‘n’ is 1:',
      '   - If none of it holds:',
    ],
  },
  {
    what: 'whichever comes first',
    drawing: draw(
      [
        start('s'),
        race('g', called('Wachten', 'Wait')),
        wait('w', called('Stilte', 'Silence')),
        catches('m', { message: { name: 'antwoord' } }, called('Antwoord', 'Answer')),
        end('e'),
        end('f'),
      ],
      's > g > w > e; g > m > f',
    ),
    nl: [
      '2. Wachten. Nu telt wat het eerst komt. De rest vervalt.',
      '   - Misschien eerst dit:',
      '      2.1. Stilte. Hier wordt 5 werkdagen gewacht.',
      '   - Of eerst dit:',
      '      2.3. Antwoord. Hier wordt gewacht tot het bericht “antwoord” komt.',
    ],
    en: [
      '2. Wait. Now whatever comes first counts. The rest lapses.',
      '   - Perhaps this first:',
      '      2.1. Silence. Here it waits 5 working days.',
      '   - Or this first:',
      '      2.3. Answer. Here it waits until the message “antwoord” comes.',
    ],
  },
  {
    what: 'events on a border, that stop it or come beside it',
    drawing: draw(
      [
        start('s'),
        task('t', called('Werk', 'Work')),
        boundary('late', { attachedTo: 't' }),
        boundary('each', {
          attachedTo: 't',
          interrupting: false,
          triggers: { timer: { term: { amount: 2, unit: 'weeks' }, times: 3 } },
        }),
        manual('help', called('Help', 'Help')),
        end('e'),
      ],
      's > t > e; late > e; each > help',
    ),
    nl: [
      '   - Als dit langer duurt dan 5 werkdagen, stopt het. Ga verder met stap 3.',
      '   - Elke 2 weken zolang dit loopt, hoogstens 3 keer, gebeurt dit ook. Het werk zelf gaat door:',
    ],
    en: [
      '   - If this takes longer than 5 working days, it stops. Go on with step 3.',
      '   - Every 2 weeks while this runs, at most 3 times, this happens too. The work itself goes on:',
    ],
  },
  {
    what: 'parts within, several times for a list, and again',
    drawing: draw(
      [
        start('s'),
        sub('p', {
          ...called('Deel', 'Part'),
          many: { items: 'friends', sequential: true, completion: 'nrOfCompletedInstances >= 2' },
        }),
        ...inside('p', start('ps'), job('r', { again: { condition: 'n < 3', max: 4 } }), end('pe')),
        end('e'),
      ],
      's > p > e; ps > r > pe',
    ),
    nl: [
      '2. Deel. Dit deel is klaar als alles erin klaar is. Dit gebeurt voor ieder van ‘friends’, na elkaar. Het is genoeg als dit klopt: ‘nrOfCompletedInstances’ is minstens 2.',
      '   - Dit gebeurt erin:',
      '      2.1. Automatische stap. Dit gaat vanzelf: vastleggen wat we leerden. Daarna gebeurt het opnieuw zolang dit klopt: ‘n’ is minder dan 3, hoogstens 4 keer.',
    ],
    en: [
      '2. Part. This part is done when all in it is done. This is done for each of ‘friends’, one after another. It is enough when this holds: ‘nrOfCompletedInstances’ is at least 2.',
      '   - This happens in it:',
      '      2.1. Automatic step. This happens by itself: record what we learned. Then it is done again while this holds: ‘n’ is less than 3, at most 4 times.',
    ],
  },
  {
    what: 'in any order, and what can be undone',
    drawing: draw(
      [
        start('s'),
        sub('p', { ...called('Deel', 'Part'), adHoc: { completion: 'enough = true' } }),
        ...inside('p', task('a', called('A', 'A')), task('b', called('B', 'B'))),
        manual('m', called('Zaal boeken', 'Book a hall')),
        ...undoing('m', called('Zaal afzeggen', 'Cancel the hall')),
        throws('u', { compensation: {} }, called('Terug', 'Back')),
        end('e'),
      ],
      's > p > m > u > e',
    ),
    nl: [
      '2. Deel. De volgorde is vrij, en het mag naast elkaar. Het is klaar als dit klopt: ‘enough’ is ja. Wat nog loopt, stopt.',
      '      2.1. A. De rol supporter doet dit binnen 5 werkdagen; lukt dat niet, dan “Onze belofte”.',
      '   - Als dit moet worden teruggedraaid:',
      '      3.1. Zaal afzeggen. Dit draait terug wat gedaan is. De rol supporter doet dit binnen 5 werkdagen; lukt dat niet, dan “Onze belofte”.',
      '4. Terug. Alles wat in dit deel gedaan is, wordt teruggedraaid.',
    ],
    en: [
      '2. Part. The order is free, and things may go side by side. It is done when this holds: ‘enough’ is yes. What still runs stops.',
      '      2.1. A. The role supporter does this within 5 working days; if not, “Our promise”.',
      '   - If this has to be undone:',
      '      3.1. Cancel the hall. This undoes what was done. The role supporter does this within 5 working days; if not, “Our promise”.',
      '4. Back. All that was done in this part is undone.',
    ],
  },
  {
    what: 'what can happen in all cases',
    drawing: draw(
      [
        start('s'),
        manual('m'),
        end('e'),
        sub('stop', { ...called('Iemand stopt', 'Somebody stops'), event: true }),
        ...inside(
          'stop',
          start('on', { ...called('Zegt het', 'Says so'), triggers: { message: { name: 'stop' } } }),
          end('off', { end: 'error', code: 'gestopt' }),
        ),
      ],
      's > m > e; on > off',
    ),
    nl: [
      'In alle gevallen',
      '4. Iemand stopt. Dit kan in alle gevallen gebeuren, waar het proces ook is.',
      '      4.1. Zegt het. Als het bericht “stop” komt, stopt wat loopt. Dan gebeurt dit.',
      '      4.2. Einde. Dit gaat mis: fout “gestopt”.',
    ],
    en: [
      'In all cases',
      '4. Somebody stops. This can happen in all cases, wherever the process is.',
      '      4.1. Says so. If the message “stop” comes, what runs stops. Then this happens.',
      '      4.2. End. This goes wrong: error “gestopt”.',
    ],
  },
  {
    what: 'agreements, called processes, messages, tables and what is kept',
    drawing: draw(
      [
        start('s'),
        agree('a'),
        call('c', { whenMissing: 'coordinator' }),
        receive('r'),
        table('t'),
        script('k', {
          set: [
            { variable: 'route', value: '"rest"' },
            { variable: 'day', term: { amount: 3, unit: 'days' } },
          ],
        }),
      ],
      's > a > c > r > t > k',
    ),
    nl: [
      '2. Afspreken. De rol supporter schrijft de afspraken op binnen 5 werkdagen; de rol initiator bevestigt binnen 5 werkdagen. Elke afspraak wordt daarna opgevolgd.',
      '3. Ander proces. Hier loopt het proces “T9”; is het er niet, dan regelt de rol coordinator het.',
      '4. Wachten op bericht. Hier wacht het op het bericht “reply”.',
      '5. Regels. De tabel “offer” zegt wat geldt.',
      '6. Onthouden. Onthouden wordt: ‘route’ is ‘rest’; ‘day’ is over 3 dagen. Hier eindigt deze weg.',
    ],
    en: [
      '2. Agree. The role supporter writes the commitments down within 5 working days; the role initiator confirms within 5 working days. Each commitment is then followed up.',
      '3. Other process. Here the process “T9” runs; where it does not exist, the role coordinator arranges it.',
      '4. Wait for a message. Here it waits for the message “reply”.',
      '5. Rules. The table “offer” says what holds.',
      '6. Set. What is kept: ‘route’ is ‘rest’; ‘day’ is in 3 days. This way ends here.',
    ],
  },
];

describe.each(examples)('$what', ({ drawing, nl, en }) => {
  it.each([
    ['nl', nl],
    ['en', en],
  ] as const)('in %s', (language, expected) => {
    expect(lines(drawing, language)).toEqual(expect.arrayContaining([...expected]));
  });
});
