import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';

interface SelectedBarProps {
  /** "12 events selected". */
  says: string;
  /** Beside it: another way to select. */
  beside?: ReactNode;
  onClear(): void;
  /** What can be done with it. */
  children: ReactNode;
}

/** What is selected and what can be done with it: stays at the bottom while the page scrolls. */
export function SelectedBar({ says, beside, onClear, children }: SelectedBarProps) {
  return (
    <section
      aria-label="Selection"
      data-sticky=""
      className="sticky bottom-0 z-20 -mx-4 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-panel px-4 py-2.5 shadow-popup sm:bottom-4 sm:mx-0 sm:rounded-card sm:border"
    >
      <p role="status" className="text-dense font-semibold text-ink tabular-nums">
        {says}
      </p>
      {beside}
      <Button
        size="small"
        variant="ghost"
        className="max-sm:ms-auto"
        icon={<X aria-hidden="true" />}
        onClick={onClear}
      >
        Clear
      </Button>
      {children}
    </section>
  );
}
