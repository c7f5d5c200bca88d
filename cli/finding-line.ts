/** Findings for people: each as one line (where, how bad, which rule, what), and what they come to. */
import type { Finding } from '../contract/index.ts';
import { problemOf } from './process-file.ts';

export function findingLine(file: string, finding: Finding & { line: number }): string {
  const { line, message } = problemOf(finding, () => finding.line);
  return `${line ? `${file}:${line}` : file}  ${finding.severity}  ${finding.rule}  ${message}`;
}

/** How many are to be repaired, and to be thought about. */
export function verdictLine(file: string, findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const verdict = errors ? `✗ ${file}: ${errors} to repair` : `✓ ${file}: nothing to repair`;
  return warnings ? `${verdict}, ${warnings} to think about` : verdict;
}
