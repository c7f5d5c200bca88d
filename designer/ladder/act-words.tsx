/** The words of a reminder: those of the house, or texts of the process itself that several points may share. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RungAct } from '../../contract/index.ts';
import { said } from '../../core/prose/say.ts';
import { STANDARD_TEXTS, standardText } from '../../core/texts/standard-texts.ts';
import { freshName } from '../actions/index.ts';
import { NameInput } from '../expert/name-input.tsx';
import { MessageEditor } from '../properties/message-editor.tsx';
import { useProperties } from '../properties/parts.tsx';
import { withTextKey } from './rungs.ts';

type Notify = Extract<RungAct, { act: 'notify' }>;

interface Props<A extends RungAct> {
  act: A;
  onChange(act: A, gesture?: string): void;
}

export function NotifyWords({ act, owner, onChange }: Props<Notify> & { owner: string }) {
  const { t } = useTranslation('expert');
  const { definition, language, editor } = useProperties();
  const { texts } = definition;
  const own = Object.entries(texts);
  const standard = Object.keys(STANDARD_TEXTS)
    .filter((key) => /^(FAST|ORG|INIT|PARTNER)\./.test(key) || `std:${key}` === act.text)
    .map((key) => ({ value: `std:${key}`, label: t('standardText', { key }) }));
  const text = Object.hasOwn(texts, act.text) ? texts[act.text] : undefined;
  return (
    <>
      <NativeSelect
        size="sm"
        label={t('rungKind')}
        value={act.kind}
        data={(['headsUp', 'chase', 'dated'] as const).map((value) => ({
          value,
          label: t(`kinds.${value}`),
        }))}
        onChange={(event) => onChange({ ...act, kind: event.currentTarget.value as Notify['kind'] })}
      />
      <NativeSelect
        size="sm"
        label={t('rungText')}
        value={act.text}
        data={[
          ...own.map(([value, { subject }]) => ({ value, label: said(subject, language) || value })),
          ...standard,
        ]}
        onChange={(event) => onChange({ ...act, text: event.currentTarget.value })}
      />
      <Button
        size="compact-sm"
        variant={text ? 'default' : 'light'}
        leftSection={<IconPlus size={16} aria-hidden />}
        style={{ justifySelf: 'start' }}
        onClick={() => {
          // Begun as what it says now, in both languages.
          const now = text ?? begunAs(act.text);
          const key = freshName('text', Object.keys(texts));
          editor.run('changeProcess', { texts: { ...texts, [key]: now } }, `new text ${key}`);
          onChange({ ...act, text: key }, `new text ${key}`);
        }}
      >
        {t('newText')}
      </Button>
      {text ? (
        <>
          <NameInput
            label={t('textKey')}
            value={act.text}
            place="text"
            may={(key) =>
              /^[A-Za-z][\w-]*$/.test(key) && !Object.hasOwn(texts, key)
                ? { ok: true }
                : {
                    ok: false,
                    why: {
                      nl: 'Een naam die nog niet bestaat: letters, cijfers en _.',
                      en: 'A name that is not there yet: letters, digits and _.',
                    },
                  }
            }
            onChange={(key) => editor.run('changeProcess', withTextKey(definition, act.text, key))}
          />
          <MessageEditor
            title={t('rungText')}
            text={text}
            to={act.to === 'owner' ? owner : act.to}
            onChange={(next, field) =>
              editor.run(
                'changeProcess',
                { texts: { ...texts, [act.text]: next } },
                `text ${act.text} ${field}`,
              )
            }
          />
        </>
      ) : null}
    </>
  );
}

function begunAs(key: string) {
  const { subject, body } = standardText(key);
  return { subject, body };
}

export function RaiseKind({ act, onChange }: Props<Extract<RungAct, { act: 'raise' }>>) {
  const { t } = useTranslation('expert');
  const { editor } = useProperties();
  return (
    <TextInput
      size="sm"
      label={t('raiseKind')}
      description={t('raiseKindHint')}
      value={act.kind ?? ''}
      onChange={(event) => {
        const { kind: _old, ...rest } = act;
        const kind = event.currentTarget.value;
        onChange(kind === '' ? rest : { ...rest, kind }, 'raise kind');
      }}
      onBlur={editor.settle}
    />
  );
}
