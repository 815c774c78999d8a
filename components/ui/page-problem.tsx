'use client';

import { type ReactNode, useEffect } from 'react';
import { ErrorState } from './error-state';
import { Spinner } from './spinner';
import { type Outage, useRecovery } from './use-recovery';

interface PageProblemProps {
  /** What could not be shown: "The invoices could not be loaded". */
  title: ReactNode;
  error: unknown;
  /** Next's: reads the page again. */
  retry: () => void;
  className?: string;
}

const explanations: Record<Outage, string> = {
  asking: 'Nothing was changed. Finding out why …',
  database:
    'The database can’t be reached right now. Nothing was changed, and what was saved is safe. This page comes back by itself as soon as the database does.',
  server:
    'The server can’t be reached right now: it may be restarting, or your connection is down. Nothing was changed. This page comes back by itself.',
  none: 'Nothing was changed. The server and its database are there, so trying again may help. If it stays like this, tell an admin.',
};

/** A page that could not be shown: why, as far as can be told, and back by itself once server and database are there. */
export function PageProblem({ title, error, retry, className }: PageProblemProps) {
  useEffect(() => console.error(error), [error]);
  const outage = useRecovery(retry);
  const waiting = outage === 'database' || outage === 'server';
  return (
    <ErrorState
      className={className}
      title={title}
      retry={retry}
      reference={waiting ? undefined : digestOf(error)}
    >
      {explanations[outage]}
      {waiting ? (
        <p className="mt-3 flex items-center justify-center gap-2 text-label text-ink-2">
          <Spinner className="size-3.5" />
          Looking again every few seconds
        </p>
      ) : null}
    </ErrorState>
  );
}

/** The code under which the server logged what happened, if it was the server. */
function digestOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return undefined;
  return typeof error.digest === 'string' ? error.digest : undefined;
}
