/** Words of a copy of one's own: beginning it, what it is, putting it with the draft, and throwing it away. */
import { texts } from '../app/texts.ts';

export const ownCopyTexts = texts(
  {
    begin: 'Werk aan een eigen kopie',
    began: 'Dit is nu je eigen kopie. Het concept van jullie allemaal blijft zoals het was.',
    notSaved: 'Je laatste wijziging is nog niet bewaard. Probeer het zo nog eens.',
    title: 'Je eigen kopie',
    lead: 'Niemand anders ziet deze tekening. Wat je hier verandert, komt pas in gebruik als je het samenvoegt met het concept.',
    moved: 'Het concept is sindsdien ook veranderd.',
    together: 'Samenvoegen met het concept',
    broughtTogether: 'Je kopie zit nu in het concept.',
    drop: 'Weggooien…',
    sure: {
      title: 'Je eigen kopie weggooien?',
      lead: 'Wat je hier veranderde, is dan weg. Het concept blijft zoals het is.',
      stay: 'Toch niet',
      go: 'Gooi weg',
    },
    dropped: 'Je kopie is weg. Dit is het concept.',
    mark: 'eigen kopie',
  },
  {
    begin: 'Work on a copy of your own',
    began: 'This is a copy of your own now. The draft that you all share stays as it was.',
    notSaved: 'Your last change has not been saved yet. Try again in a moment.',
    title: 'A copy of your own',
    lead: 'Nobody else sees this drawing. What you change here goes into use only after you put it with the draft.',
    moved: 'The draft has changed since then, too.',
    together: 'Put it with the draft',
    broughtTogether: 'Your copy is in the draft now.',
    drop: 'Throw away…',
    sure: {
      title: 'Throw your own copy away?',
      lead: 'What you changed here will be gone. The draft stays as it is.',
      stay: 'Keep it',
      go: 'Throw away',
    },
    dropped: 'Your copy is gone. This is the draft.',
    mark: 'your own copy',
  },
);
