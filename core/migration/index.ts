// Moving running instances to another version.
export { type Mapping, mappingFor } from './mapping.ts';
export { planMigration } from './plan.ts';
