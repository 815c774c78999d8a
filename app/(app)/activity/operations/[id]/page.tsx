import { Undo2 } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { SearchParams } from 'nuqs/server';
import { readTimeSettings } from '@/app/preferences';
import { requirePerson } from '@/app/session';
import { loadActivityAddress } from '@/components/activity/activity-address';
import { ActivityRow } from '@/components/activity/activity-row';
import { BatchFacts } from '@/components/activity/batch-facts';
import { InFeed } from '@/components/activity/feed-article';
import { PageHeader, TrailLink } from '@/components/shell/page-header';
import { buttonStyles } from '@/components/ui/button-styles';
import { Card } from '@/components/ui/card';
import { Pagination } from '@/components/ui/pagination';
import { countBatch, readBatchEvents } from '@/db/batch-operations';
import { database } from '@/db/client';
import { tellEvents } from '@/db/told-events';
import { mayChangeOthersWork, mayWrite } from '@/lib/access';
import { readCriteria } from '@/lib/batch-criteria';
import { isolated } from '@/lib/event-sourcing/isolated';
import { formatTime } from '@/lib/format-time';
import { tellOperation } from '@/lib/told-event';
import { tellCriteria } from '../../criteria';
import { pageIn } from '../../page-in';

export const metadata: Metadata = { title: 'One action on many records' };

const pageSize = 100;
const everywhere = loadActivityAddress(new URLSearchParams());

interface RouteProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

/** One action on many records: who did it, when and why, by what it was selected, and what it did to each. */
export default async function OperationRoute({ params, searchParams }: RouteProps) {
  const person = await requirePerson();
  const { id } = await params;
  const db = database();
  const [counts, settings] = await Promise.all([countBatch(db, id), readTimeSettings()]);
  if (!counts) notFound();
  const pages = Math.ceil(counts.events / pageSize);
  const page = pageIn((await searchParams).page, pages);
  const skip = (page - 1) * pageSize;
  const { told } = await tellEvents(db, await readBatchEvents(db, id, { skip, most: pageSize }));
  const [first] = told;
  if (!first) notFound();
  const { actor, occurredAt, reason, metadata: kept } = first.event;
  const criteria = readCriteria(kept.batch);
  // What was done at once may be taken back at once by whoever did it.
  const mayUndo = mayChangeOthersWork(person.role) || (actor.id === person.id && mayWrite(person.role));
  const hrefOf = (n: number) => (n >= 1 && n <= pages ? `/activity/operations/${id}?page=${n}` : null);
  return (
    <div className="flex flex-col gap-4 px-page py-5">
      <PageHeader
        trail={<TrailLink href="/activity">Activity</TrailLink>}
        title={`${isolated(actor.name)} ${tellOperation(told, counts.records)}`}
        description={formatTime(occurredAt, 'full', settings)}
        actions={
          mayUndo ? (
            <Link href={`/activity/undo?operation=${id}`} prefetch={false} className={buttonStyles()}>
              <Undo2 aria-hidden="true" />
              Undo this batch…
            </Link>
          ) : null
        }
      />
      <BatchFacts
        counts={counts}
        reason={reason}
        criteria={criteria ? await tellCriteria(db, criteria, settings) : null}
      />
      <Card className="@container overflow-clip">
        <div role="feed" aria-label="What it did">
          {told.map((each, index) => (
            <InFeed
              key={`${each.event.streamId} ${each.event.version}`}
              position={skip + index + 1}
              size={counts.events}
            >
              <ActivityRow
                // Why is said above, once.
                told={{ ...each, event: { ...each.event, reason: null } }}
                address={everywhere}
              />
            </InFeed>
          ))}
        </div>
      </Card>
      {pages > 1 ? (
        <Pagination
          summary={`${number.format(skip + 1)} to ${number.format(skip + told.length)} of ${number.format(counts.events)} events`}
          previous={hrefOf(page - 1)}
          next={hrefOf(page + 1)}
        />
      ) : null}
    </div>
  );
}

const number = new Intl.NumberFormat('en-US');
