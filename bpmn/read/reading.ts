// What is known while a file is read: its things by id, what was found, and the people its processes need.
import type { Finding, Role } from '../../contract/index.ts';
import { type ImportFinding, type ImportRule, importFinding } from '../finding.ts';
import { inTable } from '../in-table.ts';
import { ACTIVITI_LIKE, BPMN, MODELER, ZEEBE } from '../namespaces.ts';
import { attribute, elementsIn, type XmlElement } from '../xml/node.ts';

export class Reading {
  readonly findings: ImportFinding[] = [];
  /** Everything of the model that has an id; the drawing is not part of it. */
  readonly byId = new Map<string, XmlElement>();
  readonly #lineAt: (position: number) => number;
  /** Where things stand in the text, by id. */
  readonly places = new Map<string, number>();
  /** Whether what cannot be carried out refuses the file; a drawing that is not meant to be carried out comes over all the same. */
  strict = true;
  /** The language of expressions that name none. */
  language: string | undefined;
  /** Written for Camunda 8, whose cron counts days of the week from Monday. */
  readonly isZeebe: boolean;

  constructor(root: XmlElement, lineAt: (position: number) => number) {
    this.#lineAt = lineAt;
    this.language = attribute(root, 'expressionLanguage');
    const platform = attribute(root, 'executionPlatform', MODELER);
    const declared = [...(root.declares?.values() ?? [])];
    this.isZeebe =
      platform === undefined
        ? declared.includes(ZEEBE) && !declared.some((uri) => ACTIVITI_LIKE.includes(uri))
        : /cloud/i.test(platform);
  }

  line(node: XmlElement): number {
    return node.at < 0 ? 0 : this.#lineAt(node.at);
  }

  find(
    rule: ImportRule,
    severity: Finding['severity'],
    element: string,
    at: XmlElement,
    nl: string,
    en: string,
  ): void {
    this.findings.push(importFinding(rule, severity, { element, line: this.line(at) }, { nl, en }));
  }

  /** What cannot be carried out: an error, or in a drawing that is not meant to be, something to think about. */
  cannot(rule: ImportRule, element: string, at: XmlElement, nl: string, en: string): void {
    this.find(rule, this.strict ? 'error' : 'warning', element, at, nl, en);
  }

  /** What a reference by id means; prefixes of namespaces are allowed in front. */
  target(ref: string | undefined): XmlElement | undefined {
    if (ref === undefined) return undefined;
    const id = ref.trim();
    return this.byId.get(id) ?? this.byId.get(id.slice(id.indexOf(':') + 1));
  }
}

/** Roles in the order in which a process names them. */
export class Roles {
  readonly #known = new Map<string, Role>();

  get all(): Role[] {
    return [...this.#known.values()];
  }

  add(id: string, name: string = id): string {
    if (!this.#known.has(id)) this.#known.set(id, { id, name, side: inTable(standardSides, id) ?? 'us' });
    return id;
  }

  /** Where nobody is named, everybody may. */
  everyone(): string {
    if (!this.#known.has(EVERYONE))
      this.#known.set(EVERYONE, {
        id: EVERYONE,
        name: { nl: 'Iedereen', en: 'Everyone' },
        side: 'us',
        anyone: true,
      });
    return EVERYONE;
  }
}

export const EVERYONE = 'everyone';

/** The sides of roles that every organisation has; a group of that name is that role. */
export const standardSides: Record<string, Role['side']> = {
  initiator: 'initiator',
  volunteer: 'volunteer',
  partner: 'partner',
  issuer: 'partner',
  owner: 'partner',
};

export const bpmnChildren = (node: XmlElement, local: string): XmlElement[] =>
  elementsIn(node).filter((one) => one.local === local && one.uri === BPMN);

export const bpmnChild = (node: XmlElement, local: string): XmlElement | undefined => {
  for (const one of node.children)
    if (typeof one === 'object' && 'local' in one && one.local === local && one.uri === BPMN) return one;
  return undefined;
};

/** What other programs put into `extensionElements`. */
export const extensionsOf = (node: XmlElement): XmlElement[] =>
  bpmnChildren(node, 'extensionElements').flatMap(elementsIn);

/** An extension element of Camunda 7, Flowable and their kin. */
export const vendorChildren = (node: XmlElement, local: string): XmlElement[] =>
  extensionsOf(node).filter((one) => one.local === local && ACTIVITI_LIKE.includes(one.uri));

export const zeebe = (node: XmlElement, local: string): XmlElement | undefined =>
  extensionsOf(node).find((one) => one.local === local && one.uri === ZEEBE);

/** An attribute of Camunda 7, Flowable and their kin; empty is as good as absent. */
export function vendor(node: XmlElement, local: string): string | undefined {
  for (const uri of ACTIVITI_LIKE) {
    const value = attribute(node, local, uri)?.trim();
    if (value) return value;
  }
  return undefined;
}

export const idOf = (node: XmlElement): string => attribute(node, 'id') ?? '';
export const isTrue = (value: string | undefined): boolean => value === 'true' || value === '1';

/** A name on one line: line breaks of the drawing are spaces. */
export function nameOf(node: XmlElement): string | undefined {
  const name = attribute(node, 'name')?.replace(/\s+/g, ' ').trim();
  return name ? name : undefined;
}
