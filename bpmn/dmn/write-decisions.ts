// The decision tables of definitions as one DMN file, also of those that draw a process with them.
import type { Definition } from '../../contract/index.ts';
import { NotWritable } from '../write-bpmn.ts';
import { writeDmn } from './write.ts';

/** @throws NotWritable when there are none */
export function writeDecisions(definitions: readonly Definition[]): string {
  const [first] = definitions;
  const found = definitions.flatMap((one) => one.decisions ?? []);
  if (!first || found.length === 0) throw new NotWritable('Expected decision tables, but there are none');
  const isAlone = definitions.length === 1 && first.elements.length === 0;
  if (isAlone) return writeDmn(first);
  const { v, id, name } = first;
  return writeDmn({
    v,
    id: `${id}_decisions`,
    name,
    roles: [],
    elements: [],
    flows: [],
    forms: [],
    ladders: [],
    texts: {},
    variables: {},
    decisions: found,
  });
}
