/** Three invented registrations, as residents would write them. */
import type { Registration } from '../../contract/api/initiatives.ts';

export const exampleRegistrations: { key: string; registration: Registration }[] = [
  {
    key: 'food-garden',
    registration: {
      data: {
        yourName: 'Anouk Jansen',
        contact: 'anouk@example.org',
        idea: 'Op de lege hoek bij de flat willen we met de straat groente kweken.',
        place: 'Soesterkwartier',
        title: 'Moestuin De Groene Kring',
        motto: 'Samen eten wat je samen zaait',
        with: 'Zes gezinnen uit de Lijsterstraat',
        phase: 'new',
        helpKinds: ['knowledge', 'materials'],
        language: 'nl',
      },
    },
  },
  {
    key: 'repair-table',
    registration: {
      data: {
        yourName: 'Ahmed Yilmaz',
        contact: 'ahmed@example.org',
        idea: 'Elke maand een tafel in de buurtkamer waar we samen spullen repareren.',
        place: 'Liendert',
        title: 'Reparatietafel Liendert',
        phase: 'existing',
        helpKinds: ['network', 'think along'],
        language: 'nl',
      },
    },
  },
  {
    key: 'street-choir',
    registration: {
      data: {
        yourName: 'Grace Mensah',
        contact: 'grace@example.org',
        idea: 'A choir for people who just came to live here, on Thursday evenings.',
        place: 'Kruiskamp',
        title: 'Street choir Kruiskamp',
        phase: 'new',
        helpKinds: ['make it concrete'],
        language: 'en',
      },
    },
  },
];
