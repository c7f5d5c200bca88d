/** Buttons on the canvas: for the whole drawing, and beside what is selected. */
import { ActionIcon, Loader, Tooltip } from '@mantine/core';
import {
  IconAdjustments,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsMaximize,
  IconPlus,
  IconWand,
  IconZoomIn,
  IconZoomOut,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ActionId, actions, type Drawing } from '../actions/index.ts';
import { useLanguage } from '../app/i18n.ts';
import styles from './canvas.module.css';
import { actionIcons } from './icons.tsx';
import type { Editor } from './use-editor.ts';

interface ToolProps {
  icon: TablerIcon;
  label: string;
  keys?: string;
  disabled?: boolean;
  busy?: boolean;
  onPress(): void;
}

function Tool({ icon: Icon, label, keys, disabled = false, busy = false, onPress }: ToolProps) {
  return (
    <Tooltip label={keys ? `${label} (${keys})` : label}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={label}
        aria-disabled={disabled || undefined}
        data-disabled={disabled || undefined}
        onClick={() => !disabled && !busy && onPress()}
      >
        {busy ? <Loader size={16} /> : <Icon size={20} stroke={1.75} aria-hidden="true" />}
      </ActionIcon>
    </Tooltip>
  );
}

interface CanvasToolsProps {
  editor: Pick<Editor, 'canUndo' | 'canRedo' | 'undo' | 'redo'>;
  tidying: boolean;
  onTidy(): void;
  onFit(): void;
  onZoom(by: number): void;
  onAdd(): void;
}

export function CanvasTools({ editor, tidying, onTidy, onFit, onZoom, onAdd }: CanvasToolsProps) {
  const { t } = useTranslation('canvas');
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('drawing')}>
      <span className={styles.narrowOnly}>
        <Tool icon={IconPlus} label={t('addBlock')} onPress={onAdd} />
      </span>
      <Tool
        icon={IconArrowBackUp}
        label={t('undo')}
        keys="Ctrl+Z"
        disabled={!editor.canUndo}
        onPress={editor.undo}
      />
      <Tool
        icon={IconArrowForwardUp}
        label={t('redo')}
        keys="Ctrl+Y"
        disabled={!editor.canRedo}
        onPress={editor.redo}
      />
      <Tool icon={IconWand} label={tidying ? t('tidying') : t('tidy')} busy={tidying} onPress={onTidy} />
      <Tool icon={IconArrowsMaximize} label={t('fit')} keys="F" onPress={onFit} />
      <span className={styles.wideOnly}>
        <Tool icon={IconZoomOut} label={t('zoomOut')} onPress={() => onZoom(1 / 1.3)} />
        <Tool icon={IconZoomIn} label={t('zoomIn')} onPress={() => onZoom(1.3)} />
      </span>
    </div>
  );
}

interface NodeToolsProps {
  drawing: Drawing;
  onAppend(): void;
  onConnect(): void;
  onDuplicate(): void;
  onAttach(): void;
  onRemove(): void;
  onProperties(): void;
}

export function NodeTools({
  drawing,
  onAppend,
  onConnect,
  onDuplicate,
  onAttach,
  onRemove,
  onProperties,
}: NodeToolsProps) {
  const { t } = useTranslation('canvas');
  const language = useLanguage();
  const shown: [ActionId, () => void][] = [
    ['append', onAppend],
    ['connect', onConnect],
    ['attach', onAttach],
    ['duplicate', onDuplicate],
    ['remove', onRemove],
  ];
  return (
    <div className={styles.nodeTools} role="toolbar" aria-label={t('toolbar')}>
      {shown
        .filter(([id]) => actions[id].enabled(drawing))
        .map(([id, onPress]) => (
          <Tool
            key={id}
            icon={actionIcons[actions[id].icon]}
            label={actions[id].label[language]}
            {...(actions[id].keys?.[0] ? { keys: actions[id].keys?.[0] as string } : {})}
            onPress={onPress}
          />
        ))}
      <span className={styles.narrowOnly}>
        <Tool icon={IconAdjustments} label={t('properties')} onPress={onProperties} />
      </span>
    </div>
  );
}
