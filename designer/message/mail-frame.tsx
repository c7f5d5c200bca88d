/** A mail as a mail program shows it: in a frame in which nothing runs and nothing leads anywhere. */
import { useCallback, useEffect, useRef, useState } from 'react';
import styles from './message.module.css';

export function MailFrame({ html, title, tall = false }: { html: string; title: string; tall?: boolean }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isReady, setReady] = useState(false);
  const begin = useCallback(() => {
    // Links go nowhere here: an example has no page behind it.
    frame.current?.contentDocument?.addEventListener('click', (event) => event.preventDefault());
    setReady(true);
  }, []);
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (!isReady || !page) return;
    // Read by the frame's own document, so that the frame's own policy on styles holds for it.
    page.documentElement.innerHTML = html;
    page.documentElement.lang = /<html lang="(\w+)"/.exec(html)?.[1] ?? 'nl';
  }, [isReady, html]);
  return (
    <iframe
      ref={frame}
      className={styles.mailFrame}
      data-tall={tall || undefined}
      sandbox="allow-same-origin"
      src="/mail-frame"
      title={title}
      onLoad={begin}
    />
  );
}
