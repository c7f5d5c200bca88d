/** Insert-first: the unique key decides who was first, and being second is an answer, not an error. */

const DUPLICATE = 11_000;

/** Whether every cause of a failed write is that the record exists already. */
export function isDuplicate(error: unknown): boolean {
  const { code, writeErrors } = error as { code?: number; writeErrors?: unknown };
  const each = Array.isArray(writeErrors) ? writeErrors : writeErrors ? [writeErrors] : [];
  if (each.length > 0) return each.every((one) => (one as { code?: number }).code === DUPLICATE);
  return code === DUPLICATE;
}

/** Inserts; false when a record with the same unique key was there first. */
export async function insertFirst(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
