/** The canvas: draws a definition with React Flow and turns what hands do into actions. It knows no rule of the process. */
import { useMediaQuery } from '@mantine/hooks';
import {
  Background,
  type Connection,
  type EdgeChange,
  MarkerType,
  MiniMap,
  type NodeChange,
  NodeToolbar,
  Panel,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
  useUpdateNodeInternals,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { type DragEvent, type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  absoluteBox,
  actions,
  BLOCK_IDS,
  type BlockId,
  blockOf,
  blocks,
  copied,
  type Direction,
  type Drawing,
  elementOf,
  firstElement,
  GRID,
  mayConnect,
  mayInsert,
  neighbour,
  type Point,
  perform,
  pressed,
  readClip,
  single,
  singleFlow,
  tidied,
} from '../actions/index.ts';
import { useLanguage } from '../app/i18n.ts';
import styles from './canvas.module.css';
import { dropped, partAt } from './drop.ts';
import { edgeTypes } from './edge.tsx';
import { elk } from './elk.ts';
import { blockIcons } from './icons.tsx';
import type { Marks } from './marks.ts';
import { nodeTypes } from './nodes.tsx';
import { BLOCK_DRAG } from './palette.tsx';
import { type Choice, PickMenu } from './pick-menu.tsx';
import { titleOf } from './say.ts';
import { Drawer, type DrawnEdge, type DrawnNode } from './to-flow.ts';
import { CanvasTools, NodeTools } from './tools.tsx';
import type { Editor } from './use-editor.ts';

export interface CanvasProps {
  editor: Editor;
  marks: Marks;
  /** Opens the properties of what is selected and goes there. */
  onProperties(): void;
  /** Says something to who listens. */
  onSay(words: string): void;
  /** Asked from outside: show these elements. */
  show?: { ids: string[]; n: number } | undefined;
}

type Menu =
  | { kind: 'append'; after: string; outcome?: string; at?: Point }
  | { kind: 'insert'; flow: string }
  | { kind: 'add'; at: Point }
  | { kind: 'connect'; from: string; outcome?: string }
  | { kind: 'reconnect'; flow: string };

export function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Inner {...props} />
    </ReactFlowProvider>
  );
}

const arrow = {
  type: MarkerType.ArrowClosed,
  width: 30,
  height: 30,
  color: 'var(--quiet)',
  markerUnits: 'userSpaceOnUse',
};
const directions: Record<string, Direction | undefined> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
/** Processes are wider than they are tall. */
const MINIMAP = { width: 200, height: 96 };
const FIT = { padding: 0.12, maxZoom: 1, minZoom: 0.05 };

