/** Connections with other systems: secrets by name and address, whose values are never shown; tokens, each shown once. */
import { Button, PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Secret, Token, TokenMade } from '../../contract/api/outside.ts';
import { ask, send } from '../app/api.ts';
import { queryClient } from '../app/queries.ts';
import { useMay } from '../app/session.ts';
import { Empty } from '../shared/empty.tsx';
import { Failed } from '../shared/failed.tsx';
import { FormDialog } from '../shared/form-dialog.tsx';
import { MoveDialog } from '../shared/move-dialog.tsx';
import { useNames } from '../shared/person.tsx';
import { ShownOnce } from '../shared/shown-once.tsx';
import { useDays } from '../shared/today.ts';
import { addressesIn } from './addresses.ts';
import styles from './operations.module.css';

type SecretRow = z.infer<typeof Secret>;
type TokenRow = z.infer<typeof Token>;

const secretsQuery = queryOptions({
  queryKey: ['secrets'],
  queryFn: async ({ signal }) => (await ask<{ items: SecretRow[] }>('/secrets', { signal })).items,
});
const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: async ({ signal }) => (await ask<{ items: TokenRow[] }>('/tokens', { signal })).items,
});
const again = (name: 'secrets' | 'tokens') => void queryClient.invalidateQueries({ queryKey: [name] });

export function Page() {
  const { t } = useTranslation('operations');
  const may = useMay();
  if (!may('secret.read')) return <Empty whole title={t('notYours')} />;
  return (
    <article className={styles.page}>
      <header>
        <h1>{t('connections.title')}</h1>
        <p className="quiet">{t('connections.lead')}</p>
      </header>
      <Secrets mayWrite={may('secret.write')} />
      {may('token.read') ? <Tokens mayWrite={may('token.write')} /> : null}
    </article>
  );
}

type Open = { what: 'add' } | { what: 'change' | 'remove'; row: SecretRow };

