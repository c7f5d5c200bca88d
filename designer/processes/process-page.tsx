/** The page of one process: draw, play, check, publish; nothing is lost on the way. */
import { ActionIcon, Button, Drawer, Menu, Modal, SegmentedControl, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconAlertCircle,
  IconArrowLeft,
  IconChecks,
  IconDotsVertical,
  IconDownload,
  IconKeyboard,
  IconSearch,
  IconSitemap,
  IconTable,
} from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition, Finding } from '../../contract/index.ts';
import type { Known } from '../../core/check/index.ts';
import { elementOf, flowOf } from '../actions/index.ts';
import { ask, Refused } from '../app/api.ts';
import { useSaid } from '../app/i18n.ts';
import type { PageProps } from '../app/pages.ts';
import { Link, usePlace } from '../app/router.tsx';
import { useMay, useMe } from '../app/session.ts';
import { Canvas } from '../canvas/canvas.tsx';
import { findingsByPlace, type Marks } from '../canvas/marks.ts';
import { Palette } from '../canvas/palette.tsx';
import { useEditor } from '../canvas/use-editor.ts';
import { CommentsPanel } from '../comments/comments.tsx';
import { useComments } from '../comments/comments-api.ts';
import { Present } from '../comments/present.tsx';
import { ConflictBar } from '../conflicts/conflict-bar.tsx';
import { ConflictPanel } from '../conflicts/conflict-panel.tsx';
import { NewerVersion } from '../conflicts/newer-version.tsx';
import { useChoosing } from '../conflicts/use-choosing.ts';
import { addressOfVersion } from '../differences/addresses.ts';
import { useEditedForm } from '../forms/use-edited-form.ts';
import { useAdding } from '../lanes/use-adding.ts';
import { type AsShown, AsShownChoice } from '../outline/as-shown.tsx';
import { beginOwnCopy, dropOwnCopy, type OwnCopyWhole, readOwnCopy } from '../own-copy/own-copy-api.ts';
import { OwnCopyBar } from '../own-copy/own-copy-bar.tsx';
import { OwnCopyItem } from '../own-copy/own-copy-item.tsx';
import { PictureItems } from '../picture/picture-items.tsx';
import { Properties } from '../properties/panel.tsx';
import { announce } from '../shared/announce.tsx';
import { Empty } from '../shared/empty.tsx';
import { useFailureWords } from '../shared/failed.tsx';
import { ShareItem } from '../sharing/share-item.tsx';
import { TemplateItem } from '../templates/template-item.tsx';
import { Checks, useFindings } from './checks.tsx';
import { type NotSaved, saveAsBpmn, saveAsDmn, saveAsFile } from './files.ts';
import { focusOnDrawing, focusOnProperties, somethingIsOpen } from './focus-on.ts';
import { dropKept, type KeptDraft, placeOf, readKept } from './kept-drafts.ts';
import { KeysHelp } from './keys-help.tsx';
import { FormDesigner, Outline, Play, Publish, TextView, useWhatWorksAlone, Versions } from './later.tsx';
import styles from './process-page.module.css';
import {
  createDraft,
  type DraftWhole,
  definitionsQuery,
  jobsQuery,
  readDraft,
  readVersion,
} from './processes-api.ts';
import { SaveShown } from './save-state.tsx';
import { Search } from './search.tsx';
import { useDraft } from './use-draft.ts';
import { useWays } from './ways.tsx';

type Loaded =
  | { state: 'loading' }
  | { state: 'missing' }
  | { state: 'published'; definition: Definition; version: number }
  | { state: 'draft'; draft: DraftWhole; own?: OwnCopyWhole; bringing?: KeptDraft };

export function Page({ params }: PageProps) {
  const id = params.process ?? '';
  return <OneProcess key={id} id={id} />;
}

