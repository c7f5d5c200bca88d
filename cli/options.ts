/** Reads the words after a command: its files, and options; anything else is a usage problem. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageProblem } from './usage-problem.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** @throws UsageProblem naming what was expected. */
export function optionsOf<O extends Options>(usage: string, args: string[], options: O) {
  const { files, values } = filesOf(usage, args, options, 1);
  return { file: files[0] as string, values };
}

/** @throws UsageProblem naming what was expected. */
export function filesOf<O extends Options>(usage: string, args: string[], options: O, count: 1 | 2) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    if (positionals.length !== count)
      throw new Error(`Expected exactly ${count === 1 ? 'one file' : 'two files'}.`);
    return { files: positionals, values };
  } catch (error) {
    throw new UsageProblem(`${(error as Error).message}\nUsage: speelruimte ${usage}`);
  }
}
