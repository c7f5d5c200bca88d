/** Checks a drawing beside the page, so that drawing goes on meanwhile. */

import type { Definition } from '../../contract/index.ts';
import { check, type Known } from '../../core/check/index.ts';

export interface Asked {
  n: number;
  definition: Definition;
  known: Known;
}

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  self.postMessage({ n: data.n, findings: check(data.definition, data.known) });
});
