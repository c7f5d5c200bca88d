/** `npm start`: makes sure the dependencies and the screens are there and starts everything; `--watch` starts again on each change. */
import { spawn } from 'node:child_process';
import { bootstrap, repository, run } from './bootstrap.mjs';
import { buildDesigner } from './build-designer.mjs';

// Expressions evaluated with the clock of the process must not depend on where it stands.
process.env.TZ = 'UTC';
await bootstrap();
await buildDesigner();
if (process.argv.includes('--watch')) {
  // Screens are served from their sources beside it, at an address Vite tells.
  const port = process.env.PORT || '7400';
  const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', '-c', 'designer/vite.config.ts'], {
    cwd: repository,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, API: `http://127.0.0.1:${port}` },
  });
  const code = await run(process.execPath, ['--watch', '--import', 'tsx', 'servers/main.ts']);
  vite.kill();
  process.exit(code);
}
const { register } = await import('tsx/esm/api');
register();
await import('../servers/main.ts');
