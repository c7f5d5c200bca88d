/** What changes, as it changes (server-sent events): patches of views that the one who listens may see, resumable anywhere. */
import type { Request, Response } from 'express';
import type { Change } from '../contract/index.ts';
import type { Deps } from './deps.ts';
import { mayAnywhere } from './held-roles.ts';
import { reaches } from './reach.ts';
import type { Caller } from './route.ts';

const HEARTBEAT_MS = 15_000;
/** Changes of other processes are looked for this often; our own come at once. */
const LOOK_MS = 2_000;
const PAGE = 500;
/** Cursors remembered to not say a thing twice; more than happens within the overlap. */
const REMEMBERED = 5_000;

export interface Streams {
  open(request: Request, response: Response, caller: Caller): Promise<void>;
  close(): void;
}

/** A change with the rows it moved, as far as the listener's role may see them. */
export type Patch = Change & {
  instanceView?: unknown;
  tasks?: unknown[];
  commitments?: unknown[];
  raised?: unknown[];
};

export function streams(deps: Deps): Streams {
  const { changes } = deps.store;
  const ends = new Set<() => void>();

  async function open(request: Request, response: Response, caller: Caller): Promise<void> {
    const world = typeof request.query.world === 'string' ? request.query.world : undefined;
    const initiative = typeof request.query.initiative === 'string' ? request.query.initiative : undefined;
    const concerns = (change: Change) =>
      (change.world ?? undefined) === world && (initiative === undefined || change.initiative === initiative);

    const given = request.get('Last-Event-ID') ?? request.query.after;
    let cursor =
      typeof given === 'string' && given.length > 0
        ? changes.resumeFrom(given)
        : await changes.latest(caller.org);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    // The place from which to load a snapshot: what comes after it comes here.
    response.write(`retry: 2000\nid: ${cursor}\nevent: start\ndata: {"cursor":"${cursor}"}\n\n`);

    const said = new Set<string>();
    let ended = false;
    let wake: () => void = () => {};
    const stop = changes.listen(caller.org, () => wake());
    const heartbeat = setInterval(() => {
      response.write(': still here\n\n');
      void stillThere(deps, caller).then((is) => is || end(), end);
    }, HEARTBEAT_MS);
    const end = () => {
      if (ended) return;
      ended = true;
      ends.delete(end);
      stop();
      clearInterval(heartbeat);
      wake();
      response.end();
    };
    ends.add(end);
    response.on('close', end);

    let newest = cursor;
    while (!ended) {
      const woken = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      for (;;) {
        const page = await changes.since(caller.org, cursor, PAGE);
        for (const change of page) {
          if (ended) return;
          if (said.has(change.cursor)) continue;
          said.add(change.cursor);
          if (said.size > REMEMBERED) said.delete(said.values().next().value as string);
          if (change.cursor > newest) newest = change.cursor;
          if (!concerns(change)) continue;
          const patch = await patchOf(deps, caller, change);
          if (patch && !ended)
            response.write(`id: ${change.cursor}\nevent: ${change.kind}\ndata: ${JSON.stringify(patch)}\n\n`);
        }
        cursor = page.at(-1)?.cursor ?? cursor;
        if (page.length < PAGE) break;
      }
      // A write that was slower than a later one stands before it: look a little back each time.
      const back = changes.resumeFrom(newest);
      if (back > cursor || said.size > 0) cursor = back;
      await woken;
    }
  }

  return {
    open: (request, response, caller) =>
      open(request, response, caller).catch((error: unknown) => {
        if (!response.headersSent) throw error;
        deps.log.error({ error: (error as Error).name }, 'a stream broke off');
        response.end();
      }),
    close() {
      for (const end of [...ends]) end();
    },
  };
}

/** Who signed out hears nothing more. */
async function stillThere({ store, clock }: Deps, { session }: Caller): Promise<boolean> {
  return session === undefined || store.sessions.holds(session.id, clock());
}

const NEEDS = {
  instance: 'instance.read',
  message: 'message.read',
  definition: 'definition.read',
  initiative: 'initiative.read',
  world: 'world.read',
  organisation: 'person.read',
} as const;

async function patchOf(deps: Deps, caller: Caller, change: Change): Promise<Patch | undefined> {
  const { store } = deps;
  const { roles, org } = caller;
  if (change.org !== org || !mayAnywhere(roles, NEEDS[change.kind])) return undefined;
  const initiative = change.kind === 'initiative' ? change.id : change.initiative;
  const where = { ...(initiative ? { initiative } : {}), ...(change.world ? { world: change.world } : {}) };
  const isOfOne = change.kind === 'initiative' || change.kind === 'instance';
  if (isOfOne && !(await reaches({ deps, caller }, NEEDS[change.kind], where))) return undefined;
  if (change.kind !== 'instance') return change;
  const { rows, instances } = store;
  const [instanceView, tasks, commitments, raised] = await Promise.all([
    instances.view(change.id),
    mayAnywhere(roles, 'task.read') ? rows.load.tasks(change.rows) : [],
    mayAnywhere(roles, 'commitment.read') ? rows.load.commitments(change.rows) : [],
    mayAnywhere(roles, 'raised.read') ? rows.load.raised(change.rows) : [],
  ]);
  return { ...change, ...(instanceView ? { instanceView } : {}), tasks, commitments, raised };
}
