'use client';

import { PageProblem } from '@/components/ui/page-problem';

/** The feed could not be read. */
export default function ActivityError(problem: { error: unknown; retry: () => void }) {
  return <PageProblem className="px-page py-10" title={<h1>Activity could not be loaded</h1>} {...problem} />;
}
