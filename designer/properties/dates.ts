/** What holds a date in a process: answers to questions about a day, and dates that are worked out and kept. */
import type { Definition } from '../../contract/index.ts';

export const datesOf = ({ forms, elements }: Definition, known?: string): string[] => [
  ...new Set([
    ...forms.flatMap(({ fields }) =>
      fields.filter(({ type }) => type === 'date' || type === 'dateTime').map(({ key }) => key),
    ),
    ...elements.flatMap(({ set = [] }) => set.flatMap((one) => ('term' in one ? [one.variable] : []))),
    ...(known === undefined ? [] : [known]),
  ]),
];
