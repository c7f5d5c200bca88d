/** Drawing a flow by hand: from an exit to an element, to free paper, or one of its ends to somewhere else. */
import { type Connection, type FinalConnectionState, useReactFlow } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { elementOf, mayConnect, originOf, perform } from '../actions/index.ts';
import { useLanguage } from '../app/i18n.ts';
import type { CanvasMenuKind } from './menu-edits.ts';
import type { DrawnEdge } from './to-flow.ts';
import type { Editor } from './use-editor.ts';
import { useSteady } from './use-steady.ts';

interface Options {
  definition: Definition;
  /** As it is seen: places in it are those on the screen. */
  view: Definition;
  closed: ReadonlySet<string>;
  together: Editor['together'];
  onSay(words: string): void;
  onMenu(menu: CanvasMenuKind): void;
}

interface Ends {
  source: string;
  target: string;
  sourceHandle?: string | null;
}

const outcomeOf = (handle: string | null | undefined): string | undefined =>
  handle?.startsWith('out:') ? handle.slice(4) : undefined;
const endsOf = ({ source, target, sourceHandle }: Ends) => ({
  from: source,
  to: target,
  outcome: outcomeOf(sourceHandle),
});

export function useConnecting({ definition, view, closed, together, onSay, onMenu }: Options) {
  const { t } = useTranslation('canvas');
  const language = useLanguage();
  const flow = useReactFlow();
  const connect = (from: string, to: string, outcome: string | undefined) => {
    together((now) =>
      perform(perform(now, 'select', { elements: [from], flows: [] }), 'connect', {
        from,
        to,
        ...(outcome ? { outcome } : {}),
      }),
    );
    onSay(t('said.connected'));
  };
  const isValidConnection = useSteady((ends: Ends) => {
    const { from, to, outcome } = endsOf(ends);
    return mayConnect(definition, from, to, outcome).ok;
  });
  const onConnect = useSteady((connection: Connection) => {
    const { from, to, outcome } = endsOf(connection);
    connect(from, to, outcome);
  });
  const onConnectEnd = useSteady((event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
    if (state.toHandle || !state.fromNode || state.fromHandle?.type !== 'source') return;
    const outcome = outcomeOf(state.fromHandle.id);
    const from = state.fromNode.id;
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    if (!point) return;
    // Dropped anywhere on an element is dropped on it.
    const to = document
      .elementsFromPoint(point.clientX, point.clientY)
      .map((under) => under.closest<HTMLElement>('.react-flow__node')?.dataset.id)
      .find((id) => id !== undefined && (elementOf(definition, id)?.type !== 'subProcess' || closed.has(id)));
    if (to === from) return;
    if (to !== undefined) {
      const allowed = mayConnect(definition, from, to, outcome);
      if (!allowed.ok) onSay(allowed.why[language]);
      else connect(from, to, outcome);
      return;
    }
    const at = flow.screenToFlowPosition({ x: point.clientX, y: point.clientY });
    const scope = originOf(view, elementOf(view, from)?.parent);
    onMenu({
      kind: 'append',
      after: from,
      ...(outcome ? { outcome } : {}),
      at: { x: at.x - scope.x, y: at.y - scope.y },
    });
  });
  const onReconnect = useSteady((edge: DrawnEdge, connection: Connection) => {
    const { from, to, outcome } = endsOf(connection);
    together((now) =>
      perform(perform(now, 'select', { elements: [], flows: [edge.id] }), 'reconnect', {
        flow: edge.id,
        from,
        to,
        ...(outcome ? { outcome } : {}),
      }),
    );
  });
  return { isValidConnection, onConnect, onConnectEnd, onReconnect };
}
