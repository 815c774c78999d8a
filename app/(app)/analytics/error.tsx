'use client';

import { PageProblem } from '@/components/ui/page-problem';

/** The numbers could not be read. */
export default function AnalyticsError(problem: { error: unknown; retry: () => void }) {
  return (
    <PageProblem className="px-page py-10" title={<h1>The numbers could not be loaded</h1>} {...problem} />
  );
}
