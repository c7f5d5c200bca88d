/** Figures about promises: kept on the first date; kept or honestly moved; the same of partners. Initiators are never rated. */
import type { Side } from '../../contract/index.ts';
import type { Figure } from './figure.ts';
import { addPromise, counted, isKept, type Promised, type Promises, promiseFacts } from './promises.ts';

interface Share {
  id: string;
  name: { nl: string; en: string };
  side: Side;
  counts: (promise: Promised) => boolean;
}

const share = ({ id, name, side, counts }: Share): Figure<Promises> => ({
  id,
  name,
  facts: promiseFacts,
  start: () => new Map(),
  add: addPromise,
  value(promises, period, ctx) {
    const due = counted(promises, side, period, ctx);
    const [good, rest] = [due.filter(counts), due.filter((promise) => !counts(promise))];
    return {
      value: good.length,
      of: due.length,
      list: good.map(({ id }) => id),
      rest: rest.map(({ id }) => id),
    };
  },
});

export const promisesKept = share({
  id: 'promises-kept',
  name: { nl: 'Beloften nagekomen', en: 'Promises kept' },
  side: 'us',
  counts: isKept,
});

export const honestRate = share({
  id: 'honest-rate',
  name: { nl: 'Eerlijk over beloften', en: 'Honest about promises' },
  side: 'us',
  counts: (promise) => isKept(promise) || promise.movedInTime,
});

export const partnerPromisesKept = share({
  id: 'partner-promises-kept',
  name: { nl: 'Beloften van partners nagekomen', en: 'Promises kept by partners' },
  side: 'partner',
  counts: isKept,
});
