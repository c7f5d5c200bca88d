/** `npm start`: makes sure the dependencies are there and starts everything; `--watch` starts again on each change. */
import { bootstrap, run } from './bootstrap.mjs';

// Expressions evaluated with the clock of the process must not depend on where it stands.
process.env.TZ = 'UTC';
await bootstrap();
if (process.argv.includes('--watch'))
  process.exit(await run(process.execPath, ['--watch', '--import', 'tsx', 'servers/main.ts']));
const { register } = await import('tsx/esm/api');
register();
await import('../servers/main.ts');
