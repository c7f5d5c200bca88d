/** Publishes a definition as the next version, if nothing is wrong in it. */
import type { z } from 'zod';
import type { Version } from '../contract/api/definitions.ts';
import type { Definition, Finding } from '../contract/index.ts';
import { check } from '../core/check/index.ts';
import { compile, contentHash, InvalidDefinition } from '../core/index.ts';
import { selfStartsOf } from '../core/schedule/self-starts.ts';
import type { Version as Stored } from '../store/index.ts';
import type { Deps } from './deps.ts';
import { knownTo } from './known-to.ts';
import { Problem } from './problem.ts';

export interface Publication {
  revision: number;
  note: string;
  name?: string | undefined;
  tag?: string | undefined;
  /** The second person, where one had to look. */
  approvedBy?: string | undefined;
}

/** Also for the example organisation at a first start. */
export async function publish(
  deps: Pick<Deps, 'store' | 'clock' | 'engine' | 'jobs'>,
  { org, person }: { org: string; person?: string },
  definition: Definition,
  { revision, note, tag, name, approvedBy }: Publication,
): Promise<z.output<typeof Version>> {
  const { store, clock } = deps;
  const others = await store.versions.list(org);
  await refuseFaulty(deps, org, definition, others);
  const hash = contentHash(definition);
  const pins = Object.fromEntries(others.map((other) => [other.process, other.hash]));
  const published = await store.versions.publish({
    org,
    process: definition.id,
    hash,
    revision,
    note,
    pins,
    publishedAt: clock(),
    definition,
    ...(tag === undefined ? {} : { tag }),
    ...(name === undefined ? {} : { name }),
    ...(approvedBy === undefined ? {} : { approvedBy }),
    ...(person === undefined ? {} : { publishedBy: person }),
  });
  if (!published.published)
    throw new Problem('STALE', `Version ${published.latest.number} was published meanwhile`, {
      path: 'revision',
    });
  await store.audit.add({
    org,
    at: clock(),
    by: person ?? 'system',
    action: 'definition.published',
    about: definition.id,
    detail: { version: published.version.number, hash, ...(approvedBy ? { approvedBy } : {}) },
  });
  await store.changes.add({ org, kind: 'definition', id: definition.id, rows: [] });
  if (selfStartsOf(definition).length > 0) await deps.engine.startsChanged(org);
  return shownVersion(published.version);
}

/** Throws CHECK_FAILED when something is wrong in it. */
export async function refuseFaulty(
  deps: Pick<Deps, 'store' | 'jobs'>,
  org: string,
  definition: Definition,
  others?: Stored[],
): Promise<void> {
  const findings = check(definition, await knownTo(deps, org, definition, others));
  const problems = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ element, message }) => ({ path: element, message: inEnglish(message) }));
  try {
    compile(definition, contentHash(definition));
  } catch (error) {
    if (!(error instanceof InvalidDefinition)) throw error;
    if (problems.length === 0) problems.push({ path: 'definition', message: error.message });
  }
  if (problems.length > 0)
    throw new Problem('CHECK_FAILED', problems.map(({ message }) => message).join(' '), {
      path: problems[0]?.path ?? 'definition',
      problems,
    });
}

export const stale = (given: number, present: number) =>
  new Problem(
    'STALE',
    `Expected revision ${present}, got ${given}: somebody saved meanwhile. Nothing was saved.`,
    {
      path: 'revision',
    },
  );

export const inEnglish = (text: Finding['message']) => (typeof text === 'string' ? text : text.en);

/** A version as answers show it. */
export const shownVersion = ({ process, number, pins: _pins, org: _org, ...rest }: Stored) => ({
  id: process,
  version: number,
  ...rest,
});
