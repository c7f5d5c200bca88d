// What may be said of any step besides what it is: before what, how often, for whom, what it leaves behind.
import type { Assignment, Element, Term } from '../../contract/index.ts';
import { countsFrom, isCounted } from '../term-kind.ts';
import { writtenList } from '../texts/written.ts';
import { conditionWords } from './condition-words.ts';
import { longTerm, nameOf, roleName, said, variableName } from './say.ts';
import type { Speaking } from './step-words.ts';

/** Sentences that come before what the step says. */
export function before(element: Element, speaking: Speaking): string[] {
  const { definition, language, nl } = speaking;
  const told: string[] = [];
  for (const { element: id, outcome } of element.needs ?? []) {
    const name = `‘${nameOf(definition, id, language)}’`;
    const needed = definition.elements.find((one) => one.id === id);
    const found =
      needed?.type === 'userTask' ? needed.outcomes?.find((one) => one.id === outcome) : undefined;
    const label = said(found?.label, language) || outcome;
    const by = outcome === undefined ? '' : nl ? ` met uitkomst “${label}”` : ` with the outcome “${label}”`;
    told.push(
      nl ? `Dit begint pas als ${name} klaar is${by}.` : `This begins only when ${name} is done${by}.`,
    );
  }
  if ('when' in element && element.when !== undefined) {
    const words = conditionWords(definition, element.when, language);
    told.push(nl ? `Dit kan als dit klopt: ${words}.` : `This can be done once this holds: ${words}.`);
  }
  if ('forCompensation' in element && element.forCompensation)
    told.push(nl ? 'Dit draait terug wat gedaan is.' : 'This undoes what was done.');
  return told;
}

/** Sentences that come after it. */
export function after(element: Element, speaking: Speaking): string[] {
  const { definition, language, nl } = speaking;
  const told: string[] = [];
  if (element.type === 'userTask') told.push(...ofTask(element, speaking));
  if ('many' in element && element.many) {
    const { items, count, sequential, completion } = element.many;
    const each =
      items === undefined
        ? nl
          ? `Dit gebeurt ${typeof count === 'number' ? count : `“${count}”`} keer`
          : `This is done ${typeof count === 'number' ? count : `“${count}”`} times`
        : nl
          ? `Dit gebeurt voor ieder van ‘${variableName(definition, items, language)}’`
          : `This is done for each of ‘${variableName(definition, items, language)}’`;
    const how = sequential ? (nl ? 'na elkaar' : 'one after another') : nl ? 'naast elkaar' : 'side by side';
    told.push(`${each}, ${how}.`);
    if (completion !== undefined) {
      const words = conditionWords(definition, completion, language);
      told.push(nl ? `Het is genoeg als dit klopt: ${words}.` : `It is enough when this holds: ${words}.`);
    }
  }
  if ('again' in element && element.again) {
    const { condition, before: asked, max } = element.again;
    const words = conditionWords(definition, condition, language);
    const most = max === undefined ? '' : nl ? `, hoogstens ${max} keer` : `, at most ${max} times`;
    told.push(
      asked
        ? nl
          ? `Dit gebeurt zolang dit klopt: ${words}${most}.`
          : `This is done while this holds: ${words}${most}.`
        : nl
          ? `Daarna gebeurt het opnieuw zolang dit klopt: ${words}${most}.`
          : `Then it is done again while this holds: ${words}${most}.`,
    );
  }
  if (element.type === 'subProcess' && element.adHoc?.completion !== undefined) {
    const words = conditionWords(definition, element.adHoc.completion, language);
    const rest =
      element.adHoc.cancelRemaining === false
        ? nl
          ? ' Wat nog loopt, wordt afgemaakt.'
          : ' What still runs is finished.'
        : nl
          ? ' Wat nog loopt, stopt.'
          : ' What still runs stops.';
    told.push(
      nl ? `Het is klaar als dit klopt: ${words}.${rest}` : `It is done when this holds: ${words}.${rest}`,
    );
  }
  const note = said(element.documentation, language).replace(/\s+/g, ' ').trim();
  if (note !== '') told.push(/[.!?]$/.test(note) ? note : `${note}.`);
  return told;
}

