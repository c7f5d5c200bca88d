/** Requests and answers about capacities and people. */
import { z } from 'zod';
import { listOf } from './common.ts';

export const Capacity = z.object({
  name: z.string(),
  total: z.number().int(),
  used: z.number().int(),
  left: z.number().int(),
  waiting: z.number().int(),
});
export const Capacities = listOf(Capacity);
export const CapacitySet = z.object({ total: z.number().int().min(0) }).strict();
export const InWorld = z.object({ world: z.string().optional() }).strict();

export const Person = z.object({
  id: z.string(),
  name: z.string().optional(),
  side: z.string(),
  language: z.string(),
  mail: z.string().optional(),
  phone: z.string().optional(),
  roles: z.array(z.string()),
  away: z.object({ until: z.string().optional(), deputy: z.string().optional() }).optional(),
});
export const People = listOf(Person);
