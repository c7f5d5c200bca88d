/** Routes of commitments: what was promised, adding to it, keeping, moving and dropping it; and what was raised. */
import { z } from 'zod';
import {
  CommitmentAdded,
  CommitmentDone,
  CommitmentDropped,
  CommitmentList,
  CommitmentRead,
  Commitments,
  RaisedItems,
  RaisedList,
  RePromise,
} from '../../contract/api/commitments.ts';
import { Acted } from '../../contract/api/common.ts';
import { actOn, ownInstance } from '../act-on.ts';
import { notFound } from '../problem.ts';
import { whereAround, withinReach } from '../reach.ts';
import { route } from '../route.ts';

const One = z.object({ instance: z.string(), commitment: z.string() });
const act = { method: 'post', params: One, action: 'commitment.act', answer: Acted } as const;
const at = (verb: string) => `/commitments/:instance/:commitment/${verb}`;

export const commitmentRoutes = [
  route({
    id: 'commitments.list',
    method: 'get',
    path: '/commitments',
    action: 'commitment.read',
    summary: 'Commitments, the earliest due first.',
    query: CommitmentList,
    answer: Commitments,
    async handle(call) {
      const { query, caller, deps } = call;
      const { around, ...filter } = query;
      const reach = await (around ? whereAround(call) : withinReach(call, call.action));
      return { items: await deps.store.rows.commitments({ org: caller.org, ...filter, ...reach }) };
    },
  }),
  route({
    id: 'commitments.get',
    method: 'get',
    path: '/commitments/:instance/:commitment',
    action: 'commitment.read',
    summary: 'One commitment, with how it is chased and why it was moved.',
    params: One,
    answer: CommitmentRead,
    async handle(call) {
      const { instance, commitment } = call.params;
      await ownInstance(call, instance);
      const found = await call.deps.store.rows.commitment(`${instance}/${commitment}`);
      if (!found) throw notFound('commitment', `${instance}/${commitment}`, 'commitment');
      return found;
    },
  }),
  route({
    id: 'commitments.add',
    method: 'post',
    path: '/commitments',
    action: 'commitment.act',
    summary: 'Adds a commitment to what was agreed.',
    body: CommitmentAdded,
    answer: Acted,
    status: 201,
    handle: (call) => {
      const { instance, ...rest } = call.body;
      return actOn(call, instance, { type: 'commit', ...rest });
    },
  }),
  route({
    ...act,
    id: 'commitments.done',
    path: at('done'),
    summary: 'Done; whoever waits for it hears so.',
    body: CommitmentDone,
    handle: (call) =>
      actOn(call, call.params.instance, { type: 'done', commitment: call.params.commitment, ...call.body }),
  }),
  route({
    ...act,
    id: 'commitments.rePromise',
    path: at('re-promise'),
    summary: 'Moves the date of a commitment, with the reason; whoever waits for it hears so at once.',
    body: RePromise,
    handle: (call) =>
      actOn(call, call.params.instance, {
        type: 'rePromise',
        commitment: call.params.commitment,
        ...call.body,
      }),
  }),
  route({
    ...act,
    id: 'commitments.drop',
    path: at('drop'),
    summary: 'Takes a commitment back, with the reason.',
    body: CommitmentDropped,
    handle: (call) =>
      actOn(call, call.params.instance, { type: 'drop', commitment: call.params.commitment, ...call.body }),
  }),
  route({
    id: 'raised.list',
    method: 'get',
    path: '/raised-items',
    action: 'raised.read',
    summary: 'What was laid before somebody who can decide, the longest waiting first.',
    query: RaisedList,
    answer: RaisedItems,
    async handle(call) {
      const { query, caller, deps } = call;
      const reach = await withinReach(call, call.action);
      return { items: await deps.store.rows.raisedItems({ org: caller.org, ...query, ...reach }) };
    },
  }),
];
