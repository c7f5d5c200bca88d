/** The tools of what is chosen: above it, and where the window of the drawing ends, below it or along its edge. */
import { NodeToolbar, Position, type ReactFlowState, useStore } from '@xyflow/react';
import { type ReactNode, useCallback } from 'react';

interface Props {
  /** Ids of what is chosen. */
  elements: readonly string[];
  isVisible: boolean;
  children: ReactNode;
}

/** Half of a row of tools, and what it needs above an element. */
const HALF = 190;
const ABOVE = 76;

/** Over the names of lanes, which lie in the same layer. */
const OVER_NAMES = { zIndex: 4 };

export function ToolsBeside({ elements, isVisible, children }: Props) {
  const align = useStore(useCallback((state) => alignIn(state, elements), [elements]));
  const isAtTop = useStore(useCallback((state) => boundsIn(state, elements).top < ABOVE, [elements]));
  return (
    <NodeToolbar
      nodeId={[...elements]}
      isVisible={isVisible}
      position={isAtTop ? Position.Bottom : Position.Top}
      align={align}
      offset={14}
      style={OVER_NAMES}
    >
      {children}
    </NodeToolbar>
  );
}

function alignIn(state: ReactFlowState, elements: readonly string[]): 'start' | 'center' | 'end' {
  const { left, right } = boundsIn(state, elements);
  const middle = (left + right) / 2;
  if (middle < HALF) return 'start';
  return middle > state.width - HALF ? 'end' : 'center';
}

/** Where they are seen, in pixels of the window of the drawing. */
function boundsIn({ nodeLookup, transform: [x, y, zoom] }: ReactFlowState, elements: readonly string[]) {
  let [left, right, top] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const id of elements) {
    const node = nodeLookup.get(id);
    if (!node) continue;
    const at = node.internals.positionAbsolute;
    left = Math.min(left, at.x * zoom + x);
    right = Math.max(right, (at.x + (node.measured.width ?? 0)) * zoom + x);
    top = Math.min(top, at.y * zoom + y);
  }
  return { left, right, top };
}
