/** `speelruimte explore`: what it prints, its exit codes, and that the scenarios it writes hold. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../cli/main.ts';
import type { Definition } from '../../contract/index.ts';
import { draw, end, outcomes, split, start, task } from '../core/check/drawing.ts';

/** What a command loads may take a while on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'speelruimte-explore-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, definition: Definition): string {
  writeFileSync(join(folder, name), JSON.stringify(definition, null, 2));
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

const right = draw(
  [start(), split('s'), task('a'), task('b'), split('j'), end()],
  'start > s > a > j > end; s > b > j',
);
const wrong = draw(
  [
    start(),
    split('s'),
    task('a', { outcomes: outcomes('yes', 'no') }),
    task('b'),
    split('j'),
    end(),
    end('not'),
  ],
  'start > s > a; a > j [yes]; a > not [no]; s > b > j > end',
);
const wide = draw(
  [
    start(),
    split('s'),
    ...'abcdefgh'.split('').map((id) => task(id, { outcomes: outcomes('y', 'n') })),
    split('j'),
    end(),
  ],
  `start > s; j > end; ${'abcdefgh'
    .split('')
    .map((id) => `s > ${id}; ${id} > j [y]; ${id} > ${id} [n]`)
    .join('; ')}`,
);

const models = new URL('../bpmn/models/', import.meta.url);

/** The second process ends before all in it is done. */
const twoProcesses = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
<process id="First" isExecutable="true">
<startEvent id="s1"/><sequenceFlow id="f1" sourceRef="s1" targetRef="look"/>
<userTask id="look"><extensionElements>
<camunda:taskListener event="create"/>
</extensionElements></userTask>
<sequenceFlow id="f2" sourceRef="look" targetRef="e1"/><endEvent id="e1"/>
</process>
<process id="Second" isExecutable="true">
<startEvent id="s2"/><sequenceFlow id="g1" sourceRef="s2" targetRef="which"/>
<exclusiveGateway id="which" default="g2"/>
<sequenceFlow id="g2" sourceRef="which" targetRef="one"/>
<sequenceFlow id="g3" sourceRef="which" targetRef="two"><conditionExpression>false</conditionExpression></sequenceFlow>
<userTask id="one"/><userTask id="two"/>
<sequenceFlow id="g4" sourceRef="one" targetRef="e2"/><endEvent id="e2"/>
<sequenceFlow id="g5" sourceRef="one" targetRef="together"/>
<sequenceFlow id="g6" sourceRef="two" targetRef="together"/>
<parallelGateway id="together"/><sequenceFlow id="g7" sourceRef="together" targetRef="e3"/><endEvent id="e3"/>
</process>
</definitions>`;

function bpmnFile(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const lineIn = (text: string, part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;

describe('explore', () => {
  it('ends with 0 and one line where nothing can go wrong', async () => {
    expect(await program('explore', file('right.json', right))).toEqual({
      code: 0,
      out: expect.stringMatching(/^✓ right\.json: nothing to repair \(\d+ states\)$/),
      err: '',
    });
  });

  it('ends with 1, and tells line, rule, and under each finding the story', async () => {
    const { code, out } = await program('explore', file('wrong.json', wrong));

    expect(code).toBe(1);
    expect(out).toMatch(/^wrong\.json:\d+ {2}error {2}improper-end {2}An end is reached/m);
    expect(out).toContain('    complete: { task: a, outcome: no }\n    complete: { task: b }');
    expect(out).toMatch(/✗ wrong\.json: 1 to repair \(5 states\)$/);
  });

  it('prints one object with --json', async () => {
    const { out } = await program('explore', file('wrong.json', wrong), '--json');

    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      file: 'wrong.json',
      complete: true,
      states: 5,
      findings: [
        {
          rule: 'improper-end',
          severity: 'error',
          element: 'j',
          line: expect.any(Number),
          story: [
            { at: '2026-01-12T09:00', start: {} },
            { complete: { task: 'a', outcome: 'no' } },
            { complete: { task: 'b' } },
            { expect: [{ running: true }, { open: [] }, { where: ['j'] }] },
          ],
        },
      ],
    });
  });

  it('writes each story as a scenario that holds as long as the mistake is there', async () => {
    const { out } = await program('explore', file('wrong.json', wrong), '--write', 'stories');

    expect(out).toContain('    stories/improper-end-j.scenario.yaml');
    expect(readdirSync(join(folder, 'stories'))).toEqual(['improper-end-j.scenario.yaml']);
    expect(readFileSync(join(folder, 'stories/improper-end-j.scenario.yaml'), 'utf8')).toMatch(
      /^# An end is reached/,
    );
    expect(await program('simulate', 'stories/improper-end-j.scenario.yaml')).toMatchObject({ code: 0 });

    const mended = wrong.elements.map((one) =>
      one.id === 'not' ? { ...one, end: 'terminate' as const } : one,
    );
    file('wrong.json', { ...wrong, elements: mended as Definition['elements'] });
    expect(await program('simulate', 'stories/improper-end-j.scenario.yaml')).toMatchObject({ code: 1 });
  });

  it('says when there was more than it looked at, which is no error', async () => {
    const { code, out } = await program('explore', file('wide.json', wide), '--max-states', '3');

    expect(code).toBe(0);
    expect(out).toMatch(/hint {2}too-large-to-explore .*: 3 states looked at in \d+/);
    expect(out).toMatch(/\(3 states, not all there are\)$/);
  });

  it('explores every process of a BPMN file that is meant to be carried out, with what was found on reading it', async () => {
    const { code, out } = await program('explore', bpmnFile('two.bpmn', twoProcesses), '--json');

    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      complete: true,
      findings: [
        {
          rule: 'improper-end',
          severity: 'error',
          element: 'together',
          line: lineIn(twoProcesses, 'id="together"'),
        },
        {
          rule: 'bpmn-listener',
          severity: 'warning',
          element: 'look',
          line: lineIn(twoProcesses, 'taskListener'),
        },
        { rule: 'dead-element', severity: 'warning', element: 'two' },
      ],
    });
  });

  it('writes a story about a further process of a file as a scenario that starts it', async () => {
    bpmnFile('two.bpmn', twoProcesses);

    expect((await program('explore', 'two.bpmn', '--write', 'of-two')).out).toContain(
      '    of-two/improper-end-together.scenario.yaml',
    );
    expect(await program('simulate', 'of-two/improper-end-together.scenario.yaml')).toMatchObject({
      code: 0,
      err: '',
    });
  });

  it('of a file with decisions alone there is nothing to explore', async () => {
    copyFileSync(new URL('grant.dmn', models), join(folder, 'grant.dmn'));

    expect(await program('explore', 'grant.dmn')).toMatchObject({ code: 0, err: '' });
  });

  it('ends with 2 for what cannot be carried out, and for words it does not know', async () => {
    const broken = { ...wrong, flows: wrong.flows.map((flow) => ({ ...flow, id: 'f' })) };
    const parentless = wrong.elements.map((one) => (one.id === 'b' ? { ...one, parent: 'a' } : one));
    writeFileSync(join(folder, 'broken.json'), JSON.stringify({ ...broken, elements: parentless }));

    expect(await program('explore', 'broken.json')).toMatchObject({
      code: 2,
      err: expect.stringContaining("Repair what 'check' says first."),
    });
    expect(await program('explore', file('right.json', right), '--max-states', 'many')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--max-states'),
    });
    expect(await program('explore', 'gone.json')).toMatchObject({ code: 2 });
  });
});