function OneProcess({ id }: { id: string }) {
  const { t } = useTranslation('processes');
  const { t: tDifferences } = useTranslation('differences');
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  const write = useMay()('definition.write');
  const person = useMe().person?.id ?? 'nobody';
  const load = useCallback(async () => {
    try {
      const [draft, own] = await Promise.all([readDraft(id), write ? readOwnCopy(id) : undefined]);
      // What is on its way from the copy to the draft goes on there, also after a reload.
      const isBrought = readKept(person, id)?.ownCopy !== undefined;
      setLoaded({ state: 'draft', draft, ...(own && !isBrought ? { own } : {}) });
    } catch (error) {
      if (!(error instanceof Refused)) {
        setTimeout(() => void load(), 2_000);
        return;
      }
      try {
        const versions = await readLatest(id);
        setLoaded({ state: 'published', ...versions });
      } catch {
        setLoaded({ state: 'missing' });
      }
    }
  }, [id, write, person]);
  useEffect(() => void load(), [load]);
  if (loaded.state === 'loading') return <p className={styles.quietNote}>…</p>;
  if (loaded.state === 'missing')
    return (
      <Empty whole title={t('unknown.title')} lead={t('loadFailed')}>
        <Link to="/processes">{t('back')}</Link>
      </Empty>
    );
  if (loaded.state === 'published')
    return (
      <Empty whole title={t('versionLine', { n: loaded.version })} lead={t('noDraft', { n: loaded.version })}>
        <Button onClick={() => void createDraft(loaded.definition).then(load)}>{t('makeDraft')}</Button>
        <Link to={addressOfVersion(id, loaded.version)}>{tDifferences('look')}</Link>
      </Empty>
    );
  const { draft, own, bringing } = loaded;
  return (
    <Drawing
      key={own ? 'own' : bringing ? 'bringing' : 'all'}
      draft={draft}
      own={own}
      bringing={bringing}
      onAgain={load}
      onBring={async (bringing) => setLoaded({ state: 'draft', draft: await readDraft(id), bringing })}
    />
  );
}

async function readLatest(id: string): Promise<{ definition: Definition; version: number }> {
  const { items } = await ask<{ items: { version: number }[] }>(`/definitions/${id}/versions`);
  const version = items[0]?.version ?? 1;
  return { definition: (await readVersion(id, version)).definition, version };
}

type View = 'draw' | 'play' | 'versions';
type Side = 'properties' | 'checks' | 'comments';

interface DrawingProps {
  draft: DraftWhole;
  /** The copy of one's own that is drawn on instead. */
  own: OwnCopyWhole | undefined;
  /** A copy that is put with the draft. */
  bringing: KeptDraft | undefined;
  onAgain(): Promise<void>;
  onBring(kept: KeptDraft): Promise<void>;
}

