/** Brings the keyboard from beside the drawing to it and back. */

/** Puts it on an element of the drawing, once that is drawn. */
export function focusOnDrawing(element: string, tries = 30): void {
  const node = document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(element)}"]`);
  if (node) node.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusOnDrawing(element, tries - 1));
}

/** Puts it in the properties: at the name, or what comes first where there is none. */
export function focusOnProperties(): void {
  const first =
    document.getElementById('property-name') ??
    document.querySelector<HTMLElement>('#properties :is(input, select, textarea, button)');
  first?.focus();
}

/** Whether a list, a menu or a dialog lies over the screen: Escape is for that first. */
export const somethingIsOpen = (): boolean =>
  [...document.querySelectorAll('[role=listbox], [role=menu], [role=dialog]')].some((one) =>
    one.checkVisibility({ visibilityProperty: true }),
  );
