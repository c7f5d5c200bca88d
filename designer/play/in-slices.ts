/** Carries out long work between two frames, so that the screen goes on moving; whoever has seen enough ends it. */
import { stretch } from '../../core/explore/stretch.ts';

/** Milliseconds of work at a stretch. */
const STRETCH = 12;

/** What it came to; undefined where it was ended before. */
export async function inSlices<T>(
  work: Generator<undefined, T>,
  isWanted: () => boolean,
): Promise<T | undefined> {
  while (isWanted()) {
    const until = performance.now() + STRETCH;
    const done = stretch(work, () => performance.now() >= until);
    if (done) return done.value;
    await new Promise((go) => setTimeout(go));
  }
  return undefined;
}
