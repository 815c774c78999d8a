import { copying } from '@/lib/event-sourcing/edits';
import type { Recorded } from '@/lib/event-sourcing/event';
import { workflowOf } from '@/lib/workflows';
import { append } from '../append';
import type { Database } from '../client';

/** So many events travel in one statement. */
const chunk = 1000;

/** Appends the whole history of a new record as the write path does: events, head, snapshots and read tables. */
export async function appendHistory(db: Database, events: readonly Recorded[]): Promise<void> {
  const [first] = events;
  if (!first) throw new Error('There is nothing to append.');
  const { streamId } = first;
  const workflow = workflowOf(first.workflow);
  let state: object = workflow.initialState;
  let hash: Uint8Array | null = null;
  for (let expected = 0; expected < events.length; expected += chunk) {
    const appended = events.slice(expected, expected + chunk).map((event) => {
      state = workflow.evolve(state, event, copying);
      return { event, state };
    });
    const moved = await append(db.$client, workflow.name, [{ streamId, expected, hash, appended }]);
    const head = moved.get(streamId);
    if (!head) throw new Error(`The record ${streamId} was there already.`);
    hash = Buffer.from(head, 'hex');
  }
}
