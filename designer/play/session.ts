/** A process being played: a world of the production engine on a clock of its own, and every step back as a snapshot. */
import type {
  Act,
  Definition,
  ElementOf,
  Fact,
  Form,
  InstanceView,
  Language,
  LedgerLine,
  Rejection,
  Side,
  Text,
} from '../../contract/index.ts';
import { dutchCalendar } from '../../core/calendar/dutch-calendar.ts';
import { toInstant, toLocal } from '../../core/calendar/index.ts';
import { formOfTask } from '../../core/forms/index.ts';
import { outstanding } from '../../core/index.ts';
import { type SimulatedMessage, World } from '../../core/simulator/world.ts';
import { standardRoles } from '../../core/standard-roles.ts';
import type { State, Task, Variables } from '../../core/state.ts';
import { applyFact } from '../../core/views/instance-view.ts';
import { sideOf } from '../canvas/say.ts';

export interface OpenTask {
  key: string;
  name: string;
  element: string;
  title: Text | undefined;
  roles: string[];
  side: Side;
  /** Role id of who does it: in play every role has one person of the same name. */
  person: string;
  due?: string;
  late: boolean;
  form?: Form;
  outcomes: { id: string; label: Text; by?: string[] | undefined }[];
  meeting: boolean;
  confirms: boolean;
  ledger?: LedgerLine[];
}

export interface Waiting {
  element: string;
  title: Text | undefined;
  until?: string;
  /** A message it also waits for. */
  message?: string;
}

interface Mark {
  snapshot: string;
  facts: number;
  messages: number;
  label: Text;
}

export type Cast = Readonly<Record<string, string>>;

export class PlaySession {
  readonly definition: Definition;
  readonly world: World;
  private readonly language: Language;
  private marks: Mark[] = [];
  instance: string | undefined;

  /** @throws InvalidDefinition when the drawing cannot be carried out. */
  constructor(definition: Definition, day: string, language: Language, cast: Cast) {
    this.definition = definition;
    this.language = language;
    const ids = [...new Set([...Object.keys(standardRoles), ...definition.roles.map(({ id }) => id)])];
    this.world = new World({
      at: toInstant(dutchCalendar.zone, day, '10:00'),
      people: Object.fromEntries(
        ids.map((id) => [
          id,
          { id, name: cast[id] ?? id, mail: `${id}@example.org`, phone: '06 1234 5678', language },
        ]),
      ),
      roles: Object.fromEntries(ids.map((id) => [id, [id]])),
      capacities: capacitiesOf(definition).map((name) => ({ name, total: 3, used: 0 })),
      definitions: [definition],
    });
  }

  private get state(): State | undefined {
    return this.instance === undefined ? undefined : this.world.state(this.instance);
  }

  get at(): string {
    return this.world.at;
  }
  get today(): string {
    return toLocal(dutchCalendar.zone, this.world.at).date;
  }
  get facts(): readonly Fact[] {
    return this.world.facts;
  }
  get messages(): readonly SimulatedMessage[] {
    return this.world.messages;
  }
  get steps(): readonly Text[] {
    return this.marks.map(({ label }) => label);
  }

  /** Ways to begin: start events of the process itself that a person presses. */
  starts(): ElementOf<'startEvent'>[] {
    return this.definition.elements.filter(
      (one): one is ElementOf<'startEvent'> =>
        one.type === 'startEvent' && one.parent === undefined && one.triggers === undefined,
    );
  }

  form(id: string | undefined): Form | undefined {
    return this.definition.forms.find((form) => form.id === id);
  }

  start(element: string, by: string, data: Variables, label: Text): Rejection | undefined {
    const begun = this.world.start({ definition: this.definition, by, element, data });
    if ('rejection' in begun) return begun.rejection;
    this.instance = begun.instance;
    this.marks = [{ snapshot: '', facts: 0, messages: 0, label }];
    return undefined;
  }

  /** Something a person does; what is refused changes nothing. */
  act(act: Act, label: Text): Rejection | undefined {
    if (this.instance === undefined) return undefined;
    const mark = this.mark(label);
    const done = this.world.act(this.instance, act);
    if ('rejection' in done) return done.rejection;
    this.marks.push(mark);
    return undefined;
  }

  /** On to the next thing that happens by itself. @returns whether there was one. */
  next(label: (at: string) => Text): boolean {
    if (this.world.nextDue() === undefined) return false;
    const mark = this.mark('');
    const before = this.facts.length + this.messages.length;
    // Some moments change nothing to see: on until something does.
    for (let n = 0; n < 200 && this.world.nextDue() !== undefined; n += 1) {
      this.world.advanceNext();
      if (this.facts.length + this.messages.length > before) break;
    }
    this.marks.push({ ...mark, label: label(this.at) });
    return true;
  }

