import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { undoBatch } from '@/app/actions/undo-batch';
import { requirePerson } from '@/app/session';
import { activityHref, loadActivityAddress } from '@/components/activity/activity-address';
import { BatchPreview } from '@/components/activity/batch-preview';
import { PageHeader, TrailLink } from '@/components/shell/page-header';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { database } from '@/db/client';
import { mostBatchEvents } from '@/db/revert-many';
import { refusalToBatch } from '@/lib/access';
import type { BatchSelection } from '@/lib/batch-preview';
import { readSelected } from '../batch-request';
import { dryRun } from '../dry-run';

export const metadata: Metadata = { title: 'Undo many changes' };

/** What it would come to if all that Activity shows were taken back, or one action on many records; and doing it. */
export default async function UndoBatchRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const person = await requirePerson();
  const params = await searchParams;
  const { operation } = params;
  const address = activityHref('', { ...loadActivityAddress(params), after: null, before: null });
  const selection: BatchSelection =
    typeof operation === 'string'
      ? { kind: 'operation', id: operation }
      : { kind: 'matching', address: address.replace(/^\?/, '') };
  const refusal = refusalToBatch(person.role, selection.kind);
  const backHref =
    selection.kind === 'operation' ? `/activity/operations/${selection.id}` : `/activity${address}`;
  return (
    <div className="flex flex-col gap-4 px-page py-5">
      <PageHeader
        trail={<TrailLink href={backHref}>Activity</TrailLink>}
        title="Undo many changes"
        description="Look first: nothing is done before you press the button, and it can be undone itself."
      />
      {refusal === null ? (
        <Looked selection={selection} backHref={backHref} />
      ) : (
        <Card>
          <EmptyState title={<h2>Only managers take many changes back at once</h2>}>{refusal}</EmptyState>
        </Card>
      )}
    </div>
  );
}

async function Looked({ selection, backHref }: { selection: BatchSelection; backHref: string }) {
  const db = database();
  const selected = await readSelected(db, selection);
  const events = selected.reduce((sum, { versions }) => sum + versions.length, 0);
  if (events === 0 || events > mostBatchEvents) {
    return (
      <Card>
        <EmptyState
          title={<h2>{events === 0 ? 'No event is selected' : 'Too many events are selected'}</h2>}
          action={<TrailLink href={backHref}>Back to Activity</TrailLink>}
        >
          {events === 0
            ? 'Choose a person, a time or a type of event in Activity, then come back.'
            : 'At most 10,000 events are taken back at once. Narrow the filters of Activity.'}
        </EmptyState>
      </Card>
    );
  }
  const preview = await dryRun(db, await requirePerson(), selected);
  return <BatchPreview preview={preview} selection={selection} backHref={backHref} undoBatch={undoBatch} />;
}
