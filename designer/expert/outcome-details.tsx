/** What only some people need of an outcome: its identifier, other words for it, and whether it counts when nothing is chosen. */
import { Checkbox } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { ElementOf, Outcome } from '../../contract/index.ts';
import type { Allowed } from '../actions/index.ts';
import { useChange, useProperties } from '../properties/parts.tsx';
import styles from './expert.module.css';
import { Names } from './expert.tsx';
import { NameInput } from './name-input.tsx';

export function OutcomeDetails({ element, outcome }: { element: ElementOf<'userTask'>; outcome: Outcome }) {
  const { t } = useTranslation('expert');
  const { editor } = useProperties();
  const change = useChange(element);
  const [open, setOpen] = useLocalStorage({ key: 'properties-expert', defaultValue: false });
  const outcomes = element.outcomes ?? [];
  const put = (next: Partial<{ [K in keyof Outcome]: Outcome[K] | undefined }>) =>
    change({
      outcomes: outcomes.map((one) => (one === outcome ? without({ ...one, ...next }) : one)),
    });
  return (
    <>
      <Checkbox
        size="sm"
        label={t('outcomeDefault')}
        checked={outcome.default === true}
        onChange={(event) => {
          const chosen = event.currentTarget.checked;
          // One at most counts when nothing is chosen.
          change({
            outcomes: outcomes.map((one) =>
              without({ ...one, default: (chosen && one === outcome) || undefined }),
            ),
          });
        }}
      />
      <details
        className={styles.inner}
        open={open}
        onToggle={(event) => {
          if (event.currentTarget.open !== open) setOpen(event.currentTarget.open);
        }}
      >
        <summary>{t('title')}</summary>
        <NameInput
          label={t('outcomeId')}
          value={outcome.id}
          place="outcome"
          may={(id) => mayBeCalled(outcomes, id)}
          onChange={(to) => {
            editor.run('renameOutcome', { element: element.id, outcome: outcome.id, to });
            editor.settle();
          }}
        />
        <Names label={t('aliases')} value={outcome.aliases} onChange={(aliases) => put({ aliases })} />
      </details>
    </>
  );
}

const without = (outcome: { [K in keyof Outcome]: Outcome[K] | undefined }): Outcome =>
  Object.fromEntries(Object.entries(outcome).filter(([, one]) => one !== undefined)) as unknown as Outcome;

const mayBeCalled = (outcomes: readonly Outcome[], id: string): Allowed => {
  if (!/^[A-Za-z][\w-]*$/.test(id))
    return {
      ok: false,
      why: {
        nl: 'Alleen letters, cijfers, - en _, en een letter vooraan.',
        en: 'Letters, digits, - and _ only, with a letter first.',
      },
    };
  return outcomes.some((one) => one.id === id)
    ? {
        ok: false,
        why: { nl: 'Een andere uitkomst heet al zo.', en: 'Another outcome is called that already.' },
      }
    : { ok: true };
};
