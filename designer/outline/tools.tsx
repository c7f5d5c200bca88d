/** What can be done with the step or way that is chosen in the list: its name, and a button for each action. */
import { Button, TextInput } from '@mantine/core';
import {
  IconAdjustments,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconRoute,
  IconUnlink,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Element, Flow } from '../../contract/index.ts';
import { titleOf } from '../../core/prose/say.ts';
import { useLanguage } from '../app/i18n.ts';
import { actionIcons } from '../canvas/icons.tsx';
import type { Editor } from '../canvas/use-editor.ts';
import styles from './outline.module.css';
import type { PlaceFor } from './place-for.ts';

interface Props {
  editor: Editor;
  element: Element | undefined;
  way: Flow | undefined;
  nameId: string;
  can: {
    add: PlaceFor | undefined;
    connect: boolean;
    attach: boolean;
    earlier: boolean;
    later: boolean;
    cut: boolean;
    remove: boolean;
  };
  onAdd(): void;
  onConnect(): void;
  onAttach(): void;
  onShift(to: 'earlier' | 'later'): void;
  onCut(): void;
  onRemove(): void;
  onProperties(): void;
  onBack(to: 'undo' | 'redo'): void;
  /** The name is written: back to the list. */
  onLeave(): void;
}

export function OutlineTools({ editor, element, way, nameId, can, ...on }: Props) {
  const { t } = useTranslation('outline');
  const language = useLanguage();
  const title = element ? t('with', { name: titleOf(element, language) }) : way ? t('withWay') : t('chosen');
  return (
    <div className={styles.tools}>
      {element ? (
        <Name key={element.id} editor={editor} element={element} id={nameId} onLeave={on.onLeave} />
      ) : null}
      <div role="toolbar" aria-label={title} className={styles.buttons}>
        {element || way ? (
          <>
            {can.add ? (
              <Tool
                icon={actionIcons.append}
                label={
                  can.add.kind === 'before'
                    ? t('addBefore')
                    : can.add.kind === 'between'
                      ? t('insert')
                      : t('add')
                }
                onPress={on.onAdd}
              />
            ) : null}
            {can.connect ? (
              <Tool
                icon={way ? IconRoute : actionIcons.connect}
                label={way ? t('lead') : t('connect')}
                onPress={on.onConnect}
              />
            ) : null}
            {can.attach ? <Tool icon={actionIcons.attach} label={t('attach')} onPress={on.onAttach} /> : null}
            {can.earlier ? (
              <Tool icon={actionIcons.earlier} label={t('earlier')} onPress={() => on.onShift('earlier')} />
            ) : null}
            {can.later ? (
              <Tool icon={actionIcons.later} label={t('later')} onPress={() => on.onShift('later')} />
            ) : null}
            {can.cut ? <Tool icon={IconUnlink} label={t('cut')} onPress={on.onCut} /> : null}
            <Tool icon={IconAdjustments} label={t('properties')} onPress={on.onProperties} />
            {can.remove ? (
              <Tool icon={actionIcons.remove} label={way ? t('cut') : t('remove')} onPress={on.onRemove} />
            ) : null}
          </>
        ) : (
          <span className={styles.quiet}>{t('choose')}</span>
        )}
        <span className={styles.push} />
        <Tool
          icon={IconArrowBackUp}
          label={t('undo')}
          isOff={!editor.canUndo}
          onPress={() => on.onBack('undo')}
        />
        <Tool
          icon={IconArrowForwardUp}
          label={t('redo')}
          isOff={!editor.canRedo}
          onPress={() => on.onBack('redo')}
        />
      </div>
    </div>
  );
}

interface NameProps {
  editor: Editor;
  element: Element;
  id: string;
  onLeave(): void;
}

/** The name in the language on screen; the other language is in the properties. */
function Name({ editor, element, id, onLeave }: NameProps) {
  const { t } = useTranslation('outline');
  const language = useLanguage();
  const { name } = element;
  const both =
    name === undefined ? { nl: '', en: '' } : typeof name === 'string' ? { nl: name, en: name } : name;
  return (
    <TextInput
      id={id}
      size="sm"
      label={t('name')}
      className={styles.name}
      value={both[language]}
      onChange={(event) =>
        editor.run(
          'changeElement',
          { id: element.id, change: { name: { ...both, [language]: event.currentTarget.value } } },
          `${element.id} name`,
        )
      }
      onBlur={editor.settle}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        onLeave();
      }}
    />
  );
}

interface ToolProps {
  icon: TablerIcon;
  label: string;
  isOff?: boolean;
  onPress(): void;
}

function Tool({ icon: Icon, label, isOff = false, onPress }: ToolProps) {
  return (
    <Button
      variant="default"
      size="compact-md"
      leftSection={<Icon size={18} stroke={1.75} aria-hidden="true" />}
      aria-disabled={isOff || undefined}
      data-disabled={isOff || undefined}
      onClick={() => !isOff && onPress()}
    >
      {label}
    </Button>
  );
}
