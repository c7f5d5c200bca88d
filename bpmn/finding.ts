// What an import says: which kind of thing, where, and in plain words what came over and what did not (docs/bpmn.md).
import type { Finding } from '../contract/index.ts';

/** Kinds of findings, each with a row in docs/bpmn.md. Names are stable. */
export const importRules = [
  'bpmn-xml',
  'bpmn-limit',
  'bpmn-doctype',
  'bpmn-encoding',
  'bpmn-root',
  'bpmn-id',
  'bpmn-reference',
  'bpmn-flow',
  'bpmn-shape',
  'bpmn-expression',
  'bpmn-timer',
  'bpmn-event',
  'bpmn-loop',
  'bpmn-script',
  'bpmn-service',
  'bpmn-people',
  'bpmn-form',
  'bpmn-call',
  'bpmn-data',
  'bpmn-listener',
  'bpmn-unsupported',
  'bpmn-kept',
  'bpmn-own',
  'dmn-decision',
] as const;
export type ImportRule = (typeof importRules)[number];

/** A finding with the line of the file it is about; 0 is the file as a whole. */
export type ImportFinding = Finding & { line: number };

export type Words = { nl: string; en: string };

export function importFinding(
  rule: ImportRule,
  severity: Finding['severity'],
  { element, line }: { element: string; line: number },
  message: Words,
): ImportFinding {
  return { rule, severity, element, line, message };
}
