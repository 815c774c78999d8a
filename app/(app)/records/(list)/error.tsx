'use client';

import { PageProblem } from '@/components/ui/page-problem';

/** The list could not be read. */
export default function RecordsError(problem: { error: unknown; retry: () => void }) {
  const title = <h1>The records could not be loaded</h1>;
  return <PageProblem className="px-page py-10" title={title} {...problem} />;
}
