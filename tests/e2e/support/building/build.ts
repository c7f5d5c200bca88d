/** Builds a template at the designer, step by step: draws each element where the steps say, and makes it say what the template says. */
import type { Locator } from 'playwright-core';
import type {
  Definition,
  Element,
  Flow,
  Ladder,
  MessageText,
  Term,
  Text,
} from '../../../../contract/index.ts';
import { said } from '../../../../core/prose/say.ts';
import { isCounted } from '../../../../core/term-kind.ts';
import { type BlockId, blocks } from '../../../../designer/actions/index.ts';
import { expertTexts } from '../../../../designer/expert/expert-texts.ts';
import { ladderTexts } from '../../../../designer/ladder/ladder-texts.ts';
import { beginTexts } from '../../../../designer/processes/begin-texts.ts';
import { propertiesTexts } from '../../../../designer/properties/properties-texts.ts';
import { buildForm } from './build-form.ts';
import { type Exit, type Hands, LIMIT, selected, until } from './hands.ts';
import type { Step } from './t2.ts';

const p = propertiesTexts.nl;
const x = expertTexts.nl;
const l = ladderTexts.nl;

/** `onStep` hears each step before it is taken: where a build stopped is worth knowing. */
export async function build(
  hands: Hands,
  template: Definition,
  steps: readonly Step[],
  onStep: (step: Step) => void = () => {},
): Promise<void> {
  const { page } = hands;
  await hands.press(page.getByRole('button', { name: beginTexts.nl.button }));
  await hands.write(page.getByLabel(beginTexts.nl.name), said(template.name, 'nl'));
  await hands.press(page.getByRole('button', { name: beginTexts.nl.go }));
  await page.waitForURL(/\/processes\/.+/);
  await page.locator('.react-flow__node').first().waitFor(LIMIT);
  const builder = new Builder(hands, template);
  await builder.process();
  for (const step of steps) {
    onStep(step);
    await builder.step(step);
  }
}

/** What of an element stands on paper only, or follows from how it is drawn. */
const BY_DRAWING = new Set([
  'id',
  'type',
  'block',
  'parent',
  'attachedTo',
  'x',
  'y',
  'width',
  'height',
  'end',
  'binding',
  'retries',
  'interrupting',
]);

export class Builder {
  private readonly panel: Locator;
  /** What only some people need of an element, beneath the rest. */
  private readonly expert: Locator;
  /** How many arrows between two elements are there already. */
  private readonly drawn = new Map<string, number>();
  constructor(
    private readonly hands: Hands,
    private readonly template: Definition,
  ) {
    this.panel = hands.page.locator('#properties');
    this.expert = this.panel.locator('> details');
  }

  private field = (label: string, within: Locator = this.panel) =>
    within.getByLabel(label, { exact: true }).first();
  private button = (name: string | RegExp, within: Locator = this.panel) =>
    within.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first();
  private section = (title: string, within: Locator = this.panel) =>
    within.locator(`section:has(> div > h3:text-is(${JSON.stringify(title)}))`).first();

  /** The same in both languages, one beneath the other. */
  private async words(label: string, text: Text, within: Locator = this.panel): Promise<void> {
    await this.hands.write(this.field(label, within), said(text, 'nl'));
    await this.hands.write(this.field(`${label} (${p.other.en})`, within), said(text, 'en'));
  }

  private async roles(label: string, wanted: readonly string[]): Promise<void> {
    const list = this.panel
      .getByRole('combobox', { name: label, exact: true })
      .or(this.panel.getByLabel(label, { exact: true }))
      .first();
    const names = wanted.map((id) => said(this.template.roles.find((role) => role.id === id)?.name, 'nl'));
    const pills = list
      .locator('xpath=ancestor::*[contains(@class,"mantine-MultiSelect-root")][1]')
      .locator('.mantine-Pill-label');
    const now = () => pills.allInnerTexts();
    const [first] = names as [string];
    if ((await now()).join() === names.join()) return;
    // The one in front stays or comes, the others go, and come in their order.
    if (!(await now()).includes(first)) await this.hands.toggle(list, first);
    for (const name of await now()) if (name !== first) await this.hands.toggle(list, name);
    for (const name of names.slice(1)) await this.hands.toggle(list, name);
    await this.hands.foldUp(list);
    if ((await now()).join() !== names.join())
      throw new Error(`Expected ${label} to be ${names}, got ${await now()}`);
  }

