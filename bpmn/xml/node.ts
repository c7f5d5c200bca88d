// XML as a tree of elements with their namespace, and where each began in the text.
import { withoutStrangeCharacters } from './characters.ts';

export interface XmlAttribute {
  /** '' for attributes without a prefix. */
  uri: string;
  prefix: string;
  local: string;
  value: string;
}

export interface XmlComment {
  comment: string;
}

export type XmlNode = XmlElement | XmlComment | string;

export interface XmlElement {
  uri: string;
  prefix: string;
  local: string;
  attributes: XmlAttribute[];
  children: XmlNode[];
  /** Position of its `<` in the text; -1 for what was made. */
  at: number;
  /** Prefixes it declares itself, '' for the default one. */
  declares?: Map<string, string> | undefined;
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node === 'object' && 'local' in node;

/** An element that was not read but made. */
export function element(
  uri: string,
  local: string,
  attributes: Record<string, string | undefined> = {},
  children: (XmlNode | undefined)[] = [],
): XmlElement {
  const own: XmlAttribute[] = [];
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined)
      own.push({ uri: '', prefix: '', local: name, value: withoutStrangeCharacters(value) });
  }
  const inside: XmlNode[] = [];
  for (const one of children)
    if (one !== undefined) inside.push(typeof one === 'string' ? withoutStrangeCharacters(one) : one);
  return { uri, prefix: '', local, attributes: own, children: inside, at: -1 };
}

export const elementsIn = (parent: XmlElement): XmlElement[] => parent.children.filter(isElement);

/** The value of an attribute, by default one without a namespace. */
export function attribute(of: XmlElement, local: string, uri = ''): string | undefined {
  for (const one of of.attributes) if (one.local === local && one.uri === uri) return one.value;
  return undefined;
}

export function setAttribute(of: XmlElement, local: string, value: string | undefined, uri = ''): void {
  const at = of.attributes.findIndex((one) => one.local === local && one.uri === uri);
  if (value === undefined) {
    if (at >= 0) of.attributes.splice(at, 1);
  } else if (at >= 0) of.attributes[at] = { ...(of.attributes[at] as XmlAttribute), value };
  else of.attributes.push({ uri, prefix: '', local, value });
}

/** All text in an element, however deep; comments are no text. */
export function textOf(of: XmlElement): string {
  let text = '';
  const stack: XmlNode[] = [...of.children].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') text += node;
    else if (isElement(node))
      for (let i = node.children.length - 1; i >= 0; i -= 1) stack.push(node.children[i] as XmlNode);
  }
  return text;
}

/** A copy that can be changed; `at` stays, so that messages still find the place. */
export function copyOf(of: XmlElement): XmlElement {
  return {
    ...of,
    attributes: of.attributes.map((one) => ({ ...one })),
    children: of.children.map((child) => (isElement(child) ? copyOf(child) : child)),
  };
}
