// Takes a name out of what people wrote: as a mention (`@Sam de Vries`) and by itself, whatever the capitals.

/** What stands where a name stood. */
export const REDACTED = '…';

/** The text without the name; the same text when it is not in it. */
export function withoutName(text: string, name: string): string {
  const wanted = name.trim();
  if (wanted === '') return text;
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  // A name is whole: Sam is not in Samen.
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])@?${escaped}(?![\\p{L}\\p{N}])`, 'giu');
  return text.replace(whole, REDACTED);
}
