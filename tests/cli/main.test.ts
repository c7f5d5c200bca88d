/** The program `speelruimte`: exit codes, what it prints, and that it names the place of every mistake. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../cli/main.ts';
import { visit } from '../core/scenario/support.ts';

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
const story = (steps: string) =>
  `scenario: A visit\nprocess: visit\npeople: { supporter: Bo, initiator: Ada }\nsteps:\n${steps}`;
const good = story(`  - at: "2026-09-01T10:00"
    start: { by: Bo }
  - complete: { task: ask, by: Bo, data: { note: hello } }
  - expect: [ { open: [ agree ] } ]
`);
const wrong = `${good.replace('open: [ agree ]', 'open: [ ask ]')}  - at: "2026-09-02T10:00"\n`;

describe('simulate', () => {
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

  it('ends with 2 for what is no process, and reads scenarios too', async () => {
    expect((await program('check', file('half.json', '{ "v": 1'))).err).toMatch(
      /^half\.json:1: This is no valid JSON/,
    );
    expect((await program('check', 'absent.json')).code).toBe(2);
    expect((await program('check', file('good.scenario.yaml', good))).code).toBe(0);
    expect((await program('check', file('bad.scenario.yaml', good.replace('ask', 'aks')))).code).toBe(2);
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
