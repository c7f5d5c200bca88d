// Compiles a definition: checks what the engine cannot do without, unfolds agreements, builds the look-ups.
import type { Definition, Element, ElementOf, Flow } from '../../contract/index.ts';
import { standardLadders } from '../chasing/standard-ladders.ts';
import type { Boundary, Compiled, CompiledElement } from './compiled.ts';

/** The definition cannot be carried out at all; `element` names the place. */
export class InvalidDefinition extends Error {
  readonly element: string;
  constructor(element: string, message: string) {
    super(message);
    this.name = 'InvalidDefinition';
    this.element = element;
  }
}

const group = <T>(items: T[], key: (item: T) => string): Map<string, T[]> => {
  const map = new Map<string, T[]>();
  for (const item of items) {
    const list = map.get(key(item));
    if (list) list.push(item);
    else map.set(key(item), [item]);
  }
  return map;
};

/** `n9` drafted by staff, then `n9.confirm`; asking for a change leads back to the draft. */
function unfold(a: ElementOf<'agreement'>): CompiledElement[] {
  const { id, parent, aliases, block } = a;
  const text = a.text ? { text: a.text } : {};
  const half = (step: 'draft' | 'confirm') => ({
    agreement: { step, of: id, ownCommitment: a.ownCommitment ?? false },
  });
  return [
    {
      ...half('draft'),
      type: 'userTask',
      id,
      ...(a.name ? { name: a.name } : {}),
      ...(parent ? { parent } : {}),
      ...(aliases ? { aliases } : {}),
      ...(block ? { block } : {}),
      roles: a.roles,
      ...(a.form ? { form: a.form } : {}),
      ...(a.term ? { term: a.term } : {}),
      ...(a.ladder ? { ladder: a.ladder } : {}),
      outcomes: [{ id: 'sent', label: { nl: 'Versturen', en: 'Send' }, default: true }],
    },
    {
      ...half('confirm'),
      type: 'userTask',
      id: `${id}.confirm`,
      ...(a.name ? { name: a.name } : {}),
      ...(parent ? { parent } : {}),
      ...(block ? { block } : {}),
      ...text,
      ...(a.set ? { set: a.set } : {}),
      roles: a.confirmRoles,
      ...(a.confirmForm ? { form: a.confirmForm } : {}),
      ...(a.confirmTerm ? { term: a.confirmTerm } : {}),
      ...(a.confirmLadder ? { ladder: a.confirmLadder } : {}),
      ...(a.everyone ? { perPerson: true } : {}),
      outcomes: [
        {
          id: 'confirm',
          label: { nl: 'Akkoord', en: 'Agreed' },
          aliases: ['confirmed', 'agreed', 'yes'],
          default: true,
        },
        {
          id: 'change',
          label: { nl: 'Iets veranderen', en: 'Change something' },
          aliases: ['changes', 'no'],
        },
      ],
    },
  ];
}

function unfoldFlows(definition: Definition): Flow[] {
  const agreements = new Set(definition.elements.filter((e) => e.type === 'agreement').map((e) => e.id));
  const inner = [...agreements].flatMap((id): Flow[] => [
    { id: `${id}.sent`, from: id, to: `${id}.confirm`, outcome: 'sent' },
    { id: `${id}.change`, from: `${id}.confirm`, to: id, outcome: 'change' },
  ]);
  const outer = definition.flows.map((f) =>
    agreements.has(f.from) ? { ...f, from: `${f.from}.confirm`, outcome: f.outcome ?? 'confirm' } : f,
  );
  return [...outer, ...inner, ...linkFlows(definition)];
}

