/** What both changed of what is looked at: yours beside theirs, to choose one. Going to it by key puts the cursor here. */
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { keyOf } from './clash.ts';
import styles from './conflicts.module.css';
import { TwoSides } from './two-sides.tsx';
import type { Choosing } from './use-choosing.ts';

export function ConflictPanel({
  choosing,
  definition,
  arrived,
}: {
  choosing: Choosing;
  definition: Definition;
  /** Counts how often one went to a conflict from the bar or by key. */
  arrived: number;
}) {
  const { t } = useTranslation('conflicts');
  const heading = useRef<HTMLHeadingElement>(null);
  const { looked, clash, names, titleOf, choose } = choosing;
  const seen = useRef(0);
  useEffect(() => {
    if (seen.current === arrived) return;
    seen.current = arrived;
    heading.current?.focus();
  }, [arrived]);
  if (looked.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="both-changed">
      <h2 id="both-changed" ref={heading} tabIndex={-1} className={styles.heading}>
        <IconArrowsSplit2 size={20} stroke={1.75} aria-hidden />
        {t('panel')}
      </h2>
      {looked.map((conflict) => {
        const title = titleOf(conflict);
        const key = keyOf(conflict);
        return (
          <div key={key} className={styles.conflict}>
            <h3>{title}</h3>
            {conflict.mine === undefined && conflict.kind === 'element' ? <p>{t('gone')}</p> : null}
            <TwoSides
              conflict={conflict}
              clash={clash}
              mine={definition}
              title={title}
              names={names}
              chosen={clash.chosen[key]}
              onChoose={(hand) => choose([conflict], hand)}
            />
          </div>
        );
      })}
    </section>
  );
}
