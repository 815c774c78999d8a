import type { Metadata } from 'next';
import { requirePerson } from '@/app/session';
import { tellChecks } from '@/app/tell-checks';
import { Integrity } from '@/components/admin/integrity';
import { PageHeader, TrailLink } from '@/components/shell/page-header';
import { database } from '@/db/client';
import { mayRebuild } from '@/lib/access';
import { checkLog } from './actions';

export const metadata: Metadata = { title: 'Integrity' };

/** Whether the log is what was written, and everything else what the log says: checked on demand, and told. */
export default async function IntegrityPage() {
  const person = await requirePerson();
  return (
    <div className="@container flex flex-col gap-4 px-page py-5">
      <PageHeader
        trail={<TrailLink href="/admin">Admin</TrailLink>}
        title="Integrity"
        description="Is the log what was written, and is everything else what the log says?"
      />
      <Integrity
        first={await tellChecks(database())}
        begin={checkLog}
        refused={mayRebuild(person.role) ? null : 'Only an admin can have the log checked. Ask one of them.'}
      />
    </div>
  );
}
