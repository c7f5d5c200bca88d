/** Keeps a process as a template: a new one or in place of one, from the draft or a version, with its words in both languages. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Text } from '../../contract/index.ts';
import { said } from '../../core/prose/say.ts';
import { useLanguage } from '../app/i18n.ts';
import { definitionsQuery } from '../processes/processes-api.ts';
import { announce } from '../shared/announce.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { changeTemplate, keepTemplate, templatesQuery } from './templates-api.ts';

interface Props {
  id: string;
  versions: readonly number[];
  hasDraft: boolean;
  onClose(): void;
}

const NEW = 'new';
const DRAFT = 'draft';
type Both = { nl: string; en: string };
const both = (text: Text | undefined): Both => ({ nl: said(text, 'nl'), en: said(text, 'en') });

export function KeepTemplate({ id, versions, hasDraft, onClose }: Props) {
  const { t } = useTranslation('templates');
  const { t: tShared } = useTranslation('shared');
  const language = useLanguage();
  const queries = useQueryClient();
  const { data: processes = [] } = useQuery(definitionsQuery);
  const { data: templates = [] } = useQuery(templatesQuery);
  const own = templates.filter((one) => one.own !== undefined);
  // A template that is edited, or was taken from here, is probably meant.
  const [as, setAs] = useState(
    () => (own.find((one) => one.id === id) ?? own.find((one) => one.own?.from.process === id))?.id ?? NEW,
  );
  const [what, setWhat] = useState(hasDraft ? DRAFT : String(versions[0]));
  const replaced = own.find((one) => one.id === as);
  const begin = (which: string) => {
    const found = own.find((one) => one.id === which);
    return {
      name: both(found?.name ?? processes.find((one) => one.id === id)?.name),
      summary: both(found?.summary),
    };
  };
  const [words, setWords] = useState(() => begin(as));
  const isWhole = [words.name, words.summary].every((one) => one.nl.trim() && one.en.trim());
  const keep = async () => {
    const version = what === DRAFT ? {} : { version: Number(what) };
    if (replaced?.own)
      await changeTemplate(replaced.id, {
        ...words,
        revision: replaced.own.revision,
        from: { process: id, ...version },
      });
    else await keepTemplate(id, { ...words, ...version });
    await queries.invalidateQueries({ queryKey: ['definitions'] });
    announce(t('kept', { name: words.name[language] }));
    onClose();
  };
  const field = (tried: boolean, which: 'name' | 'summary', tongue: 'nl' | 'en') => {
    const Field = which === 'name' ? TextInput : Textarea;
    const value = words[which][tongue];
    return (
      <Field
        key={`${which} ${tongue}`}
        label={t(`${which}${tongue === 'nl' ? 'Nl' : 'En'}`)}
        lang={tongue}
        aria-required
        maxLength={which === 'name' ? 120 : 600}
        value={value}
        error={tried && value.trim() === '' ? tShared('required') : undefined}
        onChange={(event: { currentTarget: { value: string } }) => {
          const next = event.currentTarget.value;
          setWords((before) => ({ ...before, [which]: { ...before[which], [tongue]: next } }));
        }}
      />
    );
  };
  return (
    <FormDialog title={t('keep')} go={t('keep')} isWhole={isWhole} onGo={keep} onClose={onClose}>
      {(tried) => (
        <>
          {own.length > 0 ? (
            <NativeSelect
              label={t('as')}
              data={[
                { value: NEW, label: t('asNew') },
                ...own.map((one) => ({
                  value: one.id,
                  label: t('asReplacing', { name: said(one.name, language) }),
                })),
              ]}
              value={as}
              onChange={(event) => {
                setAs(event.currentTarget.value);
                setWords(begin(event.currentTarget.value));
              }}
            />
          ) : null}
          <NativeSelect
            label={t('what')}
            data={[
              ...(hasDraft ? [{ value: DRAFT, label: t('draftNow') }] : []),
              ...versions.map((n) => ({ value: String(n), label: t('versionN', { n }) })),
            ]}
            value={what}
            onChange={(event) => setWhat(event.currentTarget.value)}
          />
          {field(tried, 'name', 'nl')}
          {field(tried, 'summary', 'nl')}
          {field(tried, 'name', 'en')}
          {field(tried, 'summary', 'en')}
        </>
      )}
    </FormDialog>
  );
}
