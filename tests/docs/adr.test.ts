// Every decision names the test that holds it, and that test is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../docs/adr/', import.meta.url);
const root = new URL('../../', import.meta.url);
const decisions = readdirSync(folder).filter((name) => /^\d{4}-.*\.md$/.test(name));

describe('decisions', () => {
  it.each(decisions)('%s is held by a test that exists, and stands in the index', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const tests = [...text.matchAll(/tests\/[\w/.-]+\.test\.tsx?/g)].map(([path]) => path);

    expect(tests.length).toBeGreaterThan(0);
    for (const path of tests) expect(existsSync(new URL(path, root)), path).toBe(true);
    expect(readFileSync(new URL('README.md', folder), 'utf8')).toContain(name);
  });
});