  async process(): Promise<void> {
    await this.hands.letGo();
    await this.hands.write(this.field(`${p.name} (${p.other.en})`), said(this.template.name, 'en'));
    if (this.template.summary) await this.words(p.summary, this.template.summary);
    const list = this.section(x.startValues);
    for (const [name, value] of Object.entries(this.template.variables)) {
      await this.hands.press(this.button(x.addStartValue, list));
      await this.hands.call(list.getByLabel(x.valueName, { exact: true }).last(), name);
      // Nothing is what it begins as already.
      if (value !== null)
        await this.hands.write(this.field(`${x.startValue}: ${name}`, list), JSON.stringify(value));
    }
  }

  async step(step: Step): Promise<void> {
    const { hands } = this;
    if ('lead' in step) {
      await hands.stand(step.lead);
      await hands.leadTo(step.to, this.exit(step.lead, step.to));
      return this.flow(step.lead, step.to);
    }
    if ('is' in step) {
      await hands.stand(step.found);
      return this.element(step.is);
    }
    if ('onBorderOf' in step) {
      await hands.stand(step.onBorderOf);
      await hands.attach(step.onBorderOf);
      return this.element(step.add);
    }
    const block = { id: step.block, name: blocks[step.block as BlockId].name.nl };
    if ('after' in step) {
      await hands.stand(step.after);
      await hands.add(block, this.exit(step.after, step.add));
      await this.element(step.add);
      return this.flow(step.after, step.add);
    }
    await hands.stand(step.from);
    const name = (id: string) => said(this.one(id).name, 'nl');
    await hands.putOnArrow(block, { from: name(step.from), to: name(step.to) }, async () => {
      await hands.press(this.wayTo(step.to));
      await this.panel.getByRole('heading', { name: p.flow, exact: true }).waitFor(LIMIT);
    });
    await this.element(step.add);
  }

  /** Where the next arrow between the two leaves. */
  private exit(from: string, to: string): Exit {
    const ways = this.template.flows.filter((one) => one.from === from && one.to === to);
    const drawn = this.drawn.get(`${from} → ${to}`) ?? 0;
    this.drawn.set(`${from} → ${to}`, drawn + 1);
    return { from, outcome: ways[drawn]?.outcome };
  }

  private wayTo = (id: string) =>
    this.section(p.flows)
      .getByRole('button', { name: said(this.one(id).name, 'nl'), exact: true })
      .last();

  private one(id: string): Element {
    const found = this.template.elements.find((one) => one.id === id);
    if (!found) throw new Error(`Expected the template to have ${id}`);
    return found;
  }

  /** What the newest arrow between two elements says besides the outcome it leaves by. */
  private async flow(from: string, to: string): Promise<void> {
    const { hands } = this;
    const flow = this.template.flows.find(
      (one) => one.from === from && one.to === to && (one.condition || one.default || one.label),
    );
    if (!flow) return;
    await hands.stand(from);
    await hands.press(this.wayTo(to));
    await this.panel.getByRole('heading', { name: p.flow, exact: true }).waitFor(LIMIT);
    await this.flowSays(flow);
    await hands.backToDrawing();
  }

  private async flowSays(flow: Flow): Promise<void> {
    await this.hands.tick(this.field(p.otherwise), flow.default === true);
    if (flow.condition) await this.feel(p.condition, flow.condition);
    if (flow.label) await this.words(p.label, flow.label);
  }

  private async feel(label: string, text: string, within: Locator = this.panel): Promise<void> {
    await writeFeel(this.hands, within, label, text);
  }

  /** From the top of the properties down, as somebody goes through them. */
  private async element(id: string): Promise<void> {
    const element = this.one(id);
    await this.words(p.name, element.name ?? '');
    await this.says(element);
  }

  private async open(details: Locator): Promise<void> {
    if ((await details.getAttribute('open')) === null) await this.hands.press(details.locator('> summary'));
  }

  private async called(id: string): Promise<void> {
    await this.open(this.expert);
    await this.hands.call(this.field(x.id), id);
    await until(async () => (await selected(this.hands.page)).join() === id, `${id} to be called so`);
  }

