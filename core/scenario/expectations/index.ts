/** Every expectation with what checks it; forgetting one does not compile. */
import type { ExpectationOf, ExpectationType } from '../reading/expectations.ts';
import type { View } from '../view.ts';
import { commitment, commitments, ownerShare } from './agreements.ts';
import { figure } from './figure.ts';
import { mail, nothing } from './messages.ts';
import type { Mismatch } from './mismatch.ts';
import { noTask, open, task, where } from './open.ts';
import { fact, incident, raised } from './record.ts';
import { capacity, due, ended, running, variable } from './standing.ts';

export const expectations: {
  [K in ExpectationType]: (view: View, expected: ExpectationOf<K>['with']) => Mismatch | undefined;
} = {
  open,
  task,
  noTask,
  mail,
  nothing,
  raised,
  variable,
  ended,
  running,
  incident,
  fact,
  figure,
  where,
  commitment,
  commitments,
  capacity,
  ownerShare,
  due,
};
