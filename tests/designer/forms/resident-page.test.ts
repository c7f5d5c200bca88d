/** A form looked at while it is made: the page is that of residents, with its questions, problems and words. */
import { describe, expect, it } from 'vitest';
import type { Definition, Form } from '../../../contract/index.ts';
import { readsOf } from '../../../core/feel/index.ts';
import {
  keysAsked,
  nothingFilled,
  placesOf,
  readSent,
  residentPage,
  type Shown,
  sent,
  toldBefore,
} from '../../../designer/forms/resident-page.ts';
import { readTemplate } from '../../templates/read-template.ts';

const form: Form = {
  id: 'need',
  name: { nl: 'Wat heb je nodig?', en: 'What do you need?' },
  fields: [
    {
      key: 'space',
      type: 'yesNo',
      label: { nl: 'Zoek je een plek?', en: 'Do you need a place?' },
      required: true,
    },
    {
      key: 'cost',
      type: 'money',
      label: { nl: 'Wat mag het kosten?', en: 'What may it cost?' },
      max: 5000,
      visibleIf: 'space = true',
    },
    { key: 'why', type: 'text', label: { nl: 'Waarom niet?', en: 'Why not?' }, visibleIf: 'outcome = "no"' },
    {
      key: 'keys',
      type: 'text',
      label: { nl: 'Wie heeft de sleutel?', en: 'Who has the key?' },
      visibleIf: 'size = "big"',
    },
  ],
};

const definition: Definition = {
  v: 1,
  id: 'p',
  name: 'P',
  roles: [
    { id: 'initiator', name: { nl: 'Initiatiefnemer', en: 'Initiator' }, side: 'initiator' },
    { id: 'coordinator', name: { nl: 'Coördinator', en: 'Coordinator' }, side: 'us' },
  ],
  elements: [
    { id: 'start', type: 'startEvent' },
    { id: 'note', type: 'userTask', roles: ['coordinator'], name: 'Note', form: 'need' },
    {
      id: 'ask',
      type: 'userTask',
      roles: ['initiator'],
      name: { nl: 'Zeg wat je nodig hebt', en: 'Say what you need' },
      form: 'need',
      outcomes: [
        { id: 'go', label: { nl: 'Aan de slag', en: 'Begin' } },
        { id: 'no', label: { nl: 'Toch niet', en: 'Rather not' } },
      ],
    },
  ],
  flows: [],
  forms: [
    form,
    {
      id: 'first',
      name: 'First',
      fields: [{ key: 'size', type: 'choice', label: 'Size', options: [{ id: 'big', label: 'Big' }] }],
    },
  ],
  ladders: [],
  texts: {},
  variables: {},
};

const shown = (more: Partial<Shown> = {}): Shown => ({
  definition,
  form,
  use: placesOf(definition, 'need')[0],
  language: 'nl',
  organisation: 'Samen',
  now: { at: '2026-04-01T08:00:00.000Z', zone: 'Europe/Amsterdam' },
  before: {},
  ...more,
});

describe('the page', () => {
  it('has the colour and logo of the organisation, as the real one has', () => {
    const page = residentPage(
      shown({ look: { css: '/look/o.css?v=2', logo: '/look/o/logo?v=2' } }),
      nothingFilled,
    );

    expect(page).toContain('<link rel="stylesheet" href="/look/o.css?v=2">');
    expect(page).toContain('src="/look/o/logo?v=2"');
    expect(residentPage(shown(), nothingFilled)).not.toContain('/look/');
  });

  it('is that of the step at which residents answer, with its buttons, in both languages', () => {
    const dutch = residentPage(shown(), nothingFilled);
    const english = residentPage(shown({ language: 'en' }), nothingFilled);

    expect(dutch).toContain('<h1>Zeg wat je nodig hebt</h1>');
    expect(dutch).toContain('value="no">Toch niet</button>');
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('Do you need a place?');
  });

  it('shows a question as soon as its condition holds', () => {
    expect(keysAsked(shown(), nothingFilled)).toBe('space');
    expect(keysAsked(shown(), { values: { space: true }, problems: [] })).toBe('space cost');
    expect(residentPage(shown(), { values: { space: true }, problems: [] })).toContain('Wat mag het kosten?');
  });

  it('shows what hangs on earlier answers when these are given', () => {
    const before = toldBefore(definition, form, (feel) => readsOf(feel).paths);

    expect(before.fields.map(({ key }) => key)).toEqual(['size']);
    expect(keysAsked(shown({ before: { size: 'big' } }), nothingFilled)).toBe('space keys');
  });

  it('of a form people begin with is the page on which they register, with who they are', () => {
    const T1 = readTemplate('T1');
    const registration = T1.forms.find(({ id }) => id === 'registration') as Form;

    const page = residentPage(
      shown({ definition: T1, form: registration, use: placesOf(T1, 'registration')[0] }),
      nothingFilled,
    );

    expect(page).toContain('name="once"');
    expect(page).not.toContain('name="language"');
  });
});

describe('sending', () => {
  it('says what is wrong, in the words of the page', () => {
    const answer = sent(shown(), { asked: ['space', 'cost'], space: 'yes', cost: '80' });
    if (!('again' in answer)) throw new Error('Expected a problem');

    expect(answer.again.problems.map(({ path }) => path)).toEqual(['cost']);
    const page = residentPage(shown(), answer.again);
    expect(page).toContain('id="f-cost-problem"');
    expect(page).toContain('Vul bij “Wat mag het kosten?” een bedrag van € 50 of minder in.');
  });

  it('asks first what came up because of the button', () => {
    const answer = sent(shown(), { asked: 'space', space: 'no', outcome: 'no' });

    expect(answer).toMatchObject({ again: { note: 'more', outcome: 'no' } });
  });

  it('keeps what fits: amounts in cents, hidden questions not at all', () => {
    const given = { asked: ['space', 'cost'], space: 'yes', cost: '12,50', outcome: 'go' };

    expect(readSent(shown(), given)).toEqual({ space: true, cost: 1250 });
    expect(sent(shown(), given)).toEqual({ kept: { space: true, cost: 1250 } });
  });
});

it('steps of residents come before those of colleagues', () => {
  expect(placesOf(definition, 'need').map(({ element }) => element.id)).toEqual(['ask', 'note']);
});
