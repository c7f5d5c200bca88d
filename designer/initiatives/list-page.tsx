/** Placeholder until the screen arrives. */
export function Page() {
  return null;
}
