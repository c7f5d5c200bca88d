/** An expression being written: what can come next, what is wrong where, what it says in words, and what comes of it. */
import { TextInput } from '@mantine/core';
import {
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Place,
  type Seen,
  type Suggestion,
  seenAt,
  suggest,
  troubleIn,
} from '../../core/writing/index.ts';
import { useProperties } from '../properties/parts.tsx';
import styles from './expression.module.css';
import { InWords } from './in-words.tsx';
import { Suggested } from './suggested.tsx';
import { TroubleShown } from './trouble-shown.tsx';
import { TryIt } from './try-it.tsx';

interface Props {
  label: string;
  hideLabel?: boolean;
  value: string;
  onChange(value: string): void;
  onSettle(): void;
  /** Where it stands, which tells what has a value by then. */
  place?: Place;
  /** Names that are known only there: the columns of a form, the value of a cell. */
  also?: readonly Seen[];
  /** Of a condition on a way: the element it leaves. */
  leaves?: string;
  /** Whether it answers yes or no. */
  isCondition?: boolean;
  /** Without the words and the trying, where there is little room. */
  short?: boolean;
}

const NONE: readonly Seen[] = [];

export function ExpressionField({
  label,
  hideLabel = false,
  value,
  onChange,
  onSettle,
  place,
  also = NONE,
  leaves,
  isCondition = false,
  short = false,
}: Props) {
  const { t } = useTranslation('expression');
  const { definition, language } = useProperties();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState<number>();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  /** Where the cursor goes once the new text stands in the field. */
  const next = useRef<number>(undefined);
  const drawn = useDeferredValue(definition);
  const { element, when } = place ?? {};
  const seen = useMemo(
    () => [
      ...also,
      ...seenAt(
        drawn,
        element !== undefined && when !== undefined ? { element, when } : undefined,
        language,
      ).filter(({ name }) => !also.some((one) => one.name === name)),
    ],
    [drawn, element, when, language, also],
  );
  const suggestions = useMemo(
    () => suggest(value, caret ?? value.length, seen, language),
    [value, caret, seen, language],
  );
  const trouble = useMemo(
    () =>
      value.trim() === ''
        ? undefined
        : troubleIn(
            value,
            seen.map(({ name }) => name),
            language,
            (name) => {
              const kind = seen.find((one) => one.name === name)?.kind;
              return kind === 'date' || kind === 'dateTime' ? kind : undefined;
            },
          ),
    [value, seen, language],
  );
  const shown = isOpen && suggestions.all.length > 0;
  // A name that is not finished is no name yet: nothing is wrong while the list still offers it.
  const isBegun = shown && trouble?.severity === 'warning' && trouble.to === (caret ?? value.length);
  const count = suggestions.all.length;

  useLayoutEffect(() => {
    if (next.current === undefined) return;
    input.current?.setSelectionRange(next.current, next.current);
    setCaret(next.current);
    next.current = undefined;
  });
  useEffect(() => {
    if (shown) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [shown, active, id]);

  const moved = () => setCaret(input.current?.selectionStart ?? undefined);
  const put = (text: string, cursor: number) => {
    next.current = cursor;
    onChange(text);
    input.current?.focus();
  };
  const choose = (one: Suggestion) => {
    const { from, to } = suggestions;
    const space = one.kind === 'word' && !/\s$/.test(value.slice(0, from)) ? ' ' : '';
    const insert = `${space}${one.insert}${one.kind === 'word' ? ' ' : ''}`;
    const inside = one.kind === 'function' && one.known.takes.length > 0 ? 1 : 0;
    put(value.slice(0, from) + insert + value.slice(to), from + insert.length - inside);
    setActive(-1);
    setOpen(one.kind !== 'value');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      moved();
      setOpen(true);
      setActive(0);
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (count === 0) return;
      event.preventDefault();
      if (!shown) {
        moved();
        setOpen(true);
        setActive(event.key === 'ArrowDown' ? 0 : count - 1);
      } else setActive((active + (event.key === 'ArrowDown' ? 1 : active < 0 ? 0 : -1) + count) % count);
      return;
    }
    if (!shown) return;
    if (event.key === 'Escape') {
      // The field stays; whatever it lies in does not close with the list.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      setActive(-1);
      return;
    }
    const chosen = suggestions.all[active];
    if (chosen && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      choose(chosen);
    }
  };

  return (
    <div className={styles.field}>
      <div className={styles.entry}>
        <TextInput
          ref={input}
          size="sm"
          {...(hideLabel ? { 'aria-label': label } : { label })}
          classNames={{ input: styles.code ?? '' }}
          value={value}
          role="combobox"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-describedby={`${id}-help${trouble && !isBegun ? ` ${id}-trouble` : ''}`}
          aria-invalid={trouble?.severity === 'error' || undefined}
          {...(shown && active >= 0 ? { 'aria-activedescendant': `${id}-${active}` } : {})}
          // Escape closes the list; a dialog around it stays.
          data-mantine-stop-propagation={shown || undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => {
            setCaret(event.currentTarget.selectionStart ?? undefined);
            setOpen(true);
            setActive(-1);
            onChange(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
          onSelect={moved}
          onBlur={() => {
            setOpen(false);
            setActive(-1);
            onSettle();
          }}
        />
        <Suggested
          id={id}
          isOpen={shown}
          all={suggestions.all}
          active={active}
          onChoose={choose}
          label={t('list')}
        />
      </div>
      <p id={`${id}-help`} className={styles.help}>
        {t('help')}
      </p>
      <p role="status" className={styles.aloud}>
        {shown ? t('count', { count }) : ''}
      </p>
      {trouble && !isBegun ? (
        <TroubleShown
          id={`${id}-trouble`}
          expression={value}
          trouble={trouble}
          onGo={() => {
            input.current?.focus();
            input.current?.setSelectionRange(trouble.from, trouble.to);
          }}
          onMend={(text, cursor) => {
            put(text, cursor);
            onSettle();
          }}
        />
      ) : null}
      {short || value.trim() === '' || trouble?.severity === 'error' ? null : (
        <>
          <InWords expression={value} />
          <TryIt expression={value} seen={seen} isCondition={isCondition} {...(leaves ? { leaves } : {})} />
        </>
      )}
    </div>
  );
}
