/** The canvas: draws a definition with React Flow and turns what hands do into actions. It knows no rule of the process. */
import { useMediaQuery } from '@mantine/hooks';
import { IconLayoutRows } from '@tabler/icons-react';
import {
  Background,
  type EdgeChange,
  MarkerType,
  type NodeChange,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
  type Viewport,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import {
  type DragEvent,
  type MouseEvent as HandEvent,
  memo,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { roleName } from '../../core/prose/say.ts';
import {
  type ActionId,
  absoluteBox,
  actions,
  BLOCK_IDS,
  type BlockId,
  blocks,
  closedView,
  type Drawing,
  elementOf,
  firstElement,
  GRID,
  mayGive,
  mayInsert,
  originOf,
  type Point,
  partsAround,
  perform,
  single,
  singleFlow,
  tidied,
} from '../actions/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { useMe } from '../app/session.ts';
import type { Ghosts } from '../conflicts/clash.ts';
import { described } from '../lanes/described.ts';
import { laneBeside, roleOf } from '../lanes/in-lanes.ts';
import { Lanes } from '../lanes/lanes.tsx';
import { useLanesSwitch } from '../lanes/lanes-switch.ts';
import { useLanes } from '../lanes/use-lanes.ts';
import { useLanesDragging } from '../lanes/use-lanes-dragging.ts';
import styles from './canvas.module.css';
import { CanvasMenu, menuPlace, wordsOfChoice } from './canvas-menu.tsx';
import { borderAt, flowUnder } from './drop.ts';
import { edgeTypes } from './edge.tsx';
import { type EdgeHands, EdgeHandsContext, type LabelHands, LabelHandsContext } from './edge-hands.ts';
import { elk } from './elk.ts';
import { isElsewhere } from './elsewhere.ts';
import { FarFlowsDrawn, useFarFlows } from './far-flows.tsx';
import { Guides } from './guides.tsx';
import type { Marks } from './marks.ts';
import { FIT } from './measures.ts';
import { type CanvasMenuKind, changedBy } from './menu-edits.ts';
import { nodeTypes } from './nodes.tsx';
import { Overview } from './overview.tsx';
import { BLOCK_DRAG } from './palette.tsx';
import { PartsContext, useParts } from './parts.ts';
import { RoomTool } from './room-tool.tsx';
import { SightContext, sightAt } from './sight.ts';
import { Drawer, type DrawnEdge, type DrawnNode } from './to-flow.ts';
import { Tool } from './tool.tsx';
import { CanvasTools, SelectedTools } from './tools.tsx';
import { ToolsBeside } from './tools-beside.tsx';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useClipboard } from './use-clipboard.ts';
import { useConnecting } from './use-connecting.ts';
import { useDragging } from './use-dragging.ts';
import type { Editor } from './use-editor.ts';
import { useFirstSight } from './use-first-sight.ts';
import { useFreshExits } from './use-fresh-exits.ts';
import { useMovedWhole } from './use-moved-whole.ts';
import { useSteady } from './use-steady.ts';
import { stepsOf, Who } from './who.tsx';

export interface CanvasProps {
  editor: Editor;
  marks: Marks;
  /** Opens the properties of what is selected and goes there. */
  onProperties(): void;
  /** Says something to who listens. */
  onSay(words: string): void;
  /** Asked from outside: show these elements. */
  show?: { ids: string[]; n: number } | undefined;
  /** Drawn with it, and not in it: what I removed and somebody else changed. */
  ghosts?: Ghosts | undefined;
  onGhost?: ((id: string) => void) | undefined;
}

/** Drawn again when the drawing or its marks change, not whenever the page around it does. */
export const Canvas = memo(function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Inner {...props} />
    </ReactFlowProvider>
  );
});

const arrow = {
  type: MarkerType.ArrowClosed,
  width: 30,
  height: 30,
  color: 'var(--quiet)',
  markerUnits: 'userSpaceOnUse',
};
const SNAP: [number, number] = [GRID, GRID];
/** From here on only what is in sight is drawn, and from afar only shapes. */
const MANY = 150;
const SEVERAL_KEYS = ['Control', 'Meta', 'Shift'];

