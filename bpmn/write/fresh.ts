// Each element of ours as BPMN, as far as BPMN has words for it. What it has no words for is written beside it (document.ts).
import type { Element, ElementOf, ElementType, Flow, Text, Triggers } from '../../contract/index.ts';
import { BPMN, XSI } from '../namespaces.ts';
import { cronOf } from '../read/cron.ts';
import { EVERYONE } from '../read/reading.ts';
import { element as made, type XmlElement, type XmlNode } from '../xml/node.ts';
import type { Roots } from './roots.ts';
import { feel, timerChildren } from './terms.ts';

/** What an element's surroundings add. */
export interface Surroundings {
  roots: Roots;
  /** Role of the lane each element lies in. */
  laneRoles: ReadonlyMap<string, string>;
  /** Ids of all elements: only these can be referred to. */
  ids: ReadonlySet<string>;
  /** The flow that is the default of an element. */
  defaults: ReadonlyMap<string, string>;
}

type Attributes = Record<string, string | undefined>;
interface Written {
  local: string;
  attributes?: Attributes;
  children?: (XmlElement | undefined)[];
}

export const words = (text: Text): string => (typeof text === 'string' ? text : text.nl);
const bpmn = (
  local: string,
  attributes: Attributes = {},
  children: (XmlNode | undefined)[] = [],
): XmlElement => made(BPMN, local, attributes, children);

export function freshElement(one: Element, around: Surroundings): XmlElement {
  const write = writers[one.type] as (one: Element, around: Surroundings) => Written;
  const { local, attributes = {}, children = [] } = write(one, around);
  const name = one.name === undefined ? undefined : words(one.name);
  return bpmn(local, { id: one.id, name, ...attributes, default: around.defaults.get(one.id) }, [
    ...documentation(one.documentation),
    ...children,
  ]);
}

export const documentation = (text: Text | undefined): XmlElement[] =>
  text === undefined ? [] : [bpmn('documentation', {}, [words(text)])];

export function freshFlow(flow: Flow): XmlElement {
  const condition =
    flow.condition === undefined || flow.default
      ? undefined
      : expression('conditionExpression', flow.condition);
  return bpmn(
    'sequenceFlow',
    {
      id: flow.id,
      name: flow.label === undefined ? undefined : words(flow.label),
      sourceRef: flow.from,
      targetRef: flow.to,
    },
    [...documentation(flow.documentation), condition],
  );
}

function expression(local: string, text: string): XmlElement {
  const one = bpmn(local, {}, [feel(text)]);
  one.attributes.push({ uri: XSI, prefix: 'xsi', local: 'type', value: 'bpmn:tFormalExpression' });
  return one;
}

