// What a way is taken for: "If ‘Focus’ is ‘inside’", "Otherwise", "Meanwhile".
import type { Element, Flow } from '../../contract/index.ts';
import { writtenList } from '../texts/written.ts';
import { conditionWords } from './condition-words.ts';
import type { Way } from './outline.ts';
import { said } from './say.ts';
import type { Speaking } from './step-words.ts';

/** The beginning of the way, without the colon. `index`: the how manieth way it is. */
export function wayWords(element: Element, { flows }: Way, index: number, speaking: Speaking): string {
  const { nl } = speaking;
  switch (element.type) {
    case 'parallelGateway':
      return sideBySide(index, nl);
    case 'eventBasedGateway':
      return index === 0
        ? nl
          ? 'Misschien eerst dit'
          : 'Perhaps this first'
        : nl
          ? 'Of eerst dit'
          : 'Or this first';
    default:
      return choice(element, flows, index, speaking);
  }
}

const sideBySide = (index: number, nl: boolean): string =>
  index === 0 ? (nl ? 'Aan de ene kant' : 'On the one side') : nl ? 'Ondertussen' : 'Meanwhile';

function choice(element: Element, flows: Flow[], index: number, speaking: Speaking): string {
  const { nl, language } = speaking;
  const outcomes = flows.flatMap((flow) => labelOf(element, flow, speaking) ?? []);
  if (
    outcomes.length > 0 &&
    outcomes.length === flows.length &&
    flows.every((one) => one.condition === undefined)
  ) {
    const either =
      outcomes.length < 2
        ? outcomes.join('')
        : `${outcomes.slice(0, -1).join(', ')} ${nl ? 'of' : 'or'} ${outcomes.at(-1)}`;
    return nl ? `Is de uitkomst ${either}` : `If the outcome is ${either}`;
  }
  const parts = flows.map((flow) => one(element, flow, index, speaking));
  const [first = ''] = parts;
  const rest = parts.slice(1).map((words) => words.charAt(0).toLowerCase() + words.slice(1));
  return rest.length === 0
    ? first
    : `${first}; ${writtenList(
        language,
        rest.map((words) => `${nl ? 'en ook ' : 'and also '}${words}`),
      )}`;
}

function one(element: Element, flow: Flow, index: number, speaking: Speaking): string {
  const { definition, language, nl } = speaking;
  const label = said(flow.label, language);
  const when = [
    ...(flow.outcome === undefined
      ? []
      : [
          nl
            ? `de uitkomst ${labelOf(element, flow, speaking)} is`
            : `the outcome is ${labelOf(element, flow, speaking)}`,
        ]),
    ...(flow.condition === undefined || isAlways(flow.condition)
      ? []
      : [
          element.type === 'exclusiveGateway' || element.type === 'inclusiveGateway'
            ? conditionWords(definition, flow.condition, language)
            : nl
              ? `dit klopt: ${conditionWords(definition, flow.condition, language)}`
              : `this holds: ${conditionWords(definition, flow.condition, language)}`,
        ]),
  ].join(nl ? ' en ' : ' and ');
  if (flow.default) {
    const none =
      element.type === 'inclusiveGateway'
        ? nl
          ? 'Als niets daarvan klopt'
          : 'If none of it holds'
        : nl
          ? 'Anders'
          : 'Otherwise';
    return label === '' ? none : `${none} (“${label}”)`;
  }
  if (when === '') {
    if (element.type === 'exclusiveGateway' && element.loop && label === '')
      return nl ? 'Zolang dat kan' : 'As long as that is possible';
    if (label !== '') return nl ? `Bij “${label}”` : `With “${label}”`;
    if (element.type === 'exclusiveGateway') return nl ? 'Zonder voorwaarde' : 'Without a condition';
    if (element.type === 'inclusiveGateway') return nl ? 'In elk geval' : 'In any case';
    return sideBySide(index, nl);
  }
  if (label === '') return nl ? `Als ${when}` : `If ${when}`;
  return nl ? `Bij “${label}” (als ${when})` : `With “${label}” (if ${when})`;
}

const isAlways = (condition: string): boolean => condition.trim() === 'true';

/** The words of the outcome a flow is taken for. */
function labelOf(element: Element, { outcome }: Flow, { language }: Speaking): string | undefined {
  if (outcome === undefined) return undefined;
  const found = element.type === 'userTask' ? element.outcomes?.find(({ id }) => id === outcome) : undefined;
  return `“${said(found?.label, language) || outcome}”`;
}
