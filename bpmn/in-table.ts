// Looking a word of a file up in a table: only what the table itself holds counts, whatever the word is.

export const inTable = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;
