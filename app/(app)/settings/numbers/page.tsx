import type { Metadata } from 'next';
import { requirePerson } from '@/app/session';
import { SeriesReport } from '@/components/company/number-gaps';
import { PageHeader, TrailLink } from '@/components/shell/page-header';
import { database } from '@/db/client';
import { readNumberGaps } from '@/db/number-gaps';

export const metadata: Metadata = { title: 'Number gaps' };

/** Which numbers nothing carries, and why: what an auditor asks first. */
export default async function NumberGapsPage() {
  await requirePerson();
  const series = await readNumberGaps(database());
  return (
    <div className="flex max-w-5xl flex-col gap-6 px-page py-5">
      <PageHeader
        trail={<TrailLink href="/settings">Settings</TrailLink>}
        title="Number gaps"
        description="Numbers are handed out in order and never twice. These are the ones that no document carries now, and why."
      />
      {series.map((report) => (
        <SeriesReport key={report.name} report={report} />
      ))}
    </div>
  );
}