  jump(day: string, label: (at: string) => Text): void {
    const at = toInstant(dutchCalendar.zone, day, '10:00');
    if (at <= this.world.at) return;
    const mark = this.mark('');
    this.world.advanceTo(at);
    this.marks.push({ ...mark, label: label(at) });
  }

  get canGoBack(): boolean {
    return this.marks.length > 1;
  }

  /** As it was before the last step. */
  back(): void {
    const mark = this.marks.length > 1 ? this.marks.pop() : undefined;
    if (!mark) return;
    this.world.restore(mark.snapshot);
    this.world.facts.length = mark.facts;
    this.world.messages.length = mark.messages;
  }

  private mark(label: Text): Mark {
    return {
      snapshot: this.world.snapshot(),
      facts: this.facts.length,
      messages: this.messages.length,
      label,
    };
  }

  /** Where it is and has been. */
  view(): InstanceView | undefined {
    return this.facts
      .filter(({ instance }) => instance === this.instance)
      .reduce<InstanceView | undefined>(applyFact, undefined);
  }

  tasks(): OpenTask[] {
    const { state } = this;
    if (state?.status !== 'running') return [];
    const open: OpenTask[] = [];
    for (const one of Object.values(state.elements)) {
      if (!one.task || one.parts) continue;
      open.push(this.openTask(one.key, one.element, one.d, one.task));
    }
    return open.toSorted((a, b) => (a.due ?? '~').localeCompare(b.due ?? '~'));
  }

  private openTask(key: string, id: string, d: number, task: Task): OpenTask {
    const { definition } = this.world.definitionsOf(this.instance as string)[d] ?? {
      definition: this.definition,
    };
    const element = definition.elements.find((one) => one.id === id);
    const confirms = task.name === `${id}.confirm`;
    const own = task.about === undefined ? element : undefined;
    const formId = formOfTask(own, confirms);
    const form = definition.forms.find((one) => one.id === formId);
    const due = this.facts.findLast((fact) => fact.type === 'due.set' && fact.item === task.name);
    const outcomes = task.outcomes ?? (own?.type === 'userTask' ? (own.outcomes ?? []) : []);
    return {
      key,
      name: task.name,
      element: id,
      title: task.label ?? element?.name,
      roles: task.roles,
      side: task.side,
      person: task.owner ?? task.roles[0] ?? 'coordinator',
      ...(task.due ? { due: task.due } : {}),
      late: task.late ?? false,
      ...(form ? { form } : {}),
      outcomes,
      meeting: own?.type === 'userTask' && own.meeting !== undefined,
      confirms,
      ...(due?.type === 'due.set' ? { ledger: due.ledger } : {}),
    };
  }

  /** What waits for a moment or a message. */
  waiting(): Waiting[] {
    const { state } = this;
    if (state?.status !== 'running') return [];
    return Object.values(state.elements).flatMap((one) => {
      const { definition } = this.world.definitionsOf(this.instance as string)[one.d] ?? {
        definition: this.definition,
      };
      const element = definition.elements.find(({ id }) => id === one.element);
      if (element?.type !== 'intermediateCatchEvent') return [];
      const timer = Object.values(state.timers).find((at) => at.kind === 'wait' && at.key === one.key);
      return [
        {
          element: one.element,
          title: element.name,
          ...(timer ? { until: timer.at } : {}),
          ...(element.triggers.message ? { message: element.triggers.message.name } : {}),
        },
      ];
    });
  }

  commitments() {
    const { state } = this;
    return state ? Object.values(state.commitments) : [];
  }

  incidents() {
    const { state } = this;
    return state ? outstanding(state).incidents : [];
  }

  get variables(): Variables {
    return this.state?.variables[''] ?? {};
  }
  get people(): Record<string, string[]> {
    return this.state?.people ?? {};
  }
  get ended(): { outcomes: string[] } | undefined {
    const { state } = this;
    return state && state.status !== 'running' ? { outcomes: state.outcomes } : undefined;
  }
  side(role: string): Side {
    return sideOf(this.definition, role);
  }
  words(message: SimulatedMessage): { subject: string; text: string } {
    return message.texts[this.language];
  }
}

/** Names of capacities that the drawing asks for. */
function capacitiesOf({ elements }: Definition): string[] {
  const names = elements.flatMap((one) => {
    const name = one.type === 'serviceTask' ? one.input?.capacity : undefined;
    return name && /^"[^"]*"$/.test(name) ? [name.slice(1, -1)] : [];
  });
  return [...new Set(names)];
}
