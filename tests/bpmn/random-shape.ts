// Makes random values of whatever shape a schema of the contract has, so that no property is forgotten when one is added.
import fc from 'fast-check';
import type { z } from 'zod';

type Schema = z.core.$ZodType;
/** What a property is filled with instead, by its name. */
export type Special = Record<string, fc.Arbitrary<unknown>>;

const TEXTS = [
  'a',
  'Een naam',
  'naïef ☂ 𝄞',
  '= a > 5',
  '$' + '{b}',
  'two\nlines',
  '  space  ',
  ']]> & <x a="1"/> \'q\'',
  'tab\tand return\r',
  '\u0000\u0007\uFFFF\uD800',
  '-',
  'P1D',
  '2026-09-01',
  'https://example.org/a?b=c&d',
];
const MATCHING = ['e', 'Élan', 'x1', '09:30', '2026-09-01', 'a-b.c_d', 'R3/PT1H', 'PT30S'];

export const text: fc.Arbitrary<string> = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ maxLength: 8 }));
const json = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

interface Def {
  type: string;
  shape?: Record<string, Schema>;
  innerType?: Schema;
  element?: Schema;
  options?: Schema[];
  values?: unknown[];
  entries?: Record<string, string>;
  valueType?: Schema;
  checks?: {
    _zod: {
      def: {
        check: string;
        pattern?: RegExp;
        format?: string;
        minimum?: number;
        value?: number;
        inclusive?: boolean;
      };
    };
  }[];
}

export function anyOf(schema: Schema, special: Special = {}): fc.Arbitrary<unknown> {
  const def = schema._zod.def as unknown as Def;
  switch (def.type) {
    case 'object':
      return anyObject(def.shape ?? {}, special);
    case 'optional':
      return anyOf(def.innerType as Schema, special);
    case 'default':
      return anyOf(def.innerType as Schema, special);
    case 'string':
      return anyText(def);
    case 'number':
      return anyNumber(def);
    case 'boolean':
      return fc.boolean();
    case 'literal':
      return fc.constantFrom(...(def.values ?? []));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'union':
      return fc.oneof(...(def.options ?? []).map((option) => anyOf(option, special)));
    case 'array':
      return fc.array(anyOf(def.element as Schema, special), { minLength: atLeast(def), maxLength: 3 });
    case 'record':
      return fc.dictionary(
        fc.constantFrom('a', 'b', 'naïef', '__x'),
        anyOf(def.valueType as Schema, special),
        { maxKeys: 2 },
      );
    case 'lazy':
      return json;
    default:
      throw new Error(`No random values of a ${def.type} yet`);
  }
}

function anyObject(shape: Record<string, Schema>, special: Special): fc.Arbitrary<unknown> {
  const entries = Object.entries(shape).map(
    ([key, schema]) => [key, special[key] ?? anyOf(schema, special)] as const,
  );
  const required = Object.entries(shape)
    .filter(([, schema]) => (schema._zod.def as unknown as Def).type !== 'optional')
    .map(([key]) => key);
  return fc.record(Object.fromEntries(entries), { requiredKeys: required });
}

const checksOf = ({ checks = [] }: Def) => checks.map((check) => check._zod.def);
const atLeast = (def: Def): number =>
  Number(checksOf(def).find(({ check }) => check === 'min_length')?.minimum ?? 0);

function anyText(def: Def): fc.Arbitrary<string> {
  const pattern = checksOf(def).find((check) => check.pattern)?.pattern;
  if (pattern) return fc.constantFrom(...MATCHING.filter((one) => pattern.test(one)));
  return atLeast(def) > 0 ? text.map((one) => one || 'x') : text;
}

function anyNumber(def: Def): fc.Arbitrary<number> {
  const checks = [
    ...checksOf(def),
    def as unknown as { check: string; format?: string; value?: number; inclusive?: boolean },
  ];
  const isWhole = checks.some(({ format }) => format === 'safeint' || format === 'int32');
  const above = checks.find(({ check }) => check === 'greater_than');
  const min = above ? Number(above.value) + (above.inclusive ? 0 : 1) : -50;
  return isWhole ? fc.integer({ min, max: 50 }) : fc.integer({ min: min * 4, max: 400 }).map((n) => n / 4);
}
