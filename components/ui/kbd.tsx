import type { ReactNode } from 'react';
import { cn } from './cn';

/** A key or a chord, such as ⌘Z. Hidden from assistive technology: put `aria-keyshortcuts` on the control. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <span aria-hidden="true" className="inline-flex">
      <kbd
        className={cn(
          'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line px-1 font-sans',
          'text-[0.6875rem] font-medium text-ink-2',
          className,
        )}
      >
        {children}
      </kbd>
    </span>
  );
}
