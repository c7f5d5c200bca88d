// What sets something going, as the beginning of a sentence: "If this takes longer than 5 working days".
import type { Definition, Language, Triggers } from '../../contract/index.ts';
import { countsFrom } from '../term-kind.ts';
import { conditionWords } from './condition-words.ts';
import { longTerm } from './say.ts';

type Timer = NonNullable<Triggers['timer']>;

const named = (words: string): string => `“${words}”`;

/** What may happen other than that time passes, each as a clause after "if" or "until". */
function happenings(definition: Definition, triggers: Triggers, language: Language): string[] {
  const nl = language === 'nl';
  const { message, condition, signal, escalation, error, compensation, cancel } = triggers;
  const clauses: string[] = [];
  if (message)
    clauses.push(nl ? `het bericht ${named(message.name)} komt` : `the message ${named(message.name)} comes`);
  if (condition !== undefined) {
    const words = conditionWords(definition, condition, language);
    clauses.push(nl ? `dit klopt: ${words}` : `this holds: ${words}`);
  }
  if (signal !== undefined)
    clauses.push(nl ? `het sein ${named(signal)} komt` : `the signal ${named(signal)} comes`);
  if (escalation !== undefined)
    clauses.push(
      escalation === ''
        ? nl
          ? 'er iets wordt gemeld'
          : 'something is reported'
        : nl
          ? `${named(escalation)} wordt gemeld`
          : `${named(escalation)} is reported`,
    );
  if (error !== undefined)
    clauses.push(
      error === ''
        ? nl
          ? 'er iets misgaat'
          : 'something goes wrong'
        : nl
          ? `het misgaat met ${named(error)}`
          : `it goes wrong with ${named(error)}`,
    );
  if (compensation) clauses.push(nl ? 'dit moet worden teruggedraaid' : 'this has to be undone');
  if (cancel) clauses.push(nl ? 'dit wordt afgebroken' : 'this is called off');
  return clauses;
}

/** Counted from something else than from when it began itself. */
const isAnchored = ({ term }: Timer): boolean => {
  const from = countsFrom(term);
  return 'moment' in term || (from !== undefined && from !== 'activation');
};

function often({ times, first }: Timer, nl: boolean): string {
  const max = times === undefined || times === 'unlimited' ? '' : String(times);
  const most = max === '' ? '' : nl ? `, hoogstens ${max} keer` : `, at most ${max} times`;
  return `${most}${first === undefined ? '' : nl ? `, voor het eerst op ${first}` : `, first at ${first}`}`;
}

/** `Als dit langer duurt dan 5 werkdagen`, for what watches something that is at work. */
export function ifWords(definition: Definition, triggers: Triggers, language: Language): string {
  const nl = language === 'nl';
  const clauses = happenings(definition, triggers, language);
  const { timer } = triggers;
  if (timer) {
    const words = longTerm(definition, timer.term, language);
    if (timer.times !== undefined) {
      const every = nl
        ? `Elke ${words} zolang dit loopt${often(timer, nl)}`
        : `Every ${words} while this runs${often(timer, nl)}`;
      if (clauses.length === 0) return every;
      return `${every}, ${nl ? 'of als' : 'or if'} ${clauses.join(nl ? ', of als ' : ', or if ')}`;
    }
    clauses.unshift(
      isAnchored(timer)
        ? nl
          ? `het zover is: ${words}`
          : `the moment has come: ${words}`
        : nl
          ? `dit langer duurt dan ${words}`
          : `this takes longer than ${words}`,
    );
  }
  if (clauses.length === 0) return nl ? 'Als dit gebeurt' : 'If this happens';
  return nl ? `Als ${clauses.join(', of als ')}` : `If ${clauses.join(', or if ')}`;
}

/** `Hier wordt 5 werkdagen gewacht, of tot het bericht “wake” komt`, for what waits. */
export function waitWords(definition: Definition, triggers: Triggers, language: Language): string {
  const nl = language === 'nl';
  const clauses = happenings(definition, triggers, language);
  const { timer } = triggers;
  if (timer && timer.times === undefined && !isAnchored(timer)) {
    const words = longTerm(definition, timer.term, language);
    const rest = clauses.map((one) => (nl ? `, of tot ${one}` : `, or until ${one}`)).join('');
    return nl ? `Hier wordt ${words} gewacht${rest}` : `Here it waits ${words}${rest}`;
  }
  if (timer) {
    const words = longTerm(definition, timer.term, language);
    const every = timer.times === undefined ? '' : nl ? 'telkens na ' : 'each time after ';
    clauses.unshift(nl ? `het zover is: ${every}${words}` : `the moment has come: ${every}${words}`);
  }
  if (clauses.length === 0) return nl ? 'Hier wordt gewacht' : 'Here it waits';
  return nl
    ? `Hier wordt gewacht tot ${clauses.join(', of tot ')}`
    : `Here it waits until ${clauses.join(', or until ')}`;
}
