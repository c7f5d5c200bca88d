/** The processes that a drawing calls, and those that they call: read as they are in use now, as the engine finds them. */
import { useQuery } from '@tanstack/react-query';
import type { Definition } from '../../contract/index.ts';
import { compile } from '../../core/engine/compile.ts';
import type { Call } from '../../core/trying/index.ts';
import { ask, Refused } from '../app/api.ts';
import { type PublishedVersion, readVersion } from '../processes/processes-api.ts';

export interface Called {
  /** Of one process the newest last. */
  definitions: readonly Definition[];
  /** Calls of what is not in use, or not with that tag. */
  missing: readonly Pick<Call, 'process' | 'tag'>[];
}

const NOTHING: Called = { definitions: [], missing: [] };

const callsIn = ({ elements }: Definition): Call[] =>
  elements.filter((one): one is Call => one.type === 'callActivity');

/** Undefined while they are being read. */
export function useCalled(definition: Definition): Called | undefined {
  const calls = callsIn(definition).map(({ process, binding, tag }) => `${process} ${binding} ${tag ?? ''}`);
  const key = [...new Set(calls)].sort();
  const { data } = useQuery({
    queryKey: ['definitions', definition.id, 'called', key],
    queryFn: () => readCalled(definition),
    enabled: key.length > 0,
  });
  return key.length === 0 ? NOTHING : data;
}

async function readCalled(main: Definition): Promise<Called> {
  const found = new Map<string, { definition: Definition; version: number }>();
  const missing = new Map<string, Pick<Call, 'process' | 'tag'>>();
  const waiting = callsIn(main);
  const seen = new Set<string>();
  for (let call = waiting.shift(); call; call = waiting.shift()) {
    const { process, tag } = call;
    const wanted = call.binding === 'tag' ? `${process} ${tag ?? ''}` : process;
    if (seen.has(wanted) || (wanted === process && process === main.id)) continue;
    seen.add(wanted);
    const version = (await versionsOf(process)).find((one) => call.binding !== 'tag' || one.tag === tag);
    const whole = version && (await readVersion(process, version.version)).definition;
    if (!version || !whole || !isPlayable(whole)) {
      missing.set(wanted, { process, ...(call.binding === 'tag' && tag !== undefined ? { tag } : {}) });
      continue;
    }
    const definition = version.tag === undefined ? whole : { ...whole, tag: version.tag };
    found.set(`${process} ${version.version}`, { definition, version: version.version });
    waiting.push(...callsIn(definition));
  }
  const definitions = [...found.values()].sort((a, b) => a.version - b.version).map((one) => one.definition);
  return { definitions, missing: [...missing.values()] };
}

/** The newest first; none where it is not in use. */
async function versionsOf(process: string): Promise<PublishedVersion[]> {
  try {
    const path = `/definitions/${encodeURIComponent(process)}/versions`;
    return (await ask<{ items: PublishedVersion[] }>(path)).items;
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 404) return [];
    throw error;
  }
}

function isPlayable(definition: Definition): boolean {
  try {
    compile(definition, definition.id);
    return true;
  } catch {
    return false;
  }
}
