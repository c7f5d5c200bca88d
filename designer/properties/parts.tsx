/** Small inputs the properties are made of: words in two languages, roles, sections. */
import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition, Element, Language, Text } from '../../contract/index.ts';
import { rolesOf } from '../../core/prose/say.ts';
import { useLanguage } from '../app/i18n.ts';
import type { Editor } from '../canvas/use-editor.ts';
import { useTyped } from '../shared/use-typed.ts';
import styles from './properties.module.css';

interface Shared {
  editor: Editor;
  /** Selects an element or flow and shows it. */
  onGo(place: { element?: string; flow?: string }): void;
  onForm(form: string): void;
  processes: readonly string[];
}

const SharedContext = createContext<Shared | undefined>(undefined);
export const PropertiesProvider = SharedContext.Provider;

export function useProperties(): Shared & { definition: Definition; language: Language } {
  const shared = useContext(SharedContext);
  const language = useLanguage();
  if (!shared) throw new Error('Expected to be inside the properties');
  return { ...shared, definition: shared.editor.drawing.definition, language };
}

/** Changes one element; what is typed in one field is one step. */
export function useChange<E extends Element>(element: E): (change: Partial<E>, field?: string) => void {
  const { editor } = useProperties();
  return (change, field) => {
    editor.run(
      'changeElement',
      { id: element.id, change: change as Partial<Element> },
      field === undefined ? undefined : `${element.id} ${field}`,
    );
    if (field === undefined) editor.settle();
  };
}

export function Section({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h3>{title}</h3>
        {action}
      </div>
      {children}
    </section>
  );
}

interface WordsProps {
  label: string;
  value: Text | undefined;
  onChange(value: Text): void;
  onBlur?(): void;
  long?: boolean;
  id?: string;
}

/** Words in the language on screen first, the other beneath. */
export function Words({ label, value, onChange, onBlur, long = false, id }: WordsProps) {
  const { t } = useTranslation('properties');
  const language = useLanguage();
  const both =
    value === undefined ? { nl: '', en: '' } : typeof value === 'string' ? { nl: value, en: value } : value;
  const order: Language[] = language === 'nl' ? ['nl', 'en'] : ['en', 'nl'];
  const Input = long ? LongInput : ShortInput;
  return (
    <div className={styles.words}>
      {order.map((one, index) => (
        <Input
          key={one}
          {...(id && index === 0 ? { id } : {})}
          label={index === 0 ? label : `${label} (${t(`other.${one}`)})`}
          quiet={index > 0}
          lang={one}
          value={both[one]}
          onChange={(words) => onChange({ ...both, [one]: words })}
          {...(onBlur ? { onBlur } : {})}
        />
      ))}
    </div>
  );
}

interface InputProps {
  label: string;
  quiet: boolean;
  lang: Language;
  value: string;
  id?: string;
  onChange(words: string): void;
  onBlur?(): void;
}

function ShortInput({ quiet, value, onChange, ...rest }: InputProps) {
  const [shown, type] = useTyped(value, onChange);
  return (
    <TextInput
      size="sm"
      {...rest}
      value={shown}
      data-quiet={quiet || undefined}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
function LongInput({ quiet, value, onChange, ...rest }: InputProps) {
  const [shown, type] = useTyped(value, onChange);
  return (
    <Textarea
      size="sm"
      autosize
      minRows={2}
      maxRows={12}
      {...rest}
      value={shown}
      data-quiet={quiet || undefined}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

/** One or more roles; the last one stays. Picking one that is chosen takes it off, so that no mouse is needed for that. */
export function Roles({
  label,
  value,
  onChange,
  atLeast = 1,
}: {
  label: string;
  value: readonly string[];
  onChange(roles: string[]): void;
  atLeast?: number;
}) {
  const { definition, language } = useProperties();
  const known = rolesOf(definition, language);
  const data = [
    ...known,
    ...value.filter((id) => !known.some((one) => one.value === id)).map((id) => ({ value: id, label: id })),
  ];
  return (
    <MultiSelect
      size="sm"
      label={label}
      data={data}
      value={[...value]}
      searchable
      comboboxProps={{ withinPortal: true }}
      onChange={(roles) => {
        if (roles.length >= atLeast) onChange(roles);
      }}
    />
  );
}