const writers: { [T in ElementType]: (one: ElementOf<T>, around: Surroundings) => Written } = {
  startEvent: (one, { roots }) => ({
    local: 'startEvent',
    attributes: { isInterrupting: one.interrupting === false ? 'false' : undefined },
    children: [...(one.schedule ? [schedule(one.schedule)] : []), ...triggers(one.triggers ?? {}, roots)],
  }),
  endEvent: (one, around) => ({ local: 'endEvent', children: ending(one, around) }),
  userTask: (one, around) => ({
    local: 'userTask',
    children: [...performers(one, around), ...loops(one)],
    ...undoing(one),
  }),
  agreement: () => ({ local: 'userTask' }),
  sendTask: (one) => ({ local: 'sendTask', children: loops(one), ...undoing(one) }),
  serviceTask: (one, { roots }) => ({
    local: one.message ? 'sendTask' : 'serviceTask',
    children: loops(one),
    ...undoing(one, {
      implementation: one.job,
      messageRef: refTo(roots, 'message', one.message?.name),
    }),
  }),
  receiveTask: (one, { roots }) => ({
    local: 'receiveTask',
    children: loops(one),
    ...undoing(one, { messageRef: refTo(roots, 'message', one.message?.name) }),
  }),
  scriptTask: (one) => ({ local: 'scriptTask', children: loops(one), ...undoing(one) }),
  businessRuleTask: (one) => ({ local: 'businessRuleTask', children: loops(one), ...undoing(one) }),
  manualTask: (one) => ({ local: 'manualTask', children: loops(one), ...undoing(one) }),
  exclusiveGateway: () => ({ local: 'exclusiveGateway' }),
  parallelGateway: () => ({ local: 'parallelGateway' }),
  inclusiveGateway: () => ({ local: 'inclusiveGateway' }),
  eventBasedGateway: () => ({ local: 'eventBasedGateway' }),
  intermediateCatchEvent: (one, { roots }) => ({
    local: 'intermediateCatchEvent',
    children: triggers(one.triggers, roots),
  }),
  intermediateThrowEvent: (one, around) => ({
    local: 'intermediateThrowEvent',
    children: throwing(one, around),
  }),
  boundaryEvent: (one, { roots }) => ({
    local: 'boundaryEvent',
    attributes: { attachedToRef: one.attachedTo, cancelActivity: one.interrupting ? undefined : 'false' },
    children: triggers(one.triggers, roots),
  }),
  subProcess: (one) => ({
    local: one.adHoc ? 'adHocSubProcess' : one.transaction ? 'transaction' : 'subProcess',
    children: [
      ...loops(one),
      one.adHoc?.completion === undefined
        ? undefined
        : expression('completionCondition', one.adHoc.completion),
    ],
    ...undoing(one, {
      triggeredByEvent: one.event ? 'true' : undefined,
      ordering: one.adHoc?.sequential ? 'Sequential' : undefined,
      cancelRemainingInstances: one.adHoc?.cancelRemaining === false ? 'false' : undefined,
    }),
  }),
  callActivity: (one) => ({
    local: 'callActivity',
    children: loops(one),
    ...undoing(one, { calledElement: one.process || undefined }),
  }),
  unsupported: (one) => ({ local: one.bpmn, attributes: { attachedToRef: one.attachedTo } }),
};

type Activity = ElementOf<'userTask' | 'serviceTask' | 'subProcess' | 'callActivity'>;
type Repeating = Pick<Activity, 'many' | 'again'>;

const undoing = (
  one: Pick<Activity, 'forCompensation'>,
  attributes: Attributes = {},
): { attributes: Attributes } => ({
  attributes: { ...attributes, isForCompensation: one.forCompensation ? 'true' : undefined },
});

function loops({ many, again }: Repeating): (XmlElement | undefined)[] {
  if (again)
    return [
      bpmn(
        'standardLoopCharacteristics',
        {
          testBefore: again.before ? 'true' : undefined,
          loopMaximum: again.max === undefined ? undefined : String(again.max),
        },
        [expression('loopCondition', again.condition)],
      ),
    ];
  if (!many) return [];
  const count = many.count;
  return [
    bpmn('multiInstanceLoopCharacteristics', { isSequential: many.sequential ? 'true' : undefined }, [
      count === undefined
        ? undefined
        : typeof count === 'number'
          ? cardinality(String(count))
          : expression('loopCardinality', count),
      many.completion === undefined ? undefined : expression('completionCondition', many.completion),
    ]),
  ];
}

function cardinality(count: string): XmlElement {
  const one = expression('loopCardinality', count);
  return { ...one, children: [count] };
}

/** Those who may do it, unless the lane says so, or it is everybody. */
function performers({ id, roles }: ElementOf<'userTask'>, { laneRoles }: Surroundings): XmlElement[] {
  const [only] = roles;
  if (roles.length === 1 && only === (laneRoles.get(id) ?? EVERYONE)) return [];
  const named = bpmn('formalExpression', {}, [roles.join(', ')]);
  return [bpmn('potentialOwner', {}, [bpmn('resourceAssignmentExpression', {}, [named])])];
}

