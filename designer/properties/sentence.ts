/** An element as one plain sentence, from core. */
export { JOBS, type Piece, sentence } from '../../core/prose/sentence.ts';
