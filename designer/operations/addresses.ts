/** Addresses of other systems as they are typed, one a line; only scheme, host and port count. */

export type Addresses = { ok: true; origins: string[] } | { ok: false; line: string };

export function addressesIn(typed: string): Addresses {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const origins: string[] = [];
  for (const line of lines) {
    const url = /^https?:\/\//i.test(line) && URL.canParse(line) ? new URL(line) : undefined;
    if (!url) return { ok: false, line };
    if (!origins.includes(url.origin)) origins.push(url.origin);
  }
  return { ok: true, origins };
}
