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

/**
 * Whether two elements say the same, without spelling either out. What is of the namespace `but` in the first does not count;
 * with `numbers` 186.0 is 186.
 */
export function saysTheSame(one: XmlElement, other: XmlElement, but: string, numbers = false): boolean {
  if (one.local !== other.local || one.uri !== other.uri) return false;
  let own = 0;
  for (const { uri, local, value } of one.attributes) {
    if (uri === but) continue;
    own += 1;
    const same = other.attributes.find((each) => each.local === local && each.uri === uri);
    if (!same || !(same.value === value || (numbers && isSameNumber(value, same.value)))) return false;
  }
  if (own !== other.attributes.length) return false;
  return sameChildren(one.children, other.children, but, numbers);
}

const isSameNumber = (a: string, b: string): boolean => /^-?\d+\.\d+$/.test(a) && Number(a) === Number(b);

function sameChildren(
  own: readonly XmlNode[],
  others: readonly XmlNode[],
  but: string,
  numbers: boolean,
): boolean {
  const separates = own.some(isElement);
  let at = 0;
  for (const child of own) {
    if (separates && typeof child === 'string' && child.trim() === '') continue;
    const other = others[at];
    at += 1;
    if (other === undefined) return false;
    if (typeof child === 'string' || !isElement(child)) {
      if (typeof other !== 'string' || child !== other) return false;
    } else if (typeof other === 'string' || !isElement(other) || !saysTheSame(child, other, but, numbers))
      return false;
  }
  return at === others.length;
}
