/** A process to look at: what was walked is dark, where it is now is lit, what may come is light. For the initiative page, previews and play. */
import {
  Background,
  Controls,
  MarkerType,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import type { Change } from '../../core/difference/index.ts';
import { elementOf } from '../actions/index.ts';
import { useLanguage } from '../app/i18n.ts';
import styles from './canvas.module.css';
import { edgeTypes } from './edge.tsx';
import { nodeTypes } from './nodes.tsx';
import { Drawer, type DrawnEdge, type DrawnNode } from './to-flow.ts';

export interface ProcessMapProps {
  definition: Definition;
  /** Ids of elements and flows that were walked; left out, the drawing tells no story. */
  walked?: Iterable<string>;
  /** Ids of elements that are active now; often counts twice. */
  present?: Iterable<string>;
  /** What came, went, changed or moved, by element or flow. */
  changed?: ReadonlyMap<string, Change['how']>;
  /** Asked from outside: go to these elements. */
  show?: { ids: readonly string[]; n: number } | undefined;
  /** Says what it shows, for who cannot see it. */
  label?: string;
  /** Keeps what is present in view as it moves. */
  follow?: boolean;
  /** Small and still: no panning, no buttons. */
  still?: boolean;
  onPick?(element: string): void;
}

export function ProcessMap(props: ProcessMapProps) {
  return (
    <ReactFlowProvider>
      <Drawn {...props} />
    </ReactFlowProvider>
  );
}

const WHOLE = { padding: 0.06, maxZoom: 1 };

function Drawn({
  definition,
  walked,
  present,
  changed,
  show,
  label,
  follow = false,
  still = false,
  onPick,
}: ProcessMapProps) {
  const { t } = useTranslation('canvas');
  const language = useLanguage();
  const flow = useReactFlow<DrawnNode, DrawnEdge>();
  const wrapper = useRef<HTMLDivElement>(null);
  const [drawer] = useState(() => new Drawer());
  const far = useStore(({ transform }) => transform[2] < 0.55);
  const here = useMemo(() => {
    const counts: Record<string, number> = {};
    for (const id of present ?? []) counts[id] = (counts[id] ?? 0) + 1;
    return counts;
  }, [present]);
  const drawn = useMemo(
    () =>
      drawer.draw(definition, language, {
        present: here,
        ...(walked ? { walked: new Set(walked) } : {}),
        ...(changed ? { changed } : {}),
      }),
    [drawer, definition, language, here, walked, changed],
  );
  // To look at only: each is a picture with its words.
  const nodes = useMemo(
    () => drawn.nodes.map((node) => ({ ...node, ariaRole: 'img' as const })),
    [drawn.nodes],
  );
  const edges = useMemo(
    () =>
      drawn.edges.map((edge) => ({
        ...edge,
        markerEnd: {
          type: MarkerType.ArrowClosed,
          width: 30,
          height: 30,
          markerUnits: 'userSpaceOnUse',
          color: edge.data?.walked ? 'var(--ink)' : 'var(--quiet)',
        },
      })),
    [drawn.edges],
  );
  const shown = Object.keys(here)
    .filter((id) => elementOf(definition, id) && elementOf(definition, id)?.type !== 'subProcess')
    .join(' ');
  const size = useStore(({ width, height }) => `${width}x${height}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: in a frame of another size it is put in view again
  useEffect(() => {
    if (!follow || !shown) return;
    const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300;
    void flow.fitView({
      nodes: shown.split(' ').map((id) => ({ id })),
      padding: 0.6,
      maxZoom: 0.9,
      minZoom: 0.3,
      duration,
    });
  }, [follow, shown, flow, size]);
  useEffect(() => {
    const nodesShown = (show?.ids ?? []).filter((id) => elementOf(definition, id));
    if (nodesShown.length === 0) return;
    const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200;
    void flow.fitView({
      nodes: nodesShown.map((id) => ({ id })),
      padding: 0.6,
      maxZoom: 1,
      minZoom: 0.4,
      duration,
    });
  }, [show, definition, flow]);
  // All of it where that can be read; of what is much wider than its frame, the beginning.
  const begin = useCallback(async () => {
    if (follow && shown) return;
    const frame = wrapper.current?.getBoundingClientRect();
    if (!frame) return;
    const { x, y, width, height } = flow.getNodesBounds(nodes);
    if (width * (still ? 0.22 : 0.4) <= frame.width) return void (await flow.fitView(WHOLE));
    const zoom = Math.min(still ? 0.3 : 0.6, (frame.height * 0.86) / height);
    await flow.setViewport({ x: 20 - x * zoom, y: (frame.height - height * zoom) / 2 - y * zoom, zoom });
  }, [flow, nodes, follow, shown, still]);
  const begun = useRef(size);
  useEffect(() => {
    if (begun.current === size) return;
    begun.current = size;
    void begin();
  }, [size, begin]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no group of form fields
    <div
      ref={wrapper}
      className={styles.canvas}
      data-far={far || undefined}
      role="group"
      aria-label={label ?? t('map')}
    >
      <ReactFlow<DrawnNode, DrawnEdge>
        onInit={() => void begin()}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        zIndexMode="manual"
        fitView={!(follow && shown)}
        fitViewOptions={WHOLE}
        minZoom={0.03}
        proOptions={{ hideAttribution: still }}
        panOnDrag={!still}
        zoomOnScroll={false}
        zoomOnPinch={!still}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        onlyRenderVisibleElements={definition.elements.length > 150}
        {...(onPick ? { onNodeClick: (_event: unknown, node: DrawnNode) => onPick(node.id) } : {})}
      >
        {still ? null : <Background gap={20} size={1} color="var(--line)" />}
        {still ? null : <Controls showInteractive={false} position="bottom-left" aria-label={t('map')} />}
      </ReactFlow>
    </div>
  );
}
