// Writes a tree of elements as XML: one element a line, attributes in their order, prefixes from one table.
import { isElement, type XmlElement, type XmlNode } from './node.ts';

/** Namespace → prefix; '' stands for no namespace. */
export type Prefixes = ReadonlyMap<string, string>;

const inText = (text: string): string =>
  text.replace(/[&<>\r]/g, (one) =>
    one === '&' ? '&amp;' : one === '<' ? '&lt;' : one === '>' ? '&gt;' : '&#13;',
  );
const inValue = (text: string): string =>
  text.replace(/[&<"\t\n\r]/g, (one) =>
    one === '&' ? '&amp;' : one === '<' ? '&lt;' : one === '"' ? '&quot;' : `&#${one.charCodeAt(0)};`,
  );

/** The document: declaration, then the root with every prefix of the table declared on it. */
export function writeXml(root: XmlElement, prefixes: Prefixes): string {
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  write(out, root, prefixes, '', declarations(prefixes));
  out.push('\n');
  return out.join('');
}

/** One element by itself, on one line, declaring what it uses, or with `all` every prefix of the table. */
export function writeFragment(root: XmlElement, prefixes: Prefixes, all = false): string {
  const used = new Set<string>();
  const look = (one: XmlElement) => {
    used.add(one.uri);
    for (const { uri } of one.attributes) used.add(uri);
    for (const child of one.children) if (isElement(child)) look(child);
  };
  look(root);
  const own = all ? prefixes : new Map([...prefixes].filter(([uri]) => used.has(uri)));
  const out: string[] = [];
  write(out, root, prefixes, undefined, declarations(own));
  return out.join('');
}

const XML = 'http://www.w3.org/XML/1998/namespace';
const declarations = (prefixes: Prefixes): string =>
  [...prefixes]
    .filter(([uri, prefix]) => uri !== '' && prefix !== '' && uri !== XML)
    .map(([uri, prefix]) => ` xmlns:${prefix}="${inValue(uri)}"`)
    .join('');

const qualified = (uri: string, local: string, prefixes: Prefixes): string => {
  if (uri === '') return local;
  if (uri === XML) return `xml:${local}`;
  const prefix = prefixes.get(uri);
  if (prefix === undefined) throw new Error(`Expected a prefix for the namespace '${uri}'`);
  return `${prefix}:${local}`;
};

/** @param indent undefined for everything on one line */
function write(
  out: string[],
  one: XmlElement,
  prefixes: Prefixes,
  indent: string | undefined,
  more = '',
): void {
  const name = qualified(one.uri, one.local, prefixes);
  out.push('<', name);
  for (const { uri, local, value } of one.attributes)
    out.push(' ', qualified(uri, local, prefixes), '="', inValue(value), '"');
  out.push(more);
  const children = one.children.filter((child) => child !== '');
  if (children.length === 0) {
    out.push('/>');
    return;
  }
  out.push('>');
  // Where there is text between elements, space means something: nothing is added.
  const inner = indent === undefined || children.some(isText) ? undefined : `${indent}  `;
  for (const child of children) {
    if (inner !== undefined) out.push('\n', inner);
    if (isElement(child)) write(out, child, prefixes, inner);
    else if (typeof child === 'string') out.push(inText(child));
    else out.push('<!--', child.comment, '-->');
  }
  if (inner !== undefined) out.push('\n', indent as string);
  out.push('</', name, '>');
}

const isText = (node: XmlNode): boolean => typeof node === 'string';
