/** A process that begins with a message or a BPMN signal: once per message and process. */
import { createHash } from 'node:crypto';
import type { MessageStart } from '../activities/deps.ts';
import type { StartInstance } from './start-instance.ts';

export const startedByEvent =
  (start: StartInstance) =>
  async ({ id, ...begun }: MessageStart): Promise<string> => {
    const instance = `pi_${createHash('sha256').update(id).digest('hex').slice(0, 26)}`;
    const answer = await start({ ...begun, id: instance });
    if (!answer.ok) throw new Error(answer.rejection.message);
    return instance;
  };
