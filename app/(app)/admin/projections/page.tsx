import type { Metadata } from 'next';
import { requirePerson } from '@/app/session';
import { Projections } from '@/components/admin/projections';
import { PageHeader, TrailLink } from '@/components/shell/page-header';
import { readAnalyticsStatus } from '@/db/analytics/status';
import { database } from '@/db/client';
import { mayRebuild } from '@/lib/access';
import { rebuildAnalytics } from './actions';

export const metadata: Metadata = { title: 'Projections' };

/** How far the analytics have read the feed, what holds them back, and counting them anew. */
export default async function ProjectionsPage() {
  const person = await requirePerson();
  const status = await readAnalyticsStatus(database());
  return (
    <div className="@container flex flex-col gap-4 px-page py-5">
      <PageHeader
        trail={<TrailLink href="/admin">Admin</TrailLink>}
        title="Projections"
        description="What is counted from the log of events, and can be counted anew from it at any time."
      />
      <Projections
        first={status}
        rebuild={rebuildAnalytics}
        refused={mayRebuild(person.role) ? null : 'Only an admin can rebuild. Ask one of them.'}
      />
    </div>
  );
}
