// What is drawn but not carried out: notes, groups, lanes and pools, data, and the lines between them (BPMN 2.0 §7.2, §9, §10.4, §10.8).
import { z } from 'zod';
import { Text } from './text.ts';

const place = {
  x: z.number().optional(),
  y: z.number().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
};
const base = { id: z.string().min(1), ...place };
const points = z.array(z.object({ x: z.number(), y: z.number() })).optional();

export const Artifact = z.discriminatedUnion('type', [
  z.object({ ...base, type: z.literal('annotation'), text: Text }).strict(),
  z.object({ ...base, type: z.literal('group'), name: Text.optional() }).strict(),
  /** `role`: who the work in it is for. `elements` by id; a lane may lie in another. */
  z
    .object({
      ...base,
      type: z.literal('lane'),
      name: Text.optional(),
      role: z.string().optional(),
      elements: z.array(z.string()),
      parent: z.string().optional(),
    })
    .strict(),
  /** This process as a participant, or with `other` somebody outside whose work is not shown. */
  z
    .object({ ...base, type: z.literal('pool'), name: Text.optional(), other: z.boolean().optional() })
    .strict(),
  z
    .object({
      ...base,
      type: z.literal('data'),
      kind: z.enum(['object', 'input', 'output', 'store']),
      name: Text.optional(),
      list: z.boolean().optional(),
    })
    .strict(),
  /** Between an artifact and an element, or between pools (`message`). */
  z
    .object({
      id: z.string().min(1),
      type: z.literal('line'),
      kind: z.enum(['association', 'data', 'message']),
      from: z.string(),
      to: z.string(),
      name: Text.optional(),
      direction: z.enum(['none', 'one', 'both']).optional(),
      points,
    })
    .strict(),
]);
export type Artifact = z.infer<typeof Artifact>;
export type ArtifactOf<T extends Artifact['type']> = Extract<Artifact, { type: T }>;