/** A link throw event goes on at the catch event with the same link beside it (BPMN 2.0 §10.5.5). */
function linkFlows({ elements }: Definition): Flow[] {
  return elements.flatMap((from): Flow[] => {
    const link = from.type === 'intermediateThrowEvent' ? from.throws?.link : undefined;
    if (link === undefined) return [];
    const to = elements.find(
      (e) => e.type === 'intermediateCatchEvent' && e.triggers.link === link && e.parent === from.parent,
    );
    if (!to)
      throw new InvalidDefinition(
        from.id,
        `Expected a catch event with the link '${link}' beside '${from.id}', but there is none`,
      );
    return [{ id: `${from.id}.link`, from: from.id, to: to.id }];
  });
}

/** Compensation boundary events: which activity undoes which. */
function handlersOf(boundaries: Boundary[], elements: Map<string, CompiledElement>): Map<string, string> {
  const handlers = new Map<string, string>();
  for (const { id, attachedTo, triggers, handler } of boundaries) {
    if (!triggers.compensation || handler === undefined) continue;
    if (!elements.has(handler))
      throw new InvalidDefinition(
        id,
        `Expected an activity '${handler}' that undoes '${attachedTo}', but there is none`,
      );
    handlers.set(attachedTo, handler);
  }
  return handlers;
}

/** What is attached to an agreement watches both its halves. */
function withConfirmations(
  boundaries: Map<string, Boundary[]>,
  definition: Definition,
): Map<string, Boundary[]> {
  for (const e of definition.elements) {
    const attached = e.type === 'agreement' ? boundaries.get(e.id) : undefined;
    if (attached) boundaries.set(`${e.id}.confirm`, attached);
  }
  return boundaries;
}

/**
 * Makes a definition ready for `start` and `step`.
 * @throws InvalidDefinition where an id is double, or a flow, parent or boundary event points at nothing.
 */
export function compile(definition: Definition, hash: string): Compiled {
  const elements = new Map<string, CompiledElement>();
  const put = (e: CompiledElement) => {
    if (elements.has(e.id))
      throw new InvalidDefinition(e.id, `Expected element ids to be unique, but '${e.id}' is there twice`);
    elements.set(e.id, e);
  };
  for (const e of definition.elements as Element[]) {
    if (e.type === 'agreement') unfold(e).forEach(put);
    else put(e);
  }

  const flows = unfoldFlows(definition);
  for (const f of flows) {
    for (const end of [f.from, f.to]) {
      if (!elements.has(end))
        throw new InvalidDefinition(
          f.id,
          `Expected flow '${f.id}' to connect existing elements, but there is no '${end}'`,
        );
    }
  }
  const boundaries: Boundary[] = [];
  for (const e of elements.values()) {
    if (e.parent !== undefined && elements.get(e.parent)?.type !== 'subProcess')
      throw new InvalidDefinition(
        e.id,
        `Expected the parent of '${e.id}' to be a sub-process, but '${e.parent}' is none`,
      );
    if (e.type === 'boundaryEvent') {
      if (!elements.has(e.attachedTo))
        throw new InvalidDefinition(
          e.id,
          `Expected '${e.id}' to be attached to an element, but there is no '${e.attachedTo}'`,
        );
      boundaries.push(e);
    }
  }

  return {
    hash,
    id: definition.id,
    name: definition.name,
    definition,
    elements,
    outgoing: group(flows, (f) => f.from),
    incoming: group(flows, (f) => f.to),
    children: group([...elements.values()], (e) => e.parent ?? ''),
    boundaries: withConfirmations(
      group(boundaries, (b) => b.attachedTo),
      definition,
    ),
    forms: new Map(definition.forms.map((f) => [f.id, f])),
    ladders: new Map([...standardLadders, ...definition.ladders].map((l) => [l.id, l])),
    sides: new Map(definition.roles.map((r) => [r.id, r.side])),
    forAnyone: new Set(definition.roles.filter(({ anyone }) => anyone).map(({ id }) => id)),
    handlers: handlersOf(boundaries, elements),
    reach: new Map(),
    places: new Map([...elements.keys()].map((id) => [id, `0/${id}`])),
    arrivals: new Map(),
  };
}
