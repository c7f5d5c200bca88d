/** A scenario file at the door: YAML read as a scenario that is kept with a process; what is wrong is told with its line. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ScenarioContent } from '../contract/api/scenarios.ts';
import { InvalidScenario, readScenario, scenarioSource } from '../core/scenario/index.ts';
import { Problem } from './problem.ts';

/** Whatever the file calls its process, it is kept with this one; what it calls is known by its id. */
export function readScenarioFile(file: string, process: string): ScenarioContent {
  const lines = new LineCounter();
  const document = parseDocument(file, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
  });
  const [broken] = document.errors;
  if (broken)
    throw refused([{ line: lines.linePos(broken.pos[0]).line, message: `Expected YAML. ${broken.message}` }]);
  if (!isMap(document.contents))
    throw refused([{ line: 1, message: 'Expected a scenario: a name, people and steps' }]);
  const lineOf = (path: readonly PropertyKey[]) => lineIn(document, lines, path);
  const given = document.toJS({ maxAliasCount: 100 }) as Record<string, unknown>;
  const read = ScenarioContent.safeParse({ ...given, process, ...inUse(given.steps) });
  if (!read.success)
    throw refused(
      read.error.issues.map((issue) =>
        told(issue, lineOf(issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys] : issue.path)),
      ),
    );
  try {
    readScenario(scenarioSource(read.data as Parameters<typeof scenarioSource>[0]));
    return read.data;
  } catch (error) {
    if (!(error instanceof InvalidScenario)) throw error;
    // Problems of what stands before the steps have no step of their own.
    throw refused(
      error.problems.map(({ line, message }) => ({
        line: line === 0 ? 1 : lineOf(['steps', line - 1]),
        message,
      })),
    );
  }
}

function told({ path, message }: z.core.$ZodIssue, line: number): Found {
  return { line, message: path.length > 0 ? `${path.join('.')}: ${message}` : message };
}

interface Found {
  line: number;
  message: string;
}

const refused = (found: readonly Found[]): Problem => {
  const problems = found.map(({ line, message }) => ({
    path: `line ${line}`,
    message: `Line ${line}: ${message}`,
  }));
  return new Problem('INVALID_ARGUMENT', problems.map(({ message }) => message).join(' '), {
    path: problems[0]?.path ?? 'file',
    problems,
  });
};

/** The line of a place in the file; of what is left out, of what it should stand in. */
function lineIn(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    const around = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const pair = isMap(around)
      ? around.items.find(({ key }) => isScalar(key) && key.value === path[depth - 1])
      : undefined;
    if (isNode(pair?.key) && pair.key.range) return lines.linePos(pair.key.range[0]).line;
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** Files of processes that are called are known here by their id. */
function inUse(steps: unknown): { steps?: unknown } {
  if (!Array.isArray(steps)) return {};
  return {
    steps: steps.map((step) => {
      const process = step?.publish?.process;
      return typeof process === 'string'
        ? { ...step, publish: { ...step.publish, process: idIn(process) } }
        : step;
    }),
  };
}

const idIn = (path: string): string =>
  path.replace(/^.*[\\/]/, '').replace(/\.(json|bpmn20\.xml|bpmn|xml)$/i, '');
