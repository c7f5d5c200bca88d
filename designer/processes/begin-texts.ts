/** Words of beginning a process from nothing. */
import { texts } from '../app/texts.ts';

export const beginTexts = texts(
  {
    button: 'Nieuwe werkwijze',
    title: 'Een nieuwe werkwijze',
    lead: 'Je begint met een lege tekening. Liever beginnen met iets dat er al is? Neem er dan een over.',
    name: 'Hoe heet het?',
    go: 'Begin met tekenen',
  },
  {
    button: 'New process',
    title: 'A new process',
    lead: 'You begin with an empty drawing. Rather begin with something that is there? Then use a template.',
    name: 'What is it called?',
    go: 'Start drawing',
  },
);
