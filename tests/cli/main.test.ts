/** The program `speelruimte`: exit codes, what it prints, and that it names the place of every mistake. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../cli/main.ts';
import { parseDefinition } from '../../contract/index.ts';
import { model, modelFiles } from '../bpmn/support.ts';
import { draw, end, job as serve, start } from '../core/check/drawing.ts';
import { visit } from '../core/scenario/support.ts';

/** What a command loads may take a while on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'speelruimte-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

async function program(...args: string[]) {
  const printed: string[] = [];
  const warned: string[] = [];
  const code = await main(args, {
    cwd: folder,
    out: (text) => printed.push(text),
    err: (text) => warned.push(text),
  });
  return { code, out: printed.join('\n'), err: warned.join('\n') };
}

file('visit.json', JSON.stringify(visit, null, 2));
const door = parseDefinition(visit);
const parsedVisit = door.ok ? JSON.parse(JSON.stringify(door.definition)) : undefined;
const story = (steps: string) =>
  `scenario: A visit\nprocess: visit\npeople: { supporter: Bo, initiator: Ada }\nsteps:\n${steps}`;
const good = story(`  - at: "2026-09-01T10:00"
    start: { by: Bo }
  - complete: { task: ask, by: Bo, data: { note: hello } }
  - expect: [ { open: [ agree ] } ]
`);
const wrong = `${good.replace('open: [ agree ]', 'open: [ ask ]')}  - at: "2026-09-02T10:00"\n`;

/** Two pieces of automatic work, as they are often written down. */
const working = (
  job = 'capacity.tak',
  input: Record<string, string> = { adress: '"https://crm.example.org"' },
) =>
  draw(
    [
      start(),
      serve('room', { job, name: 'Room', input: { capacity: '"hall"' } }),
      serve('ask', { job: 'http.request', name: 'Ask', input }),
      end(),
    ],
    'start > room > ask > end',
    { id: 'working' },
  );

