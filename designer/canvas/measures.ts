/** Measures that drawing and geometry share. */
import { CARD } from '../actions/index.ts';

/** Height of the upper part of a card, above its exits. */
export const CARD_ROW_TOP = CARD.height;

/** How all of a drawing is brought in sight. */
export const FIT = { padding: 0.12, maxZoom: 1, minZoom: 0.05 };
