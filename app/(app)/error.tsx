'use client';

import { PageProblem } from '@/components/ui/page-problem';

/** A page inside the shell that could not be shown: the navigation stays. */
export default function PageError(problem: { error: unknown; retry: () => void }) {
  return (
    <PageProblem className="px-page py-10" title={<h1>This page could not be loaded</h1>} {...problem} />
  );
}