/** A reference to what is called so; none where nothing is named. */
const refTo = (
  roots: Roots,
  kind: Parameters<Roots['idOf']>[0],
  name: string | undefined,
): string | undefined => (name ? roots.idOf(kind, name) : undefined);

const definition = (
  kind: string,
  attributes: Attributes = {},
  children: (XmlElement | undefined)[] = [],
): XmlElement => bpmn(`${kind}EventDefinition`, attributes, children);

function triggers(given: Triggers, roots: Roots): XmlElement[] {
  const { timer, message, condition, signal, escalation, error, link, compensation, cancel } = given;
  return [
    ...(timer ? [definition('timer', {}, timerChildren(timer).map(formal))] : []),
    ...(message ? [definition('message', { messageRef: refTo(roots, 'message', message.name) })] : []),
    ...(condition === undefined ? [] : [definition('conditional', {}, [expression('condition', condition)])]),
    ...(signal === undefined ? [] : [definition('signal', { signalRef: refTo(roots, 'signal', signal) })]),
    ...(escalation === undefined
      ? []
      : [definition('escalation', { escalationRef: refTo(roots, 'escalation', escalation) })]),
    ...(error === undefined ? [] : [definition('error', { errorRef: refTo(roots, 'error', error) })]),
    ...(link === undefined ? [] : [definition('link', { name: link })]),
    ...(compensation ? [definition('compensate')] : []),
    ...(cancel ? [definition('cancel')] : []),
  ];
}

function formal(one: XmlElement): XmlElement {
  return {
    ...one,
    attributes: [
      ...one.attributes,
      { uri: XSI, prefix: 'xsi', local: 'type', value: 'bpmn:tFormalExpression' },
    ],
  };
}

/** A schedule is a cron line where it can be; else what comes nearest is a repetition. */
function schedule(given: NonNullable<ElementOf<'startEvent'>['schedule']>): XmlElement {
  const nearest = { day: 'R/P1D', week: 'R/P1W', month: 'R/P1M', quarter: 'R/P3M', year: 'R/P1Y' }[given.of];
  return definition('timer', {}, [formal(bpmn('timeCycle', {}, [cronOf(given) ?? nearest]))]);
}

const known = (ids: ReadonlySet<string>, id: string | undefined): string | undefined =>
  id !== undefined && ids.has(id) ? id : undefined;

function throwing(one: ElementOf<'intermediateThrowEvent'>, { roots, ids }: Surroundings): XmlElement[] {
  const { message, signal, escalation, link, compensation } = one.throws ?? {};
  return [
    ...(message ? [definition('message', { messageRef: refTo(roots, 'message', message.name) })] : []),
    ...(signal === undefined ? [] : [definition('signal', { signalRef: refTo(roots, 'signal', signal) })]),
    ...(escalation === undefined
      ? []
      : [definition('escalation', { escalationRef: refTo(roots, 'escalation', escalation) })]),
    ...(link === undefined ? [] : [definition('link', { name: link })]),
    ...(compensation ? [definition('compensate', { activityRef: known(ids, compensation.activity) })] : []),
  ];
}

function ending(one: ElementOf<'endEvent'>, { roots, ids }: Surroundings): XmlElement[] {
  const { end, code } = one;
  switch (end) {
    case 'none':
      return [];
    case 'terminate':
    case 'cancel':
      return [definition(end)];
    case 'compensation':
      return [definition('compensate', { activityRef: known(ids, code) })];
    case 'error':
      return [definition('error', { errorRef: refTo(roots, 'error', code) })];
    case 'escalation':
      return [definition('escalation', { escalationRef: refTo(roots, 'escalation', code) })];
    case 'message':
      return [definition('message', { messageRef: refTo(roots, 'message', code) })];
    case 'signal':
      return [definition('signal', { signalRef: refTo(roots, 'signal', code) })];
  }
}
