/** Buttons on the canvas: for the whole drawing, and beside what is selected. */
import {
  IconAdjustments,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsMaximize,
  IconPlus,
  IconWand,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ActionId, actions, type Drawing } from '../actions/index.ts';
import { useLanguage } from '../app/i18n.ts';
import styles from './canvas.module.css';
import { actionIcons } from './icons.tsx';
import { Tool } from './tool.tsx';
import type { Editor } from './use-editor.ts';

interface CanvasToolsProps {
  editor: Pick<Editor, 'canUndo' | 'canRedo' | 'undo' | 'redo'>;
  tidying: boolean;
  onTidy(): void;
  onFit(): void;
  onZoom(by: number): void;
  onAdd(): void;
  onPaste(): void;
  /** Whether dragging makes room now. */
  room: boolean;
  onRoom(): void;
  /** Everything finds its own place: nothing is moved by hand. */
  fixed?: boolean;
  /** Further buttons. */
  children?: ReactNode;
}

export function CanvasTools({
  editor,
  tidying,
  room,
  onTidy,
  onFit,
  onZoom,
  onAdd,
  onPaste,
  onRoom,
  fixed = false,
  children,
}: CanvasToolsProps) {
  const { t } = useTranslation('canvas');
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('drawing')} data-beneath>
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
      {fixed ? null : (
        <>
          <Tool icon={IconWand} label={tidying ? t('tidying') : t('tidy')} busy={tidying} onPress={onTidy} />
          <Tool icon={actionIcons.room} label={t('makeRoom')} keys="R" pressed={room} onPress={onRoom} />
        </>
      )}
      <Tool icon={actionIcons.paste} label={t('paste')} keys="Ctrl+V" onPress={onPaste} />
      <Tool icon={IconArrowsMaximize} label={t('fit')} keys="F" onPress={onFit} />
      {children}
      <span className={styles.wideOnly}>
        <Tool icon={IconZoomOut} label={t('zoomOut')} onPress={() => onZoom(1 / 1.3)} />
        <Tool icon={IconZoomIn} label={t('zoomIn')} onPress={() => onZoom(1.3)} />
      </span>
    </div>
  );
}

interface SelectedToolsProps {
  drawing: Drawing;
  /** What can be done with what is selected, in the order of the buttons. */
  can: readonly (readonly [ActionId, () => void])[];
  onCopy(): void;
  onProperties?(): void;
}

/** Beside what is selected: one element, or several. */
export function SelectedTools({ drawing, can, onCopy, onProperties }: SelectedToolsProps) {
  const { t } = useTranslation('canvas');
  const language = useLanguage();
  return (
    <div className={styles.nodeTools} role="toolbar" aria-label={t('toolbar')}>
      {can
        .filter(([id]) => actions[id].enabled(drawing))
        .map(([id, onPress]) => (
          <Tool
            key={id}
            icon={actionIcons[actions[id].icon]}
            label={actions[id].label[language]}
            {...(actions[id].keys?.[0] ? { keys: said(actions[id].keys?.[0] as string) } : {})}
            onPress={onPress}
          />
        ))}
      <Tool icon={actionIcons.copy} label={t('copy')} keys="Ctrl+C" onPress={onCopy} />
      {onProperties ? (
        <span className={styles.narrowOnly}>
          <Tool icon={IconAdjustments} label={t('properties')} onPress={onProperties} />
        </span>
      ) : null}
    </div>
  );
}

const said = (keys: string): string => (keys.length === 1 ? keys.toUpperCase() : keys.replace('Mod', 'Ctrl'));
