/** Whether somebody went elsewhere while the drawing was still bringing the cursor to an element: there it is not taken from them. */

/** `before` is where the cursor was when it was asked for: a list that closes then is no place to stay. */
export function isElsewhere(before: Element | null): boolean {
  const now = document.activeElement;
  if (now?.closest('[aria-modal="true"]')) return true;
  return now !== before && now?.closest('[role="dialog"], #properties') != null;
}
