/** Downloads and unpacks an official archive, and finds out within a second that there is no way to its host. */
import { lookup } from 'node:dns/promises';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { type Progress, reporting } from './progress.ts';
import { runTool } from './tools.ts';

const LOOKUP_LIMIT_MS = 1_000;
const CONNECT_LIMIT_MS = 5_000;

export async function hostIsKnown(host: string): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), LOOKUP_LIMIT_MS);
  });
  const found = lookup(host).then(
    () => true,
    () => false,
  );
  return Promise.race([found, limit]).finally(() => clearTimeout(timer));
}

/** True when the archive was fetched and unpacked into `folder`; false when it could not be had. */
export async function downloadArchive(url: string, folder: string, onProgress: Progress): Promise<boolean> {
  if (!(await hostIsKnown(new URL(url).hostname))) return false;
  const connecting = new AbortController();
  const limit = setTimeout(() => connecting.abort(), CONNECT_LIMIT_MS);
  const archive = join(folder, 'archive.tar.gz');
  try {
    const response = await fetch(url, { signal: connecting.signal });
    clearTimeout(limit);
    if (!response.ok || !response.body) return false;
    const size = Number(response.headers.get('content-length') ?? 0);
    const body = Readable.fromWeb(response.body as ReadableStream);
    let got = 0;
    body.on('data', (chunk: Buffer) => {
      got += chunk.length;
    });
    await reporting(
      onProgress,
      `Downloading from ${new URL(url).hostname}`,
      () => pipeline(body, createWriteStream(archive)),
      () => `${Math.round(got / 1e6)}${size ? ` of ${Math.round(size / 1e6)}` : ''} MB`,
    );
    await runTool({
      tool: 'tar',
      args: ['-xzf', archive],
      cwd: folder,
      doing: 'Unpacking the download',
      onProgress,
    });
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(limit);
  }
}
