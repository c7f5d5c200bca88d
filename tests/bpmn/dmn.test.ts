/** Decision tables in and out: every hit policy, what decisions need of each other, and what cannot be taken over. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBpmn, writeDmn } from '../../bpmn/index.ts';
import { Decision, type Definition, parseDefinition } from '../../contract/index.ts';
import { anyOf } from './random-shape.ts';
import { definitionIn, model, read, told } from './support.ts';

const DMN13 = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
const dmn = (inside: string, uri = DMN13) =>
  `<definitions xmlns="${uri}" id="D" name="Rules" namespace="n">${inside}</definitions>`;
const table = (
  attributes: string,
  inside = '<input id="i"><inputExpression><text>a</text></inputExpression></input><output id="o" name="b"/><rule><inputEntry><text>&lt; 5</text></inputEntry><outputEntry><text>"low"</text></outputEntry></rule>',
) => dmn(`<decision id="d" name="D"><decisionTable ${attributes}>${inside}</decisionTable></decision>`);
const decision = (xml: string) => definitionIn(xml).decisions?.[0] as Decision;

describe('a decision table', () => {
  it('has inputs, outputs and rows', () => {
    expect(decision(table(''))).toEqual({
      id: 'd',
      name: 'D',
      hitPolicy: 'unique',
      inputs: [{ value: 'a' }],
      outputs: [{ name: 'b' }],
      rules: [{ when: ['< 5'], gives: ['"low"'] }],
    });
  });

  it.each([
    ['hitPolicy="UNIQUE"', { hitPolicy: 'unique' }],
    ['hitPolicy="FIRST"', { hitPolicy: 'first' }],
    ['hitPolicy="ANY"', { hitPolicy: 'any' }],
    ['hitPolicy="PRIORITY"', { hitPolicy: 'priority' }],
    ['hitPolicy="RULE ORDER"', { hitPolicy: 'ruleOrder' }],
    ['hitPolicy="OUTPUT ORDER"', { hitPolicy: 'outputOrder' }],
    ['hitPolicy="COLLECT"', { hitPolicy: 'collect' }],
    ['hitPolicy="COLLECT" aggregation="SUM"', { hitPolicy: 'collect', aggregation: 'sum' }],
    ['hitPolicy="COLLECT" aggregation="COUNT"', { hitPolicy: 'collect', aggregation: 'count' }],
  ])('has a hit policy: %s', (attributes, wanted) => {
    expect(decision(table(attributes))).toMatchObject(wanted);
  });

  it.each([
    'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
    'http://www.omg.org/spec/DMN/20180521/MODEL/',
    DMN13,
    'https://www.omg.org/spec/DMN/20211108/MODEL/',
    'https://www.omg.org/spec/DMN/20230324/MODEL/',
  ])('of every version is read: %s', (uri) => {
    expect(decision(table('').replace(DMN13, uri)).id).toBe('d');
  });

  it('compares dates as dates, and reads what Java engines wrote', () => {
    const inside = (expression: string, type: string) =>
      `<input id="i"><inputExpression typeRef="${type}"><text>${expression}</text></inputExpression></input><output id="o" name="b"/>`;

    expect(decision(table('', inside('start', 'date'))).inputs).toEqual([{ value: 'date(start)' }]);
    expect(decision(table('', inside('$' + '{a.b}', 'string'))).inputs).toEqual([{ value: 'a.b' }]);
  });

  it.each([
    ['<decision id="d"><context/></decision>', "'d' is no table and no expression but <context>"],
    [
      '<decision id="d"><decisionTable hitPolicy="SOME"><output name="b"/></decisionTable></decision>',
      'Expected one of UNIQUE, FIRST',
    ],
    ['<decision id="d"><decisionTable/></decision>', "The table 'd' has no output"],
    [
      '<decision id="d"><decisionTable><input><inputExpression/></input><output name="b"/></decisionTable></decision>',
      'does not say what it looks at',
    ],
    [
      '<decision id="d"><decisionTable><output name="b"/><rule><outputEntry><text>1</text></outputEntry><outputEntry><text>2</text></outputEntry></rule></decisionTable></decision>',
      "A row of 'd' has 0 conditions and 2 outcomes; expected 0 and 1",
    ],
    [
      '<decision id="d"><literalExpression><text>1</text></literalExpression></decision><decision id="d"/>',
      "The id 'd' is there twice",
    ],
    [
      '<decision id="d"><informationRequirement><requiredDecision href="#e"/></informationRequirement><literalExpression><text>1</text></literalExpression></decision>',
      "'d' needs 'e', which does not exist",
    ],
    ['', 'Expected a decision, but there is none'],
  ])('that cannot be taken over is refused: %s', (inside, message) => {
    const result = readBpmn(dmn(inside));

    expect(result.ok).toBe(false);
    expect(told(result.findings).join()).toContain(message);
  });
});

describe('a DMN file', () => {
  it('comes back as it was', () => {
    const { definitions } = read(model('grant.dmn'));
    const written = writeDmn(definitions[0] as Definition);

    expect(read(written).definitions).toEqual(definitions);
    expect(written).toContain('exporter="Camunda Modeler"');
    expect(written).toContain('typeRef="boolean"');
    expect(written).toContain('<dmn:inputData id="InputData_members" name="members"/>');
    expect(writeDmn(definitionIn(written))).toBe(written);
  });

  it('says which decision needs which', () => {
    const { decisions } = definitionIn(model('grant.dmn'));

    expect(decisions?.map(({ id, needs, value }) => ({ id, needs, value }))).toEqual([
      { id: 'grant', needs: ['allowed'], value: undefined },
      { id: 'allowed', needs: undefined, value: 'kind = "club" or kind = "foundation"' },
    ]);
  });

  it('of ours comes back exactly: any decision the contract allows', () => {
    fc.assert(
      fc.property(
        fc.array(anyOf(Decision) as fc.Arbitrary<Record<string, unknown>>, { minLength: 1, maxLength: 3 }),
        (decisions) => {
          const ids = decisions.map((_, i) => `d${i}`);
          const parsed = parseDefinition({
            v: 1,
            id: 'D',
            name: { nl: 'Regels', en: 'Rules' },
            roles: [],
            elements: [],
            flows: [],
            decisions: decisions.map((one, i) => {
              const rows = one.rules as { when: string[]; gives: string[] }[];
              const [inputs, outputs] = [(one.inputs as unknown[]).length, (one.outputs as unknown[]).length];
              const padded = (texts: string[], count: number) =>
                Array.from({ length: count }, (_, n) => texts[n] ?? '');
              return {
                ...one,
                id: ids[i],
                ...(one.needs ? { needs: ids.slice(0, i) } : {}),
                rules: rows.map((row) => ({
                  ...row,
                  when: padded(row.when, inputs),
                  gives: padded(row.gives, outputs),
                })),
              };
            }),
          });
          if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
          const definition = JSON.parse(JSON.stringify(parsed.definition)) as Definition;
          expect(definitionIn(writeDmn(definition))).toEqual(definition);
        },
      ),
      { numRuns: 150 },
    );
  }, 300_000);
});
