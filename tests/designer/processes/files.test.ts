/** What opening a file makes of it: of another program's drawing, of several in one file, of what is none. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBpmn, writeBpmn } from '../../../bpmn/index.ts';
import type { Definition } from '../../../contract/index.ts';
import { type Opened, openFile, underFreeIds } from '../../../designer/processes/files.ts';
import { file as bpmn, model } from '../../bpmn/support.ts';

const blob = (content: string | Uint8Array): Blob => new Blob([content as BlobPart]);
type Read = Extract<Opened, { ok: true }>;

async function opened(content: string | Uint8Array, taken: string[] = []): Promise<Read> {
  const read = await openFile(blob(content), taken);
  if (!read.ok) throw new Error(`Expected a file that opens, but: ${JSON.stringify(read)}`);
  return read;
}
const refused = async (content: string | Uint8Array) => {
  const read = await openFile(blob(content), []);
  return read.ok ? 'opened' : read.why;
};

describe('a drawing of another program', () => {
  test('says what came over in part by the name of the element, with its line', async () => {
    const { from, definitions, notes } = await opened(model('camunda-7.bpmn'));

    expect([from, definitions.map(({ id }) => id)]).toEqual(['bpmn', ['Permit']]);
    const xml = readFileSync(new URL('../../bpmn/models/camunda-7.bpmn', import.meta.url), 'utf8');
    const note = notes.find(({ about }) => about?.nl === 'Printer broken');
    const review = notes.find(({ about }) => about?.nl === 'Review the request');
    expect(review?.message.nl).toBe('De dag om er weer naar te kijken blijft bewaard, maar doet niets.');
    expect(note).toEqual({
      severity: 'hint',
      about: { nl: 'Printer broken', en: 'Printer broken' },
      line: xml.split('\n').findIndex((one) => one.includes('errorCodeVariable')) + 1,
      message: {
        nl: 'errorCodeVariable blijft bewaard, maar krijgt geen waarde.',
        en: expect.stringMatching(/^errorCodeVariable /),
      },
    });
  });

  test('has no notes when everything came over', async () => {
    expect((await opened(model('timers.bpmn'))).notes).toEqual([]);
  });

  test('that was drawn closer than our cards can be laid out anew; one with room stays as it is', async () => {
    const { apart, definitions } = await opened(model('camunda-7.bpmn'));
    const again = await opened(writeBpmn(apart ?? []));

    expect(apart?.[0]?.elements.map(({ id }) => id)).toEqual(definitions[0]?.elements.map(({ id }) => id));
    expect(again.apart).toBeUndefined();
    expect(again.definitions[0]?.elements.map(({ x, y }) => [x, y])).toEqual(
      apart?.[0]?.elements.map(({ x, y }) => [x, y]),
    );
  });

  test('may be decision tables alone, under whatever ending', async () => {
    const { definitions } = await opened(model('grant.dmn'));

    expect(definitions.map(({ elements, decisions }) => [elements.length, decisions?.length])).toEqual([
      [0, 2],
    ]);
  });
});

describe('several processes in one file', () => {
  const called = ({ elements }: Definition) =>
    elements.flatMap((one) => (one.type === 'callActivity' ? [one.process] : []));

  test('go on calling each other, also when one gets another id', async () => {
    const { definitions, renamed } = await opened(model('call-activity.bpmn'), ['Called', 'Called-2']);

    expect(definitions.map(({ id }) => id)).toEqual(['Caller', 'Called-3']);
    expect(called(definitions[0] as Definition)).toEqual(['Called-3']);
    expect(renamed).toEqual([{ from: 'Called', to: 'Called-3' }]);
  });

  test('never get the id of another of the file', async () => {
    const { definitions } = await opened(model('call-activity.bpmn'));
    const [caller, callee] = definitions as [Definition, Definition];
    const twins = [
      { ...caller, id: 'X' },
      { ...callee, id: 'X-2' },
    ];

    const free = underFreeIds(twins, ['X']);

    expect(free.definitions.map(({ id }) => id)).toEqual(['X-3', 'X-2']);
  });

  test('of our own come as a list', async () => {
    const { definitions } = await opened(model('call-activity.bpmn'));

    expect((await opened(JSON.stringify(definitions), ['Caller'])).definitions.map(({ id }) => id)).toEqual([
      'Caller-2',
      'Called',
    ]);
  });

  test('can be saved as BPMN under their other ids, and read back', async () => {
    const { definitions } = await opened(model('call-activity.bpmn'), ['Caller', 'Called']);

    const back = readBpmn(writeBpmn(definitions));

    expect(back.ok && back.definitions.map(({ id }) => id)).toEqual(['Caller-2', 'Called-2']);
    expect(back.ok && called(back.definitions[0] as Definition)).toEqual(['Called-2']);
  });
});

describe('what is not opened', () => {
  test.each([
    ['a picture', 'unknown', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
    ['JSON that is something else', 'wrong', '{"hello":1}'],
    ['half a file', 'damaged', bpmn('<userTask id="a"/>').slice(0, -20)],
    [
      'a file that brings in others',
      'entities',
      `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${bpmn('')}`,
    ],
    ['a file that is too deep', 'limit', '<a>'.repeat(300)],
    ['letters nobody knows', 'encoding', '<?xml version="1.0" encoding="EBCDIC-CP-NL"?><a/>'],
    ['a page', 'noProcess', '<html></html>'],
    ['a drawing that contradicts itself', 'broken', bpmn('<startEvent id="a"/><startEvent id="a"/>')],
  ] as const)('%s', async (_what, why, content) => {
    expect(await refused(content)).toBe(why);
  });

  test('what is too large is not even read', async () => {
    const huge = { size: 41_000_000, arrayBuffer: () => Promise.reject(new Error('was read')) };

    expect(await openFile(huge as unknown as Blob, [])).toEqual({ ok: false, why: 'limit', notes: [] });
  });
});