describe('simulate', () => {
  it('tells of automatic work that a running process could not do, unless the story answers it', async () => {
    file('jobs.json', JSON.stringify(working()));
    const told = 'scenario: Work\nprocess: jobs.json\nsteps:\n  - start: {}\n';
    const answered = `${told}  - job: { element: Room, complete: { taken: true } }\n`;
    const all = await program('simulate', file('jobs.scenario.yaml', told));
    const one = await program('simulate', file('answered.scenario.yaml', answered), '--json');

    expect(all).toMatchObject({ code: 0, err: '' });
    expect(all.out).toMatch(/^jobs\.json {2}error {2}unknown-job .*Room/m);
    expect(all.out).toMatch(/^jobs\.json {2}warning {2}job-input .*Ask/m);
    expect(JSON.parse(one.out).findings.map(({ element }: { element: string }) => element)).toEqual([
      'ask',
      'ask',
    ]);
  });

  it('ends with 0 and one line when everything holds', async () => {
    const answer = await program('simulate', file('good.scenario.yaml', good));

    expect(answer).toEqual({
      code: 0,
      out: expect.stringMatching(/^✓ A visit: everything holds \(1 expectation, \d+ facts, \d+ message/),
      err: '',
    });
  });

  it('ends with 1 and tells line, expected and got when something does not', async () => {
    const { code, out } = await program('simulate', file('wrong.scenario.yaml', wrong), '--host', 'core');

    expect(code).toBe(1);
    expect(out).toContain(
      '✗ wrong.scenario.yaml:8  expect open\n    expected: open: ask\n    got:      open: agree',
    );
  });

  it('ends with 2 and tells the line when the file is invalid', async () => {
    const text = good.replace('task: ask', 'task: aks');

    expect(await program('simulate', file('invalid.scenario.yaml', text))).toEqual({
      code: 2,
      out: '',
      err: "invalid.scenario.yaml:7: There is no task 'aks'.",
    });
  });

  it('prints one object with --json: facts, messages to people by name, failures', async () => {
    const { code, out } = await program('simulate', file('wrong.scenario.yaml', wrong), '--json');
    const { ok, facts, messages, failures } = JSON.parse(out);

    expect(code).toBe(1);
    expect(ok).toBe(false);
    expect(facts[0]).toMatchObject({
      n: 1,
      at: '2026-09-01T08:00:00.000Z',
      type: 'instance.started',
      by: 'p-bo',
    });
    expect(messages[0]).toMatchObject({
      to: 'Bo',
      person: 'p-bo',
      role: 'supporter',
      channel: 'mail',
      about: ['agree'],
    });
    expect(failures).toEqual([{ line: 8, step: 'expect open', expected: 'open: ask', got: 'open: agree' }]);
  });

  it('prints the same object with problems when the file is invalid', async () => {
    const text = good.replace('steps:', 'stpes:');
    const { code, out } = await program('simulate', file('invalid.scenario.yaml', text), '--json');

    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual({
      ok: false,
      facts: [],
      messages: [],
      failures: [],
      problems: [
        { file: 'invalid.scenario.yaml', line: 1, message: "Expected 'steps' here." },
        { file: 'invalid.scenario.yaml', line: 4, message: expect.stringContaining("Unknown key 'stpes'.") },
      ],
    });
  });

  it('ends with 2 when something is asked about the future', async () => {
    const text = good.replace('open: [ agree ]', 'mail: { to: Ada, on: "2026-09-02" }');

    expect((await program('simulate', file('future.scenario.yaml', text))).err).toMatch(
      /^future\.scenario\.yaml:8: An expectation never looks past the clock/,
    );
  });

  const mistakes: [string, string, string, RegExp][] = [
    [
      'a tab in YAML',
      'process: visit\nsteps:\n\t- start: {}\n',
      '',
      /^x\.scenario\.yaml:3: This is no valid YAML/,
    ],
    [
      'a key twice',
      'process: visit\nprocess: visit\nsteps: []\n',
      '',
      /^x\.scenario\.yaml:2: This is no valid YAML: Map keys must be unique/,
    ],
    [
      'malformed JSON',
      'process: p.json\nsteps: []\n',
      '{\n  "v": 1,\n  "id": }\n',
      /^p\.json:3: This is no valid JSON/,
    ],
    [
      'a shape that does not fit',
      'process: p.json\nsteps: []\n',
      JSON.stringify({ ...visit, flows: 'none' }),
      /^p\.json: The definition does not fit at flows/,
    ],
    [
      'a process that cannot be carried out',
      'process: p.json\nsteps: []\n',
      JSON.stringify({ ...visit, flows: visit.flows.map((flow) => ({ ...flow, to: 'nowhere' })) }, null, 1),
      /^p\.json:\d+: /,
    ],
    [
      'XML that is no BPMN',
      'process: p.json\nsteps: []\n',
      '<?xml version="1.0"?>\n<definitions/>',
      /^p\.json:2: Expected <definitions> of BPMN 2\.0 .* or of DMN, but the file begins with <definitions>/,
    ],
    [
      'no such process',
      'process: nowhere\nsteps: []\n',
      '',
      /^x\.scenario\.yaml:1: There is no process file 'nowhere'/,
    ],
  ];

  it.each(mistakes)('ends with 2 and names the place: %s', async (_what, scenario, process, message) => {
    file('p.json', process);
    const { code, err } = await program('simulate', file('x.scenario.yaml', scenario));

    expect(err).toMatch(message);
    expect(code).toBe(2);
  });

  it('finds ready-made templates wherever it is called', async () => {
    const { code, err } = await program(
      'simulate',
      file('t.scenario.yaml', 'process: templates/T1\nsteps: []\n'),
    );

    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

describe('check', () => {
  it('ends with 0 for a process without mistakes', async () => {
    const template = fileURLToPath(new URL('../../templates/T2.json', import.meta.url));

    expect((await program('check', template)).code).toBe(0);
  });

  it('ends with 1 and tells where the mistakes are', async () => {
    const { code, out } = await program(
      'check',
      file('broken.json', JSON.stringify({ ...visit, flows: visit.flows.slice(1) }, null, 2)),
    );

    expect(code).toBe(1);
    expect(out).toMatch(/broken\.json:\d+ {2}error {2}unreachable/);
  });

  it('prints findings in both languages with --json', async () => {
    const broken = file('broken.json', JSON.stringify({ ...visit, flows: visit.flows.slice(1) }));
    const { ok, findings } = JSON.parse((await program('check', broken, '--json')).out);

    expect(ok).toBe(false);
    expect(findings[0]).toMatchObject({
      severity: 'error',
      line: expect.any(Number),
      message: { nl: expect.any(String), en: expect.any(String) },
    });
  });

  it('knows which automatic work there is, and what it needs', async () => {
    const { code, out } = await program('check', file('jobs.json', JSON.stringify(working(), null, 2)));

    expect(code).toBe(1);
    expect(out).toMatch(/jobs\.json:\d+ {2}error {2}unknown-job .*Did you mean ‘capacity\.take’\?/);
    expect(out).toMatch(/jobs\.json:\d+ {2}warning {2}job-input .*needs ‘url’/);
    expect(out).toMatch(/jobs\.json:\d+ {2}warning {2}job-input .*is given ‘adress’/);
  });

  it('leaves the work of a drawing of another program to whoever takes it over', async () => {
    const drawing = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p" isExecutable="true">
      <startEvent id="s"/><sequenceFlow id="a" sourceRef="s" targetRef="do"/>
      <serviceTask id="do" name="Book"/><sequenceFlow id="b" sourceRef="do" targetRef="e"/><endEvent id="e"/></process></definitions>`;
    const { code, out } = await program('check', file('theirs.bpmn', drawing));

    expect(code).toBe(0);
    expect(out).toMatch(/theirs\.bpmn:\d+ {2}warning {2}unknown-job .*Book/);
  });

  it('says nothing about work that is there and gets what it needs', async () => {
    const right = working('capacity.take', { url: '"https://crm.example.org/people"' });
    const { findings } = JSON.parse(
      (await program('check', file('jobs.json', JSON.stringify(right)), '--json')).out,
    );

    expect(findings.filter(({ rule }: { rule: string }) => /job/.test(rule))).toEqual([]);
  });

  it('ends with 2 for what is no process, and reads scenarios too', async () => {
    expect((await program('check', file('half.json', '{ "v": 1'))).err).toMatch(
      /^half\.json:1: This is no valid JSON/,
    );
    expect((await program('check', 'absent.json')).code).toBe(2);
    expect((await program('check', file('good.scenario.yaml', good))).code).toBe(0);
    expect((await program('check', file('bad.scenario.yaml', good.replace('ask', 'aks')))).code).toBe(2);
  });
});

const bpmn = (inside: string, id = 'P') =>
  `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
<process id="${id}" isExecutable="true">
<startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="t"/>
${inside}
</process>
</definitions>`;
const permit = bpmn(`<userTask id="t" name="Look"/><endEvent id="e"/>
<sequenceFlow id="f" name="yes" sourceRef="t" targetRef="e"/>`);

describe('BPMN', () => {
  it('is read by its content, whatever the name of the file', async () => {
    file('permit.txt', permit);
    const told =
      'process: permit.txt\nsteps:\n  - at: "2026-09-01T10:00"\n    start: { by: anyone }\n    expect: [ open: [ Look ] ]\n';

    expect(await program('simulate', file('permit.scenario.yaml', told))).toMatchObject({ code: 0, err: '' });
  });

  it('names the line of every error in the file, and decides nothing', async () => {
    const wrong = permit.replace(
      ' sourceRef="t" targetRef="e"/>',
      ' sourceRef="t" targetRef="e"><conditionExpression>$' +
        '{bean.ok()}</conditionExpression></sequenceFlow>',
    );
    file('wrong.bpmn', wrong);

    expect(await program('check', 'wrong.bpmn')).toEqual({
      code: 2,
      out: '',
      err:
        "wrong.bpmn:6: The condition '$" +
        "{bean.ok()}' on flow ‘yes’ (f) cannot be taken over: 'bean.ok(…)' is not understood.",
    });
    expect(
      (await program('simulate', file('w.scenario.yaml', 'process: wrong.bpmn\nsteps: []\n'))).code,
    ).toBe(2);
    expect((await program('check', file('half.bpmn', permit.slice(0, 300)))).err).toMatch(/^half\.bpmn:\d: /);
  });

  it('what it could only take over in part stands among the findings of check, with its line', async () => {
    const listening = permit.replace(
      '<userTask id="t" name="Look"/>',
      '<userTask id="t" name="Look">\n<extensionElements>\n<x:taskListener xmlns:x="http://camunda.org/schema/1.0/bpmn" event="create"/>\n</extensionElements></userTask>',
    );
    const { out, code } = await program('check', file('listening.bpmn', listening), '--json');
    const { findings } = JSON.parse(out);

    expect(code).toBe(0);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'bpmn-listener', severity: 'warning', element: 't', line: 7 }),
    );
  });

  it('with several processes: the first executable one is the story’s own, the others are published with it', async () => {
    const two = bpmn('<callActivity id="t" calledElement="Other"/>', 'Main').replace(
      '</definitions>',
      '<process id="Other" isExecutable="true"><userTask id="inner" name="Inside"/></process></definitions>',
    );
    file('two.bpmn', two);
    const told =
      'process: two.bpmn\nsteps:\n  - at: "2026-09-01T10:00"\n    start: { by: anyone }\n    expect: [ open: [ Inside ] ]\n  - start: { by: anyone, process: Other, as: alone }\n    expect: [ { open: [ Inside ], in: alone } ]\n';

    expect(await program('simulate', file('two.scenario.yaml', told))).toMatchObject({ code: 0, err: '' });
  });

  it.each(modelFiles)(
    'of whatever program, also half supported, is checked, explored and played: %s',
    async (name) => {
      writeFileSync(join(folder, name), model(name));
      const told = `process: ${name}\nsteps:\n  - at: "2026-09-01T10:00"\n    start: {}\n`;
      const answers = [
        await program('check', name, '--json'),
        await program('explore', name, '--json', '--max-states', '200'),
        await program('simulate', file('any.scenario.yaml', told), '--json'),
      ];

      for (const { code, out } of answers) {
        expect([0, 1, 2]).toContain(code);
        expect(JSON.parse(out).ok).toBe(code === 0);
      }
      expect(answers.slice(0, 2).map(({ code }) => code)).not.toContain(2);
    },
  );

  it('in ISO-8859-1 is read as such', async () => {
    const latin = permit.replace('UTF-8', 'ISO-8859-1').replace('Look', 'Café');
    writeFileSync(join(folder, 'latin.bpmn'), Buffer.from(latin, 'latin1'));

    expect(await program('convert', 'latin.bpmn', 'latin.json')).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'latin.json'), 'utf8')).toContain('Café');
  });
});

describe('convert', () => {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');

  it('goes there and back, by the ending of the new file', async () => {
    file('there.json', `${JSON.stringify(visit, null, 2)}\n`);

    expect(await program('convert', 'there.json', 'there.bpmn')).toEqual({
      code: 0,
      out: '✓ there.json → there.bpmn',
      err: '',
    });
    expect((await program('convert', 'there.bpmn', 'back.json')).code).toBe(0);
    expect(JSON.parse(read('back.json'))).toEqual(parsedVisit);
    const found = async (name: string) =>
      JSON.parse((await program('check', name, '--json')).out).findings.map(
        ({ rule, element }: { rule: string; element: string }) => `${rule} ${element}`,
      );
    expect(await found('there.bpmn')).toEqual(await found('there.json'));
  });

  it('keeps several processes together', async () => {
    file(
      'pair.bpmn',
      bpmn('<task id="t"/>', 'A').replace(
        '</definitions>',
        '<process id="B" isExecutable="true"><task id="u"/></process></definitions>',
      ),
    );

    expect((await program('convert', 'pair.bpmn', 'pair.json')).code).toBe(0);
    expect(JSON.parse(read('pair.json')).map(({ id }: { id: string }) => id)).toEqual(['A', 'B']);
    expect((await program('convert', 'pair.json', 'pair2.bpmn20.xml')).code).toBe(0);
    expect((await program('convert', 'pair2.bpmn20.xml', 'pair2.json')).code).toBe(0);
    expect(read('pair2.json')).toBe(read('pair.json'));
  });

  it('tells what did not come over whole, as lines or as one object', async () => {
    file('program.bpmn', bpmn('<scriptTask id="t" scriptFormat="groovy"><script>x</script></scriptTask>'));

    expect((await program('convert', 'program.bpmn', 'program.json')).out).toMatch(
      /^program\.bpmn:5 {2}warning {2}bpmn-script {2}‘t’: this is a program \(groovy\)/,
    );
    expect(
      JSON.parse((await program('convert', 'program.bpmn', 'program.json', '--json')).out),
    ).toMatchObject({
      ok: true,
      in: 'program.bpmn',
      out: 'program.json',
      findings: [{ rule: 'bpmn-script', line: 5, element: 't' }],
    });
  });

  it('of decision tables', async () => {
    file(
      'rules.dmn',
      '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="R" name="R" namespace="n"><decision id="d" name="d"><literalExpression><text>1 + 1</text></literalExpression></decision></definitions>',
    );

    expect((await program('convert', 'rules.dmn', 'rules.json')).code).toBe(0);
    expect(JSON.parse(read('rules.json')).decisions).toMatchObject([{ id: 'd', value: '1 + 1' }]);
    expect((await program('convert', 'rules.json', 'again.dmn')).code).toBe(0);
    expect((await program('check', 'again.dmn')).code).toBe(0);
    expect(await program('convert', 'rules.dmn', 'rules.bpmn')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Expected a process, but there is none'),
    });
    expect(await program('convert', 'permit.txt', 'permit.dmn')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Expected decision tables, but there are none'),
    });
  });

  it.each([
    [['convert', 'permit.txt'], /Expected exactly two files/],
    [['convert', 'permit.txt', 'permit.pdf'], /Expected OUT to end with \.json, \.bpmn/],
    [['convert', 'absent.bpmn', 'x.json'], /absent\.bpmn: There is no such file/],
    [['convert', 'permit.txt', 'no/such/folder/x.json'], /x\.json: This file cannot be written/],
  ])('ends with 2 and says why: %j', async (args, message) => {
    const { code, err } = await program(...args);

    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('the program', () => {
  it('shows help and version', async () => {
    expect((await program()).out).toContain('simulate FILE.scenario.yaml');
    expect((await program('check', '--help')).out).toContain('check FILE [--json]');
    expect((await program('--version')).out).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it.each([
    [['simulat', 'x'], /There is no command 'simulat'\. Did you mean simulate\?/],
    [['simulate'], /Expected exactly one file/],
    [['simulate', 'x', '--jsn'], /Unknown option '--jsn'/],
    [['simulate', 'x', '--host', 'moon'], /Expected --host to be core/],
  ])('ends with 2 and says what can be asked instead of %j', async (args, message) => {
    const { code, err } = await program(...args);

    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});
