import { cva } from 'class-variance-authority';

/** A line of a menu. */
export const menuItemStyles = cva(
  [
    'flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-md px-2.5 py-1.5 text-dense outline-none',
    'data-highlighted:bg-sunken data-disabled:text-ink-3 [&_svg]:size-4 [&_svg]:shrink-0',
  ],
  {
    variants: { tone: { neutral: 'text-ink', undo: 'text-undo', danger: 'text-danger' } },
    defaultVariants: { tone: 'neutral' },
  },
);
