/** Whether somebody types in a field or answers in a dialog, so that keys are not meant for the drawing. */
export function isTyping(element: Element | null): boolean {
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) ||
      element.closest('[role="dialog"]') !== null)
  );
}
