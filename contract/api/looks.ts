/** Requests and answers about how an organisation looks: its colour and its logo. */
import { z } from 'zod';
import { Instant } from './common.ts';

const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'Expected a colour such as #1B6B4A');

/** The colour in use, the least contrast it has anywhere, and what it stands in for where what was chosen could not be read. */
export const JudgedColour = z.object({
  colour: Colour,
  ratio: z.number(),
  instead: z
    .object({ of: Colour, at: z.enum(['paper', 'card', 'tint', 'onFilled']), ratio: z.number() })
    .optional(),
});
export const LogoType = z.enum(['image/png', 'image/svg+xml']);
export const Look = z.object({
  /** Left out: the colours of the product. */
  accent: z.object({ chosen: Colour, light: JudgedColour, dark: JudgedColour }).optional(),
  logo: z
    .object({
      type: LogoType,
      bytes: z.number().int(),
      /** Where everybody can see it. */
      address: z.string(),
    })
    .optional(),
  changedBy: z.string().optional(),
  changedAt: Instant.optional(),
});
/** `null`: the colours of the product again. */
export const AccentChosen = z.object({ accent: Colour.nullable() }).strict();
/** A PNG or SVG file in base64, at most 200 kB. */
export const LogoGiven = z.object({ type: LogoType, data: z.base64().min(1).max(280_000) }).strict();
/** `leftOut`: what could do something, or lead somewhere, and is not in it any more. */
export const LogoKept = Look.extend({ leftOut: z.array(z.string()) });
