// Where a message about a process definition belongs, as an instance is where others do: nothing runs, and people read along.

const PREFIX = 'process:';

export interface ProcessPlace {
  org: string;
  process: string;
  element?: string;
}

/** Stands where a note names its instance. */
export const placeOfProcess = (org: string, process: string, element?: string): string =>
  `${PREFIX}${org}/${process}${element === undefined ? '' : `/${element}`}`;

/** Undefined for the id of an instance. */
export function readProcessPlace(instance: string): ProcessPlace | undefined {
  if (!instance.startsWith(PREFIX)) return undefined;
  const [org = '', process = '', ...rest] = instance.slice(PREFIX.length).split('/');
  return { org, process, ...(rest.length > 0 ? { element: rest.join('/') } : {}) };
}
