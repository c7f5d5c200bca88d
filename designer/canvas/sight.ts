/** From how far a drawing is seen, and so how much of it is worth drawing. */
import { createContext } from 'react';

/** `near`: all of it; `far`: names; `whole`: only shapes, for no word can be read any more. */
export type Sight = 'near' | 'far' | 'whole';

export const sightAt = (zoom: number): Sight => (zoom < 0.2 ? 'whole' : zoom < 0.55 ? 'far' : 'near');

export const SightContext = createContext<Sight>('near');
