// Words shown to people: one text for both languages, or one per language.
import { z } from 'zod';

/** A text in Dutch and English; a plain string is used for both. */
export const Text = z.union([z.string(), z.object({ nl: z.string(), en: z.string() }).strict()]);
export type Text = z.infer<typeof Text>;

export type Language = 'nl' | 'en';

/** A message's words: a subject and a body of short paragraphs with `{placeholders}`. */
export const MessageText = z.object({ subject: Text, body: Text }).strict();
export type MessageText = z.infer<typeof MessageText>;
