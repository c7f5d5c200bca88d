/** Where one is in the application, in the address bar: links, moving on, and the page that fits a path. */
import { type AnchorHTMLAttributes, type MouseEvent, type Ref, useSyncExternalStore } from 'react';
import { baseIn, isOutside, worldIn } from './rehearsal.ts';

const MOVED = 'speelruimte:moved';

/** The address of a screen: within a rehearsal one stays in it. */
const hrefOf = (to: string): string =>
  isOutside(to) ? to : `${baseIn(location.pathname)}${to}`.replace(/(.)\/(?=$|\?)/, '$1');

interface Going {
  /** Leaves no step to go back to. */
  replace?: boolean;
  /** Leaves the rehearsal. */
  leave?: boolean;
}

/** Goes to a path of ours. */
export function go(to: string, { replace = false, leave = false }: Going = {}): void {
  const href = leave ? to : hrefOf(to);
  if (href !== location.pathname + location.search)
    history[replace ? 'replaceState' : 'pushState'](null, '', href);
  dispatchEvent(new Event(MOVED));
}

function listen(moved: () => void): () => void {
  for (const name of [MOVED, 'popstate']) addEventListener(name, moved);
  return () => {
    for (const name of [MOVED, 'popstate']) removeEventListener(name, moved);
  };
}

const hrefNow = () => location.pathname + location.search;

/** The path of the screen and the query of the address, whenever they change; `world` when it lies in a rehearsal. */
export function usePlace(): { path: string; query: URLSearchParams; world: string | undefined } {
  const href = useSyncExternalStore(listen, hrefNow);
  const [pathname = '/', search = ''] = href.split('?');
  return {
    path: pathname.slice(baseIn(pathname).length) || '/',
    query: new URLSearchParams(search),
    world: worldIn(pathname),
  };
}

/** The path of the screen that the address leads to now. */
export const screenPath = (): string => location.pathname.slice(baseIn(location.pathname).length) || '/';

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: string;
  /** Leaves the rehearsal. */
  leave?: boolean;
  ref?: Ref<HTMLAnchorElement>;
}

/** A real link, so that opening in a new tab, copying and reading aloud work; a plain click stays in the page. */
export function Link({ to, leave = false, onClick, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain || rest.target) return;
    event.preventDefault();
    go(to, { leave });
  };
  return <a href={leave ? to : hrefOf(to)} onClick={follow} {...rest} />;
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