function Inner({ editor, marks, onProperties, onSay, show, ghosts, onGhost }: CanvasProps) {
  const { t } = useTranslation('canvas');
  const { t: tLanes } = useTranslation('lanes');
  const language = useLanguage();
  const person = useMe().person?.id ?? 'nobody';
  const { drawing, run, together } = editor;
  const { definition, selection } = drawing;
  const flow = useReactFlow<DrawnNode, DrawnEdge>();
  const wrapper = useRef<HTMLDivElement>(null);
  const [drawer] = useState(() => new Drawer());
  const [menu, setMenu] = useState<CanvasMenuKind>();
  const [considered, setConsidered] = useState<string>();
  const [tidying, setTidying] = useState(false);
  const [settling, setSettling] = useState(false);
  const [room, setRoom] = useState(false);
  const [making, setMaking] = useState<Drawing>();
  const [role, setRole] = useState<string>();
  const inFree = useParts(person, definition);
  const inBands = useParts(person, definition, 'lanes');
  const lanesSwitch = useLanesSwitch(person);
  const parts = lanesSwitch.on ? inBands : inFree;
  const { closed } = parts;
  const narrow = useMediaQuery('(max-width: 62rem)', false, { getInitialValueInEffect: false });
  const sight = useStore(({ transform }) => sightAt(transform[2]));
  const inConnection = useStore(
    ({ connection, connectionClickStartHandle }) =>
      connection.inProgress || connectionClickStartHandle !== null,
  );
  const large = definition.elements.length > MANY;
  const fromAfar = large && sight === 'whole';
  const { onMoveStart, onMoveEnd } = useMovedWhole(wrapper, fromAfar);
  const fresh = useRef<Drawing>(drawing);
  fresh.current = drawing;
  const ghostsNow = useRef(ghosts);
  ghostsNow.current = ghosts;
  const withOthers = useMemo(() => withGhosts(definition, ghosts), [definition, ghosts]);
  const lanes = useLanes(lanesSwitch, withOthers, closed);
  const { pick } = lanes;

  // What pointing at a choice, or dragging for room, would bring is drawn as if it were there.
  const preview = useMemo(
    () => making ?? (menu && considered !== undefined ? pick(drawing, menu, considered) : undefined),
    [making, menu, considered, drawing, pick],
  );
  const { seen: seenIn } = lanes;
  const lanesSeen = useMemo(
    () => seenIn(withGhosts((preview ?? drawing).definition, ghosts)),
    [preview, drawing, ghosts, seenIn],
  );
  const view = useMemo(
    () => lanesSeen?.definition ?? closedView((preview ?? drawing).definition, closed),
    [lanesSeen, preview, drawing, closed],
  );
  const seen = useRef<Definition>(view);
  seen.current = view;
  // Choosing changes nothing of what is drawn; only what is pointed at does.
  const coming = useMemo(
    () => (preview && !making ? changedBy(drawing, preview) : undefined),
    [preview, making, drawing],
  );
  const shownMarks = useMemo<Marks>(() => {
    const target = menu?.kind === 'connect' || menu?.kind === 'reconnect' ? considered : undefined;
    return {
      ...marks,
      closed: parts.counted,
      ...(target ? { hinted: new Set([...(marks.hinted ?? []), target]) } : {}),
      ...(coming ? { ghosts: coming } : {}),
      ...(role ? { lit: new Set(stepsOf(definition, role)) } : {}),
    };
  }, [marks, parts.counted, menu, considered, coming, definition, role]);
  const drawn = useMemo(
    () => drawer.draw(lanesSeen ? view : withGhosts(view, ghosts), language, shownMarks),
    [drawer, view, lanesSeen, ghosts, language, shownMarks],
  );
  const said = useCallback((key: 'between' | 'onBorder') => onSay(t(`said.${key}`)), [onSay, t]);
  const freely = useDragging({
    view: seen,
    closed,
    together,
    onBetween: useCallback(() => said('between'), [said]),
    onBorder: useCallback(() => said('onBorder'), [said]),
  });
  const settle = useCallback(() => {
    if (motion() === 0) return;
    setSettling(true);
    setTimeout(() => setSettling(false), 320);
  }, []);
  const given = useCallback(
    (role: string) => {
      settle();
      onSay(tLanes('said.given', { name: roleName(fresh.current.definition, role, language) }));
    },
    [settle, onSay, tLanes, language],
  );
  const inLanes = useLanesDragging({
    view: lanes.view,
    fresh,
    onGiven: ({ drawing: next, role: to }) => {
      together(() => next);
      given(to);
    },
    onRefused: (why) => onSay(why[language]),
  });
  const { moving, onPositions, drop } = lanes.on ? inLanes : freely;
  const guides = lanes.on ? [] : freely.guides;
  const roving = selection.elements.find((id) => elementOf(view, id)) ?? firstElement(view);
  const nodes = useMemo(() => {
    const selected = new Set(selection.elements);
    const all = drawn.nodes.map((node) => {
      const at = moving.get(node.id);
      const tabIndex = node.id === roving ? 0 : -1;
      if (!at && !selected.has(node.id) && tabIndex === -1) return unselected(node);
      return {
        ...node,
        selected: selected.has(node.id),
        ...(at ? { position: at, dragging: true } : {}),
        domAttributes: { tabIndex },
      };
    });
    return described(all, lanes.view);
  }, [drawn.nodes, selection.elements, moving, roving, lanes.view]);
  const unchosen = useMemo(() => drawn.edges.map(withArrow), [drawn.edges]);
  const edges = useMemo(() => {
    const selected = new Set(selection.flows);
    // The same list while none is chosen: React Flow goes through all of them when it gets another.
    if (selected.size === 0) return unchosen;
    return unchosen.map((edge) =>
      selected.has(edge.id) ? { ...edge, selected: true, markerEnd: arrow } : edge,
    );
  }, [unchosen, selection.flows]);

  const { edges: alone, lines, heads } = useFarFlows(edges, nodes, moving, fromAfar);

  useFreshExits(drawn.nodes);

  const onNodesChange = useCallback(
    (changes: NodeChange<DrawnNode>[]) => {
      onPositions(changes);
      const selects = changes.filter((change) => change.type === 'select');
      if (selects.length > 0)
        together((now) => {
          const elements = new Set(now.selection.elements);
          for (const { id, selected } of selects) selected ? elements.add(id) : elements.delete(id);
          const flows =
            selects.some(({ selected }) => selected) && elements.size === 1 ? [] : now.selection.flows;
          return perform(now, 'select', { elements: [...elements], flows });
        });
    },
    [together, onPositions],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange<DrawnEdge>[]) => {
      const selects = changes.filter((change) => change.type === 'select');
      if (selects.length > 0)
        together((now) => {
          const flows = new Set(now.selection.flows);
          for (const { id, selected } of selects) selected ? flows.add(id) : flows.delete(id);
          return perform(now, 'select', { elements: now.selection.elements, flows: [...flows] });
        });
    },
    [together],
  );

  const focusNode = useCallback(
    (id: string) => {
      const element = elementOf(seen.current, id);
      if (!element) return;
      const box = absoluteBox(seen.current, element);
      const { x, y, zoom } = flow.getViewport();
      const [width, height] = [wrapper.current?.clientWidth ?? 0, wrapper.current?.clientHeight ?? 0];
      const [left, top] = [box.x * zoom + x, box.y * zoom + y];
      const outside =
        left < 20 ||
        top < 20 ||
        left + box.width * zoom > width - 20 ||
        top + box.height * zoom > height - 20;
      const moved = outside
        ? flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, {
            zoom: Math.max(zoom, 0.6),
            duration: motion(),
          })
        : Promise.resolve(true);
      const before = document.activeElement;
      const focus = () => {
        if (isElsewhere(before)) return;
        wrapper.current
          ?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
          ?.focus({ preventScroll: true });
      };
      focus();
      void moved.then(() => setTimeout(focus, 40));
    },
    [flow],
  );
  const select = useCallback(
    (id: string) => {
      run('select', { elements: [id], flows: [] });
      requestAnimationFrame(() => focusNode(id));
    },
    [run, focusNode],
  );

  // What is asked for inside a closed part opens it.
  const { open } = parts;
  useEffect(() => {
    if (!show) return;
    const seenNow = withGhosts(fresh.current.definition, ghostsNow.current);
    const nodesShown = show.ids.filter((id) => elementOf(seenNow, id));
    if (nodesShown.length === 0) return;
    open(nodesShown.flatMap((id) => partsAround(fresh.current.definition, id)));
    const timer = setTimeout(
      () =>
        void flow.fitView({
          nodes: nodesShown.map((id) => ({ id })),
          maxZoom: 1,
          minZoom: 0.5,
          padding: 0.4,
          duration: motion(),
        }),
      30,
    );
    return () => clearTimeout(timer);
  }, [show, flow, open]);

  const { begin, again } = useFirstSight(wrapper, view, lanes.view);

  // Where the free drawing was looked at is found back after the lanes.
  const freeSight = useRef<Viewport>(undefined);
  const toggleLanes = useCallback(() => {
    const on = !lanes.on;
    if (on) freeSight.current = flow.getViewport();
    settle();
    setRoom(false);
    lanes.set(on);
    onSay(on ? tLanes('said.on') : tLanes('said.off'));
    again();
  }, [lanes, flow, settle, onSay, tLanes, again]);
  const lanesWere = useRef(lanes.on);
  useEffect(() => {
    if (lanesWere.current === lanes.on || !flow.viewportInitialized) return;
    lanesWere.current = lanes.on;
    const [one] = fresh.current.selection.elements;
    if (!lanes.on && freeSight.current) void flow.setViewport(freeSight.current);
    else begin();
    if (one && elementOf(seen.current, one)) focusNode(one);
  }, [lanes.on, flow, begin, focusNode]);

  const choose = useCallback(
    (picked: CanvasMenuKind, id: string) => {
      const before = fresh.current;
      const next = together((now) => pick(now, picked, id));
      if (next.definition === before.definition) return;
      if (lanes.on) settle();
      if (picked.kind === 'give') given(id);
      else onSay(wordsOfChoice(picked, id, language, t));
      if (picked.kind === 'connect') run('select', { elements: [picked.from], flows: [] });
      const back = picked.kind === 'connect' ? picked.from : next.selection.elements[0];
      if (back) requestAnimationFrame(() => requestAnimationFrame(() => focusNode(back)));
    },
    [together, pick, lanes.on, settle, given, run, onSay, t, language, focusNode],
  );
  const closeMenu = () => {
    setMenu(undefined);
    setConsidered(undefined);
  };

  const middle = useCallback((): Point => {
    const box = wrapper.current?.getBoundingClientRect();
    return flow.screenToFlowPosition({
      x: (box?.left ?? 0) + (box?.width ?? 0) / 2,
      y: (box?.top ?? 0) + (box?.height ?? 0) / 2,
    });
  }, [flow]);

  const openAppend = useCallback(() => {
    const one = single(fresh.current);
    const arrowSelected = singleFlow(fresh.current);
    if (one && actions.append.enabled(fresh.current)) setMenu({ kind: 'append', after: one.id });
    else if (arrowSelected) setMenu({ kind: 'insert', flow: arrowSelected.id });
    else if (!one) setMenu({ kind: 'add', at: middle() });
  }, [middle]);
  const openConnect = useCallback(() => {
    const one = single(fresh.current);
    const arrowSelected = singleFlow(fresh.current);
    if (one && actions.connect.enabled(fresh.current)) setMenu({ kind: 'connect', from: one.id });
    else if (arrowSelected) setMenu({ kind: 'reconnect', flow: arrowSelected.id });
  }, []);
  const openReplace = useCallback(() => {
    const one = single(fresh.current);
    if (one && actions.replace.enabled(fresh.current)) setMenu({ kind: 'replace', element: one.id });
  }, []);
  const openAlign = useCallback(() => {
    if (actions.align.enabled(fresh.current)) setMenu({ kind: 'align' });
  }, []);
  const openGive = useCallback(() => {
    const one = single(fresh.current);
    const may = one && mayGive(one, '');
    if (one && may?.ok) setMenu({ kind: 'give', element: one.id });
    else if (may && !may.ok) onSay(may.why[language]);
  }, [onSay, language]);
  const giveBeside = (by: -1 | 1) => {
    const one = single(fresh.current);
    if (!one || !lanes.view || one.parent !== undefined) return onSay(tLanes('said.fixed'));
    const to = laneBeside(lanes.view, one.id, by);
    const may = mayGive(one, roleOf(to ?? ''));
    if (to === undefined) return onSay(tLanes('said.end'));
    if (!may.ok) return onSay(may.why[language]);
    run('give', { element: one.id, role: to });
    given(to);
    requestAnimationFrame(() => focusNode(one.id));
  };
  const togglePart = useCallback(
    (id: string) => {
      parts.toggle(id);
      onSay(closed.has(id) ? t('said.opened') : t('said.closed'));
    },
    [parts, closed, onSay, t],
  );
  const pin = useCallback(() => {
    const next = run('pin', undefined);
    const pinned = elementOf(next.definition, next.selection.elements[0])?.pinned;
    onSay(pinned ? t('said.pinned') : t('said.unpinned'));
  }, [run, onSay, t]);
  const hands = useMemo<EdgeHands>(
    () => ({
      insert: (id) => setMenu({ kind: 'insert', flow: id }),
      lead: (id) => setMenu({ kind: 'reconnect', flow: id }),
      ...(lanes.on
        ? {}
        : {
            bend: (id, points) => {
              run('bend', { flow: id, ...(points ? { points } : {}) });
              if (!points) onSay(t('said.routeReset'));
            },
          }),
      remove: (id) => {
        together((now) => perform({ ...now, selection: { elements: [], flows: [id] } }, 'remove', undefined));
        onSay(t('said.removed'));
      },
    }),
    [run, together, onSay, t, lanes.on],
  );
  const labelHands = useMemo<LabelHands>(
    () => ({
      select: (id) => run('select', { elements: [], flows: [id] }),
      place: (id, by, gesture) => {
        run('placeLabel', { flow: id, ...(by ? { by } : {}) }, gesture);
        if (gesture === undefined) editor.settle();
        if (!by) onSay(t('said.wordsReset'));
      },
      settle: editor.settle,
    }),
    [run, editor.settle, onSay, t],
  );

  const tidy = useCallback(async () => {
    setTidying(true);
    try {
      const before = fresh.current;
      const next = await tidied(before, await elk());
      if (fresh.current.definition !== before.definition) return;
      if (motion() > 0) {
        setSettling(true);
        setTimeout(() => setSettling(false), 320);
      }
      together(({ selection: now }) => ({ definition: next.definition, selection: now }));
      onSay(t('said.tidied'));
      requestAnimationFrame(() => void flow.fitView({ ...FIT, duration: motion() }));
    } finally {
      setTidying(false);
    }
  }, [together, onSay, t, flow]);

  const clipboard = useClipboard({ wrapper, fresh, run, onSay, focusNode });
  const fit = () => void flow.fitView({ ...FIT, duration: motion() });
  const onKeyDown = useCanvasKeys({
    editor,
    view,
    roving,
    onProperties,
    onSay,
    select,
    focusNode,
    openAppend,
    openConnect,
    openReplace,
    openAlign,
    openGive,
    lanes: {
      on: lanes.on,
      toggle: toggleLanes,
      beside: giveBeside,
      fixed: () => onSay(tLanes('said.fixed')),
    },
    toggleRoom: () => setRoom(!room),
    togglePart,
    pin,
    fit,
    zoomToSelection: () => {
      const ends = selection.flows.flatMap((id) => {
        const one = definition.flows.find((found) => found.id === id);
        return one ? [one.from, one.to] : [];
      });
      const ids = [...selection.elements, ...ends];
      if (ids.length > 0)
        void flow.fitView({
          nodes: ids.map((id) => ({ id })),
          maxZoom: 1.5,
          padding: 0.3,
          duration: motion(),
        });
    },
    letGo: () => run('select', { elements: [], flows: [] }),
  });

  const onDrop = (event: DragEvent) => {
    const block = event.dataTransfer.getData(BLOCK_DRAG) as BlockId;
    if (!BLOCK_IDS.includes(block)) return;
    event.preventDefault();
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const host = block === 'wait' ? borderAt(view, at) : undefined;
    if (host) {
      // The card of a closed part stands elsewhere than its border.
      const origin = originOf(definition, host.parent);
      const near =
        closed.has(host.id) || lanes.on ? {} : { near: { x: at.x - origin.x, y: at.y - origin.y } };
      const next = together((now) =>
        perform(perform(now, 'select', { elements: [host.id], flows: [] }), 'attach', {
          host: host.id,
          ...near,
        }),
      );
      const id = next.selection.elements[0];
      onSay(t('said.onBorder'));
      if (id) requestAnimationFrame(() => requestAnimationFrame(() => focusNode(id)));
      return;
    }
    const [made] = blocks[block].make(definition).elements;
    const onFlow = flowUnder(definition, event);
    choose(
      onFlow && mayInsert(definition, onFlow, made).ok
        ? { kind: 'insert', flow: onFlow.id, at }
        : { kind: 'add', at },
      block,
    );
  };

  const connecting = useConnecting({ definition, view, closed, together, onSay, onMenu: setMenu });
  const onNodeDragStop = useSteady(
    (event: HandEvent | MouseEvent | TouchEvent, _node: DrawnNode, dragged: DrawnNode[]) =>
      drop(event, dragged),
  );
  const onSelectionDragStop = useSteady((event: HandEvent, dragged: DrawnNode[]) => drop(event, dragged));
  const onNodeClick = useSteady((_event: HandEvent, { id, data }: DrawnNode) => {
    if (data.gone) onGhost?.(id);
  });
  const onEdgeDoubleClick = useCallback(
    (_event: HandEvent, edge: DrawnEdge) => setMenu({ kind: 'insert', flow: edge.id }),
    [],
  );
  const one = single(drawing);
  const several = selection.elements.length > 1;
  const duplicate = () => void run('duplicate', undefined);
  const remove = () => void run('remove', undefined);
  const attachTo = () => {
    if (!one) return;
    const id = run('attach', { host: one.id }).selection.elements[0];
    onSay(t('said.onBorder'));
    if (id) requestAnimationFrame(() => requestAnimationFrame(() => focusNode(id)));
  };
  /** In lanes nothing is moved by hand. */
  const free = (all: [ActionId, () => void][]) => (lanes.on ? [] : all);
  const can: [ActionId, () => void][] = several
    ? [...free([['align', openAlign]]), ['duplicate', duplicate], ...free([['pin', pin]]), ['remove', remove]]
    : [
        ['append', openAppend],
        ['connect', openConnect],
        ['replace', openReplace],
        ['give', openGive],
        ['attach', attachTo],
        ['duplicate', duplicate],
        ...free([['pin', pin]]),
        ['remove', remove],
      ];
  const selectedTools =
    one || several ? (
      <SelectedTools drawing={drawing} can={can} onCopy={clipboard.copy} {...(one ? { onProperties } : {})} />
    ) : null;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the elements inside bubble up to here
    <div
      ref={wrapper}
      className={`${styles.canvas} ${inConnection ? 'connecting' : ''}`}
      data-far={sight === 'near' ? undefined : sight}
      data-settling={settling || undefined}
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(BLOCK_DRAG)) {
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
        }
      }}
      onDrop={onDrop}
      onFocus={(event) => {
        const id = (event.target as HTMLElement).closest<HTMLElement>('.react-flow__node')?.dataset.id;
        if (
          id &&
          selection.elements.length === 0 &&
          selection.flows.length === 0 &&
          (event.target as HTMLElement).matches(':focus-visible')
        )
          run('select', { elements: [id], flows: [] });
      }}
    >
      <SightContext value={sight}>
        <PartsContext value={togglePart}>
          <LabelHandsContext value={menu || room || lanes.on ? undefined : labelHands}>
            <EdgeHandsContext value={menu || room || !singleFlow(drawing) ? undefined : hands}>
              <ReactFlow<DrawnNode, DrawnEdge>
                nodes={nodes}
                edges={alone}
                nodeTypes={nodeTypes}
                edgeTypes={edgeTypes}
                onInit={begin}
                onMoveStart={onMoveStart}
                onMoveEnd={onMoveEnd}
                onNodesChange={onNodesChange}
                onEdgesChange={onEdgesChange}
                onNodeDragStop={onNodeDragStop}
                onSelectionDragStop={onSelectionDragStop}
                onNodeClick={onNodeClick}
                onNodeDoubleClick={onProperties}
                onEdgeDoubleClick={onEdgeDoubleClick}
                {...connecting}
                connectOnClick
                connectionRadius={28}
                disableKeyboardA11y
                edgesFocusable={false}
                deleteKeyCode={null}
                selectionKeyCode="Shift"
                multiSelectionKeyCode={SEVERAL_KEYS}
                snapToGrid
                snapGrid={SNAP}
                minZoom={0.05}
                maxZoom={2}
                onlyRenderVisibleElements={large}
                elevateNodesOnSelect={false}
                zIndexMode="manual"
                zoomOnDoubleClick={false}
                panOnScroll
                aria-label={t('drawing')}
                role="application"
              >
                {fromAfar ? null : <Background gap={20} size={1} color="var(--line)" />}
                <FarFlowsDrawn lines={lines} heads={heads} />
                <Guides guides={guides} />
                {lanesSeen ? (
                  <Lanes definition={definition} view={lanesSeen} target={inLanes.target} />
                ) : null}
                <Overview nodes={drawn.nodes} />
                {selectedTools && narrow && !menu && !room ? (
                  <Panel position="top-center">{selectedTools}</Panel>
                ) : null}
                {selectedTools && !narrow ? (
                  <ToolsBeside elements={selection.elements} isVisible={!menu && !room && moving.size === 0}>
                    {selectedTools}
                  </ToolsBeside>
                ) : null}
                <Panel position="bottom-left">
                  <CanvasTools
                    editor={editor}
                    tidying={tidying}
                    room={room}
                    onTidy={() => void tidy()}
                    onFit={fit}
                    onZoom={(by) => void flow.zoomTo(flow.getZoom() * by, { duration: motion() })}
                    onAdd={() => setMenu({ kind: 'add', at: middle() })}
                    onPaste={clipboard.paste}
                    onRoom={() => setRoom(!room)}
                    fixed={lanes.on}
                  >
                    <Tool
                      icon={IconLayoutRows}
                      label={tLanes('switch')}
                      keys="B"
                      pressed={lanes.on}
                      onPress={toggleLanes}
                    />
                    <Who definition={definition} role={role} onRole={setRole} />
                  </CanvasTools>
                </Panel>
              </ReactFlow>
              {room ? (
                <RoomTool
                  drawing={drawing}
                  closed={closed}
                  onPreview={setMaking}
                  onMade={(next) => {
                    if (next.definition === definition) return onSay(t('said.noRoom'));
                    together(() => next);
                    onSay(t('said.roomMade'));
                  }}
                  onStop={() => {
                    setRoom(false);
                    // Keys go on working where the button was pressed.
                    if (roving) requestAnimationFrame(() => focusNode(roving));
                  }}
                />
              ) : null}
            </EdgeHandsContext>
          </LabelHandsContext>
        </PartsContext>
      </SightContext>
      {menu ? (
        <CanvasMenu
          menu={menu}
          drawing={drawing}
          at={menuPlace(
            menu,
            lanes.view ? { ...drawing, definition: lanes.view.definition } : drawing,
            flow.flowToScreenPosition,
            wrapper.current,
          )}
          onConsider={setConsidered}
          onClose={() => {
            closeMenu();
            const back = selection.elements[0];
            if (back) focusNode(back);
          }}
          onPick={(id) => {
            closeMenu();
            choose(menu, id);
          }}
        />
      ) : null}
    </div>
  );
}

