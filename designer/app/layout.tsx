/** The frame around every screen: name, menu, who you are; the screen itself; and a quiet line when the server is away. */
import { Component, lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Announcements } from '../shared/announce.tsx';
import { Empty } from '../shared/empty.tsx';
import { ChangePassword } from '../sign-in/change-password.tsx';
import { ServerAway } from '../sign-in/server-away.tsx';
import { SignIn } from '../sign-in/sign-in.tsx';
import { useLanguage } from './i18n.ts';
import styles from './layout.module.css';
import { type PageEntry, pages } from './pages.ts';
import { PersonMenu } from './person-menu.tsx';
import { queryClient, refresh } from './queries.ts';
import { isOutside } from './rehearsal.ts';
import { Link, matchPath, usePlace } from './router.tsx';
import { useMe, useSession } from './session.ts';
import { listenToChanges, useConnected } from './stream.ts';

const RehearsalFrame = lazy(async () => ({
  default: (await import('../rehearsal/frame.tsx')).RehearsalFrame,
}));

const ICON = { size: 20, stroke: 1.75, 'aria-hidden': true } as const;

export function Layout() {
  const session = useSession();
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (session.state === 'unknown') return <Opening />;
  if (session.state === 'unreachable') return <ServerAway />;
  if (session.state === 'out') return <SignIn expired={session.expired} />;
  return session.me.mustChangePassword ? <ChangePassword /> : <Inside />;
}

function Inside() {
  const { t } = useTranslation('layout');
  const { path, world } = usePlace();
  const main = useRef<HTMLElement>(null);
  const found = find(path);
  useEffect(() => listenToChanges(world, refresh, () => void queryClient.invalidateQueries()), [world]);
  useFocusOnMove(path, main);
  return (
    <>
      <a className="unseen" href="#content">
        {t('skip')}
      </a>
      <header className={styles.bar} data-rehearsal={world === undefined ? undefined : true}>
        <Link to="/" className={styles.name}>
          <OwnMark />
        </Link>
        <Menu path={path} world={world} />
        <PersonMenu />
      </header>
      <Offline />
      <Around world={world}>
        <main
          id="content"
          ref={main}
          tabIndex={-1}
          className={styles.content}
          {...(found?.entry.whole ? { 'data-whole': true } : {})}
        >
          <Broken key={path}>
            <Suspense fallback={<Opening />}>
              {found ? <found.entry.Page params={found.params} /> : <NothingHere />}
            </Suspense>
          </Broken>
        </main>
      </Around>
      <Announcements />
    </>
  );
}

/** The organisation's own logo and name where it has a logo; else ours. */
function OwnMark() {
  const { name, look } = useMe().organisation;
  return look?.logo === undefined ? (
    <>
      <img src="/mark.svg" alt="" width={28} height={28} />
      Speelruimte
    </>
  ) : (
    <>
      <img src={look.logo} alt="" className={styles.logo} />
      <span className={styles.organisation}>{name}</span>
    </>
  );
}

/** Real work stands by itself; a rehearsal brings its clock and the part one plays. */
function Around({ world, children }: { world: string | undefined; children: ReactNode }) {
  if (world === undefined) return children;
  return (
    <Suspense fallback={<Opening />}>
      <RehearsalFrame key={world} id={world}>
        {children}
      </RehearsalFrame>
    </Suspense>
  );
}

function find(path: string): { entry: PageEntry; params: Record<string, string> } | undefined {
  for (const entry of pages) {
    const params = matchPath(entry.path, path);
    if (params) return { entry, params };
  }
  return undefined;
}

function Menu({ path, world }: { path: string; world: string | undefined }) {
  const { t } = useTranslation('layout');
  const isHere = (to: string) => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`));
  return (
    <nav className={styles.menu} aria-label={t('nav')}>
      {pages.map(({ path: to, menu }) =>
        menu && !(world !== undefined && isOutside(to)) ? (
          <Link
            key={to}
            to={to}
            className={styles.item}
            data-word={menu.word}
            aria-current={isHere(to) ? 'page' : undefined}
          >
            <menu.icon {...ICON} />
            {t(menu.word)}
          </Link>
        ) : null,
      )}
    </nav>
  );
}

/** Somebody who listens hears the new screen, and Tab goes on from there. */
function useFocusOnMove(path: string, main: { current: HTMLElement | null }): void {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path, main]);
}

function Offline() {
  const { t } = useTranslation('layout');
  const connected = useConnected();
  return (
    <div role="status" aria-live="polite">
      {connected === false ? <p className={styles.offline}>{t('offline')}</p> : null}
    </div>
  );
}

function Opening() {
  const { t } = useTranslation('layout');
  return (
    <p className="quiet" role="status">
      {t('opening')}
    </p>
  );
}

function NothingHere() {
  const { t } = useTranslation('layout');
  return (
    <Empty whole title={t('nothingHere.title')} lead={t('nothingHere.lead')}>
      <Link to="/">{t('nothingHere.back')}</Link>
    </Empty>
  );
}

/** A screen that fails keeps the frame, says so, and can be loaded again. */
class Broken extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    return this.state.broken ? <GotStuck /> : this.props.children;
  }
}

function GotStuck() {
  const { t } = useTranslation('layout');
  return (
    <Empty whole title={t('broken.title')} lead={t('broken.lead')}>
      <a href={location.href}>{t('broken.again')}</a>
    </Empty>
  );
}
