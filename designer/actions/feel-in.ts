/** Which texts of a definition are FEEL, by the schema that also reads it: what becomes FEEL there is found here. */
import { z } from 'zod';
import { Definition, Feel } from '../../contract/index.ts';

export type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };
/** What a value may be; more than one where the schema leaves it open. */
type Readings = readonly z.ZodType[];

export const ofDefinition: Readings = readings(Definition);

/** What stands under a property, or in a list. */
export function inside(of: Readings, value: Json, key: string | number): Readings {
  return of.flatMap((one) => {
    if (Array.isArray(value)) return one instanceof z.ZodArray ? readings(one.element as z.ZodType) : [];
    if (one instanceof z.ZodRecord) return readings(one.valueType as z.ZodType);
    if (!(one instanceof z.ZodObject) || !isAbout(one, value)) return [];
    const found = (one.shape as Record<string, z.ZodType>)[key];
    return found ? readings(found) : [];
  });
}

export const isFeel = (of: Readings): boolean => of.includes(Feel);

/** Without what only says that something may be left out. */
function readings(schema: z.ZodType): Readings {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return readings(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => readings(one as z.ZodType));
  return [schema];
}

/** Elements and acts of a ladder say themselves which of many they are. */
function isAbout({ shape }: z.ZodObject, value: Json): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(shape).every(
    ([key, one]) => !(one instanceof z.ZodLiteral) || one.values.has(value[key] as never),
  );
}
