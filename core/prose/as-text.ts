// A told process as plain text, for copying into a letter or a handbook.
import type { Language } from '../../contract/index.ts';
import type { Prose, ToldPart, ToldStep } from './tell.ts';

export const HEADINGS = {
  always: { nl: 'In alle gevallen', en: 'In all cases' },
  reminders: { nl: 'Als iets te laat is', en: 'When something is late' },
} as const;

export function asText(prose: Prose, language: Language): string {
  const lines = [prose.title];
  if (prose.summary) lines.push('', prose.summary);
  lines.push('', ...prose.steps.flatMap((step) => stepLines(step, '')));
  if (prose.always.length > 0)
    lines.push('', HEADINGS.always[language], '', ...prose.always.flatMap((step) => stepLines(step, '')));
  if (prose.reminders.length > 0) {
    lines.push('', HEADINGS.reminders[language]);
    for (const { name, sentences } of prose.reminders)
      lines.push('', `${name}:`, ...sentences.map((one) => `- ${one}`));
  }
  return `${lines.join('\n')}\n`;
}

const INDENT = '   ';

/** A title that asks or calls ends as it does. */
export const closed = (title: string): string => (/[.!?…]$/.test(title) ? title : `${title}.`);

function stepLines({ number, title, sentences, parts, next }: ToldStep, indent: string): string[] {
  const words = [closed(title), ...sentences.map(({ text }) => text)].join(' ');
  const all = parts.length === 0 && next ? `${words} ${next.text}` : words;
  return [
    `${indent}${number}. ${all}`,
    ...parts.flatMap((part) => partLines(part, indent + INDENT)),
    ...(parts.length > 0 && next ? [`${indent}${INDENT}${next.text}`] : []),
  ];
}

function partLines({ lead, parts, steps, next }: ToldPart, indent: string): string[] {
  const alone = parts.length + steps.length === 0 && next;
  return [
    `${indent}- ${lead.text}${alone ? ` ${next.text}` : ''}`,
    ...parts.flatMap((part) => partLines(part, indent + INDENT)),
    ...steps.flatMap((step) => stepLines(step, indent + INDENT)),
    ...(next && !alone ? [`${indent}${INDENT}${next.text}`] : []),
  ];
}
