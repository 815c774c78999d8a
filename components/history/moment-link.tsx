'use client';

import type { ReactNode } from 'react';
import { cn } from '../ui/cn';

interface MomentLinkProps {
  version: number;
  onGoTo(version: number): void;
  className?: string;
  children: ReactNode;
}

/** A link to another event of the record, as high as a finger needs. Opened in a tab of its own it is that moment too. */
export function MomentLink({ version, onGoTo, className, children }: MomentLinkProps) {
  return (
    <a
      href={`?version=${version}`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onGoTo(version);
      }}
      className={cn('inline-flex min-h-6 max-w-full items-center rounded-md', className)}
    >
      {children}
    </a>
  );
}
