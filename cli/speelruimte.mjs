#!/usr/bin/env node
/** The program `speelruimte`: makes sure the dependencies are there, then hands over to `main.ts`. */
import { bootstrap } from '../scripts/bootstrap.mjs';

// Expressions evaluated with the clock of the process must not depend on where it stands.
process.env.TZ = 'UTC';
await bootstrap();
const { register } = await import('tsx/esm/api');
register();
try {
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2), {
    cwd: process.cwd(),
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
  });
} catch (defect) {
  // A mistake of the program itself must not look like an answer.
  process.stderr.write(`${defect?.stack ?? defect}\n`);
  process.exitCode = 3;
}
