import 'server-only';
import { readerOf, rightsOf } from '@/app/actions/writer';
import { filtersOf, loadActivityAddress } from '@/components/activity/activity-address';
import { readActivitySelection } from '@/db/activity-selection';
import { readBatchSelection } from '@/db/batch-operations';
import type { Database } from '@/db/client';
import { readKeptSelection } from '@/db/kept-selections';
import type { BatchRequest } from '@/db/plan-reverts';
import { mostBatchEvents, tooManyEvents } from '@/db/revert-many';
import { refusal } from '@/db/write';
import { type Person, refusalToChange } from '@/lib/access';
import { type ActivityFilters, isFiltered } from '@/lib/activity/activity-query';
import type { BatchSelection, Chosen, SelectedEvents } from '@/lib/batch-selection';
import type { ExplainedRefusal } from '@/lib/event-sourcing/narrate';

/** A selection with what it stands for by now. */
export type FoundSelection =
  | { ok: true; selected: readonly SelectedEvents[]; events: number; chosen: Chosen | null }
  | { ok: false; refusal: ExplainedRefusal; chosen: Chosen | null };

/** Finds the events that a selection stands for, or why none of them are to be taken back. */
export async function findSelected(db: Database, selection: BatchSelection): Promise<FoundSelection> {
  const chosen = selection.kind === 'chosen' ? await readKeptSelection(db, selection.id) : null;
  const no = (code: keyof typeof refusals): FoundSelection => ({
    ok: false,
    refusal: refusal(code, refusals[code]),
    chosen,
  });
  if (selection.kind === 'chosen' && !chosen) return no('selection_gone');
  if (!isNarrow(selection, chosen)) return no('not_narrow');
  const selected = await readSelected(db, selection, chosen);
  const events = selected.reduce((sum, { versions }) => sum + versions.length, 0);
  if (events === 0) return no('nothing_selected');
  return events > mostBatchEvents ? no('too_many') : { ok: true, selected, events, chosen };
}

const refusals = {
  selection_gone:
    'What was selected here is kept for 30 days, and is gone by now. Go back and select it again.',
  not_narrow:
    'Say whose changes, which time or which type of change is to be taken back. Everything that ever happened is never undone at once.',
  nothing_selected: 'None of these events is there. Choose another person, a longer time or another type.',
  too_many: tooManyEvents,
} satisfies Record<string, string>;

/** Whole records are no selection: of them it must be said whose events, when, or which. */
function isNarrow(selection: BatchSelection, chosen: Chosen | null): boolean {
  if (selection.kind === 'operation' || chosen?.kind === 'events') return true;
  const filters = filtersIn(selection.address);
  return isFiltered(chosen ? { ...filters, record: null, workflows: [] } : filters);
}

/** The filters of an address of Activity. */
export const filtersIn = (address: string): ActivityFilters =>
  filtersOf(loadActivityAddress(new URLSearchParams(address)));

async function readSelected(
  db: Database,
  selection: BatchSelection,
  chosen: Chosen | null,
): Promise<readonly SelectedEvents[]> {
  if (selection.kind === 'operation') return readBatchSelection(db, selection.id);
  if (chosen?.kind === 'events') return chosen.events;
  const records = chosen ? chosen.ids : null;
  return readActivitySelection(db, filtersIn(selection.address), mostBatchEvents + 1, records);
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
