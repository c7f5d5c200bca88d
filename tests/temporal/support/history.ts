/** What the server keeps of a workflow, run by run. */
import type { EngineClient } from '../../../worker/client.ts';

type History = Awaited<
  ReturnType<ReturnType<EngineClient['client']['workflow']['getHandle']>['fetchHistory']>
>;

/** Histories of all runs, oldest first. */
export async function historiesOf({ client }: EngineClient, workflowId: string): Promise<History[]> {
  const { runId } = await client.workflow.getHandle(workflowId).describe();
  const histories: History[] = [];
  let run: string | undefined = runId;
  while (run) {
    const history: History = await client.workflow.getHandle(workflowId, run).fetchHistory();
    histories.unshift(history);
    run = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  }
  return histories;
}

/** Events that are not the server's own bookkeeping of tasks. */
export const lengthOf = ({ events }: History): number => events?.length ?? 0;
