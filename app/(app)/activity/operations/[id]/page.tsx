import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readTimeSettings } from '@/app/preferences';
import { requirePerson } from '@/app/session';
import { loadActivityAddress } from '@/components/activity/activity-address';
import { ActivityRow } from '@/components/activity/activity-row';
import { PageHeader, TrailLink } from '@/components/shell/page-header';
import { buttonStyles } from '@/components/ui/button-styles';
import { Card } from '@/components/ui/card';
import { readBatchEvents, readBatchSelection } from '@/db/batch-operations';
import { database } from '@/db/client';
import { mayChangeOthersWork } from '@/lib/access';
import { isolated } from '@/lib/event-sourcing/isolated';
import { formatTime } from '@/lib/format-time';
import { tellOperation } from '@/lib/told-event';
import { tellEvents } from '../../tell-events';

export const metadata: Metadata = { title: 'One action on many records' };

const mostShown = 250;
const everywhere = loadActivityAddress(new URLSearchParams());

/** One action on many records: who did it, when and why, and what it did to each. */
export default async function OperationRoute({ params }: { params: Promise<{ id: string }> }) {
  const person = await requirePerson();
  const { id } = await params;
  const db = database();
  const selected = await readBatchSelection(db, id);
  if (selected.length === 0) notFound();
  const [events, settings] = await Promise.all([
    readBatchEvents(db, selected, mostShown),
    readTimeSettings(),
  ]);
  const { told } = await tellEvents(db, events);
  const count = selected.reduce((sum, { versions }) => sum + versions.length, 0);
  const [first] = told;
  const at = first ? formatTime(first.event.occurredAt, 'seconds', settings) : '';
  return (
    <div className="flex flex-col gap-4 px-page py-5">
      <PageHeader
        trail={<TrailLink href="/activity">Activity</TrailLink>}
        title={first ? `${isolated(first.event.actor.name)} ${tellOperation(told)}` : 'One action'}
        description={`${at}, ${count} ${count === 1 ? 'event' : 'events'} on ${selected.length} ${selected.length === 1 ? 'record' : 'records'}`}
        actions={
          mayChangeOthersWork(person.role) ? (
            <a href={`/activity/undo?operation=${id}`} className={buttonStyles()}>
              Undo all of it…
            </a>
          ) : null
        }
      />
      {first?.event.reason ? (
        <blockquote dir="auto" className="border-s-2 border-line ps-2.5 text-dense break-words text-ink-2">
          {first.event.reason}
        </blockquote>
      ) : null}
      <Card className="@container overflow-clip">
        <div role="feed" aria-label="What it did">
          {told.map((each, index) => (
            <ActivityRow
              key={`${each.event.streamId} ${each.event.version}`}
              told={each}
              place={{ position: index + 1, size: told.length, day: null }}
              address={everywhere}
            />
          ))}
        </div>
      </Card>
      {count > mostShown ? (
        <p className="text-dense text-ink-2">
          The first {mostShown} of {count} events are shown.
        </p>
      ) : null}
    </div>
  );
}
