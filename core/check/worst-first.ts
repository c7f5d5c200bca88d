// The order in which findings are shown: what must be repaired, what to think about, what may be better.
import type { Finding } from '../../contract/index.ts';

const weights: Record<Finding['severity'], number> = { error: 0, warning: 1, hint: 2 };

export const worstFirst = <F extends Finding>(findings: readonly F[]): F[] =>
  findings.toSorted((a, b) => weights[a.severity] - weights[b.severity]);
