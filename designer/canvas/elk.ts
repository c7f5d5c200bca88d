/** ELK, loaded when somebody tidies up for the first time, at work in a worker of its own. */
import type { ELK } from 'elkjs/lib/elk-api.js';
import elkWorker from 'elkjs/lib/elk-worker.min.js?url';

let loaded: Promise<Pick<ELK, 'layout'>> | undefined;

export function elk(): Promise<Pick<ELK, 'layout'>> {
  loaded ??= import('elkjs/lib/elk-api.js').then((module) => {
    const Api = (module.default ?? module) as unknown as new (options: object) => ELK;
    return new Api({ workerFactory: () => new Worker(elkWorker) });
  });
  return loaded;
}
