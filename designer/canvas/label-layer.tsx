/** Where the words of flows are drawn. React Flow's own way there searches the page again for each of them whenever anything moves. */
import { useStore } from '@xyflow/react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

const layers = new WeakMap<Element, Element>();

function layerIn(flow: Element | null): Element | undefined {
  if (!flow) return undefined;
  const known = layers.get(flow);
  if (known?.isConnected) return known;
  const found = flow.querySelector('.react-flow__edgelabel-renderer');
  if (found) layers.set(flow, found);
  return found ?? undefined;
}

export function LabelLayer({ children }: { children: ReactNode }) {
  const layer = useStore(({ domNode }) => layerIn(domNode));
  return layer ? createPortal(children, layer) : null;
}
