/** The screens of the application: path, what loads it, and its place in the menu. One line each. */
import {
  IconChecklist,
  IconMail,
  IconMasksTheater,
  IconPlant2,
  IconRoute,
  IconTelescope,
  type TablerIcon,
} from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

export interface PageProps {
  /** The `:parts` of the path. */
  params: Record<string, string>;
}

export interface PageEntry {
  path: string;
  Page: LazyExoticComponent<ComponentType<PageProps>>;
  /** Has its scripts come, before anybody knows whether they are needed. */
  load(): Promise<unknown>;
  /** Shown in the menu, with a word of `layoutTexts`. */
  menu?: {
    icon: TablerIcon;
    word: 'work' | 'initiatives' | 'processes' | 'monitor' | 'outbox' | 'rehearsals';
  };
  /** Fills the window beneath the bar: no scrolling of the page itself, no margins. */
  whole?: boolean;
}

const page = (load: () => Promise<{ Page: ComponentType<PageProps> }>) => ({
  Page: lazy(async () => ({ default: (await load()).Page })),
  load,
});

export const pages: readonly PageEntry[] = [
  { path: '/', ...page(() => import('../work/page.tsx')), menu: { icon: IconChecklist, word: 'work' } },
  {
    path: '/initiatives',
    ...page(() => import('../initiatives/list-page.tsx')),
    menu: { icon: IconPlant2, word: 'initiatives' },
  },
  { path: '/initiatives/new', ...page(() => import('../initiatives/register-page.tsx')) },
  { path: '/initiatives/:initiative', ...page(() => import('../initiatives/page.tsx')) },
  { path: '/repair/:instance', ...page(() => import('../operations/repair-page.tsx')) },
  {
    path: '/processes',
    ...page(() => import('../processes/gallery-page.tsx')),
    menu: { icon: IconRoute, word: 'processes' },
  },
  { path: '/templates/:template', ...page(() => import('../templates/template-page.tsx')), whole: true },
  { path: '/processes/:process', ...page(() => import('../processes/process-page.tsx')), whole: true },
  {
    path: '/processes/:process/compare',
    ...page(() => import('../differences/compare-page.tsx')),
    whole: true,
  },
  {
    path: '/processes/:process/versions/:version',
    ...page(() => import('../differences/version-page.tsx')),
    whole: true,
  },
  {
    path: '/processes/:process/versions/:version/move',
    ...page(() => import('../operations/move-page.tsx')),
  },
  {
    path: '/monitor',
    ...page(() => import('../monitor/page.tsx')),
    menu: { icon: IconTelescope, word: 'monitor' },
  },
  { path: '/reports', ...page(() => import('../reports/list-page.tsx')) },
  { path: '/reports/:report', ...page(() => import('../reports/page.tsx')) },
  {
    path: '/outbox',
    ...page(() => import('../outbox/page.tsx')),
    menu: { icon: IconMail, word: 'outbox' },
  },
  { path: '/connections', ...page(() => import('../operations/connections-page.tsx')) },
  { path: '/colleagues', ...page(() => import('../colleagues/colleagues-page.tsx')) },
  { path: '/look', ...page(() => import('../look/look-page.tsx')) },
  { path: '/log', ...page(() => import('../operations/log-page.tsx')) },
  {
    path: '/rehearsals',
    ...page(() => import('../rehearsal/list-page.tsx')),
    menu: { icon: IconMasksTheater, word: 'rehearsals' },
  },
  { path: '/rehearsals/new', ...page(() => import('../rehearsal/new-page.tsx')) },
];
