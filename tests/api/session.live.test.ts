/** Holds how people sign in and out, what a session may be used for and by whom, and that guessing leads nowhere. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../store/index.ts';
import { appForTests, type RunningForTests, registration } from './support/app.ts';
import { browser, demoPassword, mailOf } from './support/sign-in.ts';

let app: RunningForTests;
let password: string;
beforeAll(async () => {
  app = await appForTests();
  password = demoPassword(app);
});

async function signedIn(role: keyof typeof mailOf = 'coordinator') {
  const one = browser(app);
  expect((await one.signIn(mailOf[role], password)).status).toBe(200);
  return one;
}

describe('signing in', () => {
  test('shows the password of the example once, and keeps it where only its owner reads it', () => {
    const file = join(app.dataDir, 'accounts.json');

    expect(app.whoMayLogIn.join('\n')).toContain(password);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toContain(mailOf.coordinator);
  });

  test('gives a session with which one is who one is', async () => {
    const noor = await signedIn();

    const { status, body } = await noor.ask('GET', '/me');

    expect(status).toBe(200);
    expect(body.person).toEqual({
      id: 'per_noor',
      name: 'Noor van Dijk',
      mail: mailOf.coordinator,
      language: 'nl',
    });
    expect(body.roles).toEqual([{ role: 'coordinator' }]);
    expect(body.organisation.name).toBe('Buurtkracht De Linde');
    expect(body.may).toContain('definition.publish');
    expect(body.may).not.toContain('initiative.erase');
    expect(body.mustChangePassword).toBe(false);
  });

  test('the address may be written with capitals and blanks, a pasted password is taken as it is', async () => {
    const one = browser(app);

    expect((await one.signIn(` ${mailOf.manager.toUpperCase()} `, password)).status).toBe(200);
    expect((await one.signIn(mailOf.manager, ` ${password}`)).status).toBe(401);
  });

  test('the cookie is out of reach of scripts and of other sites', async () => {
    const noor = await signedIn();

    expect(noor.setCookie).toMatch(/; HttpOnly/);
    expect(noor.setCookie).toMatch(/; SameSite=Lax/);
    expect(noor.setCookie).toMatch(/; Path=\//);
    expect(noor.setCookie).not.toMatch(/Secure|Expires|Max-Age/);
  });

  test('the secret of the cookie is not in the store', async () => {
    const noor = await signedIn();
    const secret = (noor.cookie as string).split('=')[1] as string;

    const rows = JSON.stringify(await inStore((store) => store.sessions.model.find({}).lean()));

    expect(rows).toContain('per_noor');
    expect(rows).not.toContain(secret);
  });

  test('a new sign-in gives a new session, and the one the browser had does not hold any more', async () => {
    const noor = await signedIn();
    const before = noor.cookie as string;

    await noor.signIn(mailOf.coordinator, password);

    expect(noor.cookie).not.toBe(before);
    expect((await app.ask(undefined, 'GET', '/me', undefined, { Cookie: before })).status).toBe(401);
    expect((await noor.ask('GET', '/me')).status).toBe(200);
  });

  test('an invented cookie is no session', async () => {
    const answer = await app.ask(undefined, 'GET', '/me', undefined, {
      Cookie: `speelruimte=${'A'.repeat(43)}`,
    });

    expect([answer.status, answer.body.code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});

describe('signing out', () => {
  test('here: the session ends, others of the same person stay', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const { cookie } = here;

    const answer = await here.ask('DELETE', '/session');

    expect(answer.body).toEqual({ ended: 1 });
    expect(here.setCookie).toMatch(/Max-Age=0/);
    expect((await app.ask(undefined, 'GET', '/me', undefined, { Cookie: cookie as string })).status).toBe(
      401,
    );
    expect((await there.ask('GET', '/me')).status).toBe(200);
  });

  test('everywhere: all sessions of the person end, those of others stay', async () => {
    const [here, there, other] = [await signedIn(), await signedIn(), await signedIn('manager')];

    const { body } = await here.ask('DELETE', '/sessions');

    expect(body.ended).toBeGreaterThanOrEqual(2);
    expect((await there.ask('GET', '/me')).status).toBe(401);
    expect((await other.ask('GET', '/me')).status).toBe(200);
  });

  test('after half an hour of rest a session has ended, after twelve hours any has', async () => {
    await inStore(async ({ sessions }) => {
      const { secret } = await sessions.start({ org: 'org_x', person: 'per_x' }, '2026-03-02T08:00:00.000Z');
      const at = (time: string) => sessions.use(secret, `2026-03-02T${time}:00.000Z`);

      expect(await at('08:29')).toBeDefined();
      for (let minutes = 8 * 60 + 50; minutes < 20 * 60; minutes += 20)
        expect(await at(clock(minutes))).toBeDefined();
      expect(await at('20:00')).toBeUndefined();

      const rested = await sessions.start({ org: 'org_x', person: 'per_x' }, '2026-03-02T08:00:00.000Z');
      expect(await sessions.use(rested.secret, '2026-03-02T08:30:00.000Z')).toBeUndefined();
    });
  });
});

const clock = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

describe('requests forged by other sites', () => {
  test.each([
    ['without the token', { 'X-CSRF-Token': '' }],
    ['with the token of another session', { 'X-CSRF-Token': 'b'.repeat(43) }],
    ['from another origin', { Origin: 'https://evil.example' }],
    ['from an opaque origin', { Origin: 'null' }],
    ['that the browser calls cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['that the browser calls same-site', { 'Sec-Fetch-Site': 'same-site' }],
  ])('are refused %s', async (_, headers) => {
    const sam = await signedIn('supporter');

    const answer = await sam.ask('POST', '/initiatives', registration(), headers as Record<string, string>);

    expect([answer.status, answer.body.code]).toEqual([403, 'PERMISSION_DENIED']);
  });

  test('are refused when nothing says where they come from', async () => {
    const sam = await signedIn('supporter');

    const answer = await app.ask(undefined, 'POST', '/initiatives', registration(), {
      Cookie: sam.cookie as string,
      'X-CSRF-Token': sam.csrf as string,
    });

    expect(answer.status).toBe(403);
  });

  test('cannot sign somebody in either', async () => {
    const answer = await app.ask(
      undefined,
      'POST',
      '/session',
      { email: mailOf.supporter, password },
      { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
    );

    expect(answer.status).toBe(403);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('our own page gets through; a token needs neither', async () => {
    const sam = await signedIn('supporter');

    expect((await sam.ask('POST', '/initiatives', registration())).status).toBe(201);
    expect((await app.ask('supporter', 'POST', '/initiatives', registration())).status).toBe(201);
  });
});

describe('guessing', () => {
  test('the sixth wrong try within a quarter of an hour waits, also with the right password, and is on the record', async () => {
    const one = browser(app);
    const tries = [];
    for (let n = 0; n < 5; n++) tries.push((await one.signIn(mailOf.administrator, `wrong ${n}`)).status);
    const sixth = await one.signIn(mailOf.administrator, password);

    expect(tries).toEqual([401, 401, 401, 401, 401]);
    expect([sixth.status, sixth.body.code]).toEqual([429, 'TOO_MANY_TRIES']);
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(800);
    const audit = await inStore(async (store) => {
      const [org] = await store.organisations.list();
      return store.audit.list({ org: org?.id as string, about: 'per_fatima' });
    });
    expect(audit.map(({ action }) => action)).toEqual([
      'session.throttled',
      ...Array(5).fill('session.refused'),
    ]);
  });

  test('many tries at once count as many', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => browser(app).signIn('many@example.org', `wrong ${n}`)),
    );

    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  test('accounts that are not there are answered and limited in the same words', async () => {
    const wrong = await browser(app).signIn(mailOf.supporter, 'not the password');
    const tries = [];
    for (let n = 0; n < 6; n++)
      tries.push(await browser(app).signIn('nobody@example.org', 'not the password'));

    expect(tries[0]?.body).toEqual(wrong.body);
    expect(tries.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test('accounts that are not there take as long as those that are', async () => {
    const spent = async (email: string) => {
      const from = performance.now();
      await browser(app).signIn(email, 'not the password');
      return performance.now() - from;
    };
    // The first of each is left out; pairs in turn, so that whatever else runs weighs on both.
    const pairs: [number, number][] = [];
    await inStore(async (store) => {
      for (let n = 0; n < 7; n++) {
        await store.tries.model.deleteMany({});
        pairs.push([await spent(mailOf.manager), await spent(`nobody${n}@example.org`)]);
      }
    });
    const middle = (each: number[]) => each.sort((a, b) => a - b)[Math.floor(each.length / 2)] as number;

    expect(Math.abs(middle(pairs.map(([known, unknown]) => known - unknown)))).toBeLessThan(50);
  });
});

describe('passwords', () => {
  test('a new one ends every other session; short and wrong ones are refused by name', async () => {
    const max = await signedIn('manager');
    const elsewhere = await signedIn('manager');
    const fresh = 'een lange zin met spaties';

    const short = await max.ask('POST', '/password', { current: password, password: 'short' });
    const wrong = await max.ask('POST', '/password', { current: 'wrong', password: fresh });
    const right = await max.ask('POST', '/password', { current: password, password: fresh });

    expect(short.body).toMatchObject({ status: 400, path: 'password' });
    expect(wrong.body).toMatchObject({ status: 400, path: 'current' });
    expect(right.status).toBe(200);
    expect((await max.ask('GET', '/me')).status).toBe(200);
    expect((await elsewhere.ask('GET', '/me')).status).toBe(401);
    expect((await browser(app).signIn(mailOf.manager, password)).status).toBe(401);
    expect((await max.ask('POST', '/password', { current: fresh, password })).status).toBe(200);
  });

  test('are kept as argon2id, never as they are', async () => {
    const rows = await inStore((store) => store.accounts.model.find({}).lean());

    expect(rows).toHaveLength(4);
    for (const { passwordHash } of rows) expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(rows)).not.toContain(password);
    expect(JSON.stringify(rows)).not.toContain('delinde');
  });
});

/** Looks into the database of the application under test. */
async function inStore<T>(look: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(app.mongoUri, { secretKey: app.secretKey });
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}
