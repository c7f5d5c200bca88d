// A process in plain language: numbered steps with what is beneath them, each sentence with the element it tells of.
import type { Definition, Language } from '../../contract/index.ts';
import { after, before, kept } from './extras.ts';
import { ladderSentences } from './ladder-words.ts';
import { type Outline, outlineOf, type Step, type Way } from './outline.ts';
import { ladderOf, said, titleOf } from './say.ts';
import { type Speaking, stepWords } from './step-words.ts';
import { wayWords } from './way-words.ts';

export interface Sentence {
  text: string;
  /** The element it tells of. */
  element: string;
  /** The arrows it tells of. */
  flows?: string[];
  /** Of use to who looks after the process; a reader may pass it by. */
  aside?: true;
}

export interface ToldStep {
  number: string;
  element: string;
  title: string;
  sentences: Sentence[];
  parts: ToldPart[];
  /** Where it goes on, when that is not the next step. */
  next?: Sentence;
}

/** Something beneath a step: what is in it, what can happen meanwhile, a way that leaves it. */
export interface ToldPart {
  kind: 'inside' | 'beside' | 'border' | 'way';
  lead: Sentence;
  parts: ToldPart[];
  steps: ToldStep[];
  next?: Sentence;
}

export interface Prose {
  title: string;
  summary?: string;
  steps: ToldStep[];
  /** What can happen wherever the process is. */
  always: ToldStep[];
  /** How something that is late is chased: told once for all steps that name it. */
  reminders: { id: string; name: string; sentences: string[] }[];
}

export function tell(definition: Definition, language: Language): Prose {
  const outline = outlineOf(definition);
  const teller = new Teller(outline, { definition, language, nl: language === 'nl' });
  const summary = said(definition.summary, language);
  return {
    title: said(definition.name, language),
    ...(summary === '' ? {} : { summary }),
    steps: teller.list(outline.steps),
    always: teller.list(outline.beside),
    reminders: reminders(definition, outline, language),
  };
}

class Teller {
  private readonly outline: Outline;
  private readonly speaking: Speaking;
  private readonly place: ReadonlyMap<string, number>;

  constructor(outline: Outline, speaking: Speaking) {
    this.outline = outline;
    this.speaking = speaking;
    this.place = new Map([...outline.byId.keys()].map((id, index) => [id, index]));
  }

  list(steps: Step[]): ToldStep[] {
    const told = steps.filter(({ number }) => number !== '');
    return told.map((step, index) => this.step(step, told[index + 1]));
  }

  private step(step: Step, following: Step | undefined): ToldStep {
    const { element, number, entry } = step;
    const { nl, language } = this.speaking;
    const say = (text: string): Sentence => ({ text, element: element.id });
    const first = this.entryWords(step, entry);
    const sentences = [
      ...first,
      ...before(element, this.speaking),
      ...stepWords(step, this.speaking),
      ...after(element, this.speaking),
    ].map(say);
    for (const text of kept(element, this.speaking)) sentences.push({ ...say(text), aside: true });
    const parts: ToldPart[] = [];
    if (step.inside.length > 0)
      parts.push({
        kind: 'inside',
        lead: say(nl ? 'Dit gebeurt erin:' : 'This happens in it:'),
        parts: [],
        steps: this.list(step.inside),
      });
    if (step.beside.length > 0)
      parts.push({
        kind: 'beside',
        lead: say(
          nl
            ? 'Dit kan in alle gevallen gebeuren zolang dit deel loopt:'
            : 'This can happen in all cases while this part runs:',
        ),
        parts: [],
        steps: this.list(step.beside),
      });
    for (const border of step.borders) parts.push(...this.border(border));
    parts.push(...this.ways(step));
    const next = this.next(step, following);
    return {
      number,
      element: element.id,
      title: titleOf(element, language),
      sentences,
      parts,
      ...(next ? { next } : {}),
    };
  }

  private entryWords({ element }: Step, entry: Step['entry']): string[] {
    const { nl, definition } = this.speaking;
    if (element.type === 'startEvent' || element.type === 'boundaryEvent') return [];
    if ('forCompensation' in element && element.forCompensation) return [];
    const part = definition.elements.find(({ id }) => id === element.parent);
    if (part?.type === 'subProcess' && part.adHoc) return [];
    if (element.type === 'subProcess' && element.event) return [];
    if (entry === 'also') return [nl ? 'Dit begint ook meteen.' : 'This begins at once too.'];
    return entry === 'nowhere'
      ? [nl ? 'Hier leidt niets vanaf het begin naartoe.' : 'Nothing leads here from the start.']
      : [];
  }

