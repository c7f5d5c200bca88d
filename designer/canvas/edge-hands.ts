/** What hands can do with a flow, offered by the canvas to the flows it draws; where nobody offers it, flows are only looked at. */
import { createContext } from 'react';
import type { Point } from '../actions/index.ts';

export interface EdgeHands {
  insert(flow: string): void;
  lead(flow: string): void;
  /** New bends within the flow's scope; none gives its way back. Not offered where ways are found for all. */
  bend?(flow: string, points: Point[] | undefined): void;
  remove(flow: string): void;
}

export const EdgeHandsContext = createContext<EdgeHands | undefined>(undefined);

/** What hands can do with the words of any flow, also of one that is not selected yet. */
export interface LabelHands {
  select(flow: string): void;
  /** From where the flow leaves its element; none gives the words their own place back. `gesture` joins steps into one. */
  place(flow: string, by: Point | undefined, gesture?: string): void;
  settle(): void;
}

export const LabelHandsContext = createContext<LabelHands | undefined>(undefined);
