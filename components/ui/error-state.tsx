'use client';

import { RotateCw, TriangleAlert } from 'lucide-react';
import { type ReactNode, useTransition } from 'react';
import { Button } from './button';
import { EmptyState } from './empty-state';

interface ErrorStateProps {
  /** What could not be done: "The invoices could not be loaded". */
  title: ReactNode;
  /** What the person can do, and what stayed safe. */
  children?: ReactNode;
  retry?: () => void | Promise<void>;
  /** A short code that the server's log knows. */
  reference?: string | undefined;
  className?: string | undefined;
}

/** Something failed: what, what to do, and a way to try again. Announced when it appears. */
export function ErrorState({ title, children, retry, reference, className }: ErrorStateProps) {
  const [pending, startTransition] = useTransition();
  return (
    <div role="alert" className={className}>
      <EmptyState
        icon={<TriangleAlert />}
        title={title}
        action={
          retry ? (
            <Button
              icon={<RotateCw aria-hidden="true" />}
              pending={pending}
              onClick={() => startTransition(async () => retry())}
            >
              Try again
            </Button>
          ) : null
        }
      >
        {children}
        {reference ? <p className="mt-1 text-label text-ink-3 tabular-nums">Reference {reference}</p> : null}
      </EmptyState>
    </div>
  );
}
