// What of a DMN file is kept as it was written: the file around its decisions, and those a fresh one would say otherwise.
import type { Definition } from '../../contract/index.ts';
import { fragmentText } from '../kept/fragments.ts';
import { OWN } from '../namespaces.ts';
import { canonical, withoutIndents } from '../xml/canonical.ts';
import { isElement, type XmlElement, type XmlNode } from '../xml/node.ts';
import { isDmn } from './namespaces.ts';
import { dmnPrefixes, drawing, freshDecision, freshFile } from './write.ts';

export function keptOfDmn(
  root: XmlElement,
  definition: Definition,
  sources: ReadonlyMap<string, XmlElement>,
): NonNullable<Definition['kept']> {
  const { decisions = [] } = definition;
  const prefixes = dmnPrefixes(root);
  const around = root.children.filter(
    (child) => !(isElement(child) && child.local === 'decision' && isDmn(child.uri)),
  );
  const file = withoutOwn(withoutIndents({ ...root, children: around }));
  const fresh = freshFile(definition);
  fresh.children.push(drawing(decisions));
  const kept = canonical(file) === canonical(fresh) ? [] : [{ at: '*', xml: fragmentText(file, prefixes) }];
  for (const decision of decisions) {
    const node = withoutOwn(withoutIndents(sources.get(decision.id) as XmlElement));
    if (canonical(node) !== canonical(freshDecision(decision, root.uri)))
      kept.push({ at: decision.id, xml: fragmentText(node, prefixes) });
  }
  return kept;
}

/** What our own writer adds is written anew. */
function withoutOwn(node: XmlElement): XmlElement {
  const children = node.children.flatMap((child): XmlNode[] => {
    if (!isElement(child) || child.local !== 'extensionElements' || !isDmn(child.uri)) return [child];
    const inner = child.children.filter((one) => !(isElement(one) && one.uri === OWN));
    return inner.some(isElement) ? [{ ...child, children: inner }] : [];
  });
  return { ...node, children };
}
