/** Keeps the keyboard where it was when what it stood in is drawn anew under another name. */

/** After the next drawing: only when nothing has the keyboard any more. */
export function keepFocus(selector: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === null || document.activeElement === document.body)
        document.querySelector<HTMLElement>(selector)?.focus();
    }),
  );
}
