/** Words of the page on which a partner looks at a process. */
import type { Language } from '../contract/index.ts';

interface SharedProcessWords {
  lead: (organisation: string) => string;
  draft: string;
  version: (n: number) => string;
  drawing: string;
  drawingHelp: string;
  large: string;
  file: string;
  text: string;
  textHelp: string;
  paper: string;
  paperHelp: string;
  landscape: string;
  portrait: string;
  ask: string;
  until: (day: string) => string;
  stoppedTitle: string;
  stopped: string;
  overTitle: string;
  over: (day: string) => string;
}

const nl: SharedProcessWords = {
  lead: (organisation) => `Zo werkt ${organisation}. Je kunt hier kijken; veranderen kan niet.`,
  draft: 'Dit is een concept: het kan nog veranderen. Je ziet het zoals het nu is.',
  version: (n) => `Dit is versie ${n}. Die verandert niet meer.`,
  drawing: 'De tekening',
  drawingHelp: 'De tijd loopt van links naar rechts. Kies ‘groot’ en schuif om alles te lezen.',
  large: 'Groot, om te lezen',
  file: 'Bekijk alleen de tekening (SVG)',
  text: 'In gewone woorden',
  textHelp: 'Kies een stap om die in de tekening te zien.',
  paper: 'Op papier',
  paperHelp: 'Kies hoe het papier ligt en druk daarna af met je browser.',
  landscape: 'A4 liggend',
  portrait: 'A4 staand',
  ask: 'Heb je een vraag of een idee? Vraag het aan wie jou deze link gaf.',
  until: (day) => `Deze link werkt tot en met ${day}.`,
  stoppedTitle: 'Deze link is gestopt',
  stopped: 'Wie hem maakte, heeft hem gestopt. Vraag die persoon om een nieuwe.',
  overTitle: 'Deze link is voorbij',
  over: (day) => `Hij werkte tot en met ${day}. Vraag om een nieuwe aan wie hem jou gaf.`,
};

const en: SharedProcessWords = {
  lead: (organisation) => `This is how ${organisation} works. You can look here; nothing can be changed.`,
  draft: 'This is a draft: it may still change. You see it as it is now.',
  version: (n) => `This is version ${n}. It does not change any more.`,
  drawing: 'The drawing',
  drawingHelp: 'Time runs from left to right. Choose ‘large’ and scroll to read everything.',
  large: 'Large, to read',
  file: 'Look at the drawing alone (SVG)',
  text: 'In plain words',
  textHelp: 'Choose a step to see it in the drawing.',
  paper: 'On paper',
  paperHelp: 'Choose how the paper lies, then print with your browser.',
  landscape: 'A4 landscape',
  portrait: 'A4 portrait',
  ask: 'Do you have a question or an idea? Ask whoever gave you this link.',
  until: (day) => `The last day of this link is ${day}.`,
  stoppedTitle: 'This link was stopped',
  stopped: 'Whoever made it stopped it. Ask that person for a new one.',
  overTitle: 'This link is over',
  over: (day) => `Its last day was ${day}. Ask whoever gave it to you for a new one.`,
};

export const SHARED_PROCESS_WORDS: Record<Language, SharedProcessWords> = { nl, en };