  /** What sits on the border is the lead; what follows it stands beneath. */
  private border([event, ...rest]: Step[]): ToldPart[] {
    if (!event) return [];
    if (event.number !== '') {
      const [told, ...more] = this.list([event, ...rest]);
      return told
        ? [
            {
              kind: 'border',
              lead: { text: this.speaking.nl ? 'Op de rand:' : 'On the border:', element: event.element.id },
              parts: [],
              steps: [told, ...more],
            },
          ]
        : [];
    }
    const steps = this.list(rest);
    const [told] = rest.filter(({ number }) => number !== '');
    const parts = this.ways(event);
    const next = this.next(event, told);
    const words = [
      ...before(event.element, this.speaking),
      ...stepWords(event, this.speaking),
      ...after(event.element, this.speaking),
      ...kept(event.element, this.speaking),
    ].join(' ');
    return [
      {
        kind: 'border',
        lead: {
          text: steps.length + parts.length > 0 ? words.replace(/\.$/, ':') : words,
          element: event.element.id,
        },
        parts,
        steps,
        ...(next ? { next } : {}),
      },
    ];
  }

  private ways(step: Step): ToldPart[] {
    return step.ways.map((way, index) => this.way(step, way, index));
  }

  private way(step: Step, way: Way, index: number): ToldPart {
    const { element } = step;
    const steps = this.list(way.steps);
    const begin = wayWords(element, way, index, this.speaking);
    const jump = steps.length === 0 ? this.jump(element.id, way.to) : '';
    return {
      kind: 'way',
      lead: {
        text: jump === '' ? `${begin}:` : `${begin}: ${jump}.`,
        element: element.id,
        flows: way.flows.map(({ id }) => id),
      },
      parts: [],
      steps,
    };
  }

  /** Where it goes on, unless that is what is told next. */
  private next(step: Step, following: Step | undefined): Sentence | undefined {
    const { element, ways, next } = step;
    const { nl } = this.speaking;
    if (next) {
      if (following && this.outline.reached(next.to) === following) return undefined;
      const jump = this.jump(element.id, next.to);
      return {
        text: `${jump.charAt(0).toUpperCase()}${jump.slice(1)}.`,
        element: element.id,
        ...(next.flow ? { flows: [next.flow.id] } : {}),
      };
    }
    if (ways.length > 0 || element.type === 'endEvent' || this.endsQuietly(step)) return undefined;
    return { text: nl ? 'Hier eindigt deze weg.' : 'This way ends here.', element: element.id };
  }

  /** Work in any order, what undoes, what begins by itself and what is not carried out have nothing after them by nature. */
  private endsQuietly({ element }: Step): boolean {
    if ('forCompensation' in element && element.forCompensation) return true;
    if (element.type === 'boundaryEvent' || (element.type === 'subProcess' && element.event)) return true;
    const part = this.speaking.definition.elements.find(({ id }) => id === element.parent);
    return part?.type === 'subProcess' && part.adHoc !== undefined;
  }

  private jump(from: string, to: string): string {
    const { nl, language, definition } = this.speaking;
    const target = this.outline.reached(to);
    if (!target) return nl ? 'hierna is nog niets getekend' : 'nothing is drawn after this yet';
    const name = target.number === '' ? `‘${titleOf(target.element, language)}’` : target.number;
    const back = (this.place.get(target.element.id) ?? 0) <= (this.place.get(from) ?? 0);
    const step = definition.elements.length > 0 && target.number !== '' ? (nl ? 'stap ' : 'step ') : '';
    if (back) return nl ? `ga terug naar ${step}${name}` : `go back to ${step}${name}`;
    return nl ? `ga verder met ${step}${name}` : `go on with ${step}${name}`;
  }
}

/** The ladders that tasks and agreements of the process are chased by, in the order in which they are met. */
function reminders(definition: Definition, { byId }: Outline, language: Language): Prose['reminders'] {
  const used = new Map<string, Prose['reminders'][number]>();
  for (const { element } of byId.values()) {
    const ladders =
      element.type === 'userTask'
        ? [ladderOf(definition, element.roles, element.ladder)]
        : element.type === 'agreement'
          ? [
              ladderOf(definition, element.roles, element.ladder),
              ladderOf(definition, element.confirmRoles, element.confirmLadder),
            ]
          : [];
    for (const ladder of ladders)
      if (ladder && !used.has(ladder.id))
        used.set(ladder.id, {
          id: ladder.id,
          name: said(ladder.name, language),
          sentences: ladderSentences(definition, ladder, language),
        });
  }
  return [...used.values()];
}
