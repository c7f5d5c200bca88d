// What one step of a process says in running text, per kind of element.
import type { Definition, Element, ElementOf, ElementType, Language } from '../../contract/index.ts';
import { writtenList } from '../texts/written.ts';
import { ifWords, waitWords } from './moments.ts';
import type { Step } from './outline.ts';
import { nameOf, roleName, said } from './say.ts';
import { sentence } from './sentence.ts';

export interface Speaking {
  definition: Definition;
  language: Language;
  nl: boolean;
}

type Say<T extends ElementType> = (element: ElementOf<T>, speaking: Speaking, step: Step) => string[];

const named = (words: string): string => `“${words}”`;
/** What a message fills in later is not known here. */
const withoutPlaceholders = (words: string): string => words.replace(/\{[^{}]*\}/g, '…');

/** As it stands in the properties: one sentence. */
const asShown = (element: Element, { definition, language }: Speaking): string[] => [
  sentence(definition, element, language)
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return piece.isName ? named(withoutPlaceholders(piece.strong)) : piece.strong;
    })
    .join(''),
];

const says: { [T in ElementType]: Say<T> } = {
  startEvent(element, speaking, { entry }) {
    const { definition, language, nl } = speaking;
    const { triggers = {}, schedule, interrupting, parent, button } = element;
    const inEventPart = definition.elements.some(
      (one) => one.id === parent && one.type === 'subProcess' && one.event,
    );
    const isTriggered = schedule === undefined && Object.keys(triggers).length > 0;
    if (inEventPart) {
      const when = ifWords(definition, triggers, language);
      const then =
        interrupting === false
          ? nl
            ? ', gebeurt dit ook. Wat loopt, gaat door.'
            : ', this happens too. What runs goes on.'
          : nl
            ? ', stopt wat loopt. Dan gebeurt dit.'
            : ', what runs stops. Then this happens.';
      const pressed =
        button === undefined
          ? []
          : [
              nl
                ? 'Er is ook een knop voor op de eigen pagina.'
                : 'There is a button for it on the own page too.',
            ];
      return [when + then, ...pressed];
    }
    if (isTriggered) {
      const when = ifWords(definition, triggers, language);
      return [
        entry === 'also'
          ? nl
            ? `${when}, begint het ook hier.`
            : `${when}, it begins here too.`
          : nl
            ? `${when}, begint het.`
            : `${when}, it begins.`,
      ];
    }
    return asShown(element, speaking);
  },
  endEvent({ end, code, outcome, name }, { nl, language, definition }) {
    const called = code === undefined ? '' : ` ${named(code)}`;
    const with_ =
      outcome === undefined
        ? ''
        : nl
          ? `, met als uitkomst ${named(said(name, language) || outcome)}`
          : `, with the outcome ${named(said(name, language) || outcome)}`;
    switch (end) {
      case 'none':
        return [nl ? `Deze weg eindigt hier${with_}.` : `This way ends here${with_}.`];
      case 'terminate':
        return [nl ? `Alles in dit deel stopt hier${with_}.` : `Everything in this part stops here${with_}.`];
      case 'error':
        return [nl ? `Dit gaat mis: fout${called}${with_}.` : `This goes wrong: error${called}${with_}.`];
      case 'escalation':
        return [
          nl
            ? `Deze weg eindigt hier en meldt${called || ' dat'}${with_}.`
            : `This way ends here and reports${called || ' it'}${with_}.`,
        ];
      case 'message':
        return [
          nl
            ? `Deze weg eindigt hier en stuurt het bericht${called}${with_}.`
            : `This way ends here and sends the message${called}${with_}.`,
        ];
      case 'signal':
        return [
          nl
            ? `Deze weg eindigt hier en geeft het sein${called}${with_}.`
            : `This way ends here and gives the signal${called}${with_}.`,
        ];
      case 'compensation': {
        const what = code === undefined ? '' : ` ‘${nameOf(definition, code, language)}’`;
        return [
          nl
            ? `Wat gedaan is, wordt teruggedraaid:${what || ' alles in dit deel'}${with_}.`
            : `What was done is undone:${what || ' all in this part'}${with_}.`,
        ];
      }
      case 'cancel':
        return [
          nl
            ? `Dit deel wordt afgebroken; wat gedaan is, wordt teruggedraaid${with_}.`
            : `This part is called off; what was done is undone${with_}.`,
        ];
    }
  },
  userTask: asShown,
  agreement: asShown,
  sendTask: asShown,
  serviceTask: asShown,
  receiveTask: asShown,
  scriptTask: ({ set = [] }, { nl }) =>
    set.length > 0 ? [] : [nl ? 'Hier hoeft niemand iets te doen.' : 'Nobody has to do anything here.'],
  businessRuleTask({ decision }, { definition, language, nl }) {
    const table = definition.decisions?.find(({ id }) => id === decision);
    const name = named(said(table?.name, language) || decision);
    return [nl ? `De tabel ${name} zegt wat geldt.` : `The table ${name} says what holds.`];
  },
  manualTask: asShown,
  exclusiveGateway({ loop }, { nl }) {
    if (!loop) return [nl ? 'Hier is een keuze.' : 'Here is a choice.'];
    return [
      nl
        ? `Dit kan hoogstens ${loop.max} keer opnieuw. Daarna geldt “anders”.`
        : `This can be done again at most ${loop.max} times. After that “otherwise” holds.`,
    ];
  },
  parallelGateway: (_, { nl }, { joins, ways }) => [
    ...(joins
      ? [nl ? 'Eerst moet alles hiervoor klaar zijn.' : 'First everything before this must be done.']
      : []),
    ...(ways.length > 0 ? [nl ? 'Dan gebeurt dit naast elkaar.' : 'Then this happens side by side.'] : []),
  ],
  inclusiveGateway: (_, { nl }, { joins, ways }) => [
    ...(joins
      ? [
          nl
            ? 'Eerst moet alles hiervoor klaar zijn, voor zover het begonnen is.'
            : 'First everything before this must be done, as far as it was begun.',
        ]
      : []),
    ...(ways.length > 0
      ? [
          nl
            ? 'Alles hieronder dat klopt, gebeurt naast elkaar.'
            : 'All below that holds happens side by side.',
        ]
      : []),
  ],
  eventBasedGateway: (_, { nl }) => [
    nl ? 'Nu telt wat het eerst komt. De rest vervalt.' : 'Now whatever comes first counts. The rest lapses.',
  ],
  intermediateCatchEvent({ triggers, rest, roles, button }, { definition, language, nl }) {
    if (triggers.link !== undefined)
      return [
        nl
          ? `Hier gaat het verder vanaf ${named(triggers.link)}.`
          : `Here it goes on from ${named(triggers.link)}.`,
      ];
    const who = (roles ?? []).map((role) => roleName(definition, role, language).toLowerCase());
    return [
      `${waitWords(definition, triggers, language)}.`,
      ...(rest ? [nl ? 'Zolang rust het initiatief.' : 'Meanwhile the initiative rests.'] : []),
      ...(button !== undefined && who.length > 0
        ? [
            nl
              ? `De ${writtenList('nl', who)} kan het wachten stoppen met een knop.`
              : `The ${writtenList('en', who)} can end the wait with a button.`,
          ]
        : []),
    ];
  },
  intermediateThrowEvent(element, speaking) {
    const { throws = {}, when } = element;
    const { definition, language, nl } = speaking;
    const told: string[] = [];
    if (throws.raise)
      told.push(
        ...asShown(element, speaking),
        ...(throws.raise.text ? [quoted(said(throws.raise.text, language))] : []),
      );
    if (throws.closeAgreements)
      told.push(
        nl ? 'De afspraken van tot nu toe worden afgesloten.' : 'The agreements made so far are closed.',
      );
    if (throws.handOver !== undefined)
      told.push(nl ? 'Werk gaat over naar iemand anders.' : 'Work goes over to somebody else.');
    if (throws.escalation !== undefined)
      told.push(nl ? `Dit meldt ${named(throws.escalation)}.` : `This reports ${named(throws.escalation)}.`);
    if (throws.message)
      told.push(
        nl
          ? `Dit stuurt het bericht ${named(throws.message.name)}.`
          : `This sends the message ${named(throws.message.name)}.`,
      );
    if (throws.signal !== undefined)
      told.push(
        nl ? `Dit geeft het sein ${named(throws.signal)}.` : `This gives the signal ${named(throws.signal)}.`,
      );
    if (throws.link !== undefined)
      told.push(nl ? `Dit gaat verder bij ${named(throws.link)}.` : `This goes on at ${named(throws.link)}.`);
    if (throws.compensation) {
      const { activity } = throws.compensation;
      told.push(
        activity === undefined
          ? nl
            ? 'Alles wat in dit deel gedaan is, wordt teruggedraaid.'
            : 'All that was done in this part is undone.'
          : nl
            ? `‘${nameOf(definition, activity, language)}’ wordt teruggedraaid.`
            : `‘${nameOf(definition, activity, language)}’ is undone.`,
      );
    }
    if (told.length === 0 && when === undefined)
      told.push(nl ? 'Dit punt is bereikt.' : 'This point is reached.');
    return told;
  },
  boundaryEvent({ triggers, interrupting }, { definition, language, nl }) {
    const when = ifWords(definition, triggers, language);
    if (triggers.compensation) return [`${when}.`];
    return [
      interrupting
        ? nl
          ? `${when}, stopt het.`
          : `${when}, it stops.`
        : nl
          ? `${when}, gebeurt dit ook. Het werk zelf gaat door.`
          : `${when}, this happens too. The work itself goes on.`,
    ];
  },
  subProcess({ event, transaction, adHoc }, { nl }, { inside, beside }) {
    const told: string[] = [];
    if (event)
      told.push(
        nl
          ? 'Dit kan in alle gevallen gebeuren, waar het proces ook is.'
          : 'This can happen in all cases, wherever the process is.',
      );
    else if (inside.length + beside.length === 0)
      told.push(nl ? 'In dit deel staat nog niets.' : 'There is nothing in this part yet.');
    else if (!adHoc)
      told.push(
        nl ? 'Dit deel is klaar als alles erin klaar is.' : 'This part is done when all in it is done.',
      );
    if (adHoc)
      told.push(
        adHoc.sequential
          ? nl
            ? 'De volgorde is vrij: één ding tegelijk.'
            : 'The order is free: one thing at a time.'
          : nl
            ? 'De volgorde is vrij, en het mag naast elkaar.'
            : 'The order is free, and things may go side by side.',
      );
    if (transaction)
      told.push(
        nl
          ? 'Het kan als geheel worden afgebroken. Wat gedaan is, wordt dan teruggedraaid.'
          : 'It can be called off as a whole. What was done is then undone.',
      );
    return told;
  },
  callActivity: asShown,
  unsupported: asShown,
};

const quoted = (words: string): string => `“${words.replace(/\s+/g, ' ').trim()}”`;

export function stepWords(step: Step, speaking: Speaking): string[] {
  const say = says[step.element.type] as Say<ElementType>;
  return say(step.element as never, speaking, step);
}
