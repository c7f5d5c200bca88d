/** Scenarios of processes: stories that are kept with a process and run again whenever it changes. */
import type { Connection } from 'mongoose';
import type { ScenarioContent } from '../contract/api/scenarios.ts';
import { insertFirst } from './duplicate.ts';
import { collection, type Row } from './record.ts';

export interface Scenario {
  id: string;
  org: string;
  /** The definition's own id: its draft and all versions share them. */
  process: string;
  revision: number;
  scenario: ScenarioContent;
  changedBy?: string;
  changedAt: string;
}

interface ScenarioRow extends Row, Omit<Scenario, 'id' | 'scenario'> {
  org: string;
  json: string;
}

export type Scenarios = ReturnType<typeof scenarios>;

export function scenarios(connection: Connection) {
  const model = collection<ScenarioRow>(
    connection,
    'scenarios',
    { process: String, revision: Number, changedBy: String, changedAt: String, json: String },
    [[{ org: 1, process: 1, _id: 1 }]],
  );
  const read = ({ _id, v: _v, json, ...rest }: ScenarioRow): Scenario => ({
    ...rest,
    id: _id,
    scenario: JSON.parse(json) as ScenarioContent,
  });
  return {
    model,
    /** False when the id is taken: the same request came twice, and the first was carried out. */
    create({ id, scenario, ...rest }: Omit<Scenario, 'revision'>): Promise<boolean> {
      return insertFirst(() =>
        model.create({ _id: id, v: 1, revision: 1, ...rest, json: JSON.stringify(scenario) }),
      );
    },
    async get(org: string, process: string, id: string): Promise<Scenario | undefined> {
      const row = await model.findOne({ _id: id, org, process }).lean<ScenarioRow>();
      return row ? read(row) : undefined;
    },
    /** The oldest first. */
    async list(org: string, process: string): Promise<Scenario[]> {
      return (await model.find({ org, process }).sort({ _id: 1 }).lean<ScenarioRow[]>()).map(read);
    },
    /** False when somebody else saved, or removed, it meanwhile. */
    async save(
      { id, org, process, scenario, changedAt, changedBy }: Omit<Scenario, 'revision'>,
      revision: number,
    ): Promise<boolean> {
      const next = { json: JSON.stringify(scenario), changedAt, changedBy, revision: revision + 1 };
      return (await model.updateOne({ _id: id, org, process, revision }, { $set: next })).matchedCount === 1;
    },
    async remove(org: string, process: string, id: string): Promise<boolean> {
      return (await model.deleteOne({ _id: id, org, process })).deletedCount === 1;
    },
  };
}