/** Ghosts stand beside the drawing: no action reaches them. */
function withGhosts(definition: Definition, ghosts: Ghosts | undefined): Definition {
  if (!ghosts || ghosts.elements.length + ghosts.flows.length === 0) return definition;
  return {
    ...definition,
    elements: [...definition.elements, ...ghosts.elements],
    flows: [...definition.flows, ...ghosts.flows],
  };
}

const still = new WeakMap<DrawnNode, DrawnNode>();
/** The same object each time, so that React Flow draws it once. */
function unselected(node: DrawnNode): DrawnNode {
  let found = still.get(node);
  if (!found) {
    const fixed = node.data.gone ? { draggable: false, connectable: false, selectable: false } : {};
    found = { ...node, ...fixed, domAttributes: { tabIndex: -1 } };
    still.set(node, found);
  }
  return found;
}
const arrowed = new WeakMap<DrawnEdge, DrawnEdge>();
function withArrow(edge: DrawnEdge): DrawnEdge {
  let found = arrowed.get(edge);
  if (!found) {
    found = {
      ...edge,
      markerEnd: edge.data?.story && edge.data.walked ? { ...arrow, color: 'var(--ink)' } : arrow,
    };
    arrowed.set(edge, found);
  }
  return found;
}

export const motion = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180);
