// Decision tables, expressions and what they need of each other, from a DMN file.
import type { Decision, Definition } from '../../contract/index.ts';
import { expressionOf } from '../expressions/translate.ts';
import { type ImportFinding, importFinding } from '../finding.ts';
import { inTable } from '../in-table.ts';
import { OWN } from '../namespaces.ts';
import { ownOf, withOwn } from '../read/own.ts';
import type { Reading } from '../read/reading.ts';
import { attribute, elementsIn, textOf, type XmlElement } from '../xml/node.ts';
import { isDmn } from './namespaces.ts';

export interface ReadDmn {
  definition: Definition;
  findings: ImportFinding[];
  /** What each decision was read from. */
  sources: Map<string, XmlElement>;
}

const POLICIES: Record<string, Decision['hitPolicy']> = {
  UNIQUE: 'unique',
  FIRST: 'first',
  ANY: 'any',
  PRIORITY: 'priority',
  COLLECT: 'collect',
  'RULE ORDER': 'ruleOrder',
  'OUTPUT ORDER': 'outputOrder',
};
const AGGREGATIONS: Record<string, NonNullable<Decision['aggregation']>> = {
  SUM: 'sum',
  MIN: 'min',
  MAX: 'max',
  COUNT: 'count',
};

const children = (node: XmlElement, local: string): XmlElement[] =>
  elementsIn(node).filter((one) => one.local === local && isDmn(one.uri));
const child = (node: XmlElement, local: string): XmlElement | undefined => children(node, local)[0];

/** The text of what holds one, such as `<inputEntry><text>< 5</text></inputEntry>`. */
function textIn(node: XmlElement | undefined): string {
  const text = node && child(node, 'text');
  return text ? textOf(text).trim() : '';
}

export function readDmnTree(root: XmlElement, lineAt: (position: number) => number): ReadDmn {
  return new Reader(lineAt).read(root);
}

class Reader {
  readonly findings: ImportFinding[] = [];
  readonly #lineAt: (position: number) => number;
  readonly #seen = new Map<string, XmlElement>();
  #language: string | undefined;
  /** Of what has data of our own these say what it is, whatever DMN makes of it. */
  #isOurs = false;

  constructor(lineAt: (position: number) => number) {
    this.#lineAt = lineAt;
  }

