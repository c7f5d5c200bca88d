/** When an answer is not taken, and what then stands on the screen. */
import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ElementOf } from '../../contract/index.ts';
import { parse } from '../../core/feel/index.ts';
import { Section, useChange, useProperties, Words } from '../properties/parts.tsx';
import styles from '../properties/properties.module.css';

type Refusal = NonNullable<ElementOf<'userTask'>['refuseIf']>[number];

export function Refusals({ element }: { element: ElementOf<'userTask'> }) {
  const { t } = useTranslation('expert');
  const { t: say } = useTranslation('properties');
  const { editor } = useProperties();
  const change = useChange(element);
  const all = element.refuseIf ?? [];
  const set = (next: Refusal[], field?: string) =>
    change({ refuseIf: next.length > 0 ? next : undefined } as Partial<typeof element>, field);
  const put = (index: number, part: Partial<Refusal>) =>
    set(
      all.map((one, at) => (at === index ? { ...one, ...part } : one)),
      `refuse ${index} ${Object.keys(part)[0]}`,
    );
  return (
    <Section title={t('refusals')}>
      {all.length > 0 ? (
        <ul className={styles.items}>
          {all.map(({ condition, saying }, index) => {
            const parsed = parse(condition);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: reasons are known by their place only
              <li key={index} className={styles.item}>
                <div className={styles.itemHead}>
                  <span>{index + 1}</span>
                  <ActionIcon
                    variant="subtle"
                    size={30}
                    aria-label={say('removeNamed', { name: `${t('refusals')} ${index + 1}` })}
                    onClick={() => set(all.filter((_, at) => at !== index))}
                  >
                    <IconX size={16} aria-hidden />
                  </ActionIcon>
                </div>
                <Textarea
                  size="sm"
                  autosize
                  minRows={1}
                  label={t('refusal')}
                  spellCheck={false}
                  value={condition}
                  onChange={(event) => put(index, { condition: event.currentTarget.value })}
                  onBlur={editor.settle}
                />
                {parsed.ok ? null : (
                  <p className={styles.problem}>{say('feelBroken', { message: parsed.message })}</p>
                )}
                <Words
                  label={t('refusalSaying')}
                  value={saying}
                  onChange={(words) => put(index, { saying: words })}
                  onBlur={editor.settle}
                />
              </li>
            );
          })}
        </ul>
      ) : null}
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        style={{ justifySelf: 'start' }}
        onClick={() =>
          set([
            ...all,
            {
              condition: 'false',
              saying: { nl: 'Vul dit nog aan.', en: 'Please complete this.' },
            },
          ])
        }
      >
        {t('addRefusal')}
      </Button>
    </Section>
  );
}
