/** A message of a draft as the very mail it becomes, with made-up people: made by the code that makes what is sent. */
import type {
  Definition,
  Language,
  MessageText,
  NoteKind,
  OutgoingMessage,
  Side,
  Text,
} from '../../contract/index.ts';
import { addDays, dutchCalendar, type LocalDate, localDate } from '../../core/calendar/index.ts';
import { type ComposedMail, composeMail, type MailLook } from '../../core/mail/index.ts';
import type { Variables } from '../../core/state.ts';
import { type Lookups, type NoteData, referredTo } from '../../core/texts/index.ts';

export interface Example {
  text: MessageText;
  /** What the step is called. */
  name: Text;
  role: string;
  side: Side;
  kind: NoteKind;
  buttons?: string[] | undefined;
  /** Choices of the step; few of them become buttons. */
  outcomes?: { id: string; label: Text }[] | undefined;
}

export interface Around {
  /** Answers and other values the words may use. */
  values: Variables;
  organisation: string;
  /** Address that mails come from. */
  mailFrom: string;
  /** The organisation's own colour and logo. */
  look?: MailLook | undefined;
  at: string;
}

const READER = 'reader';
const CONTACT = 'contact';

const wordsOf = ({ subject, body }: MessageText): string =>
  [subject, body].flatMap((one) => (typeof one === 'string' ? one : [one.nl, one.en])).join('\n');

/** The message as the engine would give it to the mailroom, and what its words look up. */
export function exampleMessage(
  { text, name, role, side, kind, buttons, outcomes }: Example,
  { values, organisation, at }: Around,
  language: Language,
): { message: OutgoingMessage; lookups: Lookups } {
  const nl = language === 'nl';
  const today = localDate(dutchCalendar.zone, at);
  const due = addDays(today, 14);
  const commitment = (owner: typeof READER | typeof CONTACT, words: string, by: LocalDate, id: string) => ({
    id,
    text: words,
    owner,
    side: owner === READER ? side : ('us' as const),
    due: by,
  });
  const all = [
    commitment(CONTACT, nl ? 'Grond laten onderzoeken' : 'Have the soil examined', addDays(today, 20), 'c1'),
    commitment(READER, nl ? 'Drie buren vragen' : 'Ask three neighbours', due, 'c2'),
  ];
  const [first] = all;
  const data: NoteData = {
    name,
    due,
    dues: Object.fromEntries(referredTo(wordsOf(text)).elements.map((element) => [element, due])),
    owner: CONTACT,
    from: CONTACT,
    to: CONTACT,
    why: nl ? 'het had meer tijd nodig' : 'it needed more time',
    variables: values,
    commitments: all,
    ...(first ? { commitment: first } : {}),
    meeting: { at: `${due}T12:00:00.000Z`, place: nl ? 'Het buurthuis' : 'The community centre' },
    lateDays: 2,
    ...(outcomes ? { outcomes } : {}),
  };
  const message: OutgoingMessage = {
    key: 'example',
    to: READER,
    channel: 'mail',
    at,
    notes: [
      {
        key: 'example',
        instance: 'example',
        to: READER,
        role,
        side,
        kind,
        about: ['example'],
        text: 'def:example:example',
        at,
        act: false,
        data: data as OutgoingMessage['notes'][number]['data'],
        ...(buttons?.length ? { buttons } : {}),
      },
    ],
  };
  const lookups: Lookups = {
    person: (id) =>
      id === READER
        ? { name: 'Amina' }
        : id === CONTACT
          ? { name: 'Sam', phone: '06 12 34 56 78' }
          : { name: 'Noor' },
    initiative: () => ({
      title: nl ? 'Moestuin de Bloem' : 'Garden de Bloem',
      contact: CONTACT,
      initiator: READER,
    }),
    org: { name: organisation },
    link: (_note, button) => `https://example.org/p${button ? `?b=${encodeURIComponent(button)}` : ''}`,
    definitionText: () => text,
    zone: dutchCalendar.zone,
    calendar: dutchCalendar,
  };
  return { message, lookups };
}

/** Undefined while the words cannot become a mail: something in braces that nobody can fill in. */
export function exampleMail(example: Example, around: Around, language: Language): ComposedMail | undefined {
  const { message, lookups } = exampleMessage(example, around, language);
  try {
    return composeMail(message, language, lookups, { address: around.mailFrom, look: around.look });
  } catch {
    return undefined;
  }
}

/** What a step's message is like, apart from its words. */
export function exampleOf(
  definition: Definition,
  element: Definition['elements'][number] | undefined,
  to: string,
): Omit<Example, 'text'> {
  const side = definition.roles.find(({ id }) => id === to)?.side ?? 'initiator';
  // A reminder of a ladder is about whatever step it is used for.
  if (!element) return { name: definition.name, role: to, side, kind: 'chase' };
  const asks = element.type === 'userTask' || element.type === 'agreement';
  return {
    name: element.name ?? element.id,
    role: to,
    side,
    kind: element.type === 'sendTask' ? element.kind : side === 'us' ? 'inbox' : 'request',
    ...(element.type === 'sendTask' ? { buttons: element.buttons } : {}),
    ...(asks && 'outcomes' in element && element.outcomes?.length ? { outcomes: element.outcomes } : {}),
  };
}
