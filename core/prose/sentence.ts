// An element as one plain sentence: "The **coordinator** does this within **2 working days**; if not, **FAST**."
import type { Definition, Element, ElementType, Language, Term } from '../../contract/index.ts';
import { defaultTerm } from '../chasing/standard-ladders.ts';
import { isCounted } from '../term-kind.ts';
import { ladderOf, longTerm, nameOf, roleName, said, saidTriggers } from './say.ts';

/** A piece of the sentence; strong is what can be changed below. */
export type Piece =
  | string
  | { strong: string /** A name that somebody gave: running text puts it between marks. */; isName?: true };

interface Telling {
  definition: Definition;
  nl: boolean;
  language: Language;
}
type Tell<T extends ElementType> = (element: Extract<Element, { type: T }>, telling: Telling) => Piece[];

const strong = (words: string): Piece => ({ strong: words });
const name = (words: string): Piece => ({ strong: words, isName: true });
const and = (words: string[], { nl }: Telling): string =>
  words.length < 2
    ? (words[0] ?? '…')
    : `${words.slice(0, -1).join(', ')} ${nl ? 'en' : 'and'} ${words.at(-1)}`;
/** Any of several may do a task; at a meeting, and where each has their own, all of them. */
const anyOf = (ids: readonly string[], telling: Telling): Piece => {
  const words = ids.map((id) => roleName(telling.definition, id, telling.language).toLowerCase());
  return strong(
    words.length < 2
      ? (words[0] ?? '…')
      : `${words.slice(0, -1).join(', ')} ${telling.nl ? 'of' : 'or'} ${words.at(-1)}`,
  );
};
const roles = (ids: readonly string[], telling: Telling): Piece =>
  strong(
    and(
      ids.map((id) => roleName(telling.definition, id, telling.language).toLowerCase()),
      telling,
    ),
  );

/** `within 2 working days`, or before or on a day. */
function within(term: Term, { definition, nl, language }: Telling): Piece[] {
  const anchored =
    !isCounted(term) || term.amount === 0 || (typeof term.amount === 'number' && term.amount < 0);
  const words = strong(longTerm(definition, term, language));
  return anchored ? [nl ? 'uiterlijk ' : 'by ', words] : [nl ? 'binnen ' : 'within ', words];
}

function chased(ids: string[], ladder: string | undefined, { definition, nl, language }: Telling): Piece[] {
  const found = ladderOf(definition, ids, ladder);
  return found
    ? [nl ? '; lukt dat niet, dan ' : '; if not, ', name(said(found.name, language)), '.']
    : [nl ? ', zonder herinneringen.' : ', without reminders.'];
}

