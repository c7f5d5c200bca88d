/** Instances that a message or a BPMN signal begins, in the world and the initiative of whoever threw it; once per message and process. */
import type { MessageStart } from '../activities/deps.ts';
import { begunInstanceId } from '../workflows/ids.ts';
import type { StartInstance } from './start-instance.ts';

export function messageStarts(start: StartInstance): (input: MessageStart) => Promise<string> {
  return async ({ id, ...input }) => {
    const instance = begunInstanceId({ org: input.org, id });
    const answer = await start({ ...input, id: instance });
    if (!answer.ok && answer.rejection.code !== 'ALREADY_EXISTS')
      throw new Error(`Expected '${input.process}' to begin, but: ${answer.rejection.message}`);
    return instance;
  };
}
