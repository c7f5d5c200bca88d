/** Words of lanes for roles. */
import { texts } from '../app/texts.ts';

export const lanesTexts = texts(
  {
    switch: 'Banen per rol',
    automatic: 'Automatisch',
    lane_one: 'Baan van {{name}}: {{count}} stap',
    lane_other: 'Baan van {{name}}: {{count}} stappen',
    title: 'Wie doet dit?',
    said: {
      on: 'In banen per rol. Jouw vrije tekening blijft zoals hij is.',
      off: 'Vrije tekening',
      given: 'Dit doet nu: {{name}}',
      fixed: 'In banen staat alles vanzelf op zijn plek. Zet de banen uit om te schuiven.',
      end: 'Hier houden de banen op.',
    },
  },
  {
    switch: 'Lanes per role',
    automatic: 'Automatic',
    lane_one: 'Lane of {{name}}: {{count}} step',
    lane_other: 'Lane of {{name}}: {{count}} steps',
    title: 'Who does this?',
    said: {
      on: 'In lanes per role. Your free drawing stays as it is.',
      off: 'Free drawing',
      given: 'This is now done by: {{name}}',
      fixed: 'In lanes everything finds its own place. Switch the lanes off to move things about.',
      end: 'The lanes end here.',
    },
  },
);
