// Who carries it: the mark and the word of each side, the same on every screen, in mails and on the canvas.
import type { Side } from '../../contract/index.ts';
import type { Bilingual } from '../calendar/index.ts';

/** Colour never stands alone: mark and word come with it. `word` is how others say it, `own` how it is said to that side. */
export const SIDES: Readonly<Record<Side, { mark: string; word: Bilingual; own: Bilingual }>> = {
  initiator: {
    mark: '●',
    word: { nl: 'initiatiefnemer', en: 'initiator' },
    own: { nl: 'jullie', en: 'you' },
  },
  us: { mark: '■', word: { nl: 'wij', en: 'us' }, own: { nl: 'wij', en: 'us' } },
  partner: { mark: '◆', word: { nl: 'partner', en: 'partner' }, own: { nl: 'jullie', en: 'you' } },
  volunteer: { mark: '▲', word: { nl: 'vrijwilliger', en: 'volunteer' }, own: { nl: 'jij', en: 'you' } },
};
