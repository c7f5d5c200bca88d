/** Lets a few requests at a time through to each workflow; the others wait their turn. */

/**
 * The server takes ten updates of one workflow at a time. One more is refused, and the refusal makes it forget the workflow
 * task under way (measured: thirty at once took 8 s instead of 0.5 s). Half of ten leaves room for another process.
 */
const AT_ONCE = 5;

export function turns(atOnce = AT_ONCE) {
  const lines = new Map<string, { busy: number; waiting: (() => void)[] }>();

  return async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    const line = lines.get(name) ?? { busy: 0, waiting: [] };
    lines.set(name, line);
    if (line.busy >= atOnce) await new Promise<void>((resolve) => line.waiting.push(resolve));
    else line.busy += 1;
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next) next();
      else if (--line.busy === 0) lines.delete(name);
    }
  };
}
