/** Words of the way in. */
import { texts } from '../app/texts.ts';

export const signInTexts = texts(
  {
    title: 'Welkom',
    lead: 'Hier zie je wat jullie hebben afgesproken en wat vandaag jouw beurt is.',
    token: 'Toegangssleutel',
    tokenHelp: 'De sleutels van het voorbeeld staan in het bestand dat bij het starten werd genoemd.',
    enter: 'Naar binnen',
    wrong: 'Deze sleutel kennen we niet. Kijk of je hem helemaal hebt gekopieerd.',
    unreachable: 'We kunnen de server niet bereiken. Probeer het zo nog eens.',
  },
  {
    title: 'Welcome',
    lead: 'Here you see what you agreed on together and what is your turn today.',
    token: 'Access key',
    tokenHelp: 'The keys of the example are in the file that was named at the start.',
    enter: 'Come in',
    wrong: 'We do not know this key. Check whether you copied all of it.',
    unreachable: 'We cannot reach the server. Please try again in a moment.',
  },
);
