import 'server-only';
import { readerOf, rightsOf } from '@/app/actions/writer';
import { filtersOf, loadActivityAddress } from '@/components/activity/activity-address';
import { readActivitySelection } from '@/db/activity-selection';
import { readBatchSelection } from '@/db/batch-operations';
import type { Database } from '@/db/client';
import type { BatchRequest, SelectedEvents } from '@/db/plan-reverts';
import { mostBatchEvents } from '@/db/revert-many';
import { type Person, refusalToChange } from '@/lib/access';
import type { BatchSelection } from '@/lib/batch-preview';

/** The events that a selection stands for by now; one more than may be taken back where there are more. */
export function readSelected(db: Database, selection: BatchSelection): Promise<SelectedEvents[]> {
  if (selection.kind === 'operation') return readBatchSelection(db, selection.id);
  const address = loadActivityAddress(new URLSearchParams(selection.address));
  return readActivitySelection(db, filtersOf(address), mostBatchEvents + 1);
}

/** Who asks, for a dry run and for the real one alike. */
export async function batchRequest(
  person: Person,
  asked: Pick<BatchRequest, 'selected' | 'skip' | 'operationId' | 'reason' | 'metadata'>,
): Promise<BatchRequest> {
  return {
    ...asked,
    actor: { id: person.id, kind: 'user', name: person.name },
    rights: rightsOf(person),
    reader: await readerOf(person),
    refusalToChange: (workflow) => refusalToChange(person.role, workflow),
  };
}
