/** The ready-made processes as drawings, for previews and for playing them before taking one over; each is loaded when it is seen. */
import { type Definition, parseDefinition } from '../../contract/index.ts';

const files = import.meta.glob<unknown>('../../templates/*.json', { import: 'default' });

export async function templateDrawing(id: string): Promise<Definition | undefined> {
  const read = parseDefinition(await files[`../../templates/${id}.json`]?.());
  return read.ok ? read.definition : undefined;
}
