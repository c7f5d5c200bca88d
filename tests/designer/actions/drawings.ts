/** Small drawings for the tests of actions. */
import { readFileSync } from 'node:fs';
import { type Definition, parseDefinition } from '../../../contract/index.ts';
import { type Drawing, nothingSelected, onlyElement } from '../../../designer/actions/index.ts';

export function template(id: 'T1' | 'T2' | 'T7' | 'T12'): Definition {
  const read = parseDefinition(
    JSON.parse(readFileSync(new URL(`../../../templates/${id}.json`, import.meta.url), 'utf8')),
  );
  if (!read.ok) throw new Error(`Template ${id} does not parse`);
  return read.definition;
}

/** Start → task → end. */
export const short: Definition = {
  v: 1,
  id: 'short',
  name: { nl: 'Kort', en: 'Short' },
  roles: [
    { id: 'initiator', name: 'Initiator', side: 'initiator' },
    { id: 'coordinator', name: 'Coordinator', side: 'us' },
  ],
  elements: [
    { id: 'start', type: 'startEvent', x: 40, y: 120 },
    { id: 'call', type: 'userTask', roles: ['coordinator'], name: 'Call', x: 160, y: 100 },
    { id: 'end', type: 'endEvent', end: 'none', x: 460, y: 120 },
  ],
  flows: [
    { id: 'start-call', from: 'start', to: 'call' },
    { id: 'call-end', from: 'call', to: 'end' },
  ],
  forms: [],
  ladders: [],
  texts: {},
  variables: {},
};

export const drawing = (definition: Definition = short, selected?: string): Drawing => ({
  definition,
  selection: selected === undefined ? nothingSelected : onlyElement(selected),
});
