/** How a template looks, small: its drawing, and what draws it, come once it is in sight. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Definition } from '../../contract/index.ts';
import styles from '../processes/gallery-page.module.css';
import { type Template, templateQuery } from './templates-api.ts';

const ProcessMap = lazy(async () => ({ default: (await import('../canvas/process-map.tsx')).ProcessMap }));

export function Preview({ template }: { template: Template }) {
  const frame = useRef<HTMLDivElement>(null);
  const seen = useSeen(frame);
  return (
    <div ref={frame} className={styles.preview} aria-hidden="true" inert>
      {seen ? <Drawn template={template} /> : null}
    </div>
  );
}

function Drawn({ template }: { template: Template }) {
  const drawing = useDrawing(template);
  return drawing ? (
    <Suspense>
      <ProcessMap key={template.own?.revision} definition={drawing} still />
    </Suspense>
  ) : null;
}

/** Once it was, it stays drawn. */
function useSeen(frame: { current: HTMLElement | null }): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || !frame.current) return;
    // A little before it comes in sight.
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: '200px' },
    );
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, [seen, frame]);
  return seen;
}

/** Ready-made ones come with the application; own ones from the server. */
function useDrawing({ id, own }: Template): Definition | undefined {
  const isOwn = own !== undefined;
  const { data } = useQuery({ ...templateQuery(id), enabled: isOwn });
  const [readyMade, setReadyMade] = useState<Definition>();
  useEffect(() => {
    if (isOwn) return;
    let here = true;
    void import('../processes/template-files.ts')
      .then(({ templateDrawing }) => templateDrawing(id))
      .then((found) => here && setReadyMade(found))
      // A preview that cannot come leaves its frame empty; name and words are there.
      .catch(() => {});
    return () => {
      here = false;
    };
  }, [id, isOwn]);
  return isOwn ? data?.definition : readyMade;
}