  read(root: XmlElement): ReadDmn {
    this.#language = attribute(root, 'expressionLanguage');
    const nodes = children(root, 'decision');
    if (nodes.length === 0)
      this.#find(
        'error',
        'definition',
        root,
        'Verwacht een beslissing, maar er is er geen',
        'Expected a decision, but there is none',
      );
    for (const { local, uri, ...rest } of elementsIn(root))
      if (isDmn(uri) && (local === 'businessKnowledgeModel' || local === 'decisionService'))
        this.#find(
          'warning',
          attribute({ local, uri, ...rest }, 'id') ?? 'definition',
          { local, uri, ...rest },
          `<${local}> blijft bewaard, maar wordt niet uitgevoerd`,
          `<${local}> is kept, but not carried out`,
        );
    const decisions = nodes.flatMap((node) => this.#decision(node) ?? []);
    this.#isOurs = false;
    for (const { id, needs = [] } of decisions)
      for (const need of needs)
        if (!this.#seen.has(need))
          this.#find(
            'error',
            id,
            this.#seen.get(id) as XmlElement,
            `‘${id}’ heeft ‘${need}’ nodig, maar dat is er niet`,
            `'${id}' needs '${need}', which does not exist`,
          );
    const id = attribute(root, 'id') ?? decisions[0]?.id ?? 'decisions';
    const definition: Definition = {
      v: 1,
      id,
      name: attribute(root, 'name')?.trim() || id,
      roles: [],
      elements: [],
      flows: [],
      forms: [],
      ladders: [],
      texts: {},
      variables: {},
      decisions,
    };
    return {
      definition: this.#withOwn(root, 'definition', definition),
      findings: this.findings,
      sources: this.#seen,
    };
  }

  #find(severity: ImportFinding['severity'], element: string, at: XmlElement, nl: string, en: string): void {
    if (this.#isOurs) return;
    this.findings.push(
      importFinding(
        'dmn-decision',
        severity,
        { element, line: at.at < 0 ? 0 : this.#lineAt(at.at) },
        { nl: `${nl}.`, en: `${en}.` },
      ),
    );
  }

  #decision(node: XmlElement): Decision | undefined {
    const id = attribute(node, 'id') ?? '';
    if (id === '' || this.#seen.has(id)) {
      this.#find(
        'error',
        id || 'definition',
        node,
        id ? `De id ‘${id}’ is er twee keer` : 'Een beslissing heeft geen id',
        id ? `The id '${id}' is there twice` : 'A decision has no id',
      );
      return undefined;
    }
    this.#seen.set(id, node);
    this.#isOurs = isOurs(node);
    const name = attribute(node, 'name')?.trim();
    const needs = children(node, 'informationRequirement').flatMap((requirement) => {
      const href = attribute(child(requirement, 'requiredDecision') ?? requirement, 'href');
      return href === undefined ? [] : [href.slice(href.indexOf('#') + 1)];
    });
    const base = { id, ...(name ? { name } : {}), ...(needs.length > 0 ? { needs } : {}) };
    const table = child(node, 'decisionTable');
    const literal = child(node, 'literalExpression');
    const read = table
      ? this.#table(id, node, table)
      : literal
        ? this.#literal(id, node, literal)
        : undefined;
    if (!read) {
      const kind = elementsIn(node).find(
        ({ local, uri }) =>
          isDmn(uri) &&
          [
            'context',
            'invocation',
            'relation',
            'list',
            'functionDefinition',
            'conditional',
            'filter',
            'for',
            'every',
            'some',
          ].includes(local),
      );
      if (kind || !read)
        this.#find(
          'error',
          id,
          kind ?? node,
          `‘${id}’ is geen tabel en geen uitdrukking${kind ? ` maar <${kind.local}>` : ''}; dat kan niet worden overgenomen`,
          `'${id}' is no table and no expression${kind ? ` but <${kind.local}>` : ''}, which cannot be taken over`,
        );
      return undefined;
    }
    if (child(node, 'knowledgeRequirement'))
      this.#find(
        'error',
        id,
        node,
        `‘${id}’ gebruikt een kennismodel; dat wordt niet uitgevoerd`,
        `'${id}' uses a knowledge model, which is not carried out`,
      );
    return this.#withOwn(node, id, { ...base, ...read });
  }

  /** Texts in two languages, which DMN has no room for. */
  #withOwn<T extends object>(node: XmlElement, id: string, base: T): T {
    this.#isOurs = false;
    return withOwn(this, id, base, ownOf(this, id, extensionsIn(node)));
  }

  find: Reading['find'] = (_rule, severity, element, at, nl, en) =>
    this.#find(severity, element, at, nl.replace(/\.$/, ''), en.replace(/\.$/, ''));

  #table(id: string, node: XmlElement, table: XmlElement): Omit<Decision, 'id'> {
    const written = attribute(table, 'hitPolicy') ?? 'UNIQUE';
    const hitPolicy = inTable(POLICIES, written);
    if (!hitPolicy)
      this.#find(
        'error',
        id,
        table,
        `Verwacht een van ${Object.keys(POLICIES).join(', ')}, maar er staat ‘${written}’`,
        `Expected one of ${Object.keys(POLICIES).join(', ')}, but there is '${written}'`,
      );
    const aggregation = inTable(AGGREGATIONS, attribute(table, 'aggregation') ?? '');
    const inputs = children(table, 'input').map((input) => this.#input(id, input));
    const outputs = children(table, 'output').map((output, i, all) =>
      this.#output(id, node, output, all.length === 1, i),
    );
    if (outputs.length === 0)
      this.#find(
        'error',
        id,
        table,
        `De tabel ‘${id}’ heeft geen uitkomst`,
        `The table '${id}' has no output`,
      );
    const rules = children(table, 'rule').map((rule) => this.#rule(id, rule, inputs.length, outputs.length));
    return {
      hitPolicy: hitPolicy ?? 'unique',
      ...(aggregation ? { aggregation } : {}),
      inputs,
      outputs,
      rules,
    };
  }

  #input(id: string, input: XmlElement): Decision['inputs'][number] {
    const expression = child(input, 'inputExpression');
    const label = attribute(input, 'label')?.trim() || textIn(child(input, 'label'));
    const text = textIn(expression);
    if (text === '')
      this.#find(
        'error',
        id,
        input,
        `Een kolom van ‘${id}’ (${label || '?'}) zegt niet waar hij naar kijkt`,
        `A column of '${id}' (${label || '?'}) does not say what it looks at`,
      );
    const feel = this.#feel(id, expression ?? input, text);
    return {
      value: ofType(feel, expression && attribute(expression, 'typeRef')),
      ...(label ? { label } : {}),
    };
  }

  #output(
    id: string,
    node: XmlElement,
    output: XmlElement,
    isOnly: boolean,
    index: number,
  ): Decision['outputs'][number] {
    const label = attribute(output, 'label')?.trim();
    const name =
      attribute(output, 'name')?.trim() || (isOnly ? (variableOf(node) ?? id) : `output_${index + 1}`);
    const fallback = child(output, 'defaultOutputEntry');
    const text = textIn(fallback);
    const values = literals(textIn(child(output, 'outputValues')));
    return {
      name,
      ...(label && label !== name ? { label } : {}),
      ...(fallback && text !== '' ? { default: this.#feel(id, fallback, text) } : {}),
      ...(values ? { values } : {}),
    };
  }

  #rule(id: string, rule: XmlElement, inputs: number, outputs: number): Decision['rules'][number] {
    const when = children(rule, 'inputEntry').map((entry) => this.#test(id, entry));
    const gives = children(rule, 'outputEntry').map((entry) => this.#feel(id, entry, textIn(entry)));
    if (when.length !== inputs || gives.length !== outputs)
      this.#find(
        'error',
        id,
        rule,
        `Een rij van ‘${id}’ heeft ${when.length} voorwaarden en ${gives.length} uitkomsten; verwacht ${inputs} en ${outputs}`,
        `A row of '${id}' has ${when.length} conditions and ${gives.length} outcomes; expected ${inputs} and ${outputs}`,
      );
    const description = child(rule, 'description');
    const note =
      (description ? textOf(description).trim() : '') ||
      children(rule, 'annotationEntry').map(textIn).filter(Boolean).join('; ');
    return { when, gives, ...(note ? { note } : {}) };
  }

  /** A unary test is FEEL; of other languages only what says the same in both. */
  #test(id: string, entry: XmlElement): string {
    const text = textIn(entry);
    const language = attribute(entry, 'expressionLanguage') ?? this.#language;
    if (
      language !== undefined &&
      !/feel/i.test(language) &&
      !/XPath|xsd/i.test(language) &&
      text !== '' &&
      text !== '-'
    )
      this.#find(
        'error',
        id,
        entry,
        `De voorwaarde ‘${text}’ is geschreven in ${language}; verwacht FEEL`,
        `The condition '${text}' is written in ${language}; expected FEEL`,
      );
    return text;
  }

  #feel(id: string, entry: XmlElement, text: string): string {
    if (text === '' || text === '-') return text;
    const read = expressionOf(text, attribute(entry, 'expressionLanguage') ?? this.#language);
    if (read.ok) return read.feel;
    this.#find(
      'error',
      id,
      entry,
      `‘${text}’ kan niet worden overgenomen: ${read.nl}`,
      `'${text}' cannot be taken over: ${read.en}`,
    );
    return text;
  }

  #literal(id: string, node: XmlElement, literal: XmlElement): Omit<Decision, 'id'> {
    const text = textIn(literal);
    if (text === '')
      this.#find(
        'error',
        id,
        literal,
        `De uitdrukking van ‘${id}’ is leeg`,
        `The expression of '${id}' is empty`,
      );
    return {
      hitPolicy: 'unique',
      inputs: [],
      outputs: [{ name: variableOf(node) ?? id }],
      rules: [],
      value: this.#feel(id, literal, text),
    };
  }
}

const extensionsIn = (node: XmlElement): XmlElement[] =>
  children(node, 'extensionElements').flatMap(elementsIn);
const isOurs = (node: XmlElement): boolean =>
  extensionsIn(node).some(({ uri, local }) => uri === OWN && local === 'own');

function variableOf(node: XmlElement): string | undefined {
  const variable = child(node, 'variable');
  return variable && (attribute(variable, 'name')?.trim() || undefined);
}

/** Dates come as text; a column of dates compares dates. */
function ofType(feel: string, type: string | undefined): string {
  const made =
    type &&
    inTable(
      { date: 'date', dateTime: 'date and time', 'date and time': 'date and time', time: 'time' } as Record<
        string,
        string
      >,
      type.slice(type.indexOf(':') + 1),
    );
  return made && /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(feel) ? `${made}(${feel})` : feel;
}

/** `"High", "Low"`: allowed values, written as FEEL literals. */
function literals(text: string): NonNullable<Decision['outputs'][number]['values']> | undefined {
  if (text === '') return undefined;
  try {
    const list: unknown = JSON.parse(`[${text}]`);
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}
