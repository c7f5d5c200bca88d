/** A browser's side of a session: keeps the cookie, sends the token against forged requests, and says where it comes from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answered, RunningForTests } from './app.ts';

export const mailOf = {
  supporter: 'sam@delinde.example.org',
  coordinator: 'noor@delinde.example.org',
  manager: 'max@delinde.example.org',
  administrator: 'fatima@delinde.example.org',
} as const;

export const demoPassword = (app: RunningForTests): string =>
  (JSON.parse(readFileSync(join(app.dataDir, 'accounts.json'), 'utf8')) as { password: string }).password;

export interface Browser {
  cookie: string | undefined;
  csrf: string | undefined;
  setCookie: string | undefined;
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
  signIn(email: string, password: string): Promise<Answered>;
}

export function browser(app: RunningForTests): Browser {
  const self: Browser = {
    cookie: undefined,
    csrf: undefined,
    setCookie: undefined,
    async ask(method, path, body, headers = {}) {
      const answer = await app.ask(undefined, method, path, body, {
        ...(self.cookie ? { Cookie: self.cookie } : {}),
        ...(method !== 'GET' ? { Origin: app.url, 'Sec-Fetch-Site': 'same-origin' } : {}),
        ...(method !== 'GET' && self.csrf ? { 'X-CSRF-Token': self.csrf } : {}),
        ...headers,
      });
      const set = answer.headers.get('set-cookie');
      if (set !== null) {
        self.setCookie = set;
        self.cookie = set.split(';')[0];
      }
      if (typeof answer.body?.csrf === 'string') self.csrf = answer.body.csrf;
      return answer;
    },
    async signIn(email, password) {
      const answer = await self.ask('POST', '/session', { email, password });
      if (answer.status === 200) await self.ask('GET', '/me');
      return answer;
    },
  };
  return self;
}

/** A colleague of the example, signed in at a browser of their own. */
export async function signedIn(app: RunningForTests, who: keyof typeof mailOf): Promise<Browser> {
  const one = browser(app);
  const { status } = await one.signIn(mailOf[who], demoPassword(app));
  if (status !== 200) throw new Error(`Expected ${mailOf[who]} to sign in, got ${status}`);
  return one;
}
