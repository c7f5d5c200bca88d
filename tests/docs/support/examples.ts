/** The examples on pages about the engine: each a small process with its story. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { type Definition, parseDefinition } from '../../../contract/index.ts';
import type { Stage } from '../../../core/scenario/index.ts';
import { stageFor } from '../../core/scenario/support.ts';
import { pathsOf } from '../../support/flow-paths.ts';

export const folder = fileURLToPath(new URL('../../../docs/elements/', import.meta.url));
/** One per element. */
export const pages = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
/** Further pages with examples. */
export const morePages = ['../repair.md', '../migration.md'];

export interface Example {
  process: Record<string, unknown>;
  /** Other processes of the story, by their id. */
  others?: Record<string, Record<string, unknown>>;
  people?: Record<string, unknown>;
  story: unknown[];
}

export interface Placed {
  title: string;
  example: Example;
}

/** The fenced blocks marked `yaml example`, each with the heading or the line above it. */
export function examplesIn(page: string): Placed[] {
  const text = readFileSync(`${folder}${page}`, 'utf8');
  const blocks = [...text.matchAll(/^```yaml example *(.*)\n([\s\S]*?)^```$/gm)];
  return blocks.map(([, title = '', body = '']) => ({ title, example: parse(body) as Example }));
}

const everybody = ['initiator', 'supporter', 'coordinator', 'manager', 'partner'];

/** What every example has, so that the page shows only what it is about. */
function whole(id: string, { flows = [], roles, ...given }: Record<string, unknown>): Definition {
  const parsed = parseDefinition({
    v: 1,
    id,
    name: id,
    roles:
      roles ??
      everybody.map((role) => ({
        id: role,
        name: role,
        side: role === 'initiator' || role === 'partner' ? role : 'us',
      })),
    ...given,
    flows: typeof flows === 'string' ? pathsOf(flows) : flows,
  });
  if (parsed.ok) return parsed.definition;
  throw new Error(parsed.findings.map(({ message }) => (message as { en: string }).en).join('\n'));
}

/** The story of an example, ready to be told by any host. */
export function stageOfExample(page: string, { process, others = {}, people, story }: Example): Stage {
  const definitions = Object.fromEntries([
    ['example', whole('example', process)],
    ...Object.entries(others).map(([id, given]) => [id, whole(id, given)] as const),
  ]);
  const usual = { initiator: 'Ada', supporter: 'Bo', coordinator: 'Cor', manager: 'Max', partner: 'Pia' };
  const text = stringify({ scenario: page, process: 'example', people: people ?? usual, steps: story });
  return stageFor(text, definitions);
}
