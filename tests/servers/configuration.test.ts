/** Holds the configuration: what is refused, by which name, and that the documented table is the schema. */
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { environment, readConfig } from '../../servers/config.ts';
import { givenTemporal } from '../../servers/given-temporal.ts';
import { secretKey } from '../../servers/secret-key.ts';

const table = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');

describe('configuration', () => {
  test('nothing has to be set', () => {
    const config = readConfig({});

    expect(config).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 7400,
      PUBLIC_URL: 'http://127.0.0.1:7400',
      ORG_ZONE: 'Europe/Amsterdam',
    });
    expect(config.DATA_DIR).toMatch(/\/\.data$/);
  });

  test('an empty variable counts as not set', () => {
    expect(readConfig({ PORT: '', MONGODB_URI: ' ' })).toMatchObject({ PORT: 7400 });
  });

  test.each([
    ['PORT', { PORT: 'seven' }],
    ['PORT', { PORT: '70000' }],
    ['ORG_ZONE', { ORG_ZONE: 'Europe/Atlantis' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'speelruimte.example.org' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['SECRET_KEY', { SECRET_KEY: 'too short' }],
    ['SECRET_KEY', { MONGODB_URI: 'mongodb://mongo.example.org/speelruimte' }],
    ['MONGODB_URI', { MONGODB_URI: 'postgres://example.org' }],
    ['TEMPORAL_ADDRESS', { TEMPORAL_ADDRESS: 'https://temporal.example.org' }],
    ['TEMPORAL_ADDRESS', { TEMPORAL_API_KEY: 'key' }],
    ['TEMPORAL_TLS_KEY', { TEMPORAL_ADDRESS: 'a:1', TEMPORAL_TLS_CERT: 'cert.pem' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example.org' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'De Linde <post@example.org>' }],
    ['MAIL_LEASE_SECONDS', { MAIL_LEASE_SECONDS: '1' }],
    ['REHEARSAL_SMTP_URL', { REHEARSAL_SMTP_URL: 'smtp://mail.example.org' }],
    ['REHEARSAL_SMTP_URL', { REHEARSAL_SMTP_URL: 'smtp://127.0.0.1:2525', HOST: '0.0.0.0' }],
  ])('a value that does not fit is refused by the name %s: %o', (name, env) => {
    expect(() => readConfig(env)).toThrow(new RegExp(`^ {2}${name}: `, 'm'));
  });

  test('all that does not fit is told at once', () => {
    expect(() => readConfig({ PORT: 'x', ORG_ZONE: 'y' })).toThrow(/PORT[\s\S]*ORG_ZONE/);
  });

  test('a message never repeats what may hold a password', () => {
    expect(() => readConfig({ SMTP_URL: 'http://user:hunter2@mail' })).toThrow(/^(?![\s\S]*hunter2)/);
  });

  test('a certificate that cannot be read is told by its variable', () => {
    const config = readConfig({ TEMPORAL_ADDRESS: 'a:1', TEMPORAL_TLS_CA: '/nowhere/ca.pem' });

    expect(() => givenTemporal(config)).toThrow(/TEMPORAL_TLS_CA names the file \/nowhere\/ca\.pem/);
  });

  test('the documented table names every variable with its default, and no other', () => {
    const rows = [...table.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)`)?/gm)];
    const documented = new Map(rows.map(([, name, value]) => [name, value]));
    const defaults = environment.parse({});

    expect([...documented.keys()].sort()).toEqual(Object.keys(environment.shape).sort());
    for (const [name, value] of Object.entries(defaults))
      if (name !== 'DATA_DIR') expect([name, documented.get(name)]).toEqual([name, String(value)]);
  });
});

describe('secret key', () => {
  test('is made once, kept beside the data and readable by its owner only', () => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'secret-'));

    const first = secretKey({ DATA_DIR });

    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(secretKey({ DATA_DIR })).toBe(first);
    expect(statSync(join(DATA_DIR, 'secret-key')).mode & 0o777).toBe(0o600);
  });
});
