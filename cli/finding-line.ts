/** Findings for people: each as one line (where, how bad, which rule, and what), the worst first. */
import type { Finding } from '../contract/index.ts';
import { problemOf } from './process-file.ts';

export function findingLine(file: string, finding: Finding & { line: number }): string {
  const { line, message } = problemOf(finding, () => finding.line);
  return `${line ? `${file}:${line}` : file}  ${finding.severity}  ${finding.rule}  ${message}`;
}

const weights: Record<Finding['severity'], number> = { error: 0, warning: 1, hint: 2 };

export const worstFirst = <F extends Finding>(findings: F[]): F[] =>
  findings.toSorted((a, b) => weights[a.severity] - weights[b.severity]);
