/** A file that cannot be used, with every place in it that is wrong. */
import type { Problem } from '../core/scenario/index.ts';

export class InvalidFile extends Error {
  readonly file: string;
  /** Line 0 concerns the file as a whole. */
  readonly problems: Problem[];

  constructor(file: string, problems: Problem[]) {
    super(problems.map(({ line, message }) => `${line ? `${file}:${line}` : file}: ${message}`).join('\n'));
    this.name = 'InvalidFile';
    this.file = file;
    this.problems = problems;
  }
}
