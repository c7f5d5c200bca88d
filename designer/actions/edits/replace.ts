/** Makes an element another kind of element: what it says and what fits the new kind stays, also its arrows. */
import { type Definition, Element, type Flow } from '../../../contract/index.ts';
import { type BlockId, blockOf, blocks } from '../blocks.ts';
import {
  type Allowed,
  type Drawing,
  elementOf,
  incoming,
  no,
  onlyElement,
  outgoing,
  withContents,
  withoutUndefined,
  yes,
} from '../drawing.ts';
import { boxOf, fitted, GAP, middleOf, sizeOf } from '../geometry.ts';
import { mayAttach, mayConnect } from '../may.ts';
import { withTables } from './add.ts';
import { withUsedForms } from './remove.ts';
import { endOf, roomFor } from './room.ts';

/** The properties each kind of element may have, as the contract says. */
const keysOf = new Map(
  Element.options.map(({ shape }) => [shape.type.value as Element['type'], new Set(Object.keys(shape))]),
);

/** What makes a block that block; it goes when another takes its place. */
const OWN: Partial<Record<BlockId, readonly string[]>> = {
  meeting: ['meeting'],
  loop: ['loop'],
  record: ['job', 'input'],
};

/** Whether an element may become what a block draws. */
export function mayBecome(definition: Definition, element: Element, block: BlockId): Allowed {
  if (element.type === 'boundaryEvent')
    return no('Wat op een rand zit, blijft een moment.', 'What sits on a border remains a moment.');
  if (definition.elements.some(({ parent }) => parent === element.id))
    return no('Er zit nog iets in dit deel.', 'There is still something in this part.');
  if (block === blockOf(element)) return no('Dat is het al.', 'It is that already.');
  if (block === 'start' && incoming(definition, element.id).length > 0)
    return no('Een begin heeft niets ervoor.', 'Nothing comes before a start.');
  if (block === 'end' && outgoing(definition, element.id).length > 0)
    return no('Na een einde komt niets meer.', 'Nothing comes after an end.');
  if (
    block !== 'wait' &&
    incoming(definition, element.id).some(
      ({ from }) => elementOf(definition, from)?.type === 'eventBasedGateway',
    )
  )
    return no('Hier hoort een wacht.', 'A wait belongs here.');
  return yes;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Who does it, whatever the kind calls them. */
const rolesOf = (element: Element): string[] | undefined =>
  element.type === 'sendTask'
    ? element.to
    : 'roles' in element && element.roles?.length
      ? element.roles
      : undefined;

function become(definition: Definition, old: Element, made: Element, block: BlockId): Element {
  const allowed = keysOf.get(made.type) ?? new Set<string>();
  const dropped = new Set(['type', 'block', 'width', 'height', ...(OWN[blockOf(old)] ?? [])]);
  const kept = Object.fromEntries(
    Object.entries(old).filter(([key]) => allowed.has(key) && !dropped.has(key)),
  );
  const [plain] = blocks[blockOf(old)].make(definition).elements;
  const roles = rolesOf(old);
  const at = boxOf(old);
  // No term or ladder of its own was a choice as well.
  const unsaid = Object.fromEntries(
    ['term', 'ladder'].filter((key) => keysOf.get(old.type)?.has(key)).map((key) => [key, undefined]),
  );
  return withoutUndefined({
    ...made,
    ...unsaid,
    ...kept,
    id: old.id,
    // A name nobody chose says what it was, not what it is.
    ...(old.name === undefined || same(old.name, plain.name) ? { name: made.name } : {}),
    ...(roles && made.type === 'sendTask' ? { to: roles } : {}),
    ...(roles && (made.type === 'userTask' || made.type === 'agreement') ? { roles } : {}),
    ...(block === 'form' && 'form' in made && !('form' in kept) ? { form: made.form } : {}),
    x: at.x,
    y: Math.round(at.y + middleOf(old) - middleOf(made)),
  } as Element);
}

/** What leads away says why in the way of the new kind. */
function flowsOf(definition: Definition, element: Element): Flow[] {
  const ways = outgoing(definition, element.id);
  const outcomes = element.type === 'userTask' ? (element.outcomes ?? []).map(({ id }) => id) : [];
  const taken = new Set(ways.map(({ outcome }) => outcome));
  const open = outcomes.filter((id) => !taken.has(id));
  const decides = element.type === 'exclusiveGateway' || element.type === 'inclusiveGateway';
  // A loop leaves by its default way once it went round often enough.
  const loops = element.type === 'exclusiveGateway' && element.loop !== undefined;
  const hasDefault = ways.some((way) => way.default);
  return definition.flows.map((flow): Flow => {
    if (flow.from !== element.id) return flow;
    const known = flow.outcome !== undefined && outcomes.includes(flow.outcome);
    const outcome = known ? flow.outcome : flow.condition === undefined ? open.shift() : undefined;
    const otherwise =
      decides && (flow.default || (!hasDefault && (ways.length > 1 || loops) && flow === ways.at(-1)));
    return withoutUndefined({
      ...flow,
      points: undefined,
      outcome,
      default: otherwise ? true : undefined,
      condition: element.type === 'parallelGateway' || otherwise ? undefined : flow.condition,
    });
  });
}

export function replace(
  { definition, selection }: Drawing,
  { element: id, block }: { element: string; block: BlockId },
): Drawing {
  const old = elementOf(definition, id);
  if (!old || !mayBecome(definition, old, block).ok) return { definition, selection };
  const made = blocks[block].make(definition);
  const [own, ...inside] = made.elements;
  const element = become(definition, old, own, block);
  const asked = 'form' in element ? element.form : undefined;
  // What sat on its border goes where the new kind has none.
  const gone = mayAttach(element).ok
    ? new Set<string>()
    : withContents(
        definition,
        definition.elements.flatMap((one) =>
          one.type === 'boundaryEvent' && one.attachedTo === id ? [one.id] : [],
        ),
      );
  const within = inside.map((one): Element => (one.parent === own.id ? { ...one, parent: id } : one));
  let next: Definition = {
    ...definition,
    elements: [
      ...definition.elements.filter((one) => !gone.has(one.id)).map((one) => (one.id === id ? element : one)),
      ...within,
    ],
    flows: [
      ...definition.flows.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
      ...(made.flows ?? []),
    ],
    forms: [...definition.forms, ...(made.forms ?? []).filter((form) => form.id === asked)],
    ...withTables(definition, made.decisions),
  };
  next = { ...next, flows: flowsOf(next, element).map((flow) => bare(flow, id)) };
  next = {
    ...next,
    flows: next.flows.filter(({ id: flow, from, to, outcome }) => fits(next, flow, from, to, outcome)),
  };
  const follower = outgoing(next, id)
    .flatMap(({ to }) => elementOf(next, to) ?? [])
    .filter((one) => boxOf(one).x >= boxOf(old).x + sizeOf(old).width)
    .toSorted((a, b) => boxOf(a).x - boxOf(b).x)[0];
  const grown = sizeOf(element).width > sizeOf(old).width;
  if (follower && grown) next = roomFor(next, follower, endOf(element) + GAP / 2 - boxOf(follower).x);
  return {
    definition: fitted(withUsedForms(onBorders(next, old, element), definition)),
    selection: onlyElement(id),
  };
}

/** What leads to it comes in at another height now. */
function bare(flow: Flow, id: string): Flow {
  return flow.to === id ? withoutUndefined({ ...flow, points: undefined }) : flow;
}

const fits = (definition: Definition, id: string, from: string, to: string, outcome: string | undefined) =>
  mayConnect(definition, from, to, outcome, id).ok;

/** What sits on its lower border stays there when it becomes lower or higher. */
function onBorders(definition: Definition, old: Element, element: Element): Definition {
  const by = boxOf(element).y + sizeOf(element).height - (boxOf(old).y + sizeOf(old).height);
  return {
    ...definition,
    elements: definition.elements.map((one) =>
      one.type === 'boundaryEvent' && one.attachedTo === element.id && (one.y ?? 0) > boxOf(old).y
        ? { ...one, y: (one.y ?? 0) + by }
        : one,
    ),
  };
}
