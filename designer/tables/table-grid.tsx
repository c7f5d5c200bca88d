/** The rows and columns of a decision table, by mouse and by keyboard as a grid has it: arrows go about, Enter or typing changes a cell. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconAlertTriangle, IconDots } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision } from '../../contract/index.ts';
import { isAnything } from '../../core/decisions/decide.ts';
import { said } from '../../core/prose/say.ts';
import { answerTrouble, inputLabel, testTrouble } from '../../core/writing/index.ts';
import {
  type TableColumn,
  withCell,
  withColumnMoved,
  withoutRow,
  withRow,
  withRowMoved,
} from '../actions/index.ts';
import { useProperties } from '../properties/parts.tsx';
import { type At, atOfColumn, columnsOf, textAt } from './at.ts';
import styles from './tables.module.css';

interface Props {
  table: Decision;
  at: At;
  names: readonly string[];
  /** Rows that fit the sample values. */
  fits: readonly number[];
  onAt(at: At): void;
  onChange(table: Decision): void;
  onSay(words: string): void;
}

export function TableGrid({ table, at, names, fits, onAt, onChange, onSay }: Props) {
  const { t } = useTranslation('tables');
  const { definition, language } = useProperties();
  const id = useId();
  const grid = useRef<HTMLTableElement>(null);
  const [typed, setTyped] = useState<string>();
  /** The place comes under the cursor after a change, not at the first drawing. */
  const wanted = useRef(false);
  /** Pressed once more while one stands there already: on a telephone the way to change a cell. */
  const again = useRef(false);
  const last = { row: table.rules.length - 1, column: columnsOf(table) - 1 };
  const row = Math.max(-1, Math.min(at.row, last.row));
  const column = Math.max(row < 0 ? 1 : 0, Math.min(at.column, row < 0 ? last.column - 1 : last.column));

  // Before anything else is pressed, so that no key is lost.
  useLayoutEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`);
    const inside = cell?.querySelector<HTMLElement>('input, button') ?? cell;
    inside?.focus();
    if (inside instanceof HTMLInputElement)
      inside.setSelectionRange(inside.value.length, inside.value.length);
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const go = (next: At) => {
    wanted.current = true;
    onAt(next);
  };
  const put = (text: string) => {
    const place = atOfColumn(table, column);
    if (text === textAt(table, { row, column })) return;
    if (place) onChange(withCell(table, row, place, text));
    else
      onChange({
        ...table,
        rules: table.rules.map((rule, index) => {
          if (index !== row) return rule;
          const { note: _, ...rest } = rule;
          return text === '' ? rest : { ...rest, note: text };
        }),
      });
  };
  const done = (next?: At) => {
    if (typed !== undefined) put(typed);
    setTyped(undefined);
    if (next) go(next);
    else wanted.current = true;
  };
  const moveRow = (by: number) => {
    const to = row + by;
    if (row < 0 || to < 0 || to > last.row) return;
    onChange(withRowMoved(table, row, by));
    onSay(t('said.moved', { n: to + 1 }));
    go({ row: to, column });
  };
  const moveColumn = (by: number) => {
    const place = atOfColumn(table, column);
    const target = place && atOfColumn(table, column + by);
    if (!place || target?.of !== place.of) return;
    onChange(withColumnMoved(table, place, by));
    onSay(t('said.columnMoved', { n: place.at + by + 1 }));
    go({ row, column: column + by });
  };
  const addRow = (place: number, like?: number) => {
    onChange(withRow(table, place, like));
    onSay(t('said.added', { n: place + 1 }));
    go({ row: place, column: Math.max(1, column) });
  };
  const removeRow = (place: number) => {
    if (place < 0) return;
    onChange(withoutRow(table, place));
    onSay(t('said.removed', { n: place + 1 }));
    go({ row: Math.min(place, last.row - 1), column });
  };

  const whileTyping = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') {
      event.preventDefault();
      done({ row: Math.min(row + 1, last.row), column });
    } else if (event.key === 'Tab') {
      event.preventDefault();
      done({ row, column: Math.max(1, Math.min(column + (event.shiftKey ? -1 : 1), last.column)) });
    } else if (event.key === 'Escape') {
      event.preventDefault();
      setTyped(undefined);
      wanted.current = true;
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const control = event.ctrlKey || event.metaKey;
    const isButton = (event.target as HTMLElement).tagName === 'BUTTON';
    const used = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (control && event.key === 'Enter') {
      used();
      return addRow(row + 1);
    }
    if (control && (event.key === 'Delete' || event.key === 'Backspace')) {
      used();
      return removeRow(row);
    }
    const steps: Record<string, [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    };
    const step = steps[event.key];
    if (step && event.altKey) {
      used();
      return step[0] === 0 ? moveColumn(step[1]) : moveRow(step[0]);
    }
    if (step) {
      used();
      const to = { row: Math.max(-1, Math.min(row + step[0], last.row)), column: column + step[1] };
      const [first, end] = to.row < 0 ? [1, last.column - 1] : [0, last.column];
      return go({ row: to.row, column: Math.max(first, Math.min(to.column, end)) });
    }
    if (event.key === 'Home' || event.key === 'End') {
      used();
      const to = event.key === 'Home' ? 1 : last.column;
      return go({ row: control ? (event.key === 'Home' ? 0 : last.row) : row, column: to });
    }
    if (isButton || row < 0 || column === 0) return;
    if (event.key === 'Enter' || event.key === 'F2') {
      used();
      wanted.current = true;
      setTyped(textAt(table, { row, column }));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      used();
      put(atOfColumn(table, column)?.of === 'input' ? '-' : '');
    } else if (event.key.length === 1 && !control && !event.altKey) {
      used();
      wanted.current = true;
      setTyped(event.key === ' ' ? '' : event.key);
    }
  };

  const heading = (index: number): string => {
    const place = atOfColumn(table, index);
    if (!place) return t('note');
    if (place.of === 'input') {
      const input = table.inputs[place.at];
      return input ? inputLabel(definition, input, language) : '';
    }
    const output = table.outputs[place.at];
    return said(output?.label, language) || (output?.name ?? '');
  };
  const numbered = ({ of, at: nth }: TableColumn): string =>
    t(of === 'input' ? 'question' : 'answer', { n: nth + 1 });
  const places = Array.from({ length: last.column }, (_, index) => index + 1);
  return (
    <div className={styles.scroll}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table one writes in is a grid
        role="grid"
        aria-label={t('grid')}
        className={styles.grid}
        onKeyDown={typed === undefined ? onKeyDown : undefined}
      >
        <thead>
          <tr>
            <td className={styles.number} />
            {places.map((index) => {
              const place = atOfColumn(table, index);
              return (
                <th
                  key={index}
                  scope="col"
                  data-of={place?.of ?? 'note'}
                  data-at={`-1 ${index}`}
                  data-first={place?.at === 0 || undefined}
                >
                  {place ? (
                    <button
                      type="button"
                      className={styles.heading}
                      tabIndex={row === -1 && column === index ? 0 : -1}
                      aria-label={t('columnTools', { name: `${numbered(place)} ${heading(index)}` })}
                      aria-pressed={row === -1 && column === index}
                      onClick={() => go({ row: -1, column: index })}
                    >
                      <small>{numbered(place)}</small> <span>{heading(index)}</span>
                      <IconAdjustmentsHorizontal size={15} aria-hidden />
                    </button>
                  ) : (
                    t('note')
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {table.rules.map((_, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place only
            <tr key={r} data-fits={fits.includes(r) || undefined}>
              <th scope="row" className={styles.number} data-at={`${r} 0`}>
                <RowMenu
                  n={r + 1}
                  isLast={r === last.row}
                  fits={fits.includes(r)}
                  tabIndex={row === r && column === 0 ? 0 : -1}
                  onAt={() => onAt({ row: r, column: 0 })}
                  onMove={(by) => {
                    onChange(withRowMoved(table, r, by));
                    onSay(t('said.moved', { n: r + by + 1 }));
                    go({ row: r + by, column: 0 });
                  }}
                  onAdd={(by, copy) => addRow(r + by, copy ? r : undefined)}
                  onRemove={() => removeRow(r)}
                />
              </th>
              {places.map((index) => {
                const place = atOfColumn(table, index);
                const text = textAt(table, { row: r, column: index });
                const trouble =
                  place === undefined
                    ? undefined
                    : place.of === 'input'
                      ? testTrouble(text, names, language)
                      : answerTrouble(text, names, language);
                const isHere = row === r && column === index;
                const isTyping = isHere && typed !== undefined;
                const empty = place !== undefined && isAnything(text);
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to keys for all its cells
                  <td
                    key={index}
                    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell one writes in
                    role="gridcell"
                    tabIndex={isHere && !isTyping ? 0 : -1}
                    data-at={`${r} ${index}`}
                    data-of={place?.of ?? 'note'}
                    data-first={place?.at === 0 || undefined}
                    aria-selected={isHere}
                    aria-invalid={trouble?.severity === 'error' || undefined}
                    data-trouble={trouble?.severity}
                    onPointerDown={(event) => {
                      again.current = event.currentTarget === document.activeElement;
                    }}
                    onClick={() => {
                      if (isTyping) return;
                      go({ row: r, column: index });
                      if (again.current) setTyped(text);
                    }}
                    onDoubleClick={() => {
                      wanted.current = true;
                      setTyped(text);
                    }}
                    // A press counts when it is let go: what stands below may be of another height by then.
                    onFocus={({ currentTarget }) => {
                      if (!isHere && currentTarget.matches(':focus-visible')) onAt({ row: r, column: index });
                    }}
                  >
                    {isTyping ? (
                      <input
                        className={styles.input}
                        // Escape leaves the cell as it was; the dialog around it stays.
                        data-mantine-stop-propagation
                        aria-label={t('cell', { n: r + 1, name: heading(index) })}
                        value={typed}
                        autoComplete="off"
                        spellCheck={place === undefined}
                        {...(place?.of === 'input' ? { list: `${id}-${index}` } : {})}
                        onChange={(event) => setTyped(event.currentTarget.value)}
                        onKeyDown={whileTyping}
                        onBlur={() => {
                          put(typed);
                          setTyped(undefined);
                        }}
                      />
                    ) : (
                      <span data-empty={empty || undefined}>
                        {empty ? (place.of === 'input' ? t('anything') : t('nothing')) : text}
                        {trouble ? (
                          <>
                            <IconAlertTriangle size={15} aria-hidden />
                            <span className={styles.aloud}>{trouble.says}</span>
                          </>
                        ) : null}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {table.inputs.map(({ value }, i) => (
        <Choices key={value} id={`${id}-${i + 1}`} about={value} />
      ))}
    </div>
  );
}

/** What people choose from, offered while a test about it is typed. */
function Choices({ id, about }: { id: string; about: string }) {
  const { definition, language } = useProperties();
  const field = definition.forms.flatMap(({ fields }) => fields).find(({ key }) => key === about.trim());
  if (field?.type !== 'yesNo' && !field?.options) return null;
  const options =
    field.options?.map((one) => ({ value: JSON.stringify(one.id), label: said(one.label, language) })) ??
    ['true', 'false'].map((value) => ({ value, label: value }));
  return (
    <datalist id={id}>
      {options.map(({ value, label }) => (
        <option key={value} value={value} label={label} />
      ))}
    </datalist>
  );
}

function RowMenu({
  n,
  isLast,
  fits,
  tabIndex,
  onAt,
  onMove,
  onAdd,
  onRemove,
}: {
  n: number;
  isLast: boolean;
  fits: boolean;
  tabIndex: number;
  onAt(): void;
  onMove(by: number): void;
  onAdd(by: 0 | 1, copy: boolean): void;
  onRemove(): void;
}) {
  const { t } = useTranslation('tables');
  return (
    <>
      <span className={styles.n} aria-hidden>
        {n}
      </span>
      {/* Beside the table, whose edges would cut it off. */}
      <Menu position="bottom-start" returnFocus withinPortal onOpen={onAt}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            size={28}
            tabIndex={tabIndex}
            onFocus={({ currentTarget }) => {
              if (currentTarget.matches(':focus-visible')) onAt();
            }}
            aria-label={`${t('rowTools', { n })}${fits ? `. ${t('fires')}` : ''}`}
          >
            <IconDots size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown onKeyDown={(event) => event.stopPropagation()}>
          <Menu.Item disabled={n === 1} onClick={() => onMove(-1)}>
            {t('rowUp')}
          </Menu.Item>
          <Menu.Item disabled={isLast} onClick={() => onMove(1)}>
            {t('rowDown')}
          </Menu.Item>
          <Menu.Item onClick={() => onAdd(0, false)}>{t('rowAbove')}</Menu.Item>
          <Menu.Item onClick={() => onAdd(1, false)}>{t('rowBelow')}</Menu.Item>
          <Menu.Item onClick={() => onAdd(1, true)}>{t('rowCopy')}</Menu.Item>
          <Menu.Item onClick={onRemove}>{t('rowRemove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
