/** Finds programs on PATH and runs them to their end, telling which one is missing or why it failed. */
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { type Progress, reporting } from './progress.ts';
import { SetupProblem } from './setup-problem.ts';

export function onPath(program: string, path = process.env.PATH ?? ''): string | undefined {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const file = join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      if (statSync(file).isFile()) return file;
    } catch {
      // Not here; look in the next folder.
    }
  }
  return undefined;
}

export interface ToolRun {
  tool: string;
  args: string[];
  cwd?: string;
  env?: Record<string, string>;
  /** What this run is for, as people read it while they wait. */
  doing: string;
  onProgress: Progress;
}

export async function runTool({ tool, args, cwd, env, doing, onProgress }: ToolRun): Promise<void> {
  let output = '';
  const run = () =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(tool, args, {
        cwd,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const collect = (chunk: Buffer) => {
        output = (output + stripVTControlCharacters(chunk.toString())).slice(-4_000);
      };
      const stopChild = () => child.kill();
      process.once('exit', stopChild);
      child.stdout.on('data', collect);
      child.stderr.on('data', collect);
      child.once('error', reject);
      child.once('close', (code) => {
        process.removeListener('exit', stopChild);
        if (code === 0) resolve();
        else reject(new SetupProblem(`${doing} failed: ${tool} ended with code ${code}.\n${output.trim()}`));
      });
    });
  const lastLine = () => output.trim().split('\n').at(-1)?.slice(0, 90) ?? '';
  await reporting(onProgress, doing, run, lastLine);
}
