/** Who may do what: one table of roles and actions. What is not in it is refused. */
import type { ActType } from '../contract/index.ts';

export const ROLES = ['coordinator', 'supporter', 'manager', 'administrator', 'system'] as const;
export type Role = (typeof ROLES)[number];

export type Action = keyof typeof permissions;

/** People of the organisation who work with initiatives. */
const staff = ['coordinator', 'supporter', 'manager'] as const;
const everybody = ROLES;
/** Beside the roles: `nobody` did not say who they are, `newcomer` has to choose a password of their own first. */
const anybody = [...ROLES, 'nobody', 'newcomer'] as const;
const newcomers = [...ROLES, 'newcomer'] as const;

export const permissions = {
  'session.open': anybody,
  'session.read': newcomers,
  'session.end': newcomers,
  'password.change': newcomers,
  'account.read': ['administrator'],
  'account.write': ['administrator'],
  'look.read': everybody,
  'look.write': ['administrator'],
  'definition.read': everybody,
  'definition.write': ['coordinator', 'manager', 'administrator'],
  'definition.publish': ['coordinator', 'manager', 'administrator'],
  'publishing.write': ['manager', 'administrator'],
  'template.write': ['coordinator', 'manager', 'administrator'],
  'sharing.read': ['coordinator', 'manager', 'administrator'],
  'sharing.write': ['coordinator', 'manager', 'administrator'],
  'comment.read': [...staff, 'administrator'],
  'comment.write': [...staff, 'administrator'],
  'initiative.read': [...staff, 'administrator'],
  'initiative.register': [...staff, 'system'],
  'initiative.act': staff,
  'initiative.stop': ['coordinator', 'manager'],
  'initiative.erase': ['manager', 'administrator'],
  'instance.read': [...staff, 'administrator'],
  'instance.start': [...staff, 'system'],
  'instance.act': staff,
  'instance.repair': ['coordinator', 'manager', 'administrator'],
  'instance.message': [...staff, 'system'],
  'event.send': ['coordinator', 'manager', 'administrator', 'system'],
  'secret.read': ['coordinator', 'manager', 'administrator'],
  'secret.write': ['administrator'],
  'token.read': ['administrator'],
  'token.write': ['administrator'],
  'audit.read': ['manager', 'administrator'],
  'task.read': [...staff, 'administrator'],
  'task.act': staff,
  'commitment.read': [...staff, 'administrator'],
  'commitment.act': staff,
  'raised.read': [...staff, 'administrator'],
  'message.read': staff,
  'figure.read': [...staff, 'administrator', 'system'],
  'report.read': [...staff, 'administrator'],
  'person.erase': ['administrator'],
  'absence.own': [...staff, 'administrator'],
  'absence.write': ['coordinator', 'manager', 'administrator'],
  'person.read': [...staff, 'administrator'],
  'link.revoke': staff,
  'capacity.read': everybody,
  'capacity.write': ['manager', 'administrator'],
  'world.read': [...staff, 'administrator'],
  'world.write': [...staff, 'administrator'],
  'stream.read': [...staff, 'administrator'],
} as const satisfies Record<string, readonly (Role | 'nobody' | 'newcomer')[]>;

export function may(role: string, action: Action): boolean {
  return (permissions[action] as readonly string[]).includes(role);
}

/** What each act of the engine needs; forgetting one does not compile. */
export const actionOf: Record<ActType, Action> = {
  complete: 'task.act',
  claim: 'task.act',
  unclaim: 'task.act',
  handOver: 'task.act',
  accept: 'task.act',
  decline: 'task.act',
  plan: 'task.act',
  log: 'task.act',
  press: 'task.act',
  commit: 'commitment.act',
  rePromise: 'commitment.act',
  done: 'commitment.act',
  drop: 'commitment.act',
  absent: 'initiative.act',
  back: 'initiative.act',
  pause: 'initiative.act',
  resume: 'initiative.act',
  withdrawConsent: 'initiative.act',
  changeChannel: 'initiative.act',
  assign: 'initiative.act',
  stop: 'initiative.stop',
  skip: 'instance.act',
  postpone: 'instance.act',
  message: 'instance.message',
  bpmnSignal: 'instance.message',
  begin: 'instance.act',
  set: 'instance.repair',
  modify: 'instance.repair',
  retry: 'instance.repair',
};
