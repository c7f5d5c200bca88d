/** Finds the command that is asked for, runs it, and turns what went wrong into words and an exit code. */
import { closestWord } from '../core/closest-word.ts';
import { type Command, exit, type Io } from './command.ts';
import { commands } from './commands.ts';
import { UsageProblem } from './usage-problem.ts';

/** @returns the exit code: 0 when all is well, 1 when something asked does not hold, 2 when the question cannot be answered. */
export async function main(args: string[], io: Io): Promise<number> {
  const [first = 'help', ...rest] = args;
  try {
    if (first === '--version' || first === '-v') return await version(io);
    if (first === '--help' || first === '-h') return await run(commands.help as Command, rest, io);
    const command = Object.hasOwn(commands, first) ? commands[first] : undefined;
    if (!command) throw new UsageProblem(unknownCommand(first));
    const wantsHelp = rest.includes('--help') || rest.includes('-h');
    return await (wantsHelp ? run(commands.help as Command, [first], io) : run(command, rest, io));
  } catch (error) {
    if (!(error instanceof UsageProblem)) throw error;
    io.err(error.message);
    return exit.invalid;
  }
}

async function run(command: Command, args: string[], io: Io): Promise<number> {
  const { run } = await command.load();
  return run(args, io);
}

function unknownCommand(name: string): string {
  const near = closestWord(name, Object.keys(commands));
  return `There is no command '${name}'.${near ? ` Did you mean ${near}?` : ''} Try: speelruimte help`;
}

async function version(io: Io): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  io.out(version);
  return exit.ok;
}