const tells: { [T in ElementType]: Tell<T> } = {
  startEvent: ({ by, form, schedule, triggers }, telling) => {
    const { definition, nl, language } = telling;
    const asks = definition.forms.find(({ id }) => id === form);
    if (schedule)
      return [
        nl ? 'Dit begint vanzelf, elke ' : 'This begins by itself, every ',
        strong(periodWord(schedule.of, nl)),
        nl ? ' om ' : ' at ',
        strong(schedule.time),
        '.',
      ];
    const trigger = saidTriggers(definition, triggers, language);
    if (trigger) return [nl ? 'Dit begint bij ' : 'This begins with ', strong(trigger), '.'];
    return [
      nl ? 'De ' : 'The ',
      anyOf(by ?? ['coordinator'], telling),
      nl ? ' begint' : ' begins',
      ...(asks ? [nl ? ' met ' : ' with ', name(said(asks.name, language))] : []),
      '.',
    ];
  },
  endEvent: ({ outcome, end }, { nl }) => [
    end === 'terminate'
      ? nl
        ? 'Alles in dit deel stopt hier'
        : 'Everything in this part stops here'
      : nl
        ? 'Deze weg eindigt hier'
        : 'This way ends here',
    ...(outcome ? [nl ? ', als ' : ', as ', strong(outcome)] : []),
    '.',
  ],
  userTask: (element, telling) => {
    const { definition, nl, language } = telling;
    const form = definition.forms.find(({ id }) => id === element.form);
    const chooses = element.block === 'choose' && (element.outcomes?.length ?? 0) > 0;
    const together = element.meeting !== undefined || element.perPerson === true;
    const many = together && element.roles.length > 1;
    const fills = form !== undefined && !element.meeting && !chooses;
    const does = element.meeting
      ? nl
        ? many
          ? 'spreken elkaar'
          : 'voert het gesprek'
        : many
          ? 'talk to each other'
          : 'has the conversation'
      : chooses
        ? nl
          ? 'kiest'
          : 'chooses'
        : fills
          ? nl
            ? many
              ? 'vullen ieder'
              : 'vult'
            : many
              ? 'each fill in'
              : 'fills in'
          : nl
            ? 'doet dit'
            : 'does this';
    return [
      nl ? 'De ' : 'The ',
      together ? roles(element.roles, telling) : anyOf(element.roles, telling),
      ` ${does} `,
      ...(fills ? [name(said(form.name, language)), nl ? ' in ' : ' '] : []),
      ...within(element.term ?? { ...defaultTerm }, telling),
      ...chased(element.roles, element.ladder, telling),
    ];
  },
  agreement: (element, telling) => [
    telling.nl ? 'De ' : 'The ',
    roles(element.roles, telling),
    telling.nl ? ' schrijft de afspraken op binnen ' : ' writes the commitments down within ',
    strong(longTerm(telling.definition, element.term ?? { ...defaultTerm }, telling.language)),
    telling.nl ? '; de ' : '; the ',
    roles(element.confirmRoles, telling),
    telling.nl
      ? element.confirmRoles.length > 1
        ? ' bevestigen binnen '
        : ' bevestigt binnen '
      : element.confirmRoles.length > 1
        ? ' confirm within '
        : ' confirms within ',
    strong(longTerm(telling.definition, element.confirmTerm ?? { ...defaultTerm }, telling.language)),
    telling.nl ? '. Elke afspraak wordt daarna opgevolgd.' : '. Each commitment is then followed up.',
  ],
  sendTask: ({ to, text }, telling) => [
    telling.nl ? 'De ' : 'The ',
    roles(to, telling),
    telling.nl
      ? to.length > 1
        ? ' krijgen bericht: '
        : ' krijgt bericht: '
      : to.length > 1
        ? ' get a message: '
        : ' gets a message: ',
    name(said(text.subject, telling.language)),
    '.',
  ],
  serviceTask: ({ job }, { nl }) => {
    const words = JOBS[job];
    return [
      nl ? 'Dit gaat vanzelf: ' : 'This happens by itself: ',
      strong(words ? (nl ? words.nl : words.en) : job),
      '.',
    ];
  },
  scriptTask: ({ set = [] }, telling) => [
    telling.nl ? 'Dit gaat vanzelf: ' : 'This happens by itself: ',
    strong(
      and(
        set.map(({ variable }) => variable),
        telling,
      ),
    ),
    telling.nl ? ' wordt onthouden.' : ' is kept in mind.',
  ],
  exclusiveGateway: ({ loop }, { nl }) =>
    loop
      ? [
          nl ? 'Nog een keer, ' : 'Once more, ',
          strong(nl ? `hoogstens ${loop.max} keer` : `at most ${loop.max} times`),
          nl ? '; daarna de andere weg.' : '; then the other way.',
        ]
      : [
          nl ? 'De eerste weg waarvan de voorwaarde klopt; ' : 'The first way whose condition holds; ',
          strong(nl ? 'anders' : 'otherwise'),
          nl ? ' de weg die je daarvoor aanwijst.' : ' the way you point out for that.',
        ],
  parallelGateway: (_element, { nl }) => [
    nl ? 'Alles hierna gebeurt ' : 'Everything after this happens ',
    strong(nl ? 'tegelijk' : 'side by side'),
    nl ? '; alles hiervoor moet klaar zijn.' : '; everything before must be done.',
  ],
  inclusiveGateway: (_element, { nl }) => [
    nl ? 'Elke weg waarvan de voorwaarde klopt.' : 'Every way whose condition holds.',
  ],
  eventBasedGateway: (_element, { nl }) => [
    nl ? 'Wat het ' : 'Whatever comes ',
    strong(nl ? 'eerst' : 'first'),
    nl ? ' komt, telt.' : ' counts.',
  ],
  receiveTask: ({ message }, { nl }) => [
    nl ? 'Hier wacht het op het bericht ' : 'Here it waits for the message ',
    name(message?.name ?? '…'),
    '.',
  ],
  businessRuleTask: ({ decision }, { definition, language, nl }) => [
    nl ? 'De tabel ' : 'The table ',
    name(said(definition.decisions?.find(({ id }) => id === decision)?.name, language) || decision),
    nl ? ' zegt wat geldt.' : ' says what holds.',
  ],
  manualTask: (_, { nl }) => [
    nl
      ? 'Dit gebeurt buiten het systeem; het proces gaat meteen verder.'
      : 'This happens outside the system; the process goes on at once.',
  ],
  unsupported: ({ bpmn }, { nl }) => [
    strong(bpmn),
    nl
      ? ' wordt niet uitgevoerd. Vervang dit voordat je het proces in gebruik neemt.'
      : ' is not carried out. Replace it before you put the process into use.',
  ],
  intermediateCatchEvent: ({ triggers, rest }, { definition, nl, language }) => [
    nl ? 'Hier wacht het op: ' : 'Here it waits for: ',
    strong(saidTriggers(definition, triggers, language) || '…'),
    rest ? (nl ? '. Zolang rust het initiatief.' : '. Meanwhile the initiative rests.') : '.',
  ],
  intermediateThrowEvent: ({ throws }, telling) =>
    throws?.raise
      ? [
          telling.nl ? 'De ' : 'The ',
          roles([throws.raise.to], telling),
          telling.nl ? ' wordt om hulp gevraagd.' : ' is asked for help.',
        ]
      : [telling.nl ? 'Hier wordt iets gemeld.' : 'Here something is told.'],
  boundaryEvent: ({ triggers, interrupting, attachedTo }, { definition, nl, language }) => [
    nl ? 'Bij ' : 'With ',
    strong(saidTriggers(definition, triggers, language) || '…'),
    interrupting
      ? nl
        ? ' stopt '
        : ' this stops '
      : nl
        ? ' gaat dit ook lopen, naast '
        : ' this starts too, beside ',
    strong(nameOf(definition, attachedTo, language)),
    '.',
  ],
  subProcess: ({ id, event }, { definition, nl }) => {
    const n = definition.elements.filter(({ parent }) => parent === id).length;
    return event
      ? [
          nl
            ? 'Dit deel begint vanzelf wanneer zijn begin dat zegt.'
            : 'This part begins by itself when its start says so.',
        ]
      : [
          nl ? 'Dit deel bevat ' : 'This part holds ',
          strong(nl ? `${n} elementen` : `${n} elements`),
          nl ? '; het is klaar als alles erin klaar is.' : '; it is done when all in it is done.',
        ];
  },
  callActivity: ({ process, whenMissing }, telling) => [
    telling.nl ? 'Hier loopt het proces ' : 'Here the process ',
    name(process),
    telling.nl ? '' : ' runs',
    ...(whenMissing
      ? [
          telling.nl ? '; is het er niet, dan regelt de ' : '; where it does not exist, the ',
          roles([whenMissing], telling),
          telling.nl ? ' het.' : ' arranges it.',
        ]
      : ['.']),
  ],
};

const periodWord = (of: string, nl: boolean): string =>
  nl ? ({ day: 'dag', week: 'week', month: 'maand', quarter: 'kwartaal', year: 'jaar' }[of] ?? of) : of;

export const JOBS: Record<string, { nl: string; en: string }> = {
  'capacity.take': { nl: 'een plek vragen', en: 'ask for a place' },
  'capacity.release': { nl: 'een plek vrijgeven', en: 'give a place back' },
  'capacity.queue': { nl: 'wachten op een plek', en: 'wait for a place' },
  record: { nl: 'vastleggen wat we leerden', en: 'record what we learned' },
};

export function sentence(definition: Definition, element: Element, language: Language): Piece[] {
  const tell = tells[element.type] as Tell<ElementType>;
  return tell(element as never, { definition, language, nl: language === 'nl' });
}
