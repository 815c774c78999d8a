'use client';

import { PageProblem } from '@/components/ui/page-problem';

/** A page outside of the shell, or the shell itself, that could not be shown. */
export default function PageError(problem: { error: unknown; retry: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <PageProblem title={<h1>This page could not be loaded</h1>} {...problem} />
    </main>
  );
}
