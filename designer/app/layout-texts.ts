/** Words of the frame around every screen. */
import { texts } from './texts.ts';

export const layoutTexts = texts(
  {
    nav: 'Onderdelen',
    work: 'Mijn werk',
    initiatives: 'Initiatieven',
    processes: 'Werkwijzen',
    monitor: 'Overzicht',
    outbox: 'Berichten',
    rehearsals: 'Oefenen',
    skip: 'Naar de inhoud',
    you: 'Jij: {{name}}',
    signOut: 'Uitloggen',
    signOutAll: 'Overal uitloggen',
    language: 'Taal',
    scheme: { label: 'Weergave', auto: 'Zoals je apparaat', light: 'Licht', dark: 'Donker' },
    about: 'Over deze installatie',
    opening: 'Even openen…',
    offline:
      'We hebben even geen verbinding. Wat je typt, blijft bewaard; zodra het weer kan, gaat het vanzelf verder.',
    nothingHere: {
      title: 'Deze pagina is er niet',
      lead: 'Misschien is het adres veranderd.',
      back: 'Naar mijn werk',
    },
    broken: {
      title: 'Dit scherm liep vast',
      lead: 'Wat je had ingevuld is bewaard. Laad de pagina opnieuw; helpt dat niet, vertel dan de beheerder wat je deed.',
      again: 'Opnieuw laden',
    },
    role: {
      coordinator: 'coördinator',
      supporter: 'ondersteuner',
      manager: 'leidinggevende',
      administrator: 'beheerder',
      system: 'ander systeem',
    },
  },
  {
    nav: 'Sections',
    work: 'My work',
    initiatives: 'Initiatives',
    processes: 'Processes',
    monitor: 'Overview',
    outbox: 'Messages',
    rehearsals: 'Rehearse',
    skip: 'To the content',
    you: 'You: {{name}}',
    signOut: 'Sign out',
    signOutAll: 'Sign out everywhere',
    language: 'Language',
    scheme: { label: 'Appearance', auto: 'As your device', light: 'Light', dark: 'Dark' },
    about: 'About this installation',
    opening: 'Opening…',
    offline:
      'There is no connection for a moment. What you type is kept; as soon as it can, everything goes on by itself.',
    nothingHere: {
      title: 'This page is not there',
      lead: 'Perhaps its address has changed.',
      back: 'To my work',
    },
    broken: {
      title: 'This screen got stuck',
      lead: 'What you had filled in was kept. Load the page again; if that does not help, tell the administrator what you did.',
      again: 'Load again',
    },
    role: {
      coordinator: 'coordinator',
      supporter: 'supporter',
      manager: 'manager',
      administrator: 'administrator',
      system: 'another system',
    },
  },
);
