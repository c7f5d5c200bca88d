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
  /** Shown in the menu, with a word of `layoutTexts`. */
  menu?: {
    icon: TablerIcon;
    word: 'work' | 'initiatives' | 'processes' | 'monitor' | 'outbox' | 'rehearsals';
  };
  /** Fills the window beneath the bar: no scrolling of the page itself, no margins. */
  whole?: boolean;
}

const page = (load: () => Promise<{ Page: ComponentType<PageProps> }>) =>
  lazy(async () => ({ default: (await load()).Page }));

export const pages: readonly PageEntry[] = [
  { path: '/', Page: page(() => import('../work/page.tsx')), menu: { icon: IconChecklist, word: 'work' } },
  {
    path: '/initiatives',
    Page: page(() => import('../initiatives/list-page.tsx')),
    menu: { icon: IconPlant2, word: 'initiatives' },
  },
  { path: '/initiatives/new', Page: page(() => import('../initiatives/register-page.tsx')) },
  { path: '/initiatives/:initiative', Page: page(() => import('../initiatives/page.tsx')) },
  { path: '/repair/:instance', Page: page(() => import('../operations/repair-page.tsx')) },
  {
    path: '/processes',
    Page: page(() => import('../processes/gallery-page.tsx')),
    menu: { icon: IconRoute, word: 'processes' },
  },
  { path: '/templates/:template', Page: page(() => import('../templates/template-page.tsx')), whole: true },
  { path: '/processes/:process', Page: page(() => import('../processes/process-page.tsx')), whole: true },
  {
    path: '/processes/:process/compare',
    Page: page(() => import('../differences/compare-page.tsx')),
    whole: true,
  },
  {
    path: '/processes/:process/versions/:version',
    Page: page(() => import('../differences/version-page.tsx')),
    whole: true,
  },
  {
    path: '/processes/:process/versions/:version/move',
    Page: page(() => import('../operations/move-page.tsx')),
  },
  {
    path: '/monitor',
    Page: page(() => import('../monitor/page.tsx')),
    menu: { icon: IconTelescope, word: 'monitor' },
  },
  { path: '/reports', Page: page(() => import('../reports/list-page.tsx')) },
  { path: '/reports/:report', Page: page(() => import('../reports/page.tsx')) },
  {
    path: '/outbox',
    Page: page(() => import('../outbox/page.tsx')),
    menu: { icon: IconMail, word: 'outbox' },
  },
  { path: '/connections', Page: page(() => import('../operations/connections-page.tsx')) },
  { path: '/look', Page: page(() => import('../look/look-page.tsx')) },
  { path: '/log', Page: page(() => import('../operations/log-page.tsx')) },
  {
    path: '/rehearsals',
    Page: page(() => import('../rehearsal/list-page.tsx')),
    menu: { icon: IconMasksTheater, word: 'rehearsals' },
  },
  { path: '/rehearsals/new', Page: page(() => import('../rehearsal/new-page.tsx')) },
];
