/** Lanes as they are seen: bands behind the drawing, and their names at the left edge of the screen, wherever one looks. */
import { useStore, ViewportPortal } from '@xyflow/react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { roleName, sideOf } from '../../core/prose/say.ts';
import { useLanguage } from '../app/i18n.ts';
import { SideShape } from '../shared/side-mark.tsx';
import { bandId } from './described.ts';
import { AUTOMATIC } from './lane-of.ts';
import styles from './lanes.module.css';
import type { LanesView } from './lanes-view.ts';

/** Bands go on beyond the drawing, so that no edge is seen while it is panned. */
const BEYOND = 4000;
const NAME = 26;

interface Props {
  definition: Definition;
  view: LanesView;
  /** Into which lane something is being dragged. */
  target: string | undefined;
}

export function Lanes({ definition, view, target }: Props) {
  return (
    <>
      <Bands view={view} target={target} definition={definition} />
      <Names view={view} definition={definition} />
    </>
  );
}

function useLaneName(definition: Definition): (role: string) => string {
  const { t } = useTranslation('lanes');
  const language = useLanguage();
  return (role) => (role === AUTOMATIC ? t('automatic') : roleName(definition, role, language));
}

function Bands({ view, target, definition }: Props) {
  const { t } = useTranslation('lanes');
  const name = useLaneName(definition);
  return (
    <ViewportPortal>
      {view.lanes.map(({ role, y, height, elements }, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a lane is no field set
        <div
          key={role}
          id={bandId(index)}
          role="group"
          className={styles.band}
          data-lane={role === AUTOMATIC ? 'automatic' : role}
          data-side={role === AUTOMATIC ? undefined : sideOf(definition, role)}
          data-target={target === role || undefined}
          aria-label={t('lane', { name: name(role), count: elements.length })}
          style={{
            transform: `translate(${-BEYOND}px, ${y}px)`,
            width: view.width + 2 * BEYOND,
            height,
          }}
        />
      ))}
    </ViewportPortal>
  );
}

/** Over the drawing and not in it: as large at any distance, inside its lane as long as that is seen, and under the tools of what is chosen. */
function Names({ view, definition }: Omit<Props, 'target'>) {
  const name = useLaneName(definition);
  const top = useStore(({ transform }) => transform[1]);
  const zoom = useStore(({ transform }) => transform[2]);
  // Where the tools of an element lie, too.
  const layer = useStore(({ domNode }) => domNode?.querySelector('.react-flow__renderer'));
  if (!layer) return null;
  return createPortal(
    <ul className={styles.names} aria-hidden="true">
      {view.lanes.map(({ role, y, height }) => {
        const [from, to] = [y * zoom + top, (y + height) * zoom + top];
        const at = Math.min(Math.max(from + 5, 5), to - NAME - 1);
        return (
          <li
            key={role}
            data-lane-name={role === AUTOMATIC ? 'automatic' : role}
            data-side={role === AUTOMATIC ? undefined : sideOf(definition, role)}
            style={{ transform: `translateY(${Math.max(from, at)}px)` }}
          >
            {role === AUTOMATIC ? null : <SideShape side={sideOf(definition, role)} />}
            <span>{name(role)}</span>
          </li>
        );
      })}
    </ul>,
    layer,
  );
}
