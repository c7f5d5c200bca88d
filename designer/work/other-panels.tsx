/** A promise, and a question to decide. */
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type Ref, useImperativeHandle } from 'react';
import { useTranslation } from 'react-i18next';
import { useInitiative } from '../app/queries.ts';
import { useSelf } from '../app/session.ts';
import { useNames } from '../shared/person.tsx';
import { useDays } from '../shared/today.ts';
import type { WorkItem } from './item.ts';
import type { Move } from './moves.tsx';
import { Panel, usePromisedTo } from './panel.tsx';
import type { PanelHandle } from './task-panel.tsx';

interface Common {
  heading: Ref<HTMLHeadingElement>;
  handle: Ref<PanelHandle>;
  onMove(move: Move): void;
  onBack(): void;
}

export function CommitmentPanel(props: Common & { item: WorkItem & { kind: 'commitment' } }) {
  const { t } = useTranslation('work');
  const { item, handle, onMove } = props;
  const days = useDays();
  const name = useNames();
  const self = useSelf();
  const to = usePromisedTo(useInitiative(item.initiative));
  const { rePromises, originalDue, reasons, status } = item.view;
  const own = item.owner === self.id;
  const lastReason = reasons.at(-1);
  useImperativeHandle(handle, () => ({ complete: () => onMove('done') }));
  return (
    <Panel
      {...props}
      open={status !== 'done' && status !== 'dropped'}
      promise={
        <>
          <p>
            {item.side === 'us'
              ? t('promised.ours', { owner: name(item.owner), to })
              : t('promised.theirs', { owner: name(item.owner) })}
          </p>
          {rePromises > 0 ? (
            <p className="quiet">
              {t('promised.moved', { count: rePromises, first: days.day(originalDue) })}
              {lastReason ? ` “${lastReason.why}”` : ''}
            </p>
          ) : null}
          {item.view.why ? <p className="quiet">“{item.view.why}”</p> : null}
        </>
      }
    >
      <div>
        <Button
          size="md"
          variant={own ? 'filled' : 'default'}
          leftSection={<IconCheck size={20} aria-hidden />}
          onClick={() => onMove('done')}
        >
          {t('complete')}
        </Button>
      </div>
    </Panel>
  );
}

interface RaisedProps extends Common {
  item: WorkItem & { kind: 'raised' };
  /** The work it is about, where it is among what is shown. */
  about: WorkItem | undefined;
  onOpen(item: WorkItem): void;
}

export function RaisedPanel({ about, onOpen, ...props }: RaisedProps) {
  const { t } = useTranslation('work');
  const days = useDays();
  const { item, handle } = props;
  useImperativeHandle(handle, () => ({
    complete() {
      if (about) onOpen(about);
    },
  }));
  return (
    <Panel
      {...props}
      open
      promise={
        <>
          <p>{t('raisedPanel.lead')}</p>
          <p className="quiet">{t('raisedPanel.since', { when: days.moment(item.since) })}</p>
          {about ? <p>{t('raisedPanel.item', { what: about.what })}</p> : null}
          <p>{t('raisedPanel.how')}</p>
        </>
      }
    >
      {about ? (
        <div>
          <Button size="md" onClick={() => onOpen(about)}>
            {t('raisedPanel.toItem')}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}
