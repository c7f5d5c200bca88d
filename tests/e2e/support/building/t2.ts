/**
 * How T2 is drawn from nothing: what comes after what, in the order in which somebody would do it. What each element says is
 * read from the template: the steps say where it stands and where it leads.
 */

export type Step =
  /** The element that is there already gets this id. */
  | { is: string; found: string }
  | { add: string; block: string; after: string }
  /** On the arrow between two elements. */
  | { add: string; block: string; from: string; to: string }
  | { onBorderOf: string; add: string }
  | { lead: string; to: string };

const after = (was: string, block: string, id: string): Step => ({ add: id, block, after: was });
const between = (from: string, to: string, block: string, id: string): Step => ({ add: id, block, from, to });
const lead = (from: string, to: string): Step => ({ lead: from, to });

export const T2_STEPS: readonly Step[] = [
  { is: 'n1.start', found: 'start' },
  after('n1.start', 'form', 'n1'),
  after('n1', 'agree', 'n2'),
  after('n2', 'wait', 'n3'),

  // One round: side by side, and over when they have looked back together.
  after('n3', 'part', 'n4.round'),
  { is: 'n4.start', found: 'part.start' },
  { is: 'n4.done', found: 'part.end' },
  between('n4.start', 'n4.done', 'split', 'n4.split'),
  between('n4.split', 'n4.done', 'wait', 'n7.wait'),
  after('n4.split', 'wait', 'n5.wait'),
  after('n5.wait', 'task', 'n5'),
  after('n5', 'end', 'n5.end'),
  after('n4.split', 'wait', 'n6.wait'),
  after('n6.wait', 'form', 'n6'),
  after('n6', 'end', 'n6.end'),
  between('n7.wait', 'n4.done', 'set', 'n7.by'),
  between('n7.by', 'n4.done', 'meeting', 'n7'),

  // Every month: how is it going?
  { onBorderOf: 'n4.round', add: 'n4.monthly' },
  after('n4.monthly', 'form', 'n4'),
  after('n4', 'end', 'n4.end'),
  after('n4', 'set', 'n4e'),
  lead('n4', 'n4e'),
  lead('n4e', 'n4.end'),

  // How do they go on? One way for each of six outcomes.
  after('n4.round', 'choose', 'n8'),
  after('n8', 'agree', 'n10'),
  after('n8', 'decide', 'n8.round'),
  after('n8', 'agree', 'n11'),
  after('n8', 'task', 'n12'),
  after('n8', 'split', 'n8.partner'),
  after('n8', 'sub', 'n8.T8b'),
  after('n12', 'record', 'n12.release'),

  // Before `n13a`, which is also known as `n13`: a name that is taken already is given to nobody.
  after('n8.T8b', 'message', 'n13'),

  // Once more, the third time with a good reason.
  after('n8.round', 'form', 'n9'),
  after('n8.round', 'choose', 'n9m'),
  lead('n9m', 'n9'),
  lead('n9m', 'n10'),
  lead('n9m', 'n12'),
  after('n9', 'split', 'n9.split'),
  after('n9.split', 'task', 'n13a'),
  after('n13a', 'end', 'n13a.end'),
  lead('n9.split', 'n3'),

  // Told and recorded, however they go on.
  lead('n8.partner', 'n13'),
  lead('n10', 'n13'),
  lead('n11', 'n13'),
  lead('n12.release', 'n13'),
  after('n13', 'record', 'n14'),
  after('n14', 'decide', 'n14.outcome'),
  after('n14.outcome', 'end', 'end.volunteers'),
  after('n14.outcome', 'end', 'end.partner'),
  after('n14.outcome', 'end', 'end.standing'),
  after('n14.outcome', 'end', 'end.grow'),
  after('n14.outcome', 'end', 'end.stop'),

  // Partners: the process of that name, and what came of it.
  after('n8.partner', 'sub', 'n8.T7'),
  after('n8.T7', 'decide', 'n8.how'),
  after('n8.how', 'end', 'end.partnership-ended'),
  after('n8.how', 'end', 'end.stays-supported'),
  after('n8.how', 'end', 'n8.arranged'),
];
