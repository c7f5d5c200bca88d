/** How the outcome of a scenario is shown: as lines for people, or as one object for programs (docs/cli.md). */
import {
  type Cast,
  type Failure,
  nameOf,
  type Played,
  type Problem,
  type Scenario,
  type SentMessage,
} from '../core/scenario/index.ts';
import type { JobFinding } from './job-findings.ts';

/** What `--json` prints. `problems` is there when the file or a process is invalid; then nothing was played. */
export interface Report {
  ok: boolean;
  facts: Played['facts'];
  messages: Record<string, unknown>[];
  failures: Failure[];
  /** Automatic work that was passed over and that no running process could do. */
  findings?: JobFinding[];
  problems?: (Problem & { file: string })[];
}

export function reportOf(
  { ok, facts, messages, failures }: Played,
  cast: Cast,
  findings: JobFinding[],
): Report {
  const told = messages.map((message) => messageOf(message, cast));
  return { ok, facts, messages: told, failures, ...(findings.length > 0 ? { findings } : {}) };
}

/** `to` is the person's name, as scenarios call people; `person` is the id that facts use. */
function messageOf({ to, texts: _texts, ...message }: SentMessage, cast: Cast) {
  return { ...message, to: nameOf(cast, to), person: to };
}

export function invalidReport(file: string, problems: Problem[]): Report {
  return {
    ok: false,
    facts: [],
    messages: [],
    failures: [],
    problems: problems.map((one) => ({ file, ...one })),
  };
}

export function linesOf(
  file: string,
  scenario: Scenario,
  { ok, failures, facts, messages }: Played,
): string[] {
  const expectations = scenario.items.reduce((sum, { expect }) => sum + expect.length, 0);
  const counted = `${many(expectations, 'expectation')}, ${many(facts.length, 'fact')}, ${many(messages.length, 'message')}`;
  if (ok) return [`✓ ${scenario.title}: everything holds (${counted})`];
  return [
    ...failures.flatMap(({ line, step, expected, got }) => [
      `✗ ${file}:${line}  ${step}`,
      `    expected: ${expected}`,
      `    got:      ${got}`,
    ]),
    `✗ ${scenario.title}: ${many(failures.length, 'thing')} not as expected (${counted})`,
  ];
}

function many(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
