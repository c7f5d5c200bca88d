/** Processes that are drawn wrongly: they may get stuck. */
import type { Definition } from '../../../contract/index.ts';
import { call, draw, end, field, form, outcomes, split, start, task } from '../../core/check/drawing.ts';

const name = (nl: string, en: string) => ({ nl, en });
/** People choose one of two ways, and both are waited for. */
export const mistaken: Definition = {
  ...draw(
    [
      start('start', { name: name('Begin', 'Begin'), x: 0, y: 100 }),
      task('ask', { name: name('Vraag het', 'Ask it'), outcomes: outcomes('yes', 'no'), x: 160, y: 80 }),
      task('a', { name: name('Regel de zaal', 'Arrange the hall'), x: 460, y: 0 }),
      task('b', { name: name('Regel de koffie', 'Arrange coffee'), x: 460, y: 180 }),
      split('join', { name: name('Alles klaar', 'All done'), x: 760, y: 90 }),
      end('end', { name: name('Klaar', 'Finished'), x: 920, y: 100 }),
    ],
    'start > ask; ask > a [yes]; ask > b [no]; a > join; b > join > end',
  ),
  id: 'mistaken',
  name: name('Met een fout', 'With a mistake'),
};

/** It gets stuck where nobody said when. */
export const asksWhen: Definition = {
  ...draw(
    [
      start('start', { name: name('Begin', 'Begin'), x: 0, y: 100 }),
      task('ask', { name: name('Vraag wanneer', 'Ask when'), form: 'when', x: 160, y: 80 }),
      task('visit', {
        name: name('Ga langs', 'Visit'),
        term: { moment: 'date(when)' },
        x: 460,
        y: 80,
      }),
      end('end', { name: name('Klaar', 'Finished'), x: 760, y: 100 }),
    ],
    'start > ask > visit > end',
    { forms: [form('when', field('when', { type: 'date' }))] },
  ),
  id: 'asks-when',
  name: name('Vragen wanneer', 'Asking when'),
};

/** It calls the one that gets stuck. */
export const calling: Definition = {
  ...draw(
    [
      start('start', { name: name('Begin', 'Begin'), x: 0, y: 100 }),
      task('before', { name: name('Vooraf', 'Before'), x: 160, y: 80 }),
      call('call', { process: 'asks-when', name: name('Afspraak', 'Appointment'), x: 460, y: 80 }),
      end('end', { name: name('Klaar', 'Finished'), x: 760, y: 100 }),
    ],
    'start > before > call > end',
  ),
  id: 'calling',
  name: name('Met een ander proces', 'With another process'),
};
