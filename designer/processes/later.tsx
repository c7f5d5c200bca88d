/** Parts of the page of a process that are loaded when somebody turns to them, or when there is time: a drawing is there before they are. */
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import styles from './process-page.module.css';

function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Loaded = lazy(async () => ({ default: (await load()) as ComponentType<object> }));
  return (props) => (
    <Suspense fallback={<p className={styles.quietNote}>…</p>}>
      <Loaded {...props} />
    </Suspense>
  );
}

const formDesigner = async () => (await import('../forms/form-designer.tsx')).FormDesigner;
const outline = async () => (await import('../outline/outline.tsx')).Outline;
const textView = async () => (await import('../outline/text-view.tsx')).TextView;

export const FormDesigner = later(formDesigner);
export const Outline = later(outline);
export const TextView = later(textView);
export const Play = later(async () => (await import('../play/play.tsx')).Play);
export const Publish = later(async () => (await import('./publish.tsx')).Publish);
export const Versions = later(async () => (await import('./versions.tsx')).Versions);

/** Long enough after the page came that nothing of it waits. */
const CALM_MS = 4_000;

/** What goes on without a server is here before the server may be away. */
export function useWhatWorksAlone(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of [formDesigner, outline, textView]) void load().catch(() => {});
    }, CALM_MS);
    return () => clearTimeout(timer);
  }, []);
}
