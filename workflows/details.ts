/** The sentence that Temporal's screens show about an instance: open steps by id and name, no people and nothing they wrote. */
import type { Text } from '../contract/index.ts';
import type { Ctx } from '../core/index.ts';
import type { State } from '../core/state.ts';

export function details(process: Ctx['process'], state: State, nextDue: string | undefined): string {
  /** Tasks made at run time belong to no definition; their name says what they are. */
  const nameOf = (d: number, element: string) => {
    const hash = state.definitions[d];
    return hash === undefined ? undefined : english(process(hash).elements.get(element)?.name);
  };
  const lines = Object.values(state.elements).flatMap(({ task, element, d }) => {
    if (!task) return [];
    const due = task.due ? `, due ${minute(task.due)}${task.late ? ' (late)' : ''}` : '';
    return [`- ${[task.name, nameOf(d, element)].filter(Boolean).join(' ')}: ${task.roles.join(', ')}${due}`];
  });
  const incidents = Object.values(state.incidents).map(
    ({ code, element }) => `- stuck at ${element}: ${code}`,
  );
  const head = state.status === 'running' ? `Waiting for ${lines.length || 'no'} task(s)` : state.status;
  const paused = state.paused ? ', paused' : '';
  const next = nextDue ? `. Next at ${minute(nextDue)}` : '';
  return [`${head}${paused}${next}.`, ...lines, ...incidents].join('\n');
}

function english(name: Text | undefined): string | undefined {
  return typeof name === 'object' ? name.en : name;
}

const minute = (at: string) => `${at.slice(0, 16).replace('T', ' ')} UTC`;
