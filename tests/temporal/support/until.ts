/** Waits until something holds; what has not held by then is shown by the failing expectation itself. */
export async function until(holds: () => unknown | Promise<unknown>, limitMs = 15_000): Promise<void> {
  const limit = Date.now() + limitMs;
  while (!(await holds()) && Date.now() < limit) await new Promise((resolve) => setTimeout(resolve, 50));
}
