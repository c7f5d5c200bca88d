/** What stands beneath the name on a picture: which version it is, and on what day it was made. */
import type { Language } from '../../contract/index.ts';
import { writtenDate } from '../texts/index.ts';

export interface Which {
  /** The last one in use, where there is one. */
  version?: number | undefined;
  /** What is shown is that version itself, not a draft. */
  published?: boolean;
}

/** With its year: paper is read later. */
export function underOf(language: Language, today: string, { version, published = false }: Which): string {
  const nl = language === 'nl';
  const date = writtenDate(language, today, '');
  if (version === undefined) return `${nl ? 'Concept' : 'Draft'}, ${date}`;
  if (published) return `${nl ? 'Versie' : 'Version'} ${version}, ${date}`;
  return `${nl ? 'Concept na versie' : 'Draft after version'} ${version}, ${date}`;
}

export const pageNumber = (language: Language, n: number, of: number): string =>
  language === 'nl' ? `Blad ${n} van ${of}` : `Page ${n} of ${of}`;
