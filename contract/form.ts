// Forms as data: typed fields with labels, shown to people and validated by core/forms.
import { z } from 'zod';
import { Feel } from './feel.ts';
import { Text } from './text.ts';

export const FieldType = z.enum([
  'text',
  'longText',
  'number',
  'money', // integer cents
  'date', // YYYY-MM-DD
  'dateTime', // ISO instant
  'choice',
  'choices',
  'yesNo',
  'person',
  'people',
  'organisation',
  'place',
  'file',
  'scale', // 1–5
  'commitments',
  'rows', // a list, each line with the same columns
]);
export type FieldType = z.infer<typeof FieldType>;

/** What a line of `rows` may hold. */
export const ColumnType = FieldType.extract([
  'text',
  'longText',
  'number',
  'money',
  'date',
  'choice',
  'yesNo',
  'person',
  'organisation',
  'place',
]);
export type ColumnType = z.infer<typeof ColumnType>;

export const Column = z
  .object({
    key: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/),
    type: ColumnType,
    label: Text,
    help: Text.optional(),
    /** In every line that is filled in. */
    required: z.boolean().optional(),
    options: z.array(z.object({ id: z.string(), label: Text }).strict()).optional(),
  })
  .strict();
export type Column = z.infer<typeof Column>;

export const Field = z
  .object({
    key: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/),
    type: FieldType,
    label: Text,
    help: Text.optional(),
    required: z.boolean().optional(),
    /** FEEL over the form's data and the instance's variables; a hidden field is not asked and not required. */
    visibleIf: Feel.optional(),
    requiredIf: Feel.optional(),
    options: z.array(z.object({ id: z.string(), label: Text }).strict()).optional(),
    /** Of `rows`: what each line holds, at least one. */
    columns: z.array(Column).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    /** `people`/`choices` must contain this value (the initiator among the deciders). */
    mustInclude: z.string().optional(),
    /** Value when nothing is given: a literal, or `= FEEL`. */
    default: z.union([z.string(), z.number(), z.boolean()]).optional(),
    /** Text whose owner may have it redacted (names, addresses, stories). */
    personal: z.boolean().optional(),
  })
  .strict();
export type Field = z.infer<typeof Field>;

export const Form = z
  .object({ id: z.string(), name: Text, intro: Text.optional(), fields: z.array(Field) })
  .strict();
export type Form = z.infer<typeof Form>;
