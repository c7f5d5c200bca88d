/** A finding as one line for people: where, how bad, which rule, and what. */
import type { Finding } from '../contract/index.ts';
import { problemOf } from './process-file.ts';

export function findingLine(file: string, finding: Finding & { line: number }): string {
  const { line, message } = problemOf(finding, () => finding.line);
  return `${line ? `${file}:${line}` : file}  ${finding.severity}  ${finding.rule}  ${message}`;
}
