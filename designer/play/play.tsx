/** Playing a process in the browser. */
import type { Definition } from '../../contract/index.ts';

export function Play({ definition }: { definition: Definition }) {
  return <p>{definition.id}</p>;
}
