// One spelling for elements that mean the same: attributes by name, without the space that only indents.
import { isElement, type XmlElement, type XmlNode } from './node.ts';

const clark = (uri: string, local: string): string => (uri === '' ? local : `{${uri}}${local}`);

/** What is in an element without text that only separates elements; a text alone in its element stays as it is. */
function meaningful(children: readonly XmlNode[]): XmlNode[] {
  if (!children.some(isElement)) return joined([...children]);
  return joined(children.filter((child) => typeof child !== 'string' || child.trim() !== ''));
}

export const withoutIndents = (one: XmlElement): XmlElement => ({
  ...one,
  children: meaningful(one.children).map((child) => (isElement(child) ? withoutIndents(child) : child)),
});

/** Neighbouring texts as one. */
function joined(nodes: XmlNode[]): XmlNode[] {
  const result: XmlNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (typeof node === 'string' && typeof last === 'string') result[result.length - 1] = last + node;
    else if (node !== '') result.push(node);
  }
  return result;
}

/** Equal for elements that say the same in another spelling. */
export function canonical(one: XmlElement): string {
  const attributes = one.attributes
    .map(({ uri, local, value }) => `${clark(uri, local)}=${JSON.stringify(value)}`)
    .sort();
  const children = meaningful(one.children).map((child) =>
    isElement(child)
      ? canonical(child)
      : typeof child === 'string'
        ? JSON.stringify(child)
        : `<!--${child.comment}-->`,
  );
  return `<${[clark(one.uri, one.local), ...attributes].join(' ')}>${children.join('')}</>`;
}