/** What it leaves behind for later: of use to who looks after the process, an aside to who reads it. */
export function kept({ set = [] }: Element, speaking: Speaking): string[] {
  if (set.length === 0) return [];
  const words = set.map((one) => keeps(one, speaking)).join('; ');
  return [speaking.nl ? `Onthouden wordt: ${words}.` : `What is kept: ${words}.`];
}

function ofTask(
  task: Extract<Element, { type: 'userTask' }>,
  { definition, language, nl }: Speaking,
): string[] {
  const told: string[] = [];
  if (task.person !== undefined)
    told.push(nl ? 'Het is voor één bepaalde persoon.' : 'It is for one certain person.');
  if (task.perPerson)
    told.push(
      nl
        ? 'Ieder doet dit zelf. Het is klaar als allen klaar zijn.'
        : 'Each does this. It is done when all are done.',
    );
  if (task.optional)
    told.push(nl ? 'Een antwoord mag, maar hoeft niet.' : 'An answer is welcome, not required.');
  const leads = new Set(
    definition.flows.filter(({ from }) => from === task.id).map(({ outcome }) => outcome),
  );
  const open = (task.outcomes ?? []).filter(({ id }) => !leads.has(id));
  if (open.length > 0) {
    const labels = open.map(({ label }) => `“${said(label, language)}”`);
    const many = open.length > 1;
    told.push(
      nl
        ? `${many ? 'Uitkomsten kunnen' : 'Een uitkomst kan'} zijn: ${writtenList('nl', labels)}.`
        : `${many ? 'Outcomes can' : 'An outcome can'} be: ${writtenList('en', labels)}.`,
    );
  }
  for (const { label, by } of task.outcomes ?? []) {
    if (!by?.length) continue;
    const who = writtenList(
      language,
      by.map((role) => roleName(definition, role, language).toLowerCase()),
    );
    told.push(
      nl
        ? `“${said(label, language)}” kiest alleen de ${who}.`
        : `Only the ${who} can choose “${said(label, language)}”.`,
    );
  }
  if (task.skipWhenSet?.length) {
    const what = writtenList(
      language,
      task.skipWhenSet.map((one) => `‘${variableName(definition, one, language)}’`),
    );
    told.push(
      nl
        ? `Is ${what} al bekend, dan is dit meteen klaar.`
        : `If ${what} is known already, this is done at once.`,
    );
  }
  // The condition is told by its saying, in the words of whoever drew it.
  for (const { saying } of task.refuseIf ?? [])
    told.push(
      nl
        ? `Soms kan een antwoord niet. Dan staat er: “${said(saying, language)}”`
        : `Some answers are refused. It then says: “${said(saying, language)}”`,
    );
  return told;
}

/** `‘route’ is ‘rust’`. */
function keeps(one: Assignment, { definition, language, nl }: Speaking): string {
  const name = `‘${variableName(definition, one.variable, language)}’`;
  const value = 'term' in one ? dayWords(one.term, { definition, language, nl }) : valueWords(one.value, nl);
  return `${name} is ${value}`;
}

/** A day counted from today, or from something else. */
function dayWords(term: Term, { definition, language, nl }: Speaking): string {
  const words = longTerm(definition, term, language);
  const from = countsFrom(term) ?? 'activation';
  if (!isCounted(term) || from !== 'activation') return words;
  if (term.amount === 0) return nl ? 'vandaag' : 'today';
  if (typeof term.amount === 'number' && term.amount < 0) return nl ? `${words} geleden` : `${words} ago`;
  return nl ? `over ${words}` : `in ${words}`;
}

function valueWords(value: string, nl: boolean): string {
  const text = /^"([^"]*)"$/.exec(value.trim())?.[1];
  if (text !== undefined) return text === '' ? (nl ? 'leeg' : 'empty') : `‘${text}’`;
  if (value.trim() === 'null') return nl ? 'leeg' : 'empty';
  if (value.trim() === 'true') return nl ? 'ja' : 'yes';
  if (value.trim() === 'false') return nl ? 'nee' : 'no';
  return /^-?\d+(\.\d+)?$/.test(value.trim()) ? value.trim() : `“${value.replace(/\s+/g, ' ').trim()}”`;
}
