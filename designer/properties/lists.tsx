/** Lists on an element: its outcomes, what it keeps in mind, the ways that leave it. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Assignment, Element, ElementOf, Outcome, Term } from '../../contract/index.ts';
import { nameOf, said, saidCondition, titleOf } from '../../core/prose/say.ts';
import { freshName, freshVariable, outgoing } from '../actions/index.ts';
import { OutcomeDetails } from '../expert/outcome-details.tsx';
import { ExpressionField } from '../expression/expression-field.tsx';
import { Section, useChange, useProperties, Words } from './parts.tsx';
import styles from './properties.module.css';
import { TermEditor } from './term-editor.tsx';

/** The item at a place, one further up or down. */
export function shifted<T>(list: readonly T[], from: number, by: number): T[] {
  const next = [...list];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(Math.max(0, Math.min(list.length - 1, from + by)), 0, one);
  return next;
}

interface RowToolsProps {
  name: string;
  index: number;
  count: number;
  onMove(by: number): void;
  onRemove(): void;
}

export function RowTools({ name, index, count, onMove, onRemove }: RowToolsProps) {
  const { t } = useTranslation('properties');
  return (
    <span style={{ display: 'flex' }}>
      <ActionIcon
        variant="subtle"
        size={30}
        aria-label={t('up', { name })}
        disabled={index === 0}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        size={30}
        aria-label={t('down', { name })}
        disabled={index === count - 1}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" size={30} aria-label={t('removeNamed', { name })} onClick={onRemove}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </span>
  );
}

export function Outcomes({ element }: { element: ElementOf<'userTask'> }) {
  const { t } = useTranslation('properties');
  const { definition, language, editor, onGo } = useProperties();
  const change = useChange(element);
  const outcomes = element.outcomes ?? [];
  const set = (next: Outcome[], field?: string) =>
    change({ outcomes: next.length > 0 ? next : undefined } as Partial<typeof element>, field);
  const flows = outgoing(definition, element.id);
  return (
    <Section title={t('outcomes')}>
      <ul className={styles.items}>
        {outcomes.map((outcome, index) => {
          const name = said(outcome.label, language) || t('outcome');
          const flow = flows.find((one) => one.outcome === outcome.id);
          return (
            <li key={outcome.id} className={styles.item}>
              <div className={styles.itemHead}>
                <span className="quiet" style={{ fontSize: 14 }}>
                  {flow ? t('leadsTo', { name: nameOf(definition, flow.to, language) }) : t('leadsNowhere')}
                </span>
                <RowTools
                  name={name}
                  index={index}
                  count={outcomes.length}
                  onMove={(by) => set(shifted(outcomes, index, by))}
                  onRemove={() => set(outcomes.filter((one) => one !== outcome))}
                />
              </div>
              <Words
                label={t('outcome')}
                value={outcome.label}
                onChange={(label) =>
                  set(
                    outcomes.map((one) => (one === outcome ? { ...one, label } : one)),
                    `outcome ${outcome.id}`,
                  )
                }
                onBlur={editor.settle}
              />
              <OutcomeDetails element={element} outcome={outcome} />
              {flow ? (
                <button type="button" className={styles.link} onClick={() => onGo({ element: flow.to })}>
                  {t('goTo', { name: nameOf(definition, flow.to, language) })}
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        style={{ justifySelf: 'start' }}
        onClick={() =>
          set([
            ...outcomes,
            {
              id: freshName(
                'outcome',
                outcomes.map(({ id }) => id),
              ),
              label: { nl: 'Nieuwe uitkomst', en: 'New outcome' },
            },
          ])
        }
      >
        {t('addOutcome')}
      </Button>
    </Section>
  );
}

export function Assignments({ element }: { element: Element }) {
  const { t } = useTranslation('properties');
  const { t: te } = useTranslation('expert');
  const { definition, editor } = useProperties();
  const change = useChange(element);
  const all = element.set ?? [];
  const add = (assigned: { value: string } | { term: Term }) =>
    set([...all, { variable: freshVariable('value', definition), ...assigned } as Assignment]);
  const set = (next: Assignment[], field?: string) =>
    change({ set: next.length > 0 ? next : undefined } as Partial<Element>, field);
  return (
    <Section title={t('set')}>
      <ul className={styles.items}>
        {all.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same name may be set twice, in order
          <li key={index} className={styles.item}>
            <div className={styles.itemHead}>
              <strong>{one.variable}</strong>
              <RowTools
                name={one.variable}
                index={index}
                count={all.length}
                onMove={(by) => set(shifted(all, index, by))}
                onRemove={() => set(all.filter((_, at) => at !== index))}
              />
            </div>
            <div className={styles.row}>
              <TextInput
                size="sm"
                label={t('variable')}
                value={one.variable}
                onChange={(event) =>
                  set(
                    all.map((other, at) =>
                      at === index ? { ...other, variable: event.currentTarget.value } : other,
                    ),
                    `set ${index}`,
                  )
                }
                onBlur={editor.settle}
              />
              {'value' in one ? (
                <div className={styles.whole}>
                  <ExpressionField
                    label={t('valueFeel')}
                    value={one.value}
                    place={{ element: element.id, when: 'end' }}
                    onChange={(value) =>
                      set(
                        all.map((other, at) => (at === index ? { variable: one.variable, value } : other)),
                        `set ${index}`,
                      )
                    }
                    onSettle={editor.settle}
                  />
                </div>
              ) : null}
            </div>
            {'term' in one ? (
              <TermEditor
                title={te('setDateTerm', { name: one.variable })}
                term={one.term}
                onChange={(term, field) =>
                  set(
                    all.map((other, at) => (at === index ? { variable: one.variable, term } : other)),
                    field && `set ${index} ${field}`,
                  )
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        {(
          [
            [t('addSet'), { value: '1' }],
            [te('setDate'), { term: { amount: 5, unit: 'workingDays' } }],
          ] as const
        ).map(([label, assigned]) => (
          <Button
            key={label}
            className={styles.fixed as string}
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => add(assigned)}
          >
            {label}
          </Button>
        ))}
      </div>
    </Section>
  );
}

/** Where an element leads, each way a link to itself and to what follows. */
export function Ways({ element }: { element: Element }) {
  const { t } = useTranslation('properties');
  const { definition, language, onGo } = useProperties();
  const flows = outgoing(definition, element.id);
  if (flows.length === 0) return null;
  return (
    <Section title={t('flows')}>
      <ul className={styles.items}>
        {flows.map((flow) => {
          const to = definition.elements.find(({ id }) => id === flow.to);
          const outcome =
            element.type === 'userTask' ? element.outcomes?.find(({ id }) => id === flow.outcome) : undefined;
          const when = outcome
            ? said(outcome.label, language)
            : said(flow.label, language) ||
              (flow.condition
                ? saidCondition(definition, flow.condition, language)
                : flow.default
                  ? t('otherwise')
                  : t('always'));
          return (
            <li key={flow.id}>
              <span className="quiet">{when} → </span>
              <button type="button" className={styles.link} onClick={() => onGo({ flow: flow.id })}>
                {to ? titleOf(to, language) : flow.to}
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
