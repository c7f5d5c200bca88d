/** What only some people need of an element: its identifier, other names for it, what it keeps in mind and takes along. */
import { NativeSelect, TagsInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Element, ElementOf } from '../../contract/index.ts';
import { mayRename } from '../actions/index.ts';
import { Assignments } from '../properties/lists.tsx';
import { useChange, useProperties, Words } from '../properties/parts.tsx';
import styles from './expert.module.css';
import { NameInput } from './name-input.tsx';
import { Refusals } from './refusals.tsx';
import { ValueList } from './value-list.tsx';

/** These show what they keep in mind, and their explanation, above already. */
const SET_ABOVE = new Set(['receiveTask', 'scriptTask', 'businessRuleTask']);
const EXPLAINED_ABOVE = new Set(['userTask', 'agreement', 'sendTask', 'subProcess']);
/** Nothing comes of an assignment here. */
const KEEPS_NOTHING = new Set(['unsupported', 'manualTask']);

/** Open for all elements once it was opened: whoever needs it needs it often. */
export function Expert({ element }: { element: Element }) {
  const { t } = useTranslation('expert');
  const { t: say } = useTranslation('properties');
  const { editor } = useProperties();
  const change = useChange(element);
  const [open, setOpen] = useLocalStorage({ key: 'properties-expert', defaultValue: false });
  return (
    <details
      className={styles.expert}
      open={open}
      onToggle={(event) => {
        if (event.currentTarget.open !== open) setOpen(event.currentTarget.open);
      }}
    >
      <summary>{t('title')}</summary>
      <NameInput
        label={t('id')}
        description={t('idHint')}
        value={element.id}
        may={(id) => mayRename(editor.drawing, element.id, id)}
        onChange={(to) => {
          editor.run('rename', { element: element.id, to });
          editor.settle();
        }}
      />
      <Names
        label={t('aliases')}
        value={element.aliases}
        onChange={(aliases) => change({ aliases } as Partial<Element>)}
      />
      {EXPLAINED_ABOVE.has(element.type) ? null : (
        <Words
          long
          label={say('documentation')}
          value={element.documentation}
          onChange={(documentation) => change({ documentation }, 'documentation')}
          onBlur={editor.settle}
        />
      )}
      {element.type === 'userTask' ? <OfTask element={element} /> : null}
      {SET_ABOVE.has(element.type) || KEEPS_NOTHING.has(element.type) ? null : (
        <Assignments element={element} />
      )}
      {element.type === 'callActivity' ? <Carried element={element} /> : null}
    </details>
  );
}

function OfTask({ element }: { element: ElementOf<'userTask'> }) {
  const { t } = useTranslation('expert');
  const change = useChange(element);
  return (
    <>
      <NativeSelect
        size="sm"
        label={t('opening')}
        value={element.opening ?? ''}
        data={[
          { value: '', label: t('openings.usual') },
          ...(['checkIn', 'dated', 'silent'] as const).map((value) => ({
            value,
            label: t(`openings.${value}`),
          })),
        ]}
        onChange={(event) =>
          change({ opening: event.currentTarget.value || undefined } as Partial<typeof element>)
        }
      />
      <Names
        label={t('skipWhenSet')}
        value={element.skipWhenSet}
        onChange={(skipWhenSet) => change({ skipWhenSet } as Partial<typeof element>)}
      />
      <Refusals element={element} />
    </>
  );
}

/** What goes into another process and comes out of it. */
function Carried({ element }: { element: ElementOf<'callActivity'> }) {
  const { t } = useTranslation('expert');
  const change = useChange(element);
  return (['inputMapping', 'outputMapping'] as const).map((list) => (
    <ValueList
      key={list}
      title={t(list)}
      values={element[list] ?? []}
      onChange={(values, field) =>
        change({ [list]: values.length > 0 ? values : undefined } as Partial<typeof element>, field)
      }
    />
  ));
}

/** Words without spaces, each typed and followed by Enter; none is no property at all. */
export function Names({
  label,
  value = [],
  onChange,
}: {
  label: string;
  value: string[] | undefined;
  onChange(names: string[] | undefined): void;
}) {
  const { t } = useTranslation('expert');
  return (
    <TagsInput
      size="sm"
      label={label}
      description={t('aliasesHint')}
      value={value}
      onChange={(names) => onChange(names.length > 0 ? names : undefined)}
    />
  );
}