function Secrets({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation('operations');
  const days = useDays();
  const name = useNames();
  const { data, error } = useQuery(secretsQuery);
  const [open, setOpen] = useState<Open>();
  const close = (done: boolean) => {
    setOpen(undefined);
    if (done) again('secrets');
  };
  return (
    <section className="card" aria-labelledby="secrets">
      <h2 id="secrets">{t('secrets.title')}</h2>
      <p className="quiet">{t('secrets.lead')}</p>
      <Failed error={error} />
      {data?.length === 0 ? <p>{t('secrets.none')}</p> : null}
      <ul className={styles.rows}>
        {(data ?? []).map((row) => (
          <li key={row.name}>
            <div>
              <b>{row.name}</b>
              <p>{t('secrets.to', { where: row.origins.join(', ') })}</p>
              <p className="quiet">
                {t('secrets.changed', {
                  when: days.moment(row.changedAt),
                  who: name(row.changedBy),
                })}
              </p>
            </div>
            {mayWrite ? (
              <Moves>
                <Button
                  size="sm"
                  variant="default"
                  aria-label={`${t('secrets.change')}: ${row.name}`}
                  onClick={() => setOpen({ what: 'change', row })}
                >
                  {t('secrets.change')}
                </Button>
                <Button
                  size="sm"
                  variant="subtle"
                  color="late"
                  aria-label={`${t('secrets.remove')}: ${row.name}`}
                  onClick={() => setOpen({ what: 'remove', row })}
                >
                  {t('secrets.remove')}
                </Button>
              </Moves>
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen({ what: 'add' })}>
          {t('secrets.add')}
        </Button>
      ) : null}
      {open?.what === 'remove' ? (
        <MoveDialog
          title={t('secrets.removeTitle', { name: open.row.name })}
          lead={t('secrets.removeLead')}
          go={t('secrets.remove')}
          color="late"
          said={t('secrets.removed', { name: open.row.name })}
          request={() => ({
            path: `/secrets/${encodeURIComponent(open.row.name)}`,
            body: {},
            method: 'DELETE',
          })}
          onClose={close}
        />
      ) : open ? (
        <PutSecret row={open.what === 'change' ? open.row : undefined} onClose={close} />
      ) : null}
    </section>
  );
}

const Moves = ({ children }: { children: ReactNode }) => <div className={styles.rowMoves}>{children}</div>;

const NAME = /^[a-zA-Z][a-zA-Z0-9_.-]{0,63}$/;

function PutSecret({ row, onClose }: { row: SecretRow | undefined; onClose(done: boolean): void }) {
  const { t } = useTranslation('operations');
  const { t: tShared } = useTranslation('shared');
  const [name, setName] = useState(row?.name ?? '');
  const [value, setValue] = useState('');
  const [where, setWhere] = useState(row?.origins.join('\n') ?? '');
  const [tried, setTried] = useState(false);
  const addresses = addressesIn(where);
  const isWhole = NAME.test(name) && value !== '' && addresses.ok && addresses.origins.length > 0;
  return (
    <MoveDialog
      title={row ? t('secrets.changeTitle', { name: row.name }) : t('secrets.add')}
      lead={t('secrets.valueLead')}
      go={tShared('save')}
      said={t('secrets.saved', { name })}
      request={() => {
        setTried(true);
        return isWhole && addresses.ok
          ? {
              path: `/secrets/${encodeURIComponent(name)}`,
              body: { value, origins: addresses.origins },
              method: 'PUT',
            }
          : undefined;
      }}
      onClose={onClose}
    >
      {row ? null : (
        <TextInput
          label={t('secrets.name')}
          description={t('secrets.nameHint')}
          aria-required
          autoComplete="off"
          spellCheck={false}
          value={name}
          error={tried && !NAME.test(name) ? t('secrets.nameWrong') : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <PasswordInput
        label={t('secrets.value')}
        aria-required
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('secrets.show') }}
        value={value}
        error={tried && value === '' ? tShared('required') : undefined}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Textarea
        label={t('secrets.where')}
        description={t('secrets.whereHint')}
        aria-required
        autosize
        minRows={2}
        spellCheck={false}
        value={where}
        error={
          !tried
            ? undefined
            : !addresses.ok
              ? t('secrets.whereWrong', { line: addresses.line })
              : addresses.origins.length === 0
                ? tShared('required')
                : undefined
        }
        onChange={(event) => setWhere(event.currentTarget.value)}
      />
    </MoveDialog>
  );
}

function Tokens({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation('operations');
  const { t: tLayout } = useTranslation('layout');
  const days = useDays();
  const { data, error } = useQuery(tokensQuery);
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<TokenRow>();
  const rows = [...(data ?? [])].sort((a, b) => Number(!!a.revokedAt) - Number(!!b.revokedAt));
  return (
    <section className="card" aria-labelledby="tokens">
      <h2 id="tokens">{t('tokens.title')}</h2>
      <p className="quiet">{t('tokens.lead')}</p>
      <Failed error={error} />
      {data?.length === 0 ? <p>{t('tokens.none')}</p> : null}
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.id} data-over={row.revokedAt ? true : undefined}>
            <div>
              <b>{row.name}</b>
              <p>{t('tokens.as', { role: tLayout(`role.${row.role as 'system'}`) })}</p>
              <p className="quiet">
                {row.revokedAt
                  ? t('tokens.ended', { when: days.moment(row.revokedAt) })
                  : row.lastUsedAt
                    ? t('tokens.used', { when: days.moment(row.lastUsedAt) })
                    : t('tokens.unused', { when: days.moment(row.createdAt) })}
              </p>
            </div>
            {mayWrite && !row.revokedAt ? (
              <Moves>
                <Button
                  size="sm"
                  variant="subtle"
                  color="late"
                  aria-label={`${t('tokens.end')}: ${row.name}`}
                  onClick={() => setEnding(row)}
                >
                  {t('tokens.end')}
                </Button>
              </Moves>
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <Button leftSection={<IconKey size={18} aria-hidden />} onClick={() => setMaking(true)}>
          {t('tokens.make')}
        </Button>
      ) : null}
      {making ? <MakeToken onClose={() => setMaking(false)} /> : null}
      {ending ? (
        <MoveDialog
          title={t('tokens.endTitle', { name: ending.name })}
          lead={t('tokens.endLead')}
          go={t('tokens.end')}
          color="late"
          said={t('tokens.endSaid', { name: ending.name })}
          request={() => ({ path: `/tokens/${encodeURIComponent(ending.id)}`, body: {}, method: 'DELETE' })}
          onClose={(done) => {
            setEnding(undefined);
            if (done) again('tokens');
          }}
        />
      ) : null}
    </section>
  );
}

const ROLES = ['system', 'supporter', 'coordinator', 'manager', 'administrator'] as const;

function MakeToken({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('operations');
  const { t: tShared } = useTranslation('shared');
  const { t: tLayout } = useTranslation('layout');
  const [name, setName] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]>('system');
  const [made, setMade] = useState<string>();
  const make = async () => {
    setMade((await send<z.infer<typeof TokenMade>>('/tokens', { name: name.trim(), role })).token);
    again('tokens');
  };
  if (made !== undefined)
    return (
      <ShownOnce
        title={t('tokens.madeTitle', { name })}
        lead={t('tokens.madeLead')}
        label={t('tokens.token')}
        value={made}
        words={{ copy: t('tokens.copy'), copied: t('tokens.copied'), done: t('tokens.kept') }}
        onClose={onClose}
      />
    );
  return (
    <FormDialog
      title={t('tokens.make')}
      go={t('tokens.make')}
      isWhole={name.trim() !== ''}
      onGo={make}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <TextInput
            label={t('tokens.name')}
            description={t('tokens.nameHint')}
            aria-required
            maxLength={80}
            autoComplete="off"
            value={name}
            error={tried && name.trim() === '' ? tShared('required') : undefined}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('tokens.role')}
            description={t('tokens.roleHint')}
            allowDeselect={false}
            data={ROLES.map((one) => ({ value: one, label: tLayout(`role.${one}`) }))}
            value={role}
            onChange={(value) => setRole((value ?? 'system') as (typeof ROLES)[number])}
          />
        </>
      )}
    </FormDialog>
  );
}
