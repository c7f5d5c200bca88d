/** What something waits for: a moment, a message or button, until something holds, a choice on the way. */
import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Triggers } from '../../contract/index.ts';
import { dutchCalendar } from '../../core/calendar/index.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { Section, useProperties } from './parts.tsx';
import { TermEditor } from './term-editor.tsx';

interface Props {
  triggers: Triggers;
  repeats?: boolean;
  onChange(triggers: Triggers, field?: string): void;
}

export function TriggersEditor({ triggers, onChange, repeats = false }: Props) {
  const { t } = useTranslation('properties');
  const { editor } = useProperties();
  const { timer, message, condition, escalation } = triggers;
  const without = (key: keyof Triggers): Triggers =>
    Object.fromEntries(Object.entries(triggers).filter(([name]) => name !== key));
  const only = (key: keyof Triggers) => Object.keys(triggers).length === 1 && key in triggers;
  const toggle = (key: keyof Triggers, on: boolean, begin: Triggers) =>
    onChange(on ? { ...triggers, ...begin } : without(key));
  return (
    <Section title={t('triggers')}>
      <Checkbox
        size="sm"
        label={t('timer')}
        checked={timer !== undefined}
        disabled={only('timer')}
        onChange={(event) =>
          toggle('timer', event.currentTarget.checked, {
            timer: { term: { amount: 5, unit: 'workingDays' } },
          })
        }
      />
      {timer ? (
        <>
          <TermEditor
            title={t('timer')}
            term={timer.term}
            time={dutchCalendar.messageTime}
            onChange={(term, field) => onChange({ ...triggers, timer: { ...timer, term } }, field)}
          />
          {repeats ? (
            <TextInput
              size="sm"
              label={`${t('repeat')}: ${t('times')}`}
              value={timer.times === undefined ? '' : String(timer.times)}
              onChange={(event) => {
                const typed = event.currentTarget.value;
                const { times: _old, ...once } = timer;
                onChange(
                  {
                    ...triggers,
                    timer:
                      typed === '' ? once : { ...timer, times: /^\d+$/.test(typed) ? Number(typed) : typed },
                  },
                  'times',
                );
              }}
              onBlur={editor.settle}
            />
          ) : null}
        </>
      ) : null}
      <Checkbox
        size="sm"
        label={t('message')}
        checked={message !== undefined}
        disabled={only('message')}
        onChange={(event) => toggle('message', event.currentTarget.checked, { message: { name: 'reply' } })}
      />
      {message ? (
        <TextInput
          size="sm"
          label={t('messageName')}
          value={message.name}
          onChange={(event) =>
            onChange({ ...triggers, message: { ...message, name: event.currentTarget.value } }, 'message')
          }
          onBlur={editor.settle}
        />
      ) : null}
      <Checkbox
        size="sm"
        label={t('whenTrue')}
        checked={condition !== undefined}
        disabled={only('condition')}
        onChange={(event) => toggle('condition', event.currentTarget.checked, { condition: 'true' })}
      />
      {condition !== undefined ? (
        <ConditionEditor
          label={t('whenTrue')}
          value={condition}
          onChange={(feel, typing) =>
            onChange({ ...triggers, condition: feel ?? 'true' }, typing ? 'condition' : undefined)
          }
        />
      ) : null}
      <Checkbox
        size="sm"
        label={t('escalation')}
        checked={escalation !== undefined}
        disabled={only('escalation')}
        onChange={(event) => toggle('escalation', event.currentTarget.checked, { escalation: 'rest' })}
      />
      {escalation !== undefined ? (
        <TextInput
          size="sm"
          label={t('endCode')}
          value={escalation}
          onChange={(event) => onChange({ ...triggers, escalation: event.currentTarget.value }, 'escalation')}
          onBlur={editor.settle}
        />
      ) : null}
    </Section>
  );
}
