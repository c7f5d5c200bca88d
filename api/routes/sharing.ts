/** Routes of links with which partners look at a process: made, seen and ended by who draws it. */
import { z } from 'zod';
import { NothingMore } from '../../contract/api/definitions.ts';
import { SharedLink, SharedLinkMade, SharedLinks, Sharing } from '../../contract/api/sharing.ts';
import { localDate } from '../../core/calendar/index.ts';
import type { SharedLink as Stored } from '../../store/index.ts';
import { notFound, Problem } from '../problem.ts';
import { type Call, route } from '../route.ts';

const One = z.object({ definition: z.string() });
const OneLink = z.object({ definition: z.string(), link: z.string() });

export const sharingRoutes = [
  route({
    id: 'definitions.sharedLinks',
    method: 'get',
    path: '/definitions/:definition/shared-links',
    action: 'sharing.read',
    summary: 'Links with which partners look at this process without an account, the newest first.',
    params: One,
    answer: SharedLinks,
    async handle({ params, caller, deps }) {
      const all = await deps.store.sharedLinks.list(caller.org, params.definition);
      return { items: all.map(shown) };
    },
  }),
  route({
    id: 'definitions.share',
    method: 'post',
    path: '/definitions/:definition/shared-links',
    action: 'sharing.write',
    summary: 'Makes a link to look at the draft or at one version. Its address is in the answer, this once.',
    params: One,
    body: Sharing,
    answer: SharedLinkMade,
    status: 201,
    keepsNoAnswer: true,
    async handle(call) {
      const { params, body, caller, deps } = call;
      const { drafts, versions, sharedLinks } = deps.store;
      const found =
        body.version === undefined
          ? await drafts.get(caller.org, params.definition)
          : await versions.get(caller.org, params.definition, body.version);
      if (!found)
        throw body.version === undefined
          ? notFound('draft', params.definition, 'definition')
          : notFound('version', `${params.definition}/${body.version}`, 'version');
      const today = await todayOf(call);
      if (body.endsOn !== undefined && body.endsOn < today)
        throw new Problem('INVALID_ARGUMENT', `Expected a day from ${today} on, got ${body.endsOn}`, {
          path: 'endsOn',
        });
      const link = {
        org: caller.org,
        process: params.definition,
        ...body,
        createdBy: caller.person ?? caller.token,
        createdAt: deps.clock(),
      };
      const { token, id } = await sharedLinks.make(link);
      await record(call, 'process.shared', id, body.version);
      return { ...shown({ ...link, id }), address: `${deps.installation.publicUrl}/s/${token}` };
    },
  }),
  route({
    id: 'definitions.unshare',
    method: 'post',
    path: '/definitions/:definition/shared-links/:link/revocation',
    action: 'sharing.write',
    summary: 'Ends a link: whoever opens it reads that it was stopped.',
    params: OneLink,
    body: NothingMore,
    answer: SharedLink,
    async handle(call) {
      const before = await foundLink(call);
      if (before.revokedAt !== undefined) return shown(before);
      const { caller, deps } = call;
      await deps.store.sharedLinks.revoke(caller.org, before.id, caller.person ?? caller.token, deps.clock());
      await record(call, 'process.unshared', before.id, before.version);
      return shown(await foundLink(call));
    },
  }),
];

async function foundLink({ params, caller, deps }: Call<z.output<typeof OneLink>, unknown, unknown>) {
  const link = await deps.store.sharedLinks.get(caller.org, params.link);
  if (link?.process !== params.definition) throw notFound('link', params.link, 'link');
  return link;
}

async function todayOf({ caller, deps }: Pick<Call<unknown, unknown, unknown>, 'caller' | 'deps'>) {
  const organisation = await deps.store.organisations.get(caller.org);
  return localDate(organisation?.zone ?? 'UTC', deps.clock());
}

/** In the audit trail, by the beginning of its id, and to open screens. */
async function record(
  { params, caller, deps }: Call<z.output<typeof One>, unknown, unknown>,
  action: string,
  link: string,
  version?: number,
) {
  await deps.store.audit.add({
    org: caller.org,
    at: deps.clock(),
    by: caller.person ?? caller.token,
    action,
    about: params.definition,
    detail: { link: link.slice(0, 12), ...(version === undefined ? {} : { version }) },
  });
  await deps.store.changes.add({ org: caller.org, kind: 'definition', id: params.definition, rows: [] });
}

function shown({ org: _, process: _process, ...rest }: Stored): z.input<typeof SharedLink> {
  return rest;
}
