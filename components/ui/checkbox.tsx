'use client';

import { type ComponentProps, useEffect, useRef } from 'react';
import { cn } from './cn';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'ref'> {
  /** Its accessible name; nothing is written beside it. */
  label: string;
  /** Some of what it stands for are chosen, not all. */
  mixed?: boolean;
}

/** A bare checkbox, for rows of a table. The platform's own, in a target of 28 px. */
export function Checkbox({ label, mixed = false, className, ...rest }: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = mixed;
  }, [mixed]);
  return (
    // The label only widens the target; the name is the input's own.
    <label
      className={cn('-m-1.5 inline-grid size-7 align-middle cursor-pointer place-items-center', className)}
    >
      <input
        ref={input}
        type="checkbox"
        aria-label={label}
        {...rest}
        className="size-4 scroll-mb-28 cursor-pointer rounded-sm accent-accent"
      />
    </label>
  );
}
