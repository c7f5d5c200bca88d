/** A process from nothing: an identifier that can stand in an address, and a drawing that can be saved. */
import { expect, test } from 'vitest';
import { parseDefinition } from '../../contract/index.ts';
import { emptyProcess } from '../../designer/processes/begin-empty.tsx';

test.each([
  ['Proefperiode', 'proefperiode'],
  ['Samen eten, éénmaal per week!', 'samen-eten-eenmaal-per-week'],
  ['2e kans', 'p-2e-kans'],
  ['***', 'proces'],
])('%s is known as %s', (name, id) => {
  const made = emptyProcess(name, []);

  expect(made.id).toBe(id);
  expect(parseDefinition(made)).toMatchObject({ ok: true });
});

test('two of the same name are known apart', () => {
  expect(emptyProcess('Proefperiode', ['proefperiode']).id).toBe('proefperiode-2');
});