  private async says(element: Element): Promise<void> {
    const { hands } = this;
    const done = new Set<string>([...BY_DRAWING, 'name']);
    const own = element as unknown as Record<string, unknown>;
    const has = <T>(key: string): T | undefined => {
      done.add(key);
      return own[key] as T | undefined;
    };

    const roles = has<string[]>('roles');
    if (roles) await this.roles(p.who, roles);
    const by = has<string[]>('by');
    if (by) await this.roles(p.by, by);
    const to = has<string[]>('to');
    if (to) await this.roles(p.to, to);
    if (element.type === 'endEvent') {
      await this.over(p.recorded, has<string>('outcome') ?? '');
      await hands.choose(this.field(p.end), p.ends[element.end as 'none' | 'terminate']);
    }
    const term = has<Term>('term');
    if (term) await this.term(p.term, term);
    const ladder = has<string>('ladder');
    if (ladder) await this.ladder(p.ladder, ladder);
    const form = has<string>('form');
    if (form) await this.form(form);
    if (element.type === 'agreement') {
      await this.roles(p.whoConfirms, has<string[]>('confirmRoles') ?? []);
      const confirmTerm = has<Term>('confirmTerm');
      if (confirmTerm) await this.term(p.confirmTerm, confirmTerm);
      const confirmLadder = has<string>('confirmLadder');
      if (confirmLadder) await this.ladder(p.confirmLadder, confirmLadder);
    }
    if (element.type === 'userTask') await this.task(element, has);
    if (element.type === 'sendTask') await hands.choose(this.field(p.kind), p.kinds[element.kind]);
    done.add('kind');
    const text = has<MessageText>('text');
    if (text) {
      if (element.type !== 'sendTask') await hands.tick(this.field(p.ownText), true);
      await this.message(p.text, text);
    }
    const triggers = has<Extract<Element, { type: 'boundaryEvent' }>['triggers']>('triggers');
    if (triggers) await this.triggers(triggers);
    if (element.type === 'serviceTask') {
      const job = has<string>('job');
      const names: Record<string, string> = {};
      for (const one of await this.field(p.job).locator('option').all())
        names[(await one.getAttribute('value')) ?? ''] = await one.innerText();
      await hands.choose(this.field(p.job), names[job ?? ''] ?? '');
      await this.values(p.input, Object.entries(has<Record<string, string>>('input') ?? {}));
    }
    if (element.type === 'callActivity') {
      await hands.write(this.field(p.calls), has<string>('process') ?? '');
      await hands.foldUp(this.field(p.calls));
      done.add('whenMissing');
      const who = said(this.template.roles.find(({ id }) => id === element.whenMissing)?.name, 'nl');
      await hands.choose(this.field(p.whenMissing), who);
    }
    const result = has<string>('result');
    if (result) await hands.write(this.field(p.result), result);
    const documentation = has<Text>('documentation');
    const isExplainedAbove = ['userTask', 'agreement', 'sendTask', 'subProcess'].includes(element.type);
    if (documentation && isExplainedAbove) await this.words(p.documentation, documentation);
    await this.called(element.id);
    if (documentation && !isExplainedAbove) await this.words(p.documentation, documentation);
    for (const alias of has<string[]>('aliases') ?? [])
      await hands.addWord(this.field(x.aliases, this.expert), alias);
    if (element.type === 'userTask') await this.rare(has);
    await this.keeps(has('set') ?? []);
    const carried = has<{ variable: string; value: string }[]>('inputMapping') ?? [];
    if (element.type === 'callActivity')
      await this.values(
        x.inputMapping,
        carried.map(({ variable, value }) => [variable, value]),
      );

    const left = Object.keys(own).filter((key) => !done.has(key) && own[key] !== undefined);
    if (left.length > 0) throw new Error(`No hands for ${left} of ${element.id}`);
  }

  /** Only when something else stands there. */
  private async over(label: string, words: string, within?: Locator): Promise<void> {
    const field = this.field(label, within);
    if ((await field.inputValue(LIMIT)) !== words) await this.hands.write(field, words);
  }

  private async task(
    element: Extract<Element, { type: 'userTask' }>,
    has: <T>(key: string) => T | undefined,
  ): Promise<void> {
    const { hands } = this;
    await this.outcomes(has<NonNullable<typeof element.outcomes>>('outcomes') ?? []);
    const meeting = has<{ minutes: number }>('meeting');
    if (meeting) await this.over(p.minutes, String(meeting.minutes));
    for (const flag of ['firstContact', 'perPerson', 'optional'] as const)
      await hands.tick(this.field(p[flag]), has<boolean>(flag) === true);
  }

  /** What stands where only some people look. */
  private async rare(has: <T>(key: string) => T | undefined): Promise<void> {
    type Task = Extract<Element, { type: 'userTask' }>;
    const { hands } = this;
    const opening = has<Task['opening']>('opening');
    if (opening) await hands.choose(this.field(x.opening), x.openings[opening]);
    for (const name of has<string[]>('skipWhenSet') ?? [])
      await hands.addWord(this.field(x.skipWhenSet), name);
    for (const { condition, saying } of has<NonNullable<Task['refuseIf']>>('refuseIf') ?? []) {
      const list = this.section(x.refusals);
      await hands.press(this.button(x.addRefusal, list));
      await hands.write(list.getByLabel(x.refusal, { exact: true }).last(), condition);
      await this.words(x.refusalSaying, saying, list);
    }
  }

