/** Carries out one command of a mailroom; what comes of it returns as an event. */
import { workflowInfo } from '@temporalio/workflow';
import type { HostEvent } from '../core/event.ts';
import { callOf } from '../core/index.ts';
import type { MailroomCommand, MailroomEvent } from '../core/mailroom-types.ts';
import { carry } from './carry.ts';
import type { NumberedCommand } from './messages.ts';

type Answer = Extract<MailroomEvent, { type: 'answered' | 'refused' }>;
/** Of each of them: what the moment is added to. */
type WithoutMoment<T> = T extends unknown ? Omit<T, 'at'> : never;

export async function performMailroomCommand(
  world: string | undefined,
  { command, at, n }: NumberedCommand<MailroomCommand>,
): Promise<WithoutMoment<Answer> | undefined> {
  switch (command.do) {
    case 'send': {
      const { message } = command;
      const { status } = await carry('send', { message, ...(world ? { world } : {}) });
      return status === 'refused' ? { type: 'refused', message } : undefined;
    }
    case 'ask': {
      const { instance, keys } = command;
      return { type: 'answered', instance, holds: await carry('ask', { instance, keys }) };
    }
    default: {
      // A mailroom that ended and was opened again counts its commands anew; the id of its first run tells them apart.
      const id = `${workflowInfo().firstExecutionRunId}/${n}`;
      await carry('deliver', { instance: command.instance, event: eventOf(command), at, id });
      return undefined;
    }
  }
}

function eventOf(command: Exclude<MailroomCommand, { do: 'send' | 'ask' }>): HostEvent {
  switch (command.do) {
    case 'tell':
      return { type: 'told', notes: command.notes, lead: command.lead };
    case 'leadEnded':
      return { type: 'leadEnded', lead: command.lead };
    case 'callNeeded':
      return callOf(command);
  }
}

/** Mails to one person leave in order; what instances are told never waits for a mail server. A rehearsal world has one lane. */
export function mailroomLaneOf(world: string | undefined): (command: MailroomCommand) => string {
  return (command) => {
    if (world !== undefined) return 'world';
    return command.do === 'send' ? 'send' : `instance ${command.instance}`;
  };
}
