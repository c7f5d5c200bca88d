/** Keys that do something anywhere on a screen, unless somebody is typing or a dialog asks something. */
import { useEffect, useRef } from 'react';

export type Keys = Readonly<Record<string, () => void>>;

const BUSY =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]';
/** Keys that buttons and links have a use for themselves. */
const OWN = new Set(['Enter', ' ']);

export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : undefined;
      if (document.querySelector('[role="dialog"]')) return;
      // Escape closes what a field had opened; only searching is left by it.
      const leavesSearch = event.key === 'Escape' && target?.matches('input[type="search"]');
      if (!leavesSearch && target?.closest(BUSY)) return;
      if (OWN.has(event.key) && target?.closest('button, a, summary')) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