  private async outcomes(
    outcomes: NonNullable<Extract<Element, { type: 'userTask' }>['outcomes']>,
  ): Promise<void> {
    const { hands } = this;
    const list = this.section(p.outcomes);
    const items = list.locator('> ul > li');
    for (const [index, outcome] of outcomes.entries()) {
      if (index >= (await items.count())) await hands.press(this.button(p.addOutcome, list));
      const item = items.nth(index);
      await this.words(p.outcome, outcome.label, item);
      await hands.tick(this.field(x.outcomeDefault, item), outcome.default === true);
      await this.open(item.locator('> details'));
      await hands.call(this.field(x.outcomeId, item), outcome.id);
      for (const alias of outcome.aliases ?? []) await hands.addWord(this.field(x.aliases, item), alias);
    }
  }

  private async form(id: string): Promise<void> {
    const { hands } = this;
    const form = this.template.forms.find((one) => one.id === id);
    if (!form) throw new Error(`Expected the template to have the form ${id}`);
    const choice = this.field(p.form);
    if ((await choice.inputValue(LIMIT)) === '') await hands.press(this.button(p.newForm));
    else await hands.press(this.button(p.editForm));
    await buildForm(hands, form);
  }

  private async term(title: string, term: Term, within: Locator = this.panel): Promise<void> {
    const { hands } = this;
    if (!isCounted(term)) throw new Error('Expected a term that is counted');
    const at = this.section(title, within);
    const from = term.from;
    await hands.choose(this.field(p.unit, at), p.units[term.unit]);
    if (typeof from === 'object' && 'variable' in from) {
      await hands.choose(this.field(p.from, at), p.anchors.variable);
      await hands.choose(this.field(p.ofVariable, at), from.variable);
    }
    if (typeof from === 'object' && 'element' in from) {
      await hands.choose(this.field(p.from, at), p.anchors.element);
      await hands.choose(this.field(p.ofElement, at), said(this.one(from.element).name, 'nl'));
    }
    if (typeof term.amount === 'string') {
      await hands.press(this.button(x.byFormula, at));
      await hands.write(this.field(x.amountFormula, at), term.amount);
    } else {
      await this.over(p.amount, String(Math.abs(term.amount)), at);
      if (term.amount < 0) await hands.choose(this.field(p.before, at), p.direction.before);
    }
    if (term.unit !== 'workingDays') await hands.tick(this.field(p.roll, at), term.roll !== false);
  }

  private async triggers(triggers: Extract<Element, { type: 'boundaryEvent' }>['triggers']): Promise<void> {
    const { hands } = this;
    const { timer, condition, ...others } = triggers;
    if (Object.keys(others).length > 0) throw new Error(`No hands for ${Object.keys(others)}`);
    const at = this.section(p.triggers);
    if (timer) await this.term(p.timer, timer.term, at);
    if (timer?.times !== undefined)
      await hands.write(this.field(`${p.repeat}: ${p.times}`, at), String(timer.times));
    if (condition !== undefined) {
      await hands.tick(at.getByRole('checkbox', { name: p.whenTrue, exact: true }), true);
      await this.feel(p.whenTrue, condition, at);
    }
  }

  private async message(title: string, text: MessageText, within: Locator = this.panel): Promise<void> {
    const at = this.section(title, within);
    for (const language of ['nl', 'en'] as const) {
      await this.hands.turnTo(at.getByRole('radio', { name: language.toUpperCase(), exact: true }));
      await this.hands.write(this.field(p.subject, at), said(text.subject, language));
      await this.hands.write(this.field(p.body, at), said(text.body, language));
    }
  }

  private async values(title: string, values: readonly (readonly [string, string])[]): Promise<void> {
    const { hands } = this;
    const at = this.section(title);
    const rows = at.locator('li');
    while ((await rows.count()) > values.length) await hands.press(rows.last().getByRole('button'));
    for (const [index, [name, value]] of values.entries()) {
      const label = (what: string) => `${title} ${index + 1}: ${what}`;
      if (index >= (await rows.count()))
        await hands.press(this.button(x.addValue.replace('{{list}}', title.toLowerCase()), at));
      await this.over(label(x.valueName), name, at);
      await this.over(label(x.valueFeel), value, at);
    }
  }

