import { cva, type VariantProps } from 'class-variance-authority';

/**
 * What a button looks like. Apart from the component so that a link may look like one:
 * `<Link className={buttonStyles({ variant: 'secondary' })}>`.
 *
 * A refused button (`data-refused`) is dimmed but never below contrast: it still has a reason to tell.
 */
export const buttonStyles = cva(
  [
    // Nothing can be pressed on paper.
    'print:hidden inline-flex shrink-0 select-none items-center justify-center gap-2 rounded-control border font-medium',
    'whitespace-nowrap transition-colors [&_svg]:shrink-0',
    'data-refused:cursor-not-allowed data-refused:text-ink-3 disabled:text-ink-3',
  ],
  {
    variants: {
      variant: {
        primary: [
          'border-transparent bg-accent text-on-accent enabled:hover:bg-accent-strong',
          'disabled:border-line disabled:bg-sunken data-refused:border-line data-refused:bg-sunken',
        ],
        secondary: [
          'border-line bg-panel text-ink enabled:hover:bg-sunken',
          'disabled:bg-transparent data-refused:bg-transparent',
        ],
        ghost: [
          'border-transparent text-ink-2 enabled:hover:bg-sunken enabled:hover:text-ink',
          'data-refused:hover:bg-transparent data-refused:hover:text-ink-3',
        ],
        danger: [
          'border-transparent bg-danger text-on-accent enabled:hover:bg-danger-strong',
          'disabled:border-line disabled:bg-sunken data-refused:border-line data-refused:bg-sunken',
        ],
      },
      size: {
        small: 'h-7 px-2.5 text-dense [&_svg]:size-3.5',
        medium: 'h-8 px-3 text-dense [&_svg]:size-4',
        large: 'h-10 px-4 text-body [&_svg]:size-4',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'medium' },
  },
);

export type ButtonStyle = VariantProps<typeof buttonStyles>;
