/** Reads the words after a command: one file, and options; anything else is a usage problem. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageProblem } from './usage-problem.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** @throws UsageProblem naming what was expected. */
export function optionsOf<O extends Options>(usage: string, args: string[], options: O) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length) throw new Error('Expected exactly one file.');
    return { file, values };
  } catch (error) {
    throw new UsageProblem(`${(error as Error).message}\nUsage: speelruimte ${usage}`);
  }
}
