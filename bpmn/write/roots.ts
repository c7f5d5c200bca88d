// What events refer to: messages, signals, errors and escalations of the file, found by what they are called or made.
import { BPMN } from '../namespaces.ts';
import { withoutStrangeCharacters } from '../xml/characters.ts';
import { attribute, element, elementsIn, type XmlElement } from '../xml/node.ts';

type Kind = 'message' | 'signal' | 'error' | 'escalation';

/** What a reference is known by, the first that is there. */
const NAMES: Record<Kind, string[]> = {
  message: ['name', 'id'],
  signal: ['name', 'id'],
  error: ['errorCode', 'name', 'id'],
  escalation: ['escalationCode', 'name', 'id'],
};

export class Roots {
  /** Those that came with the file, then those that were made. */
  readonly elements: XmlElement[];
  readonly #byName = new Map<string, string>();
  readonly #ids: Set<string>;

  /** @param ids that are in use, to which new ones are added. */
  constructor(elements: readonly XmlElement[], ids: Set<string>) {
    this.elements = [...elements];
    this.#ids = ids;
    for (const one of elements) {
      const id = attribute(one, 'id');
      if (id !== undefined) ids.add(id);
      if (one.uri === BPMN && Object.hasOwn(NAMES, one.local)) this.#know(one.local as Kind, one);
    }
  }

  #know(kind: Kind, one: XmlElement): void {
    const name = NAMES[kind].map((local) => attribute(one, local)?.trim()).find(Boolean);
    const id = attribute(one, 'id');
    const key = `${kind} ${name}`;
    if (name !== undefined && id !== undefined && !this.#byName.has(key)) this.#byName.set(key, id);
  }

  /** Id of the thing of that name; a name of nothing but space is none. */
  idOf(kind: Kind, given: string): string | undefined {
    const name = withoutStrangeCharacters(given).trim();
    if (name === '') return undefined;
    const known = this.#byName.get(`${kind} ${name}`);
    if (known !== undefined) return known;
    const id = this.freeId(`${kind[0]?.toUpperCase()}${kind.slice(1)}_${slug(name)}`);
    const code =
      kind === 'error' ? { errorCode: name } : kind === 'escalation' ? { escalationCode: name } : {};
    const made = element(BPMN, kind, { id, name, ...code });
    this.elements.push(made);
    this.#know(kind, made);
    return id;
  }

  /** A category with a value, which is how a group has a name. @returns id of the value. */
  category(given: string): string {
    const value = withoutStrangeCharacters(given).trim();
    for (const one of this.elements)
      for (const inner of one.local === 'category' ? elementsIn(one) : [])
        if (inner.local === 'categoryValue' && attribute(inner, 'value')?.trim() === value)
          return attribute(inner, 'id') ?? '';
    const id = this.freeId(`CategoryValue_${slug(value)}`);
    this.elements.push(
      element(BPMN, 'category', { id: this.freeId(`Category_${slug(value)}`) }, [
        element(BPMN, 'categoryValue', { id, value }),
      ]),
    );
    return id;
  }

  freeId(wanted: string): string {
    let id = wanted;
    for (let n = 2; this.#ids.has(id); n += 1) id = `${wanted}_${n}`;
    this.#ids.add(id);
    return id;
  }
}

export const slug = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40) || 'x';
