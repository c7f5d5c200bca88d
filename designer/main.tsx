/** Begins the staff's application in the browser. */
import '@fontsource-variable/atkinson-hyperlegible-next/index.css';
import '@mantine/core/styles.css';
import './app/global.css';
import { localStorageColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Clothed } from './app/clothed.tsx';
import { Layout } from './app/layout.tsx';
import { pages } from './app/pages.ts';
import { queryClient } from './app/queries.ts';
import './app/i18n.ts';
import { matchPath, screenPath } from './app/router.tsx';
import { begin } from './app/session.ts';

/** The server gives each page a nonce, without which no style of ours would be taken. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
const colorSchemes = localStorageColorSchemeManager({ key: 'speelruimte.scheme' });

createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <Clothed nonce={nonce} colorSchemes={colorSchemes}>
      <QueryClientProvider client={queryClient}>
        <Layout />
      </QueryClientProvider>
    </Clothed>
  </StrictMode>,
);

void begin();
// The screen that is gone to comes meanwhile; a failure is told where it is shown.
for (const { path, load } of pages) if (matchPath(path, screenPath())) void load().catch(() => {});
