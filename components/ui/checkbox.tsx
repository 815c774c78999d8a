'use client';

import { type ComponentProps, useEffect, useRef } from 'react';
import { cn } from './cn';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'ref'> {
  /** Its accessible name; nothing is written beside it. */
  label: string;
  /** Some of what it stands for are chosen, not all. */
  mixed?: boolean;
}

/**
 * A bare checkbox, for rows of a table: 16 px drawn in a target of 24. The platform's own can't be larger than it looks,
 * so it is drawn here (see globals.css).
 */
export function Checkbox({ label, mixed = false, className, ...rest }: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = mixed;
  }, [mixed]);
  return (
    <input
      ref={input}
      type="checkbox"
      aria-label={label}
      {...rest}
      className={cn('checkbox -m-1 size-6 scroll-mb-28 cursor-pointer rounded-sm align-middle', className)}
    />
  );
}
