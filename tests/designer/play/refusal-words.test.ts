/** What is refused while playing is told in the words of the drawing and in the language of whoever plays. */
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Definition, Language, Rejection } from '../../../contract/index.ts';
import { Playing, type StoryItem, stageToPlay } from '../../../core/trying/index.ts';
import { refusalTexts } from '../../../designer/play/refusal-texts.ts';
import { incidentWords, refusalWords } from '../../../designer/play/refusal-words.ts';
import {
  decide,
  draw,
  end,
  field,
  form,
  outcomes,
  script,
  start,
  sub,
  task,
} from '../../core/check/drawing.ts';

const i18n = i18next.createInstance();
beforeAll(() =>
  i18n.init({
    resources: { nl: { refusal: refusalTexts.nl }, en: { refusal: refusalTexts.en } },
    interpolation: { escapeValue: false },
  }),
);
const around = (definition: Definition, language: Language) => ({
  definition,
  language,
  t: i18n.getFixedT(language, 'refusal') as never,
});

const named = (nl: string, en: string) => ({ name: { nl, en } });
const hall = draw(
  [
    start('start', named('Begin', 'Begin')),
    sub('days', { adHoc: { sequential: true } }),
    task('hall', {
      parent: 'days',
      ...named('Regel de zaal', 'Find a hall'),
      form: 'hall',
      refuseIf: [{ condition: 'place = "bar"', saying: { nl: 'Niet in een kroeg.', en: 'Not in a bar.' } }],
    }),
    task('coffee', { parent: 'days', ...named('Regel de koffie', 'Get coffee') }),
    task('tell', { ...named('Vertel het', 'Tell it'), outcomes: outcomes('all', 'some') }),
    end(),
  ],
  'start > days > tell > end',
  { forms: [form('hall', field('place', { required: true }))] },
);

/** Plays until one step is refused. @returns that step with why. */
function refusedIn(definition: Definition, ...steps: StoryItem[]): [Rejection, StoryItem] {
  const playing = new Playing(stageToPlay({ definition, at: '2026-01-12T09:00:00.000Z' }));
  for (const step of [{ start: { by: 'supporter' } }, ...steps] as StoryItem[]) {
    const rejection = playing.play(step);
    if (rejection) return [rejection, step];
  }
  throw new Error('Expected a step to be refused');
}
const complete = (name: string, more: object = {}): StoryItem =>
  ({ complete: { task: name, by: 'supporter', ...more } }) as StoryItem;

describe('what is refused', () => {
  it.each([
    [
      'an answer that is missing',
      [complete('hall', { data: {} })],
      /^‘Regel de zaal’ is nog niet goed ingevuld\. .*Vraag place/,
      /^‘Find a hall’ is not filled in well yet\. .*Question place/,
    ],
    [
      'what the process itself refuses',
      [complete('hall', { data: { place: 'bar' } })],
      '‘Regel de zaal’ kan zo niet: Niet in een kroeg.',
      '‘Find a hall’ cannot be done so: Not in a bar.',
    ],
    [
      'the work of others',
      [complete('coffee', { by: 'initiator' })],
      '‘Regel de koffie’ is niet voor Rol initiator, maar voor Rol supporter.',
      '‘Get coffee’ is not for Role initiator but for Role supporter.',
    ],
    [
      'what comes after what was begun',
      [{ claim: { task: 'hall', by: 'supporter' } } as StoryItem, complete('coffee')],
      '‘Regel de koffie’ kan nog niet: hier gaat één ding tegelijk, en ‘Regel de zaal’ is nog niet klaar.',
      '‘Get coffee’ cannot be done yet: one thing goes at a time here, and ‘Find a hall’ is not done.',
    ],
    [
      'what is not open',
      [complete('tell', { outcome: 'all' })],
      '‘Vertel het’ is nu niet aan de beurt.',
      'It is not the turn of ‘Tell it’ now.',
    ],
  ])('%s: names the step and why, in Dutch and in English', (_, steps, nl, en) => {
    const [rejection, tried] = refusedIn(hall, ...steps);

    expect(refusalWords(rejection, tried, around(hall, 'nl'))).toMatch(nl);
    expect(refusalWords(rejection, tried, around(hall, 'en'))).toMatch(en);
  });

  it('is never told in the words of the engine, whatever it is', () => {
    const odd: Rejection = { code: 'INVALID_ARGUMENT', message: 'Expected something else entirely' };

    expect(refusalWords(odd, complete('coffee'), around(hall, 'nl'))).toBe(
      'Wat je bij ‘Regel de koffie’ invulde, past hier niet.',
    );
    expect(refusalWords(odd, undefined, around(hall, 'nl'))).not.toContain('Expected');
  });
});

describe('what is stuck', () => {
  it('is told at its element', () => {
    const circle = draw(
      [start(), script('a', named('Reken uit', 'Work out')), decide('g'), end()],
      'start > a > g; g > a {true}; g > end *',
    );
    const playing = new Playing(stageToPlay({ definition: circle, at: '2026-01-12T09:00:00.000Z' }));
    playing.play({ start: { by: 'supporter' } } as StoryItem);
    const [incident] = Object.values(playing.state?.incidents ?? {});
    if (!incident) throw new Error('Expected it to be stuck');

    expect(incidentWords(incident, around(circle, 'nl'))).toBe(
      'Vastgelopen bij ‘Reken uit’: het gaat rond zonder ooit te wachten.',
    );
    expect(incidentWords(incident, around(circle, 'en'))).toBe(
      'Stuck at ‘Work out’: it goes round without ever waiting.',
    );
  });
});
