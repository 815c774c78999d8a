'use client';

import { PageProblem } from '@/components/ui/page-problem';

/** The list could not be read. */
export default function PeopleError(problem: { error: unknown; retry: () => void }) {
  return (
    <PageProblem className="px-page py-10" title={<h1>The people could not be loaded</h1>} {...problem} />
  );
}
