/** `npm run bench`: what bench/README.md explains; `--quick` takes a minute, `--only core|check|temporal|replay` one part. */
import { bootstrap } from './bootstrap.mjs';

process.env.TZ = 'UTC';
await bootstrap();
const { register } = await import('tsx/esm/api');
register();
await import('../bench/main.ts');
