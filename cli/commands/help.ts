/** `speelruimte help`: what can be asked. */
import { exit, type Io } from '../command.ts';
import { commands } from '../commands.ts';
import { UsageProblem } from '../usage-problem.ts';

export async function run([name]: string[], io: Io): Promise<number> {
  if (name !== undefined) {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new UsageProblem(`There is no command '${name}'. Try: speelruimte help`);
    io.out(`speelruimte ${command.usage}\n\n${command.summary}. See docs/cli.md.`);
    return exit.ok;
  }
  const lines = Object.values(commands).map(({ usage, summary }) => `  ${usage}\n      ${summary}`);
  io.out(
    `speelruimte COMMAND\n\n${lines.join('\n')}\n  --version\n      Show the version\n\nSee docs/cli.md.`,
  );
  return exit.ok;
}
