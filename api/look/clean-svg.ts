/** An SVG drawing with nothing in it but drawing: what could run, fetch or lead elsewhere is left out and told. */
import { isElement, type XmlElement, type XmlNode } from '../../bpmn/xml/node.ts';
import { readXml } from '../../bpmn/xml/read.ts';

const SVG = 'http://www.w3.org/2000/svg';

const ELEMENTS = new Set(
  (
    'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan ' +
    'linearGradient radialGradient stop clipPath mask pattern'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'id class viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points transform ' +
    'fill fill-opacity fill-rule clip-rule clip-path mask stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin ' +
    'stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color display visibility offset stop-color stop-opacity ' +
    'gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits ' +
    'patternTransform font-family font-size font-weight font-style text-anchor letter-spacing dominant-baseline dx dy'
  ).split(' '),
);
/** A value that reaches outside the drawing; `url(#id)` stays within it. */
const REACHES_OUT = /url\(\s*['"]?(?!#)|javascript:|data:|expression\(|@import|\\/i;

export type Cleaned = { ok: true; svg: string; leftOut: string[] } | { ok: false; why: string };

export function cleanSvg(text: string): Cleaned {
  const read = readXml(text);
  if (!read.ok)
    return { ok: false, why: `Expected an SVG file that can be read: ${JSON.stringify(read.problem)}` };
  const { root } = read;
  if (root.local !== 'svg' || (root.uri !== SVG && root.uri !== ''))
    return { ok: false, why: `Expected an SVG file, got <${root.local}>` };
  const leftOut = new Set<string>();
  const inside = written(root, leftOut, true);
  return { ok: true, svg: inside, leftOut: [...leftOut].sort() };
}

function written(one: XmlElement, leftOut: Set<string>, isRoot = false): string {
  const attributes: [string, string][] = isRoot ? [['xmlns', SVG]] : [];
  for (const { uri, prefix, local, value } of one.attributes) {
    const name = prefix === '' ? local : `${prefix}:${local}`;
    if (local === 'href' && /^#[\w.-]+$/.test(value)) attributes.push(['href', value]);
    else if (local === 'style' && uri === '') attributes.push(...fromStyle(value, leftOut));
    else if (uri === '' && prefix === '' && ATTRIBUTES.has(local) && !REACHES_OUT.test(value))
      attributes.push([local, value]);
    // What drawing programs write for themselves draws nothing.
    else if (uri === '' && prefix === '' && !/^(version|xml:space|data-.*)$/.test(local)) leftOut.add(name);
    else if (local === 'href') leftOut.add(name);
  }
  // The last of two of one name counts, as in a style.
  const own = [...new Map(attributes)].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  const inside = one.children.map((child) => node(child, leftOut)).join('');
  return `<${one.local}${own}>${inside}</${one.local}>`;
}

function node(child: XmlNode, leftOut: Set<string>): string {
  if (typeof child === 'string') return escaped(child);
  if (!isElement(child)) return '';
  if ((child.uri === SVG || child.uri === '') && ELEMENTS.has(child.local)) return written(child, leftOut);
  if (child.uri === SVG || child.uri === '') leftOut.add(`<${child.local}>`);
  return '';
}

/** Rules of a style that are attributes as well. */
function fromStyle(style: string, leftOut: Set<string>): [string, string][] {
  return style.split(';').flatMap((rule): [string, string][] => {
    const [name = '', ...rest] = rule.split(':');
    const value = rest.join(':').trim();
    const known = ATTRIBUTES.has(name.trim()) && !REACHES_OUT.test(value);
    if (!known && REACHES_OUT.test(value)) leftOut.add(`style: ${name.trim()}`);
    return known ? [[name.trim(), value]] : [];
  });
}

const escaped = (words: string): string =>
  words.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );
