/** Acts on an initiative (pause, absence, handoff, consent): stored once, with how far each of its instances has confirmed. */
import type { Connection } from 'mongoose';
import type { Act } from '../contract/index.ts';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';
import type { Sealer } from './sealer.ts';

export interface ActDelivery {
  instance: string;
  state: 'pending' | 'confirmed' | 'refused' | 'ended';
  /** Why it was refused. */
  code?: string;
}

export interface InitiativeAct {
  id: string;
  org: string;
  initiative: string;
  at: string;
  deliveries: ActDelivery[];
  /** All have answered. */
  done: boolean;
  /** Absent after an erasure. */
  act?: Act;
}

interface ActRow extends Row {
  initiative: string;
  at: string;
  deliveries: ActDelivery[];
  sealed: string;
}

export type Acts = ReturnType<typeof acts>;

export function acts(connection: Connection, sealer: Sealer) {
  const model = collection<ActRow>(
    connection,
    'acts',
    {
      initiative: String,
      at: String,
      deliveries: [{ instance: String, state: String, code: String, _id: false }],
      sealed: String,
    },
    [[{ org: 1, initiative: 1, _id: -1 }], [{ 'deliveries.state': 1 }]],
  );
  const read = async ({ _id, v: _v, sealed, ...rest }: ActRow): Promise<InitiativeAct> => ({
    ...rest,
    id: _id,
    done: rest.deliveries.every((delivery) => delivery.state !== 'pending'),
    act: await sealer.unseal<Act>(rest.initiative, _id, sealed),
  });
  return {
    model,
    /** False when an act with this id is there already, which stays as it is. */
    async create(created: {
      id: string;
      org: string;
      initiative: string;
      at: string;
      act: Act;
      instances: string[];
    }): Promise<boolean> {
      const { id, act, instances, ...rest } = created;
      const sealed = await sealer.seal(rest.org, rest.initiative, id, act);
      const deliveries = instances.map((instance) => ({ instance, state: 'pending' as const }));
      return insertFirst(() => model.create({ _id: id, v: 1, ...rest, deliveries, sealed }));
    },
    async get(id: string): Promise<InitiativeAct | undefined> {
      const row = await model.findById(id).lean<ActRow>();
      return row ? read(row) : undefined;
    },
    async ofInitiative(org: string, initiative: string): Promise<InitiativeAct[]> {
      const found = await model.find({ org, initiative }).sort({ _id: -1 }).lean<ActRow[]>();
      return Promise.all(found.map(read));
    },
    /** What somebody still has to deliver, oldest first: after a crash as well. */
    async pending(limit = 100): Promise<InitiativeAct[]> {
      const found = await model
        .find({ deliveries: { $elemMatch: { state: 'pending' } } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<ActRow[]>();
      return Promise.all(found.map(read));
    },
    /** Notes an instance's answer; the first one stays. */
    async answered(id: string, { instance, state, code }: ActDelivery): Promise<void> {
      await model.updateOne(
        { _id: id, deliveries: { $elemMatch: { instance, state: 'pending' } } },
        {
          $set: {
            'deliveries.$[delivery].state': state,
            ...(code ? { 'deliveries.$[delivery].code': code } : {}),
          },
        },
        { arrayFilters: [{ 'delivery.instance': instance }] },
      );
    },
  };
}
