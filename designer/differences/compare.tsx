/** Two definitions laid over each other: marks on the drawing, and the list that leads to them. */
import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { type Change, difference } from '../../core/difference/index.ts';
import { ProcessMap } from '../canvas/process-map.tsx';
import { Changes } from './changes.tsx';
import styles from './differences.module.css';
import { together } from './together.ts';

type View = 'before' | 'both' | 'after';

export function Compare({ before, after }: { before: Definition; after: Definition }) {
  const { t } = useTranslation('differences');
  const [view, setView] = useState<View>('both');
  const [show, setShow] = useState<{ ids: string[]; n: number }>();
  const both = useMemo(() => together(before, after), [before, after]);
  const changed = useMemo(
    () =>
      new Map(
        difference(before, after)
          .filter(({ kind }) => kind === 'element' || kind === 'flow')
          .map(({ id, how }) => [id, how] as const),
      ),
    [before, after],
  );
  const definition = view === 'both' ? both : view === 'before' ? before : after;
  const jump = ({ kind, id, how }: Change) => {
    const place = how === 'removed' ? before : after;
    const flow = kind === 'flow' ? place.flows.find((one) => one.id === id) : undefined;
    // What is not in this view is in both together.
    const here = kind === 'flow' ? definition.flows : definition.elements;
    if (!here.some((one) => one.id === id)) setView('both');
    setShow((last) => ({ ids: flow ? [flow.from, flow.to] : [id], n: (last?.n ?? 0) + 1 }));
  };
  return (
    <div className={styles.work}>
      <div className={styles.sight}>
        <div className={styles.drawing}>
          <ProcessMap key={view} definition={definition} changed={changed} show={show} label={t('drawing')} />
        </div>
        <div className={styles.views}>
          <SegmentedControl
            size="sm"
            aria-label={t('view')}
            value={view}
            onChange={(value) => setView(value as View)}
            data={[
              { value: 'before', label: t('before') },
              { value: 'both', label: t('both') },
              { value: 'after', label: t('after') },
            ]}
          />
        </div>
      </div>
      <aside className={styles.side} aria-label={t('list')}>
        <h2 className={styles.heading}>{t('list')}</h2>
        <Changes before={before} after={after} onShow={jump} />
      </aside>
    </div>
  );
}
