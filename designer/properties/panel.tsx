/** The properties of what is selected: one sentence, and what can be changed about it. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Element, Flow, Role, Side } from '../../contract/index.ts';
import { nameOf, roleName, said } from '../../core/prose/say.ts';
import { sentence } from '../../core/prose/sentence.ts';
import { blockOf, blocks, elementOf, flowOf, freshName } from '../actions/index.ts';
import { blockIcons } from '../canvas/icons.tsx';
import type { Editor } from '../canvas/use-editor.ts';
import { Expert } from '../expert/expert.tsx';
import { RoleTools } from '../expert/role-tools.tsx';
import { StartValues } from '../expert/start-values.tsx';
import { SideShape } from '../shared/side-mark.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { editors, Inside } from './editors.tsx';
import { Ways } from './lists.tsx';
import { PropertiesProvider, Section, useChange, useProperties, Words } from './parts.tsx';
import styles from './properties.module.css';

interface Props {
  editor: Editor;
  processes: readonly string[];
  onGo(place: { element?: string; flow?: string }): void;
  onForm(form: string): void;
}

export function Properties({ editor, processes, onGo, onForm }: Props) {
  const { definition, selection } = editor.drawing;
  const element = elementOf(definition, selection.elements[0]);
  const flow = flowOf(definition, selection.flows[0]);
  const count = selection.elements.length + selection.flows.length;
  return (
    <PropertiesProvider value={{ editor, processes, onGo, onForm }}>
      <div className={styles.panel} id="properties">
        {count > 1 ? (
          <Several count={count} />
        ) : element ? (
          // By its place: under another identifier it is still the same, and the keyboard stays where it is.
          <OfElement key={definition.elements.indexOf(element)} element={element} />
        ) : flow ? (
          <OfFlow key={flow.id} flow={flow} />
        ) : (
          <OfProcess />
        )}
      </div>
    </PropertiesProvider>
  );
}

function Several({ count }: { count: number }) {
  const { t } = useTranslation('properties');
  return <p style={{ margin: 0 }}>{t('several', { count })}</p>;
}

function OfElement({ element }: { element: Element }) {
  const { t } = useTranslation('properties');
  const { definition, language, editor } = useProperties();
  const change = useChange(element);
  const block = blockOf(element);
  const Icon = blockIcons[block];
  const Editor = editors[element.type] as (props: { element: Element }) => ReactElement | null;
  return (
    <>
      <h2 className={styles.heading}>
        <Icon size={20} stroke={1.75} aria-hidden="true" />
        {blocks[block].name[language]}
      </h2>
      <p className={styles.sentence}>
        {sentence(definition, element, language).map((piece, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence stay in place
          typeof piece === 'string' ? piece : <strong key={index}>{piece.strong}</strong>,
        )}
      </p>
      <Words
        id="property-name"
        label={t('name')}
        value={element.name}
        onChange={(name) => change({ name }, 'name')}
        onBlur={editor.settle}
      />
      <Editor element={element} />
      <Ways element={element} />
      <Inside element={element} />
      <Expert element={element} />
    </>
  );
}

function OfFlow({ flow }: { flow: Flow }) {
  const { t } = useTranslation('properties');
  const { definition, language, editor, onGo } = useProperties();
  const from = elementOf(definition, flow.from);
  const decides = from?.type === 'exclusiveGateway' || from?.type === 'inclusiveGateway';
  const outcomes = from?.type === 'userTask' ? (from.outcomes ?? []) : [];
  const change = (next: Parameters<typeof editor.run<'changeFlow'>>[1]['change'], field?: string) => {
    editor.run('changeFlow', { id: flow.id, change: next }, field && `${flow.id} ${field}`);
    if (!field) editor.settle();
  };
  return (
    <>
      <h2 className={styles.heading}>{t('flow')}</h2>
      <p className={styles.sentence}>
        {t('flowFromTo', {
          from: nameOf(definition, flow.from, language),
          to: nameOf(definition, flow.to, language),
        })}
      </p>
      {outcomes.length > 0 ? (
        <NativeSelect
          size="sm"
          label={t('outcome')}
          value={flow.outcome ?? ''}
          data={[
            { value: '', label: t('always') },
            ...outcomes.map(({ id, label }) => ({ value: id, label: said(label, language) })),
          ]}
          onChange={(event) => change({ outcome: event.currentTarget.value || undefined } as Partial<Flow>)}
        />
      ) : null}
      {decides ? (
        <Checkbox
          size="sm"
          label={t('otherwise')}
          checked={flow.default === true}
          onChange={(event) => change({ default: event.currentTarget.checked || undefined } as Partial<Flow>)}
        />
      ) : null}
      {flow.default || outcomes.length > 0 ? null : (
        <ConditionEditor
          label={t('condition')}
          value={flow.condition ?? ''}
          place={{ element: flow.from, when: 'after' }}
          {...(decides ? { leaves: flow.from } : {})}
          onChange={(condition, typing) =>
            change({ condition } as Partial<Flow>, typing ? 'condition' : undefined)
          }
        />
      )}
      {outcomes.length === 0 ? (
        <Words
          label={t('label')}
          value={flow.label}
          onChange={(label) => change({ label }, 'label')}
          onBlur={editor.settle}
        />
      ) : null}
      <div className={styles.row}>
        {[flow.from, flow.to].map((id) => (
          <button key={id} type="button" className={styles.link} onClick={() => onGo({ element: id })}>
            {t('goTo', { name: nameOf(definition, id, language) })}
          </button>
        ))}
      </div>
    </>
  );
}

function OfProcess() {
  const { t } = useTranslation('properties');
  const { definition, language, editor, onForm } = useProperties();
  const addRole = () => {
    const id = freshName(
      'role',
      definition.roles.map((role) => role.id),
    );
    editor.run('changeRole', { id, name: { nl: 'Nieuwe rol', en: 'New role' }, side: 'us' });
  };
  return (
    <>
      <h2 className={styles.heading}>{t('process')}</h2>
      <p style={{ margin: 0 }} className="quiet">
        {t('nothing')}
      </p>
      <Words
        label={t('name')}
        value={definition.name}
        onChange={(name) => editor.run('changeProcess', { name }, 'process name')}
        onBlur={editor.settle}
      />
      <Words
        long
        label={t('summary')}
        value={definition.summary}
        onChange={(summary) => editor.run('changeProcess', { summary }, 'process summary')}
        onBlur={editor.settle}
      />
      <Section
        title={t('roles')}
        action={
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={addRole}
          >
            {t('addRole')}
          </Button>
        }
      >
        <ul className={styles.items}>
          {definition.roles.map((role) => (
            <RoleRow key={role.id} role={role} />
          ))}
        </ul>
      </Section>
      <Section title={t('forms')}>
        <ul className={styles.items}>
          {definition.forms.map(({ id, name }) => (
            <li key={id}>
              <button type="button" className={styles.link} onClick={() => onForm(id)}>
                {said(name, language)}
              </button>
            </li>
          ))}
        </ul>
      </Section>
      <StartValues />
    </>
  );
}

function RoleRow({ role }: { role: Role }) {
  const { t } = useTranslation('properties');
  const { definition, language, editor } = useProperties();
  const both = typeof role.name === 'string' ? { nl: role.name, en: role.name } : role.name;
  return (
    <li className={styles.row}>
      <TextInput
        size="sm"
        aria-label={`${t('name')}: ${roleName(definition, role.id, language)}`}
        leftSection={<SideShape side={role.side} size={12} />}
        value={both[language]}
        onChange={(event) =>
          editor.run(
            'changeRole',
            { ...role, name: { ...both, [language]: event.currentTarget.value } },
            `role ${role.id}`,
          )
        }
        onBlur={editor.settle}
      />
      <NativeSelect
        size="sm"
        aria-label={`${t('side')}: ${both[language]}`}
        value={role.side}
        data={(['initiator', 'us', 'partner', 'volunteer'] as const).map((value) => ({
          value,
          label: t(`sides.${value}`),
        }))}
        onChange={(event) => editor.run('changeRole', { ...role, side: event.currentTarget.value as Side })}
      />
      <RoleTools role={role} />
    </li>
  );
}
