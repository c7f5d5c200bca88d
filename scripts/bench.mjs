/** `npm run bench`: what bench/README.md explains; `--quick` takes minutes, `--only core|growth|check|bpmn|temporal|replay|pages|canvas` one part. */
import { bootstrap } from './bootstrap.mjs';
import { buildDesigner } from './build-designer.mjs';

process.env.TZ = 'UTC';
await bootstrap();
await buildDesigner();
const { register } = await import('tsx/esm/api');
register();
await import('../bench/main.ts');
