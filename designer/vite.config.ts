/** How the staff's application is built: from `designer/` into `build/designer`, nothing inlined, so that a strict CSP holds. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  build: {
    outDir: here('../build/designer'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2023',
    chunkSizeWarningLimit: 900,
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