function Inner({ editor, marks, onProperties, onSay, show }: CanvasProps) {
  const { t } = useTranslation('canvas');
  const language = useLanguage();
  const { drawing, run, together } = editor;
  const { definition, selection } = drawing;
  const flow = useReactFlow<DrawnNode, DrawnEdge>();
  const wrapper = useRef<HTMLDivElement>(null);
  const [drawer] = useState(() => new Drawer());
  const [moving, setMoving] = useState<ReadonlyMap<string, Point>>(new Map());
  const [menu, setMenu] = useState<Menu>();
  const [hint, setHint] = useState<string>();
  const [tidying, setTidying] = useState(false);
  const narrow = useMediaQuery('(max-width: 62rem)', false, { getInitialValueInEffect: false });
  const far = useStore(({ transform }) => transform[2] < 0.55);
  const connecting = useStore(
    ({ connection, connectionClickStartHandle }) =>
      connection.inProgress || connectionClickStartHandle !== null,
  );
  const fresh = useRef<Drawing>(drawing);
  fresh.current = drawing;

  const shownMarks = useMemo<Marks>(
    () => (hint ? { ...marks, hinted: new Set([...(marks.hinted ?? []), hint]) } : marks),
    [marks, hint],
  );
  const drawn = useMemo(
    () => drawer.draw(definition, language, shownMarks),
    [drawer, definition, language, shownMarks],
  );
  const roving = selection.elements[0] ?? firstElement(definition);
  const nodes = useMemo(() => {
    const selected = new Set(selection.elements);
    return drawn.nodes.map((node) => {
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
  }, [drawn.nodes, selection.elements, moving, roving]);
  const edges = useMemo(() => {
    const selected = new Set(selection.flows);
    return drawn.edges.map((edge) =>
      selected.has(edge.id) ? { ...edge, selected: true, markerEnd: arrow } : withArrow(edge),
    );
  }, [drawn.edges, selection.flows]);

  // Exits that came, went or changed places must be found again by the flows that hang on them.
  const update = useUpdateNodeInternals();
  const exits = drawn.nodes
    .map(({ id, data }) =>
      data.facts.exits.length ? `${id}:${data.facts.exits.map((exit) => exit.id)}` : '',
    )
    .join('|');
  useEffect(() => {
    const ids = exits
      .split('|')
      .filter(Boolean)
      .map((one) => one.split(':')[0] as string);
    update(ids);
  }, [exits, update]);

  const onNodesChange = useCallback(
    (changes: NodeChange<DrawnNode>[]) => {
      const positions = changes.filter(
        (change) => change.type === 'position' && change.dragging && change.position,
      );
      if (positions.length > 0)
        setMoving((before) => {
          const next = new Map(before);
          for (const change of positions)
            if (change.type === 'position' && change.position) next.set(change.id, change.position);
          return next;
        });
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
    [together],
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
      const element = elementOf(fresh.current.definition, id);
      if (!element) return;
      const box = absoluteBox(fresh.current.definition, element);
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
      const focus = () =>
        wrapper.current
          ?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
          ?.focus({ preventScroll: true });
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

  useEffect(() => {
    if (!show) return;
    const nodesShown = show.ids.filter((id) => elementOf(fresh.current.definition, id));
    if (nodesShown.length > 0)
      void flow.fitView({
        nodes: nodesShown.map((id) => ({ id })),
        maxZoom: 1,
        minZoom: 0.5,
        padding: 0.4,
        duration: motion(),
      });
  }, [show, flow]);

  // The first sight: all of it when it is readable then, otherwise its beginning.
  const started = useRef(false);
  const begin = useCallback(() => {
    if (started.current) return;
    started.current = true;
    const boxes = definition.elements
      .filter(({ parent }) => parent === undefined)
      .map((one) => absoluteBox(definition, one));
    const [width, height] = [wrapper.current?.clientWidth ?? 1000, wrapper.current?.clientHeight ?? 700];
    const left = Math.min(...boxes.map(({ x }) => x));
    const right = Math.max(...boxes.map((box) => box.x + box.width));
    const start = elementOf(definition, firstElement(definition));
    if ((width - 80) / (right - left) >= 0.6 || !start) void flow.fitView(FIT);
    else {
      const zoom = width < 640 ? 0.7 : 0.85;
      // What is seen of it stands in the middle; where that is too tall, one begins at its top.
      const seen = boxes.filter(({ x }) => (x - left) * zoom + 48 < width);
      const top = Math.min(...seen.map(({ y }) => y));
      const bottom = Math.max(...seen.map((box) => box.y + box.height));
      // Room above for the tools of what is chosen.
      const room = Math.max(88, (height - (bottom - top) * zoom) / 2);
      void flow.setViewport({ x: 48 - left * zoom, y: room - top * zoom, zoom });
    }
  }, [definition, flow]);

  const doAdd = useCallback(
    (chosen: BlockId, where: Menu) => {
      const next =
        where.kind === 'append'
          ? together((now) =>
              perform(perform(now, 'select', { elements: [where.after], flows: [] }), 'append', {
                block: chosen,
                after: where.after,
                ...(where.outcome ? { outcome: where.outcome } : {}),
                ...(where.at ? { at: where.at } : {}),
              }),
            )
          : where.kind === 'insert'
            ? together((now) =>
                perform(perform(now, 'select', { elements: [], flows: [where.flow] }), 'insert', {
                  block: chosen,
                  flow: where.flow,
                }),
              )
            : where.kind === 'add'
              ? together((now) => {
                  const parent = partAt(now.definition, where.at, []);
                  const origin = parent ? absoluteBox(now.definition, parent) : { x: 0, y: 0 };
                  return perform(now, 'add', {
                    block: chosen,
                    at: { x: where.at.x - origin.x, y: where.at.y - origin.y },
                    ...(parent ? { parent: parent.id } : {}),
                  });
                })
              : undefined;
      const id = next?.selection.elements[0];
      if (id === undefined) return;
      onSay(t('said.added', { name: blocks[chosen].name[language] }));
      requestAnimationFrame(() => requestAnimationFrame(() => focusNode(id)));
    },
    [together, onSay, t, language, focusNode],
  );

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

  const tidy = useCallback(async () => {
    setTidying(true);
    try {
      const before = fresh.current;
      const next = await tidied(before, await elk());
      if (fresh.current.definition !== before.definition) return;
      together(({ selection: now }) => ({ definition: next.definition, selection: now }));
      onSay(t('said.tidied'));
      requestAnimationFrame(() => void flow.fitView({ ...FIT, duration: motion() }));
    } finally {
      setTidying(false);
    }
  }, [together, onSay, t, flow]);

  const copy = useCallback(
    (event?: ClipboardEvent) => {
      const clip = copied(fresh.current);
      if (!clip) return;
      const text = JSON.stringify(clip);
      event?.clipboardData?.setData('text/plain', text);
      event?.preventDefault();
      onSay(t('said.copied'));
    },
    [onSay, t],
  );
  const pasteText = useCallback(
    (text: string) => {
      const clip = readClip(text);
      if (!clip) return false;
      const first = elementOf(fresh.current.definition, fresh.current.selection.elements[0]);
      const next = run('paste', { clip, ...(first?.parent ? { parent: first.parent } : {}) });
      onSay(t('said.pasted'));
      const id = next.selection.elements[0];
      if (id) requestAnimationFrame(() => requestAnimationFrame(() => focusNode(id)));
      return true;
    },
    [run, onSay, t, focusNode],
  );
  useEffect(() => {
    const inside = (event: Event) => {
      const target = event.target as HTMLElement | null;
      const active = document.activeElement;
      return (
        !!wrapper.current &&
        (wrapper.current.contains(active) || wrapper.current.contains(target)) &&
        !isTyping(active)
      );
    };
    const onCopy = (event: ClipboardEvent) => {
      if (inside(event)) copy(event);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (inside(event) && pasteText(event.clipboardData?.getData('text/plain') ?? ''))
        event.preventDefault();
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [copy, pasteText]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyping(event.target as Element)) return;
    const mod = event.ctrlKey || event.metaKey;
    const direction = directions[event.key as 'ArrowLeft'];
    const one = single(drawing);
    const key = event.key.toLowerCase();
    const handled = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (mod && key === 'z') {
      handled();
      event.shiftKey ? editor.redo() : editor.undo();
      onSay(event.shiftKey ? t('said.redone') : t('said.undone'));
    } else if (mod && key === 'y') {
      handled();
      editor.redo();
      onSay(t('said.redone'));
    } else if (pressed('duplicate', event)) {
      handled();
      const next = run('duplicate', undefined);
      if (next.selection.elements[0])
        requestAnimationFrame(() => focusNode(next.selection.elements[0] as string));
    } else if (pressed('selectAll', event)) {
      handled();
      run('selectAll', undefined);
    } else if (mod) {
      return;
    } else if (direction && event.altKey) {
      handled();
      const by = 2 * GRID;
      run(
        'move',
        {
          by: {
            x: direction === 'left' ? -by : direction === 'right' ? by : 0,
            y: direction === 'up' ? -by : direction === 'down' ? by : 0,
          },
        },
        `nudge ${selection.elements.join()}`,
      );
    } else if (direction) {
      handled();
      const next = one ? neighbour(definition, one.id, direction) : roving;
      if (next) select(next);
    } else if (pressed('remove', event)) {
      handled();
      const before = one ? neighbour(definition, one.id, 'left') : undefined;
      run('remove', undefined);
      onSay(t('said.removed'));
      if (before) requestAnimationFrame(() => focusNode(before));
    } else if (pressed('append', event)) {
      handled();
      openAppend();
    } else if (pressed('connect', event)) {
      handled();
      openConnect();
    } else if (event.key === 'Enter' || event.key === ' ') {
      const node = (event.target as HTMLElement).closest<HTMLElement>('.react-flow__node');
      if (!node) return;
      handled();
      if (node.dataset.id && selection.elements[0] !== node.dataset.id)
        run('select', { elements: [node.dataset.id], flows: [] });
      else onProperties();
    } else if (event.key === 'Escape') {
      run('select', { elements: [], flows: [] });
    } else if (key === 'f') {
      handled();
      void flow.fitView({ ...FIT, duration: motion() });
    }
  };

  const onDrop = (event: DragEvent) => {
    const block = event.dataTransfer.getData(BLOCK_DRAG) as BlockId;
    if (!BLOCK_IDS.includes(block)) return;
    event.preventDefault();
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const hit = document
      .elementsFromPoint(event.clientX, event.clientY)
      .map((one) => one.closest<HTMLElement>('.react-flow__edge')?.dataset.id)
      .find((id) => id !== undefined);
    const [made] = blocks[block].make(definition).elements;
    const onFlow = definition.flows.find(({ id }) => id === hit);
    doAdd(
      block,
      onFlow && mayInsert(definition, onFlow, made).ok
        ? { kind: 'insert', flow: onFlow.id }
        : { kind: 'add', at },
    );
  };

  const connectBy = (connection: Pick<Connection, 'source' | 'target' | 'sourceHandle'>) => ({
    from: connection.source,
    to: connection.target,
    outcome: connection.sourceHandle?.startsWith('out:') ? connection.sourceHandle.slice(4) : undefined,
  });
  const one = single(drawing);
  const nodeTools = one ? (
    <NodeTools
      drawing={drawing}
      onAppend={openAppend}
      onConnect={openConnect}
      onDuplicate={() => run('duplicate', undefined)}
      onAttach={() => run('attach', { host: one.id })}
      onRemove={() => run('remove', undefined)}
      onProperties={onProperties}
    />
  ) : null;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the elements inside bubble up to here
    <div
      ref={wrapper}
      className={`${styles.canvas} ${connecting ? 'connecting' : ''}`}
      data-far={far || undefined}
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
      <ReactFlow<DrawnNode, DrawnEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={begin}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDragStop={(_event, _node, dragged) => {
          together((now) => dropped(now, dragged));
          setMoving(new Map());
        }}
        onNodeDoubleClick={onProperties}
        onEdgeDoubleClick={(_event, edge) => setMenu({ kind: 'insert', flow: edge.id })}
        isValidConnection={(connection) => {
          const { from, to, outcome } = connectBy({
            ...connection,
            sourceHandle: connection.sourceHandle ?? null,
          });
          return mayConnect(definition, from, to, outcome).ok;
        }}
        onConnect={(connection) => {
          const { from, to, outcome } = connectBy(connection);
          together((now) =>
            perform(perform(now, 'select', { elements: [from], flows: [] }), 'connect', {
              from,
              to,
              ...(outcome ? { outcome } : {}),
            }),
          );
          onSay(t('said.connected'));
        }}
        onConnectEnd={(event, state) => {
          if (state.toHandle || !state.fromNode || state.fromHandle?.type !== 'source') return;
          const handle = state.fromHandle.id ?? '';
          const outcome = handle.startsWith('out:') ? handle.slice(4) : undefined;
          const from = state.fromNode.id;
          const point = 'changedTouches' in event ? event.changedTouches[0] : event;
          if (!point) return;
          // Dropped anywhere on an element is dropped on it.
          const to = document
            .elementsFromPoint(point.clientX, point.clientY)
            .map((under) => under.closest<HTMLElement>('.react-flow__node')?.dataset.id)
            .find((id) => id !== undefined && elementOf(definition, id)?.type !== 'subProcess');
          if (to === from) return;
          if (to !== undefined) {
            const allowed = mayConnect(definition, from, to, outcome);
            if (!allowed.ok) {
              onSay(allowed.why[language]);
              return;
            }
            together((now) =>
              perform(perform(now, 'select', { elements: [from], flows: [] }), 'connect', {
                from,
                to,
                ...(outcome ? { outcome } : {}),
              }),
            );
            onSay(t('said.connected'));
            return;
          }
          const source = elementOf(definition, from);
          const at = flow.screenToFlowPosition({ x: point.clientX, y: point.clientY });
          const scope = source?.parent
            ? absoluteBox(definition, elementOf(definition, source.parent) as never)
            : { x: 0, y: 0 };
          setMenu({
            kind: 'append',
            after: from,
            ...(outcome ? { outcome } : {}),
            at: { x: at.x - scope.x, y: at.y - scope.y },
          });
        }}
        onReconnect={(edge, connection) => {
          const { from, to, outcome } = connectBy(connection);
          together((now) =>
            perform(perform(now, 'select', { elements: [], flows: [edge.id] }), 'reconnect', {
              flow: edge.id,
              from,
              to,
              ...(outcome ? { outcome } : {}),
            }),
          );
        }}
        connectOnClick
        connectionRadius={28}
        disableKeyboardA11y
        edgesFocusable={false}
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={['Control', 'Meta', 'Shift']}
        snapToGrid
        snapGrid={[GRID, GRID]}
        minZoom={0.05}
        maxZoom={2}
        onlyRenderVisibleElements={definition.elements.length > 150}
        elevateNodesOnSelect={false}
        zoomOnDoubleClick={false}
        panOnScroll
        aria-label={t('drawing')}
        role="application"
      >
        <Background gap={20} size={1} color="var(--line)" />
        <MiniMap
          className={styles.minimap as string}
          style={MINIMAP}
          pannable
          zoomable
          ariaLabel={t('minimap')}
          nodeColor={miniColour}
          nodeStrokeWidth={0}
          maskColor="color-mix(in srgb, var(--paper) 70%, transparent)"
          bgColor="var(--card)"
        />
        {one && narrow && !menu ? <Panel position="top-center">{nodeTools}</Panel> : null}
        {one && !narrow ? (
          <NodeToolbar
            nodeId={one.id}
            isVisible={!menu && moving.size === 0}
            position={Position.Top}
            offset={14}
          >
            {nodeTools}
          </NodeToolbar>
        ) : null}
        <Panel position="bottom-left">
          <CanvasTools
            editor={editor}
            tidying={tidying}
            onTidy={() => void tidy()}
            onFit={() => void flow.fitView({ ...FIT, duration: motion() })}
            onZoom={(by) => void flow.zoomTo(flow.getZoom() * by, { duration: motion() })}
            onAdd={() => setMenu({ kind: 'add', at: middle() })}
          />
        </Panel>
      </ReactFlow>
      {menu ? (
        <CanvasMenu
          menu={menu}
          drawing={drawing}
          at={menuPlace(menu, drawing, flow.flowToScreenPosition, wrapper.current)}
          onConsider={(id) => setHint(menu.kind === 'connect' || menu.kind === 'reconnect' ? id : undefined)}
          onClose={() => {
            setMenu(undefined);
            setHint(undefined);
            const back = selection.elements[0];
            if (back) focusNode(back);
          }}
          onPick={(id) => {
            setMenu(undefined);
            setHint(undefined);
            if (menu.kind === 'connect') {
              run('connect', { from: menu.from, to: id, ...(menu.outcome ? { outcome: menu.outcome } : {}) });
              onSay(t('said.connected'));
              select(menu.from);
            } else if (menu.kind === 'reconnect') run('reconnect', { flow: menu.flow, to: id });
            else doAdd(id as BlockId, menu);
          }}
        />
      ) : null}
    </div>
  );
}

const still = new WeakMap<DrawnNode, DrawnNode>();
/** The same object each time, so that React Flow draws it once. */
function unselected(node: DrawnNode): DrawnNode {
  let found = still.get(node);
  if (!found) {
    found = { ...node, domAttributes: { tabIndex: -1 } };
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

const miniColour = (node: DrawnNode): string =>
  node.data.present > 0
    ? 'var(--us)'
    : node.type === 'part'
      ? 'var(--line)'
      : node.data.facts.side && node.type === 'card'
        ? `var(--${node.data.facts.side})`
        : 'var(--quiet)';

export const motion = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180);

function isTyping(element: Element | null): boolean {
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) ||
      element.closest('[role="dialog"]') !== null)
  );
}

function menuPlace(
  menu: Menu,
  { definition }: Drawing,
  toScreen: (point: Point) => Point,
  wrapper: HTMLElement | null,
): Point {
  const box = wrapper?.getBoundingClientRect();
  const within = (point: Point) => {
    const at = toScreen(point);
    return { x: at.x - (box?.left ?? 0), y: at.y - (box?.top ?? 0) };
  };
  const beside = (id: string): Point => {
    const element = elementOf(definition, id);
    if (!element) return { x: 100, y: 100 };
    const at = absoluteBox(definition, element);
    const place = within({ x: at.x + at.width, y: at.y });
    return { x: place.x + 16, y: place.y };
  };
  if (menu.kind === 'add') return within(menu.at);
  if (menu.kind === 'append') {
    const source = elementOf(definition, menu.after);
    const scope = source?.parent ? elementOf(definition, source.parent) : undefined;
    const origin = scope ? absoluteBox(definition, scope) : { x: 0, y: 0 };
    return menu.at ? within({ x: menu.at.x + origin.x, y: menu.at.y + origin.y }) : beside(menu.after);
  }
  if (menu.kind === 'connect') return beside(menu.from);
  const flow = definition.flows.find(({ id }) => id === menu.flow);
  return flow ? beside(flow.from) : { x: 100, y: 100 };
}

function CanvasMenu({
  menu,
  drawing,
  ...rest
}: {
  menu: Menu;
  drawing: Drawing;
  at: Point;
  onPick(id: string): void;
  onClose(): void;
  onConsider(id: string | undefined): void;
}) {
  const { t } = useTranslation('canvas');
  const language = useLanguage();
  const { definition } = drawing;
  const choices = useMemo<Choice[]>(() => {
    if (menu.kind === 'connect' || menu.kind === 'reconnect') {
      const flow =
        menu.kind === 'reconnect' ? definition.flows.find(({ id }) => id === menu.flow) : undefined;
      const from = menu.kind === 'connect' ? menu.from : (flow?.from ?? '');
      const source = elementOf(definition, from);
      const here = source ? absoluteBox(definition, source) : { x: 0, y: 0 };
      return definition.elements
        .filter(({ id }) => mayConnect(definition, from, id, undefined, flow?.id).ok)
        .map((element) => {
          const box = absoluteBox(definition, element);
          const Icon = blockIcons[blockOf(element)];
          return {
            distance: Math.hypot(box.x - here.x, box.y - here.y) + (box.x < here.x ? 2000 : 0),
            choice: {
              id: element.id,
              label: titleOf(element, language),
              icon: <Icon size={18} stroke={1.75} aria-hidden="true" />,
              words: element.id,
            },
          };
        })
        .toSorted((a, b) => a.distance - b.distance)
        .map(({ choice }) => choice);
    }
    return BLOCK_IDS.filter((id) => menu.kind === 'add' || id !== 'start').map((id) => {
      const Icon = blockIcons[id];
      const { name, hint } = blocks[id];
      return {
        id,
        label: name[language],
        hint: hint[language],
        icon: <Icon size={20} stroke={1.75} aria-hidden="true" />,
        words: `${name.nl} ${name.en}`,
      };
    });
  }, [menu, definition, language]);
  const title =
    menu.kind === 'append'
      ? t('appendTitle')
      : menu.kind === 'insert'
        ? t('insertTitle')
        : menu.kind === 'add'
          ? t('addTitle')
          : t('connectTitle');
  return <PickMenu title={title} choices={choices} empty={t('noTargets')} {...rest} />;
}
