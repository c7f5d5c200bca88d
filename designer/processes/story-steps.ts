/** A story that exploring tells, in words for whoever draws: what is begun, done, chosen, and how much time passes. */
import type { Definition, Element, Language } from '../../contract/index.ts';
import { answersInWords } from '../../core/prose/answers-in-words.ts';
import { roleName, said } from '../../core/prose/say.ts';
import type { Variables } from '../../core/state.ts';
import { writtenDayAndTime } from '../../core/texts/index.ts';

type Step = Record<string, unknown>;

const WORDS = {
  nl: {
    start: 'Het begint',
    begun: (what: string) => `${what} begint`,
    done: (what: string) => `${what} is klaar`,
    chosen: (what: string, outcome: string) => `${what}: ${outcome}`,
    failed: (what: string) => `${what} lukt niet`,
    skipped: (what: string) => `${what} wordt overgeslagen`,
    comes: (what: string) => `Er komt bericht: ${what}`,
    signal: (what: string) => `Er klinkt een signaal: ${what}`,
    set: (what: string) => `Iemand vult in: ${what}`,
    kept: (what: string) => `Een afspraak wordt nagekomen: ${what}`,
    away: (who: string) => `Er is iemand niet: ${who}`,
    back: (who: string) => `Er is iemand terug: ${who}`,
    until: (when: string) => `De tijd gaat door tot ${when}`,
    nth: (n: number) => `, nummer ${n}`,
  },
  en: {
    start: 'It begins',
    begun: (what: string) => `${what} begins`,
    done: (what: string) => `${what} is done`,
    chosen: (what: string, outcome: string) => `${what}: ${outcome}`,
    failed: (what: string) => `${what} goes wrong`,
    skipped: (what: string) => `${what} is passed over`,
    comes: (what: string) => `Word comes: ${what}`,
    signal: (what: string) => `A signal sounds: ${what}`,
    set: (what: string) => `Somebody fills in: ${what}`,
    kept: (what: string) => `A promise is kept: ${what}`,
    away: (who: string) => `Somebody is away: ${who}`,
    back: (who: string) => `Somebody is back: ${who}`,
    until: (when: string) => `Time passes until ${when}`,
    nth: (n: number) => `, number ${n}`,
  },
} as const;

/** One line for each step; what the story expects at its end stands in the finding itself. */
export function storySteps(
  story: readonly Step[],
  definition: Definition,
  language: Language,
  called: readonly Definition[] = [],
): string[] {
  const words = WORDS[language];
  const definitions = [definition, ...called];
  const all = definitions.flatMap(({ elements }) => elements);
  const elementOf = (id: string): Element | undefined =>
    all.find((one) => one.id === id || `${one.id}.confirm` === id);
  const named = (id: unknown, nth: unknown): string => {
    const name = said(elementOf(String(id))?.name, language) || String(id);
    return `‘${name}’${typeof nth === 'number' ? words.nth(nth) : ''}`;
  };
  const outcomeOf = (id: string, outcome: string): string => {
    const element = elementOf(id);
    const known =
      element?.type === 'userTask' ? element.outcomes?.find((one) => one.id === outcome) : undefined;
    return said(known?.label, language) || outcome;
  };
  const valuesOf = (values: unknown): string =>
    answersInWords(definitions, (values ?? {}) as Variables, language);
  const withValues = (text: string, data: unknown): string => {
    const values = valuesOf(data);
    return values === '' ? text : `${text} (${values})`;
  };

  const today = String(story[0]?.at ?? '').slice(0, 10);
  return story.flatMap(({ at, ...step }) => {
    const [key, value] = Object.entries(step)[0] ?? [];
    const about = (value ?? {}) as Step;
    const lines: string[] = [];
    const [date, time] = typeof at === 'string' ? at.split('T') : [];
    if (date !== undefined && time !== undefined && key !== 'start')
      lines.push(words.until(writtenDayAndTime(language, date, time, today)));
    switch (key) {
      case undefined:
      case 'expect':
        break;
      case 'start':
        lines.push(withValues(words.start, about.data));
        break;
      case 'complete': {
        const { task, outcome, data, nth } = about;
        lines.push(
          withValues(
            typeof outcome === 'string'
              ? words.chosen(named(task, nth), outcomeOf(String(task), outcome))
              : words.done(named(task, nth)),
            data,
          ),
        );
        break;
      }
      case 'job':
        lines.push(
          'error' in about
            ? words.failed(named(about.element, about.nth))
            : words.done(named(about.element, about.nth)),
        );
        break;
      case 'skip':
        lines.push(words.skipped(named(about.element, about.nth)));
        break;
      case 'begin':
        lines.push(words.begun(named(about.element, about.nth)));
        break;
      case 'message':
        lines.push(withValues(words.comes(named(about.element ?? about.name, undefined)), about.data));
        break;
      case 'signal':
        lines.push(withValues(words.signal(`‘${String(about.name)}’`), about.data));
        break;
      case 'set':
        lines.push(words.set(valuesOf(about.variables)));
        break;
      case 'done':
        lines.push(words.kept(String(about.commitment)));
        break;
      case 'absent':
        lines.push(words.away(roleName(definition, String(about.person), language)));
        break;
      case 'back':
        lines.push(words.back(roleName(definition, String(about.person), language)));
        break;
      default:
        lines.push(key);
    }
    return lines;
  });
}
