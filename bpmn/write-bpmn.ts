// Writes definitions as one BPMN 2.0 file that other programs open, and that reads back as exactly what was written.
import type { Definition } from '../contract/index.ts';
import { prefixesOf } from './kept/fragments.ts';
import { KeptParts, type Source } from './write/assemble.ts';
import { writtenSoThatItReadsBack } from './write/choose.ts';
import { draw } from './write/draw.ts';
import { writeXml } from './xml/write.ts';

/** Why these definitions cannot be one file. */
export class NotWritable extends Error {
  constructor(
    message: string,
    /** What is there twice; without it there is nothing to write. */
    readonly id?: string,
  ) {
    super(message);
  }
}

/**
 * @param definitions each process once; the first is the one that is begun
 * @throws NotWritable when two of them have the same ids, or there is no process among them
 */
export function writeBpmn(definitions: readonly Definition[]): string {
  const processes = definitions.filter(({ elements }) => elements.length > 0);
  if (processes.length === 0)
    throw new NotWritable(
      'Expected a process, but there is none; decision tables by themselves are written as DMN',
    );
  refuseSameIds(processes);
  const sources = processes.map(
    (definition): Source => ({ definition, kept: new KeptParts(definition.kept) }),
  );
  const assembled = writtenSoThatItReadsBack(sources);
  draw(assembled, sources);
  return writeXml(assembled.root, prefixesOf(assembled.root));
}

function refuseSameIds(definitions: readonly Definition[]): void {
  const owners = new Map<string, string>();
  for (const { id: process, elements, flows, artifacts = [] } of definitions) {
    // Pools and what goes between them belong to several processes of a file.
    const drawn = artifacts.filter(
      (one) => one.type !== 'pool' && !(one.type === 'line' && one.kind === 'message'),
    );
    for (const { id } of [{ id: process }, ...elements, ...flows, ...drawn]) {
      const other = owners.get(id);
      if (other !== undefined)
        throw new NotWritable(
          `Expected every id of a file once, but '${id}' is in '${other}' and in '${process}'; write them as two files`,
          id,
        );
      owners.set(id, process);
    }
  }
}
