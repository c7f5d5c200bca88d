/** Registers the search attributes that workflows use, on an embedded and on a given Temporal server alike. */
import type { Connection } from '@temporalio/client';
import { SetupProblem } from './setup-problem.ts';

export type SearchAttributeType = 'Text' | 'Keyword' | 'Int' | 'Double' | 'Bool' | 'Datetime' | 'KeywordList';
export type SearchAttributes = Record<string, SearchAttributeType>;

/** The numbers of temporal.api.enums.v1.IndexedValueType. */
const TYPE_NUMBER: Record<SearchAttributeType, number> = {
  Text: 1,
  Keyword: 2,
  Int: 3,
  Double: 4,
  Bool: 5,
  Datetime: 6,
  KeywordList: 7,
};

export async function ensureSearchAttributes(
  connection: Connection,
  namespace: string,
  wanted: SearchAttributes,
): Promise<void> {
  const missing = await missingOf(connection, namespace, wanted);
  if (missing.length === 0) return;
  try {
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing.map(([name, type]) => [name, TYPE_NUMBER[type]])),
    });
  } catch (error) {
    const list = missing.map(([name, type]) => `${name} (${type})`).join(', ');
    throw new SetupProblem(
      `The Temporal namespace "${namespace}" lacks the search attributes ${list}, and they could not be added: ` +
        `${(error as Error).message}. Ask its administrator to add them.`,
    );
  }
  const limit = Date.now() + 20_000;
  while ((await missingOf(connection, namespace, wanted)).length > 0 && Date.now() < limit)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

async function missingOf(connection: Connection, namespace: string, wanted: SearchAttributes) {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  return Object.entries(wanted).filter(([name]) => !(customAttributes && name in customAttributes));
}