function Drawing({ draft, own, bringing, onAgain, onBring }: DrawingProps) {
  const { t } = useTranslation('processes');
  const { t: tComments } = useTranslation('comments');
  const said = useSaid();
  const person = useMe().person?.id ?? 'nobody';
  const may = useMay();
  const failure = useFailureWords();
  const narrow = useMediaQuery('(max-width: 62rem)', false, { getInitialValueInEffect: false });
  const { t: tOwn } = useTranslation('ownCopy');
  const queries = useQueryClient();
  const [kept] = useState(() => bringing ?? startFrom(person, own ?? draft, own !== undefined));
  const editor = useEditor(kept.definition);
  const onMerged = useCallback(() => announce(t('merged')), [t]);
  const onBrought = useCallback(() => {
    announce(tOwn('broughtTogether'));
    void queries.invalidateQueries({ queryKey: ['definitions'] });
  }, [tOwn, queries]);
  const saving = useDraft({
    id: draft.id,
    apart: own !== undefined,
    person,
    editor,
    revision: kept.revision,
    base: kept.base,
    basedOn: own ? {} : { served: draft.basedOn, kept: kept.basedOn },
    brings: kept.ownCopy,
    onMerged,
    onBrought,
  });
  const { data: others } = useQuery(definitionsQuery);
  const { data: jobs } = useQuery(jobsQuery);
  const processes = useMemo(
    () => others?.filter(({ version }) => version !== undefined).map((one) => one.id),
    [others],
  );
  const known = useMemo(
    (): Known => ({ ...(processes ? { processes } : {}), ...(jobs ? { jobs } : {}) }),
    [processes, jobs],
  );
  const { definition, selection } = editor.drawing;
  const findings = useFindings(definition, known);
  const ways = useWays(definition, known);
  const comments = useComments(draft.id);
  const { query } = usePlace();
  // A mail leads to the element it is about; the list of what waits leads to the versions.
  const [asked] = useState(query.get('element'));
  const [view, setView] = useState<View>(query.get('view') === 'versions' ? 'versions' : 'draw');
  const [as, setAs] = useState<AsShown>('drawing');
  const [side, setSide] = useState<Side>(asked === null ? 'properties' : 'comments');
  const [drawer, setDrawer] = useState(false);
  const [publishing, setPublishing] = useState(false);
  const edited = useEditedForm(definition);
  const [help, setHelp] = useState(false);
  const [searching, setSearching] = useState(false);
  const [show, setShow] = useState<{ ids: string[]; n: number }>();
  const { run } = editor;
  const addBlock = useAdding(editor, person);
  useWhatWorksAlone();

  useEffect(() => {
    if ('restored' in kept && kept.restored) announce(t('restored'));
  }, [kept, t]);
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f' && view === 'draw') {
        event.preventDefault();
        setSearching(true);
      }
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [view]);

  const reveal = useCallback((ids: string[]) => setShow((before) => ({ ids, n: (before?.n ?? 0) + 1 })), []);
  const goTo = useCallback(
    ({ element, flow }: { element?: string; flow?: string }) => {
      run('select', { elements: element ? [element] : [], flows: flow ? [flow] : [] });
      setSide('properties');
      const found = flow ? flowOf(editor.drawing.definition, flow) : undefined;
      reveal(found ? [found.from, found.to] : element ? [element] : []);
    },
    [run, reveal, editor.drawing.definition],
  );
  const [arrived, setArrived] = useState(0);
  const choosing = useChoosing({
    saving,
    definition,
    selected: selection,
    onGo: (place, shown) => {
      setView('draw');
      setAs((before) => (before === 'text' ? 'drawing' : before));
      setSide('properties');
      if (narrow) setDrawer(true);
      run('select', place);
      reveal(shown);
      setArrived((n) => n + 1);
    },
  });
  const { marks: conflicts, gone } = choosing ?? {};
  const marks = useMemo<Marks>(
    () => ({
      findings: findingsByPlace(findings ?? []),
      comments: comments.open,
      ...(conflicts && gone ? { conflicts, gone } : {}),
    }),
    [findings, comments.open, conflicts, gone],
  );
  useEffect(() => {
    if (asked === null) return;
    run('select', { elements: [asked], flows: [] });
    reveal([asked]);
  }, [asked, run, reveal]);
  const showFinding = ({ element: place }: Pick<Finding, 'element'>) => {
    setView('draw');
    setAs((before) => (before === 'text' ? 'drawing' : before));
    const formId = /^form:([^.]+)/.exec(place)?.[1];
    if (formId && definition.forms.some(({ id }) => id === formId)) edited.open(formId);
    else if (elementOf(definition, place)) goTo({ element: place });
    else if (flowOf(definition, place)) goTo({ flow: place });
    else run('select', { elements: [], flows: [] });
  };
  const showOnDrawing = (element: string) => {
    setAs('drawing');
    goTo({ element });
  };
  const openProperties = useCallback(() => {
    setSide('properties');
    if (narrow) setDrawer(true);
    requestAnimationFrame(() => requestAnimationFrame(focusOnProperties));
  }, [narrow]);
  const save = (as: (definition: Definition) => Promise<NotSaved | undefined>) =>
    as(definition)
      .then(
        (not) =>
          not && announce(not.why === 'empty' ? t('notSaved.empty') : t('notSaved.sameId', { id: not.id })),
      )
      .catch((error: unknown) => announce(failure(error)));
  const again = async (words: string) => {
    await onAgain();
    void queries.invalidateQueries({ queryKey: ['definitions'] });
    announce(words);
  };
  const beginApart = async () => {
    const revision = await saving.flush();
    if (revision === undefined) return announce(tOwn('notSaved'));
    try {
      await beginOwnCopy(draft.id, revision);
      await again(tOwn('began'));
    } catch (error) {
      announce(failure(error));
    }
  };
  const together = async () => {
    const ownCopy = await saving.flush();
    if (!own || ownCopy === undefined) return announce(tOwn('notSaved'));
    const { base, baseRevision: revision } = own;
    await onBring({ base, revision, definition: editor.latest(), at: new Date().toISOString(), ownCopy });
  };
  const drop = async () => {
    const revision = await saving.flush();
    if (revision === undefined) return announce(tOwn('notSaved'));
    await dropOwnCopy(draft.id, revision);
    dropKept(person, placeOf(draft.id, true));
    await again(tOwn('dropped'));
  };
  const errors = findings?.filter(({ severity }) => severity === 'error').length ?? 0;
  const count = findings?.length ?? 0;
  const sideContent =
    side === 'checks' ? (
      <Checks
        definition={definition}
        findings={findings}
        ways={ways}
        onShow={(finding) => {
          showFinding(finding);
          setDrawer(false);
        }}
      />
    ) : side === 'comments' ? (
      <CommentsPanel
        id={draft.id}
        definition={definition}
        comments={comments}
        selected={selection.elements.length === 1 ? selection.elements[0] : undefined}
        onGo={(element) => {
          run('select', { elements: [element], flows: [] });
          reveal([element]);
        }}
      />
    ) : (
      <>
        {choosing ? <ConflictPanel choosing={choosing} definition={definition} arrived={arrived} /> : null}
        <Properties
          editor={editor}
          processes={processes ?? []}
          onGo={(place) => {
            goTo(place);
            // The link that was pressed is gone: the keyboard goes on in what it led to.
            requestAnimationFrame(() =>
              requestAnimationFrame(() => {
                if (document.activeElement === document.body) focusOnProperties();
              }),
            );
          }}
          onForm={edited.open}
        />
      </>
    );
  const sideTabs = (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={t('properties')}
      value={side}
      onChange={(value) => setSide(value as Side)}
      data={[
        { value: 'properties', label: t('properties') },
        { value: 'checks', label: count > 0 ? `${t('checks')} (${count})` : t('checks') },
        {
          value: 'comments',
          label: comments.openCount > 0 ? `${tComments('tab')} (${comments.openCount})` : tComments('tab'),
        },
      ]}
    />
  );
  const sidePanel = narrow ? null : (
    <aside
      className={styles.side}
      aria-label={t('properties')}
      onKeyDown={(event) => {
        // Not where it closes something that is open, over the properties or elsewhere.
        if (event.key !== 'Escape' || event.defaultPrevented || somethingIsOpen()) return;
        const back = selection.elements[0] ?? flowOf(definition, selection.flows[0])?.from;
        if (back) focusOnDrawing(back);
      }}
    >
      <div className={styles.sideTabs}>{sideTabs}</div>
      <div className={styles.sideBody}>{sideContent}</div>
    </aside>
  );

  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <Tooltip label={t('back')}>
          <Link to="/processes" className={styles.back} aria-label={t('back')}>
            <IconArrowLeft size={20} stroke={1.75} aria-hidden />
          </Link>
        </Tooltip>
        <div className={styles.names}>
          <h1>{said(definition.name)}</h1>
          <SaveShown save={saving.save} />
        </div>
        <SegmentedControl
          size="sm"
          aria-label={said(definition.name)}
          value={view}
          onChange={(value) => setView(value as View)}
          data={[
            { value: 'draw', label: t('draw') },
            { value: 'play', label: t('play') },
            { value: 'versions', label: t('versions') },
          ]}
        />
        {view === 'draw' ? <AsShownChoice value={as} onChange={setAs} /> : null}
        <span className={styles.push} />
        <Present id={draft.id} />
        <Button
          aria-label={t('findings.count', { count })}
          variant={errors > 0 ? 'light' : 'default'}
          color={errors > 0 ? 'late' : 'us'}
          leftSection={
            errors > 0 ? <IconAlertCircle size={18} aria-hidden /> : <IconChecks size={18} aria-hidden />
          }
          onClick={() => {
            setView('draw');
            setAs((before) => (before === 'text' ? 'drawing' : before));
            setSide('checks');
            if (narrow) setDrawer(true);
          }}
        >
          {narrow ? <span aria-hidden>{count}</span> : t('findings.count', { count })}
        </Button>
        {may('definition.publish') && !own ? (
          <Button onClick={() => setPublishing(true)}>{t('publish')}</Button>
        ) : null}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t('menu')}>
              <IconDotsVertical size={20} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconSearch size={18} aria-hidden />} onClick={() => setSearching(true)}>
              {t('search')} (Ctrl+F)
            </Menu.Item>
            <Menu.Item
              leftSection={<IconDownload size={18} aria-hidden />}
              onClick={() => saveAsFile(definition)}
            >
              {t('export')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconSitemap size={18} aria-hidden />}
              onClick={() => void save(saveAsBpmn)}
            >
              {t('exportBpmn')}
            </Menu.Item>
            {definition.decisions?.length ? (
              <Menu.Item
                leftSection={<IconTable size={18} aria-hidden />}
                onClick={() => void save(saveAsDmn)}
              >
                {t('exportDmn')}
              </Menu.Item>
            ) : null}
            <PictureItems
              definition={definition}
              version={others?.find((one) => one.id === draft.id)?.version}
            />
            {own ? null : (
              <>
                <OwnCopyItem onBegin={() => void beginApart()} />
                <ShareItem onOpen={() => setView('versions')} />
                <TemplateItem onOpen={() => setView('versions')} />
              </>
            )}
            <Menu.Item leftSection={<IconKeyboard size={18} aria-hidden />} onClick={() => setHelp(true)}>
              {t('keys')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {choosing ? (
        <ConflictBar choosing={choosing} />
      ) : own ? (
        <OwnCopyBar moved={draft.revision > own.baseRevision} onTogether={together} onDrop={drop} />
      ) : (
        <NewerVersion
          id={draft.id}
          basedOn={saving.basedOn}
          definition={definition}
          onBringIn={saving.bringIn}
        />
      )}
      {view === 'draw' && as === 'text' ? (
        <TextView definition={definition} onSay={announce} onShow={showOnDrawing} />
      ) : view === 'draw' && as === 'list' ? (
        <div className={styles.work}>
          <Outline editor={editor} marks={marks} onProperties={openProperties} onSay={announce} />
          {sidePanel}
        </div>
      ) : view === 'draw' ? (
        <div className={styles.work}>
          <Palette
            onAdd={(block) => {
              const one = elementOf(definition, selection.elements[0]);
              const next =
                selection.elements.length === 1 && one
                  ? addBlock('append', { block, after: one.id })
                  : selection.flows.length === 1
                    ? addBlock('insert', { block, flow: selection.flows[0] as string })
                    : addBlock('add', { block, at: besideEnd(definition) });
              if (next.definition === definition && one)
                addBlock('add', { block, at: besideEnd(definition) });
              reveal(next.selection.elements);
            }}
          />
          <Canvas
            editor={editor}
            marks={marks}
            onProperties={openProperties}
            onSay={announce}
            show={show}
            ghosts={choosing?.ghosts}
            onGhost={choosing?.goToGhost}
          />
          {sidePanel}
        </div>
      ) : view === 'play' ? (
        <Play definition={definition} />
      ) : (
        <div className={styles.sheet}>
          <Versions
            id={draft.id}
            onRestore={(old, version) => {
              editor.together(() => ({
                definition: { ...old, id: draft.id },
                selection: { elements: [], flows: [] },
              }));
              saving.rebase(version);
              setView('draw');
              announce(t('restoredVersion', { n: version }));
            }}
          />
        </div>
      )}
      {narrow ? (
        <Drawer
          opened={drawer}
          onClose={() => setDrawer(false)}
          position="bottom"
          size="70%"
          title={sideTabs}
          closeButtonProps={{ 'aria-label': t('cancel') }}
        >
          {sideContent}
        </Drawer>
      ) : null}
      {publishing && findings ? (
        <Publish
          id={draft.id}
          definition={definition}
          findings={findings}
          flush={saving.flush}
          onClose={() => setPublishing(false)}
        />
      ) : null}
      {edited.form ? (
        <FormDesigner
          key={edited.at}
          editor={editor}
          form={edited.form}
          findings={findings ?? []}
          processes={processes ?? []}
          onClose={edited.close}
        />
      ) : null}
      <Modal
        opened={help}
        onClose={() => setHelp(false)}
        title={t('keys')}
        closeButtonProps={{ 'aria-label': t('cancel') }}
      >
        <KeysHelp />
      </Modal>
      <Modal opened={searching} onClose={() => setSearching(false)} withCloseButton={false}>
        <Search
          definition={definition}
          onClose={() => setSearching(false)}
          onPick={(id) => {
            setSearching(false);
            goTo({ element: id });
            // After the keyboard went back to where it was when the search began.
            setTimeout(() => focusOnDrawing(id), 60);
          }}
        />
      </Modal>
    </div>
  );
}

/**
 * Begins with what this device kept, over what the server had when it began: if somebody saved in between, saving finds out
 * and both are put together, or asked about.
 */
function startFrom(
  person: string,
  draft: Pick<DraftWhole, 'id' | 'definition' | 'revision' | 'changedAt'>,
  apart: boolean,
): KeptDraft & { restored: boolean } {
  const kept = readKept(person, placeOf(draft.id, apart));
  if (kept) return { ...kept, restored: true };
  const { definition, revision, changedAt } = draft;
  return { base: definition, definition, revision, at: changedAt, restored: false };
}

/** Free paper to the right of everything. */
function besideEnd({ elements }: Definition) {
  const outer = elements.filter(({ parent }) => parent === undefined);
  const right = Math.max(0, ...outer.map(({ x = 0, width = 216 }) => x + width));
  return { x: right + 180, y: outer.at(-1)?.y ?? 200 };
}
