/** Repairing where one process stands: what is to change, what that would do, why, and then it is done. */
import { Button, MultiSelect, Select } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { Refused } from '../app/api.ts';
import { useSaid } from '../app/i18n.ts';
import type { PageProps } from '../app/pages.ts';
import { definitionsQuery, type InstanceWhole, instanceQuery, versionQuery } from '../app/queries.ts';
import { Link } from '../app/router.tsx';
import { useMay } from '../app/session.ts';
import { Stuck } from '../initiatives/stuck.tsx';
import { Empty } from '../shared/empty.tsx';
import { Failed } from '../shared/failed.tsx';
import { useDays } from '../shared/today.ts';
import { useWhatFor } from '../work/what-for.ts';
import { CarryOut } from './carry-out.tsx';
import styles from './operations.module.css';
import { canBeGoneTo, type Fate, NOTHING, type Token, valueNames, type Wanted } from './repair.ts';
import { useElementNames } from './use-element-names.ts';
import { Values } from './values.tsx';

const ProcessMap = lazy(async () => ({ default: (await import('../canvas/process-map.tsx')).ProcessMap }));

export function Page({ params }: PageProps) {
  const { t } = useTranslation('operations');
  const id = params.instance ?? '';
  const may = useMay()('instance.repair');
  const { data, error } = useQuery({ ...instanceQuery(id), enabled: may });
  const { data: processes } = useQuery(definitionsQuery);
  const version = data?.process.version;
  const own = useQuery({
    ...versionQuery(data?.process.id ?? '', version ?? 0),
    enabled: data !== undefined && version !== undefined,
  });
  const latest = processes?.find((one) => one.id === data?.process.id)?.version;
  if (!may) return <Empty whole title={t('notYours')} />;
  if (error instanceof Refused) return <Empty whole title={t('repair.missing')} />;
  if (!data || !own.data) return <Failed error={error ?? own.error} />;
  return (
    <Repair
      key={id}
      instance={data}
      definition={own.data.definition}
      isOld={latest !== undefined && version !== undefined && latest > version}
    />
  );
}

interface RepairProps {
  instance: InstanceWhole;
  definition: Definition;
  /** There is a newer version. */
  isOld: boolean;
}

function Repair({ instance: view, definition, isOld }: RepairProps) {
  const { t } = useTranslation('operations');
  const said = useSaid();
  const whatFor = useWhatFor([view.initiative]);
  const [wanted, setWanted] = useState<Wanted>(NOTHING);
  const [picked, setPicked] = useState<string>();
  const names = useElementNames(definition);
  const { instance, initiative, status, active, walked, open } = view;
  const isOver = status === 'ended' || status === 'stopped';
  const title = whatFor({ initiative, instance });
  const change = (more: Partial<Wanted>) => setWanted((before) => ({ ...before, ...more }));
  const setFate = (key: string, fate: Fate) => change({ fates: { ...wanted.fates, [key]: fate } });
  return (
    <article className={styles.page}>
      <p className={styles.back}>
        <Link to={initiative ? `/initiatives/${initiative}` : '/monitor'}>
          <IconArrowLeft size={18} aria-hidden /> {initiative ? title : t('repair.toMonitor')}
        </Link>
      </p>
      <header>
        <h1>{t('repair.title')}</h1>
        <p>
          <b>{said(definition.name)}</b> {t('repair.for', { what: title })}
        </p>
        <p className="quiet">{isOver ? t('repair.over') : t('repair.lead')}</p>
      </header>
      {isOver ? null : (
        <>
          <Stuck instance={instance} initiative={initiative} definition={definition} here />
          <div className={styles.columns}>
            <section className="card" aria-labelledby="where">
              <h2 id="where">{t('repair.where')}</h2>
              <div className={styles.map}>
                <Suspense>
                  <ProcessMap
                    definition={definition}
                    walked={walkedOf(walked)}
                    present={active.map(({ element }) => element)}
                    follow
                    onPick={setPicked}
                  />
                </Suspense>
              </div>
              <Picked
                element={definition.elements.find(({ id }) => id === picked && picked !== undefined)}
                name={names(picked ?? '')}
                tokens={tokensIn(definition, active)}
                names={names}
                onMove={(key, to) => {
                  setFate(key, { to });
                  setPicked(undefined);
                }}
                onBegin={(to) => {
                  change({ begins: [...new Set([...wanted.begins, to])] });
                  setPicked(undefined);
                }}
              />
              {isOld ? (
                <p className="quiet">
                  {t('repair.newer')}{' '}
                  <Link to={`/processes/${encodeURIComponent(definition.id)}`}>{t('repair.newerGo')}</Link>
                </p>
              ) : null}
            </section>
            <section className="card" aria-labelledby="change">
              <h2 id="change">{t('repair.change')}</h2>
              <Tokens
                tokens={active}
                definition={definition}
                names={names}
                fates={wanted.fates}
                onFate={setFate}
              />
              <MultiSelect
                label={t('repair.begin')}
                description={t('repair.beginHint')}
                placeholder={wanted.begins.length > 0 ? undefined : t('repair.nothing')}
                searchable
                data={choices(definition, names)}
                value={[...wanted.begins]}
                onChange={(begins) => change({ begins })}
              />
              <Values
                known={valueNames(definition)}
                values={wanted.values}
                onChange={(values) => change({ values })}
              />
              <CarryOut
                instance={instance}
                n={view.n}
                wanted={wanted}
                tokens={active}
                stuck={open.incidents}
                names={names}
                onWanted={setWanted}
              />
            </section>
          </div>
        </>
      )}
    </article>
  );
}

