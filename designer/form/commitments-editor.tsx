/** The list of commitments: each says what, has one owner and one date; beneath it who carries how much. */
import { ActionIcon, Button, Checkbox, Input, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Side } from '../../contract/index.ts';
import type { Json } from '../../core/state.ts';
import { usePeople } from '../app/queries.ts';
import { OwnerShare } from '../shared/owner-share.tsx';
import { SideMark } from '../shared/side-mark.tsx';
import styles from './commitments-editor.module.css';
import type { FieldProps } from './fields.tsx';
import { useOwnOptions } from './person-options.ts';

/** A commitment while it is being written: any part may still be missing. */
type Draft = { [part: string]: Json };

const draftsOf = (value: Json): Draft[] =>
  Array.isArray(value)
    ? value.filter((one): one is Draft => typeof one === 'object' && one !== null && !Array.isArray(one))
    : [];

const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : '');

export function CommitmentsEditor({
  id,
  label,
  field,
  value,
  error,
  parts,
  initiative,
  onChange,
}: FieldProps) {
  const { t, i18n } = useTranslation('form');
  const language = i18n.language as 'nl' | 'en';
  const people = usePeople();
  const options = useOwnOptions(initiative);
  const list = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const drafts = draftsOf(value);
  const sideOf = (draft: Draft) => people.get(textOf(draft.owner))?.side as Side | undefined;
  const change = (index: number, part: string, given: Json) =>
    onChange(drafts.map((draft, at) => (at === index ? withPart(draft, part, given) : draft)));
  const add = () => {
    onChange([...drafts, { text: '', owner: '', due: '' }]);
    // The new one is drawn after this; then typing can start in it at once.
    setTimeout(() => {
      const inputs = list.current?.querySelectorAll<HTMLElement>('fieldset:last-of-type input');
      inputs?.[0]?.focus();
    });
  };
  const remove = (index: number) => {
    onChange(drafts.filter((_, at) => at !== index));
    setSaid(t('commitments.removed', { n: index + 1 }));
  };
  const help = field.help ? (typeof field.help === 'string' ? field.help : field.help[language]) : undefined;
  return (
    <Input.Wrapper id={id} label={label} labelElement="div" description={help} error={error} size="md">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would hold fieldsets, which are read twice */}
      <div ref={list} className={styles.list} role="group" aria-label={t('commitments.share')}>
        {drafts.length === 0 ? <p className="quiet">{t('commitments.none')}</p> : null}
        {drafts.map((draft, index) => (
          <One
            // biome-ignore lint/suspicious/noArrayIndexKey: a commitment has no name of its own before it is made
            key={index}
            index={index}
            draft={draft}
            side={sideOf(draft)}
            options={options}
            problem={(part) => parts[`[${index}].${part}`]}
            onChange={(part, given) => change(index, part, given)}
            onRemove={() => remove(index)}
          />
        ))}
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={add}
          id={`${id}-add`}
        >
          {drafts.length === 0 ? t('commitments.first') : t('commitments.add')}
        </Button>
        <p className="unseen" role="status">
          {said}
        </p>
        {drafts.length > 0 ? (
          <div className={styles.share}>
            <OwnerShare owners={drafts.flatMap((draft) => sideOf(draft) ?? [])} />
          </div>
        ) : null}
      </div>
    </Input.Wrapper>
  );
}

function withPart(draft: Draft, part: string, given: Json): Draft {
  const { [part]: _, ...rest } = draft;
  return given === null || given === '' || given === false ? rest : { ...rest, [part]: given };
}

interface OneProps {
  index: number;
  draft: Draft;
  side: Side | undefined;
  options: { value: string; label: string }[];
  problem(part: string): string | undefined;
  onChange(part: string, given: Json): void;
  onRemove(): void;
}

function One({ index, draft, side, options, problem, onChange, onRemove }: OneProps) {
  const { t } = useTranslation('form');
  const nth = t('commitments.nth', { n: index + 1 });
  const what = textOf(draft.text) || nth;
  return (
    <fieldset className={styles.one} style={{ borderInlineStartColor: side ? `var(--${side})` : undefined }}>
      <legend>
        {side ? <SideMark side={side} /> : null}
        {nth}
      </legend>
      <TextInput
        label={t('commitments.text')}
        size="md"
        value={textOf(draft.text)}
        error={problem('text')}
        onChange={(event) => onChange('text', event.currentTarget.value)}
      />
      <div className={styles.pair}>
        <Select
          label={t('commitments.owner')}
          size="md"
          data={options}
          searchable
          placeholder={t('choose')}
          nothingFoundMessage={t('nobodyFound')}
          value={textOf(draft.owner) || null}
          error={problem('owner')}
          onChange={(given) => onChange('owner', given)}
        />
        <TextInput
          type="date"
          size="md"
          label={t('commitments.due')}
          value={textOf(draft.due)}
          error={problem('due')}
          onChange={(event) => onChange('due', event.currentTarget.value)}
        />
      </div>
      {side === 'us' ? (
        <Textarea
          label={`${t('commitments.why')} (${t('optional')})`}
          description={t('commitments.whyHelp')}
          size="md"
          autosize
          minRows={1}
          value={textOf(draft.why)}
          onChange={(event) => onChange('why', event.currentTarget.value)}
        />
      ) : null}
      {side === 'initiator' || side === 'volunteer' ? (
        <Checkbox
          label={t('commitments.remindMe')}
          checked={draft.remindMe === true}
          onChange={(event) => onChange('remindMe', event.currentTarget.checked)}
        />
      ) : null}
      <ActionIcon
        className={styles.remove}
        variant="subtle"
        color="quiet"
        size="lg"
        aria-label={t('commitments.remove', { what })}
        onClick={onRemove}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </fieldset>
  );
}
