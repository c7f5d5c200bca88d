/** Search attribute values as the client wants them at a start. */
import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import { searchAttributes } from '../workflows/search-attributes.ts';
import type { Visible } from '../workflows/visible.ts';

const TYPE = { Keyword: 'KEYWORD', KeywordList: 'KEYWORD_LIST', Datetime: 'DATETIME' } as const;

export function typedSearchAttributes(visible: Visible): TypedSearchAttributes {
  const pairs = Object.entries(visible).map(([name, value]) => ({
    key: defineSearchAttributeKey(name, TYPE[searchAttributes[name as keyof Visible]]),
    value: name === 'SpeelruimteNextDue' ? new Date(value as string) : value,
  }));
  return new TypedSearchAttributes(pairs as ConstructorParameters<typeof TypedSearchAttributes>[0]);
}
