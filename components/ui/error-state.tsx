'use client';

import { type ReactNode, useTransition } from 'react';
import { buttonStyles } from './button-styles';
import { EmptyState } from './empty-state';
import { Spinner } from './spinner';

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

/**
 * Something failed: what, what to do, and a way to try again. Announced when it appears.
 *
 * Every page brings this along several times, once for each place where it might have to stand in, so it is made of
 * little: a plain button, and a sign of its own rather than the icons' library.
 */
export function ErrorState({ title, children, retry, reference, className }: ErrorStateProps) {
  const [pending, startTransition] = useTransition();
  return (
    <div role="alert" className={className}>
      <EmptyState
        icon={<WarningSign />}
        title={title}
        action={
          retry ? (
            <button
              type="button"
              className={buttonStyles()}
              aria-busy={pending || undefined}
              aria-disabled={pending}
              onClick={() => !pending && startTransition(async () => retry())}
            >
              {pending ? <Spinner /> : null}
              Try again
            </button>
          ) : null
        }
      >
        {children}
        {reference ? <p className="mt-1 text-label text-ink-3 tabular-nums">Reference {reference}</p> : null}
      </EmptyState>
    </div>
  );
}

function WarningSign() {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path strokeLinejoin="round" d="M12 3.5 2.5 20h19L12 3.5Z" />
      <path d="M12 10v4M12 17v.01" />
    </svg>
  );
}