  private async keeps(set: NonNullable<Element['set']>): Promise<void> {
    const { hands } = this;
    if (set.length === 0) return;
    const at = this.section(p.set);
    const items = at.locator('> ul > li');
    // The first may be there to begin with, as a value.
    while ((await items.count()) > 0)
      await hands.press(items.last().getByRole('button', { name: /weghalen$/ }));
    for (const [index, one] of set.entries()) {
      await hands.press(this.button('value' in one ? p.addSet : x.setDate, at));
      const item = items.nth(index);
      await hands.write(this.field(p.variable, item), one.variable);
      if ('value' in one) await hands.write(this.field(p.valueFeel, item), one.value);
      else await this.term(x.setDateTerm.replace('{{name}}', one.variable), one.term, item);
    }
  }

  private async ladder(title: string, id: string): Promise<void> {
    const { hands } = this;
    const at = this.section(title);
    const choice = this.field(title, at);
    const own = this.template.ladders.find((one) => one.id === id);
    const name = said(own?.name, 'nl') || STANDARD[id];
    if (!name) throw new Error(`Expected to know the ladder ${id}`);
    const known = await choice.locator('option').allInnerTexts();
    if (known.includes(name)) return hands.choose(choice, name);
    await hands.choose(choice, STANDARD.ORG as string);
    await hands.press(this.button(l.makeOwn, at));
    await this.words(l.name, own?.name ?? '', at);
    const rungs = at.locator('ol > li');
    while ((await rungs.count()) > 0)
      await hands.press(
        rungs
          .first()
          .getByRole('button', { name: /^Weghalen: / })
          .first(),
      );
    for (const rung of (own as Ladder).rungs) await this.rung(at, rung);
  }

  private async rung(at: Locator, rung: Ladder['rungs'][number]): Promise<void> {
    const { hands } = this;
    if (rung.unit !== 'workingDays' || rung.when) throw new Error(`No hands for rung ${rung.id}`);
    await hands.press(this.button(rung.amount < 0 ? l.addBefore : l.addAfter, at));
    const item = at.locator('ol > li[data-chosen]');
    if (rung.from) await hands.choose(this.field(x.rungFrom, item), rung.from.variable);
    await this.over(x.rungAmount, String(Math.abs(rung.amount)), item);
    for (const [index, act] of rung.acts.entries()) {
      if (index > 0) await hands.press(this.button(x.addAct, item));
      const one = item.getByRole('group').nth(index);
      const numbered = (label: string) =>
        index > 0 ? x.act.replace('{{n}}', String(index + 1)).replace('{{label}}', label) : label;
      if (act.act !== 'notify' && act.act !== 'raise') throw new Error(`No hands for ${act.act}`);
      await hands.choose(
        this.field(numbered(l.what), one),
        act.act === 'raise' ? l.whats.raise : l.whats.remind,
      );
      const who = this.field(numbered(l.who), one);
      const role = this.template.roles.find((known) => known.id === act.to);
      if (role) await hands.choose(who, said(role.name, 'nl'));
      if (act.act === 'raise') {
        if (act.kind) await hands.write(this.field(x.raiseKind, one), act.kind);
        continue;
      }
      await hands.choose(this.field(x.rungKind, one), x.kinds[act.kind as 'dated']);
      const text = this.template.texts[act.text];
      if (!text) throw new Error(`Expected the template to have the text ${act.text}`);
      const list = one.getByRole('combobox', { name: x.rungText, exact: true });
      const subjects = await list.locator('option').allInnerTexts();
      if (subjects.includes(said(text.subject, 'nl'))) {
        await hands.choose(list, said(text.subject, 'nl'));
        continue;
      }
      await hands.press(this.button(x.newText, one));
      await hands.call(this.field(x.textKey, one), act.text);
      await this.message(x.rungText, text, one);
    }
  }
}

const STANDARD: Record<string, string> = {
  FAST: 'Snel contact',
  ORG: 'Onze belofte',
  INIT: 'Vriendelijk vragen',
  PARTNER: 'Partner herinneren',
};

/** In FEEL, whatever menus there are for it. */
export async function writeFeel(hands: Hands, within: Locator, label: string, text: string): Promise<void> {
  const at = within.locator(`fieldset:has(> legend:text-is(${JSON.stringify(label)}))`).last();
  const field = at.getByRole('combobox', { name: `${label}: ${p.feel}`, exact: true });
  if ((await field.count()) === 0) await hands.press(at.getByRole('button', { name: p.feel, exact: true }));
  await hands.write(field, text);
}