function walkedOf({ elements, flows }: InstanceWhole['walked']): string[] {
  return [
    ...Object.entries(elements).flatMap(([id, { activated }]) => (activated > 0 ? [id] : [])),
    ...Object.keys(flows),
  ];
}

type Names = (element: string) => string;

const tokensIn = ({ elements }: Definition, tokens: readonly Token[]): Token[] =>
  tokens.filter(({ element }) => elements.find(({ id }) => id === element)?.type !== 'subProcess');

const choices = ({ elements }: Definition, names: Names) =>
  elements.filter(canBeGoneTo).map(({ id }) => ({ value: id, label: names(id) }));

interface TokensProps {
  tokens: readonly Token[];
  definition: Definition;
  names: Names;
  fates: Wanted['fates'];
  onFate(key: string, fate: Fate): void;
}

/** Each place where it stands, with what becomes of it. */
function Tokens({ tokens, definition, names, fates, onFate }: TokensProps) {
  const { t } = useTranslation('operations');
  const days = useDays();
  const own = new Set(definition.elements.map(({ id }) => id));
  const shown = (fate: Fate = 'stays') => (typeof fate === 'string' ? fate : `to ${fate.to}`);
  if (tokens.length === 0) return <p className="quiet">{t('repair.nowhere')}</p>;
  return tokens.map(({ key, element, since }) => (
    <Select
      key={key}
      label={names(element)}
      description={t('repair.since', { when: days.moment(since) })}
      allowDeselect={false}
      searchable
      openOnFocus={false}
      value={shown(fates[key])}
      data={[
        { value: 'stays', label: t('repair.stays') },
        { value: 'goes', label: t('repair.goes') },
        // What is called stands in a drawing of its own.
        ...(own.has(element)
          ? [
              {
                group: t('repair.to'),
                items: choices(definition, names)
                  .filter(({ value }) => value !== element)
                  .map(({ value, label }) => ({ value: `to ${value}`, label })),
              },
            ]
          : []),
      ]}
      onChange={(value) => {
        if (value === 'stays' || value === 'goes') onFate(key, value);
        else if (value) onFate(key, { to: value.slice(3) });
      }}
    />
  ));
}

interface PickedProps {
  element: Definition['elements'][number] | undefined;
  name: string;
  tokens: readonly Token[];
  names: Names;
  onMove(key: string, to: string): void;
  onBegin(to: string): void;
}

/** What can be done with what was pressed on the drawing. */
function Picked({ element, name, tokens, names, onMove, onBegin }: PickedProps) {
  const { t } = useTranslation('operations');
  if (!element) return <p className="quiet">{t('repair.pick')}</p>;
  if (!canBeGoneTo(element)) return <p role="status">{t('repair.cannot', { name })}</p>;
  return (
    <div role="status">
      <p>{t('repair.picked', { name })}</p>
      <div className={styles.buttons}>
        {tokens
          .filter((token) => token.element !== element.id)
          .map(({ key, element: from }) => (
            <Button key={key} size="sm" variant="default" onClick={() => onMove(key, element.id)}>
              {t('repair.moveHere', { name: names(from) })}
            </Button>
          ))}
        <Button size="sm" variant="default" onClick={() => onBegin(element.id)}>
          {t('repair.beginHere')}
        </Button>
      </div>
    </div>
  );
}
