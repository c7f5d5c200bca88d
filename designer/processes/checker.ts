/** Has a drawing checked in a worker; of several that wait only the last is. */
import type { Definition, Finding } from '../../contract/index.ts';
import type { Known } from '../../core/check/index.ts';
import type { Asked } from './check-worker.ts';

/** What checks elsewhere: told what to check, it answers in its own time. */
export interface Elsewhere {
  ask(what: Asked): void;
  onAnswer(answer: (given: { n: number; findings: Finding[] }) => void): void;
  /** It cannot be reached, or broke. */
  onFailure(fail: () => void): void;
}

interface Waiting {
  asked: Asked;
  tell(findings: Finding[]): void;
}

export class Checker {
  private elsewhere: Elsewhere | undefined;
  private busy: Waiting | undefined;
  private next: Waiting | undefined;
  private n = 0;

  constructor(private open: () => Elsewhere) {}

  /** Tells what was found, unless something newer is asked before it is begun. */
  check(definition: Definition, known: Known, tell: (findings: Finding[]) => void): void {
    this.n += 1;
    this.next = { asked: { n: this.n, definition, known }, tell };
    if (!this.busy) this.begin();
  }

  private begin(): void {
    const one = this.next;
    this.next = undefined;
    this.busy = one;
    if (one) this.worker().ask(one.asked);
  }

  private worker(): Elsewhere {
    if (this.elsewhere) return this.elsewhere;
    const made = this.open();
    this.elsewhere = made;
    made.onAnswer(({ n, findings }) => {
      if (n !== this.busy?.asked.n) return;
      this.busy.tell(findings);
      this.begin();
    });
    // Without it the page checks by itself, slower but the same.
    made.onFailure(() => {
      const one = this.next ?? this.busy;
      this.busy = undefined;
      this.next = undefined;
      this.elsewhere = undefined;
      if (one) void here(one);
    });
    return made;
  }
}

/** What checks is loaded by the page only when it has to. */
async function here({ asked, tell }: Waiting): Promise<void> {
  const { check } = await import('../../core/check/index.ts');
  tell(check(asked.definition, asked.known));
}

export const checker = new Checker(() => {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
  return {
    ask: (what) => worker.postMessage(what),
    onAnswer: (answer) => worker.addEventListener('message', ({ data }) => answer(data)),
    onFailure: (fail) => worker.addEventListener('error', fail),
  };
});
