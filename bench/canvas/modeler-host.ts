/** A page with bpmn-js, built as an application would, that opens a drawing of ours written as BPMN. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>bpmn-js</title>
<link rel="stylesheet" href="/modeler.css">
<style>html,body{height:100%;margin:0}body{display:flex}#canvas{flex:1}#panel{width:340px;overflow:auto}</style>
<div id="canvas"></div><div id="panel"></div><script type="module" src="/modeler.js"></script></html>`;

export interface ModelerHost {
  url: string;
  stop(): Promise<void>;
}

/** @param drawings BPMN by size, as `?size=` asks for it */
export async function modelerHost(drawings: ReadonlyMap<string, string>): Promise<ModelerHost> {
  const { outputFiles } = await build({
    entryPoints: { modeler: fileURLToPath(new URL('modeler-page.js', import.meta.url)) },
    outdir: 'out',
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff': 'file', '.woff2': 'file', '.eot': 'file', '.ttf': 'file', '.svg': 'file' },
    assetNames: '[name]',
    publicPath: '/',
  });
  const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', woff2: 'font/woff2' };
  const assets = new Map(
    outputFiles.map(({ path, contents }) => [`/${path.split('/').at(-1)}`, gzipSync(contents)]),
  );
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const asset = assets.get(pathname);
    const drawing = pathname === '/drawing' ? drawings.get(searchParams.get('size') ?? '') : undefined;
    if (asset)
      response
        .setHeader('Content-Type', types[pathname.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
        .setHeader('Content-Encoding', 'gzip')
        .setHeader('Cache-Control', 'public, max-age=31536000, immutable')
        .end(asset);
    else if (drawing) response.setHeader('Content-Type', 'application/xml').end(drawing);
    else if (pathname === '/') response.setHeader('Content-Type', 'text/html').end(PAGE);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
