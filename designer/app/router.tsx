/** Where one is in the application, in the address bar: links, moving on, and the page that fits a path. */
import { type AnchorHTMLAttributes, type MouseEvent, type Ref, useSyncExternalStore } from 'react';

const MOVED = 'speelruimte:moved';

/** Goes to a path of ours; `replace` leaves no step to go back to. */
export function go(to: string, { replace = false } = {}): void {
  if (to !== location.pathname + location.search)
    history[replace ? 'replaceState' : 'pushState'](null, '', to);
  dispatchEvent(new Event(MOVED));
}

function listen(moved: () => void): () => void {
  for (const name of [MOVED, 'popstate']) addEventListener(name, moved);
  return () => {
    for (const name of [MOVED, 'popstate']) removeEventListener(name, moved);
  };
}

const hrefNow = () => location.pathname + location.search;

/** The path and the query of the address, whenever they change. */
export function usePlace(): { path: string; query: URLSearchParams } {
  const href = useSyncExternalStore(listen, hrefNow);
  const [path = '/', search = ''] = href.split('?');
  return { path, query: new URLSearchParams(search) };
}

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: string;
  ref?: Ref<HTMLAnchorElement>;
}

/** A real link, so that opening in a new tab, copying and reading aloud work; a plain click stays in the page. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain || rest.target) return;
    event.preventDefault();
    go(to);
  };
  return <a href={to} onClick={follow} {...rest} />;
}

/** `/initiatives/:id` against `/initiatives/ini_1` gives `{ id: 'ini_1' }`; nothing when it does not fit. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern, path].map((one) => one.split('/').filter(Boolean)) as [
    string[],
    string[],
  ];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const here = given[index] as string;
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(here);
    else if (part !== here) return undefined;
  }
  return params;
}
