/** What a command of the program is: a line of help, and something to run that is loaded only when it is asked for. */

export interface Io {
  cwd: string;
  /** Prints one text, with a line end. */
  out(text: string): void;
  err(text: string): void;
}

export interface Command {
  usage: string;
  summary: string;
  /** Loads what the command needs. Nothing of it is loaded for other commands. */
  load(): Promise<{ run(args: string[], io: Io): Promise<number> }>;
}

/** Exit codes of all commands (docs/cli.md). */
export const exit = { ok: 0, notOk: 1, invalid: 2 } as const;
