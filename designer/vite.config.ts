/** How the staff's application is built: from `designer/` into `build/designer`, nothing inlined, so that a strict CSP holds. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { wordsWithScreens } from './building/words-with-screens.ts';
import { workerWithPage } from './building/worker-with-page.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Loading these does nothing but give what they export: what is not asked for is left out. */
const PURE = ['../contract/', '../core/', '../bpmn/', '../pages/', 'actions/'].map(here);

export default defineConfig({
  root: here('.'),
  plugins: [
    wordsWithScreens(here('app/all-texts.ts'), here('app/i18n.ts')),
    workerWithPage(here('processes/check-worker.ts')),
    react(),
  ],
  build: {
    outDir: here('../build/designer'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2023',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !PURE.some((folder) => id.startsWith(folder)) },
    },
  },
  // The host stays as the browser named it: the server takes changes from pages of its own host only.
  server: {
    proxy: Object.fromEntries(
      ['/v1', '/pages.css', '/fonts', '/mail-frame'].map((path) => [
        path,
        { target: process.env.API ?? 'http://127.0.0.1:7400', changeOrigin: false },
      ]),
    ),
  },
});
