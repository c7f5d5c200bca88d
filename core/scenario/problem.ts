/** What makes a scenario invalid, each with the line of the file where it is. */

/** One place and what was expected there. */
export interface Problem {
  line: number;
  message: string;
}

/** Thrown when a scenario cannot be played at all: a wrong shape, an unknown name, an expectation about the future. */
export class InvalidScenario extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(problems.map(({ line, message }) => `line ${line}: ${message}`).join('\n'));
    this.name = 'InvalidScenario';
    this.problems = [...problems].sort((a, b) => a.line - b.line);
  }
}

export function invalid(line: number, message: string): InvalidScenario {
  return new InvalidScenario([{ line, message }]);
}
