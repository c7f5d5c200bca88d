/** A short list to pick from by typing, arrows and Enter, or with the mouse: what to add, where to connect, what to find. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Findable, foundBy } from './found-by.ts';
import styles from './pick-menu.module.css';

export interface Choice extends Findable {
  icon?: ReactNode;
}

interface Props {
  title: string;
  choices: readonly Choice[];
  /** Where its corner stands, in the element that contains it. */
  at?: { x: number; y: number };
  empty?: string;
  onPick(id: string): void;
  onClose(): void;
  /** The choice under the cursor, for a preview. */
  onConsider?(id: string | undefined): void;
}

export const MENU_WIDTH = 280;
const HEIGHT = 340;

export function PickMenu({ title, choices, at, empty, onPick, onClose, onConsider }: Props) {
  const { t } = useTranslation('canvas');
  const id = useId();
  const [typed, setTyped] = useState('');
  const [index, setIndex] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => foundBy(typed, choices), [choices, typed]);
  const chosen = shown[Math.min(index, shown.length - 1)];
  useEffect(() => {
    input.current?.focus();
  }, []);
  useEffect(() => {
    onConsider?.(chosen?.id);
  }, [chosen?.id, onConsider]);
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) onClose();
    };
    document.addEventListener('pointerdown', outside, true);
    return () => document.removeEventListener('pointerdown', outside, true);
  }, [onClose]);
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setIndex(
        (before) => (Math.min(before, shown.length - 1) + move + shown.length) % Math.max(1, shown.length),
      );
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      onPick(chosen.id);
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose();
    }
  };
  const parent = box.current?.offsetParent;
  const place = at && {
    left: Math.max(8, Math.min(at.x, (parent?.clientWidth ?? innerWidth) - MENU_WIDTH - 8)),
    top: Math.max(8, Math.min(at.y, (parent?.clientHeight ?? innerHeight) - HEIGHT - 8)),
  };
  return (
    <div
      ref={box}
      className={styles.menu}
      data-free={at ? undefined : true}
      style={place}
      role="dialog"
      aria-label={title}
    >
      <label className={styles.title} htmlFor={id}>
        {title}
      </label>
      <input
        ref={input}
        id={id}
        className={styles.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
        aria-autocomplete="list"
        placeholder={t('pick')}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setIndex(0);
        }}
        onKeyDown={keys}
      />
      <div className={styles.list} id={`${id}-list`} role="listbox" aria-label={title}>
        {shown.map((choice) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input above has the keys
          <div
            key={choice.id}
            id={`${id}-${choice.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={choice === chosen}
            className={styles.option}
            onPointerMove={() => setIndex(shown.indexOf(choice))}
            onClick={() => onPick(choice.id)}
          >
            {choice.icon}
            <span>
              <span className={styles.label}>{choice.label}</span>
              {choice.hint ? <span className={styles.hint}>{choice.hint}</span> : null}
            </span>
          </div>
        ))}
      </div>
      {shown.length === 0 ? (
        <p className={styles.none}>
          {choices.length === 0 ? (empty ?? t('nothingFound')) : t('nothingFound')}
        </p>
      ) : null}
    </div>
  );
}
