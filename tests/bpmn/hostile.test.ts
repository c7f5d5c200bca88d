/** Files that are damaged, enormous or made to do harm: never an exception, never a half import, always a finding with a line. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBpmn, writeBpmn } from '../../bpmn/index.ts';
import { limits } from '../../bpmn/xml/limits.ts';
import type { Definition } from '../../contract/index.ts';
import { check, modelOf } from '../../core/check/index.ts';
import { explore } from '../../core/explore/index.ts';
import { InvalidDefinition } from '../../core/index.ts';
import { file, model, modelFiles, told } from './support.ts';

/** A busy machine is no failure. */
const LONG = 300_000;

/** What was found, of a file that must be refused. */
function refused(xml: string | Uint8Array): string[] {
  const result = readBpmn(xml);
  expect(result.ok).toBe(false);
  expect('definitions' in result).toBe(false);
  expect(result.findings.length).toBeGreaterThan(0);
  return result.findings.map(
    ({ rule, line, message }) => `${line} ${rule} ${(message as { en: string }).en}`,
  );
}

const bomb = `<?xml version="1.0"?>
<!DOCTYPE lolz [
  <!ENTITY lol "lol">
  <!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
]>
${file('<task id="x" name="&lol2;"/>')}`;

describe('a hostile file', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['entities in a DOCTYPE', bomb, /^2 bpmn-doctype A DOCTYPE, which could define entities, is not read/],
    ['a DOCTYPE that reads another file', '<!doctype x SYSTEM "file:///etc/passwd"><x/>', /^1 bpmn-doctype/],
    [
      'an entity nobody defined',
      file('<task id="x" name="&secret;"/>'),
      /^1 bpmn-xml Expected &lt; &gt; .* but there is '&secret;'/,
    ],
    ['a number of no character', file('<task id="x" name="&#0;"/>'), /bpmn-xml Expected &lt;/],
    [
      '100,000 elements in each other',
      '<a>'.repeat(100_000),
      /^1 bpmn-limit Expected elements at most 200 deep/,
    ],
    ['100,000 sub-processes in each other', file('<subProcess>'.repeat(100_000)), /bpmn-limit/],
    [
      'an element with 10,000 attributes',
      `<a ${Array.from({ length: 10_000 }, (_, i) => `a${i}=""`).join(' ')}/>`,
      /^1 bpmn-limit Expected at most 200 attributes on <a>/,
    ],
    [
      'an attribute of two million characters',
      file(`<task id="x" name="${'x'.repeat(2_000_000)}"/>`),
      /^1 bpmn-limit Expected a value of at most 1000000 characters for name/,
    ],
    [
      'a name of 100,000 characters',
      `<${'x'.repeat(100_000)}/>`,
      /^1 bpmn-limit Expected a name of at most 1000 characters/,
    ],
    [
      'more characters than are read',
      ' '.repeat(limits.size + 1),
      /^1 bpmn-limit Expected at most 20,000,000 characters/,
    ],
    [
      'more bytes than are read',
      new Uint8Array(limits.size * 2 + 1),
      /^1 bpmn-limit Expected at most 40,000,000 bytes/,
    ],
    ['600,000 elements', file('<a/>'.repeat(600_000)), /bpmn-limit Expected at most 500000 elements/],
    ['nothing', '', /^1 bpmn-xml Expected an element, but the file is empty/],
    ['only space', '\n\n  ', /^3 bpmn-xml Expected an element/],
    ['no XML at all', 'hello', /^1 bpmn-xml Expected '<', but there is 'hello'/],
    ['JSON', '{"v":1}', /^1 bpmn-xml Expected '<'/],
    [
      'another root',
      '<html xmlns="http://www.w3.org/1999/xhtml"/>',
      /^1 bpmn-root Expected <definitions> of BPMN 2\.0 .* begins with <html> of 'http:\/\/www\.w3\.org/,
    ],
    [
      'BPMN without its namespace',
      '<definitions/>',
      /^1 bpmn-root .* begins with <definitions> without a namespace/,
    ],
    [
      'no process',
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>',
      /^1 bpmn-root Expected a process with steps/,
    ],
    ['a process with nothing in it', file(''), /bpmn-root Expected a process with steps/],
    [
      'a tag that is not closed',
      '<a>\n<b>\n</a>',
      /^3 bpmn-xml Expected <\/b> to close <b> of line 2, but there is <\/a>/,
    ],
    ['an end that is missing', '<a>\n<b>', /^2 bpmn-xml Expected <\/b>, but the file ends/],
    ['two roots', '<a/>\n<b/>', /^2 bpmn-xml Expected nothing after <\/a>, but there is '<b\/>'/],
    ['an attribute twice', '<a x="1"\nx="2"/>', /^2 bpmn-xml x is here twice/],
    [
      'an attribute twice by its namespace',
      '<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>',
      /bpmn-xml q:x is here twice/,
    ],
    ['a prefix nobody declared', '<p:a/>', /^1 bpmn-xml The namespace of 'p:' is declared nowhere/],
    ['an attribute without quotes', '<a x=1/>', /bpmn-xml Expected a value between quotes after x=/],
    ['an attribute without a value', '<a x/>', /bpmn-xml Expected '=' after x/],
    ['a < in a value', '<a x="<"/>', /bpmn-xml The value of x may not hold '<'/],
    [
      'a control character',
      '<a>\n\u0007</a>',
      /^2 bpmn-xml Expected text, but here is a character that XML does not allow/,
    ],
    ['half a pair of characters', '<a>\uD800</a>', /bpmn-xml Expected text/],
    ['a comment that never ends', '<a><!-- </a>', /bpmn-xml Expected -->/],
    ['a section that never ends', '<a><![CDATA[ </a>', /bpmn-xml Expected \]\]>/],
    ['an instruction that never ends', '<a><?x </a>', /bpmn-xml Expected \?>/],
    [
      'the same id twice',
      file('<task id="x"/>\n<task id="x"/>'),
      /^2 bpmn-id The id 'x' is there twice: also on line 1/,
    ],
    ['an id that is none', file('<task id="1 x"/>'), /bpmn-id '1 x' is no id/],
    [
      'a flow to nowhere',
      file('<task id="x"/>\n<sequenceFlow id="f" sourceRef="x" targetRef="y"/>'),
      /^2 bpmn-reference Flow 'f' refers by targetRef to 'y', which does not exist/,
    ],
    [
      'a flow over a border',
      file(
        '<task id="x"/><subProcess id="s"><task id="y"/></subProcess>\n<sequenceFlow id="f" sourceRef="x" targetRef="y"/>',
      ),
      /^2 bpmn-flow Flow 'f' crosses the border/,
    ],
    [
      'an event on nothing',
      file('<task id="x"/>\n<boundaryEvent id="b" attachedToRef="y"/>'),
      /^2 bpmn-reference 'b' is attached to 'y', which does not exist/,
    ],
    [
      'a default that begins elsewhere',
      file('<exclusiveGateway id="x" default="f"/>'),
      /bpmn-reference 'x' names as its default flow 'f'/,
    ],
    [
      'a message that is not there',
      file('<receiveTask id="x" messageRef="M"/>'),
      /bpmn-reference 'x' refers by messageRef to 'M', which does not exist/,
    ],
    [
      'the words of our own, damaged',
      file(
        '<task id="x"><extensionElements><o:own xmlns:o="urn:speelruimte:bpmn:1">{"type":</o:own></extensionElements></task>',
      ),
      /bpmn-own The data of our own on 'x' are damaged/,
    ],
    [
      'the words of our own, of another shape',
      file(
        '<task id="x"><extensionElements><o:own xmlns:o="urn:speelruimte:bpmn:1">{"nonsense":1}</o:own></extensionElements></task>',
      ),
      /bpmn-shape/,
    ],
  ])(
    'is refused with its place: %s',
    (_, xml, message) => {
      expect(refused(xml).join('\n')).toMatch(message);
    },
    LONG,
  );

  it('with an encoding that is not read is refused by name', () => {
    const bytes = new TextEncoder().encode('<?xml version="1.0" encoding="EBCDIC-CP-NL"?><a/>');

    expect(refused(bytes)).toEqual([
      expect.stringContaining("1 bpmn-encoding The encoding 'ebcdic-cp-nl' is not read; expected UTF-8"),
    ]);
  });

  it('that is no proper UTF-8 is refused', () => {
    expect(refused(new Uint8Array([0x3c, 0x61, 0xff, 0x2f, 0x3e]))).toEqual([
      expect.stringMatching(/bpmn-encoding The file is no proper UTF-8/),
    ]);
  });

  it('cannot reach into objects by names such as __proto__ and constructor', () => {
    const own =
      '<extensionElements><o:own xmlns:o="urn:speelruimte:bpmn:1">{"__proto__":{"polluted":1},"constructor":{"polluted":1}}</o:own></extensionElements>';

    readBpmn(
      file(
        `<constructor id="constructor"/><__proto__ id="__proto__"/><task id="x" camunda:assignee="__proto__">${own}</task><userTask id="y" camunda:assignee="constructor"/>`,
      ),
    );

    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('encodings', () => {
  const text = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?>${file('<task id="x" name="Café"/>')}`;
  const latin = (given: string) => Uint8Array.from(given, (one) => one.charCodeAt(0));
  const utf16 = (given: string, isLittle: boolean) =>
    Uint8Array.from([
      ...(isLittle ? [0xff, 0xfe] : [0xfe, 0xff]),
      ...[...given].flatMap((one) =>
        isLittle
          ? [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]
          : [one.charCodeAt(0) >> 8, one.charCodeAt(0) & 255],
      ),
    ]);

  it.each<[string, string | Uint8Array]>([
    ['UTF-8', new TextEncoder().encode(text('UTF-8'))],
    ['UTF-8 with a mark in front', new TextEncoder().encode(`\uFEFF${text('utf-8')}`)],
    ['ISO-8859-1', latin(text('ISO-8859-1'))],
    ['Windows-1252', latin(text('windows-1252'))],
    ['UTF-16, little end first', utf16(text('UTF-16'), true)],
    ['UTF-16, big end first', utf16(text('UTF-16'), false)],
    ['text that was decoded before, whatever it declares', text('ISO-8859-1')],
    ['text with a mark in front', `\uFEFF${text('UTF-8')}`],
  ])('are read: %s', (_, given) => {
    const result = readBpmn(given);

    expect(result.ok && result.definitions[0]?.elements[0]?.name).toBe('Café');
  });
});

/** Changes in a text: characters taken out, put in or doubled. */
const damage = fc.array(
  fc.record({
    at: fc.nat(),
    length: fc.nat(40),
    by: fc.oneof(
      fc.constantFrom(
        '',
        '<',
        '>',
        '"',
        '/>',
        '</',
        '&',
        ']]>',
        '<!--',
        '\u0000',
        'id="Start"',
        '<bpmn:',
        'xmlns:bpmn="x"',
        '<bpmn:subProcess id="q">',
        '$' + '{',
      ),
      fc.string({ maxLength: 5 }),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

describe('a damaged file', () => {
  const texts = modelFiles.map((name) => new TextDecoder().decode(model(name)));

  it(
    'never throws, and is either a definition or refused with errors',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...texts), damage, (text, changes) => {
          let damaged = text;
          for (const { at, length, by } of changes) {
            const from = at % (damaged.length + 1);
            damaged = damaged.slice(0, from) + by + damaged.slice(from + length);
          }
          holds(damaged);
        }),
        { numRuns: 400 },
      );
    },
    LONG,
  );

  it(
    'never throws when it ends anywhere',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...texts), fc.nat(), (text, end) => {
          const cut = text.slice(0, end % text.trimEnd().length);
          expect(readBpmn(cut).ok).toBe(false);
          holds(cut);
        }),
        { numRuns: 200 },
      );
    },
    LONG,
  );

  it(
    'never throws when things are put where they do not belong',
    () => {
      const parts = texts.flatMap(
        (text) => text.match(/<bpmn:\w+[^>]*\/>|<bpmn:(\w+)[^>]*>[^<]*<\/bpmn:\1>/g) ?? [],
      );
      fc.assert(
        fc.property(fc.constantFrom(...texts), fc.nat(), fc.constantFrom(...parts), (text, place, part) => {
          const gaps = [...text.matchAll(/>\s*</g)].map(({ index }) => index + 1);
          const at = gaps[place % gaps.length] as number;
          holds(text.slice(0, at) + part + text.slice(at));
        }),
        { numRuns: 400 },
      );
    },
    LONG,
  );

  it(
    'that is read all the same can be checked and explored: what is odd in it becomes a finding, or is refused by name',
    () => {
      const tags = texts.flatMap((text) => text.match(/<bpmn:\w+[^>]*>/g) ?? []);
      let explored = 0;
      fc.assert(
        fc.property(fc.constantFrom(...texts), fc.nat(), fc.constantFrom(...tags), (text, place, tag) => {
          const gaps = [...text.matchAll(/<bpmn:\w+[^>]*>/g)];
          const gap = gaps[place % gaps.length];
          if (!gap) return;
          // One thing becomes another, with what was in it, or an empty one of it is put before.
          const [name, other] = [nameOf(gap[0]), nameOf(tag)];
          const changed =
            place % 2 === 0
              ? text.replaceAll(new RegExp(`(</?bpmn:)${name}(?=[\\s/>])`, 'g'), `$1${other}`)
              : text.slice(0, gap.index) +
                (tag.endsWith('/>') ? tag : `${tag}</bpmn:${other}>`) +
                text.slice(gap.index);
          const result = readBpmn(changed);
          for (const definition of result.ok ? result.definitions : []) {
            for (const { message } of check(definition)) expect(message).toBeTruthy();
            explored += isExplored(definition) ? 1 : 0;
          }
        }),
        { numRuns: 300 },
      );
      expect(explored).toBeGreaterThan(50);
    },
    LONG,
  );

  it('of bytes at random never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        holds(bytes);
      }),
      { numRuns: 300 },
    );
  });
});

const nameOf = (tag: string) => /^<bpmn:(\w+)/.exec(tag)?.[1] ?? '';

/** Explored a little; what cannot be carried out at all is refused with the element it is about. */
function isExplored(definition: Definition): boolean {
  try {
    return explore(modelOf(definition), { maxStates: 30 }).findings.every(({ element }) => element !== '');
  } catch (error) {
    if (!(error instanceof InvalidDefinition)) throw error;
    expect(error.element).toBeTruthy();
    return false;
  }
}

/** What is kept of a damaged file may be mended on the way. */
const withoutKept = ({ kept: _kept, ...definition }: Definition) => definition;

function holds(xml: string | Uint8Array): void {
  const result = readBpmn(xml);
  const errors = result.findings.filter(({ severity }) => severity === 'error');
  if (result.ok) {
    expect(told(errors)).toEqual([]);
    // Whatever comes in goes out again, and is the same when it comes back.
    const back = readBpmn(writeBpmn(result.definitions));
    expect(back.ok && back.definitions.map(withoutKept)).toEqual(result.definitions.map(withoutKept));
  } else expect(errors.length).toBeGreaterThan(0);
  for (const { line, message } of result.findings) {
    expect(Number.isInteger(line) && line >= 0).toBe(true);
    expect(message).toMatchObject({ nl: expect.any(String), en: expect.any(String) });
  }
}
