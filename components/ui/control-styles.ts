import { cva, type VariantProps } from 'class-variance-authority';

/** What a text field, a select and a text area have in common. */
export const controlStyles = cva(
  [
    'w-full min-w-0 rounded-control border border-line-strong bg-panel text-ink transition-colors',
    'placeholder:text-ink-3 hover:border-ink-3 focus-visible:border-accent focus-visible:outline-offset-0',
    'aria-invalid:border-danger disabled:border-line disabled:bg-sunken disabled:text-ink-3',
    'read-only:not-[select]:border-line read-only:not-[select]:bg-sunken',
  ],
  {
    variants: {
      size: { small: 'h-7 px-2 text-dense', medium: 'h-8 px-2.5 text-dense', large: 'h-10 px-3 text-body' },
    },
    defaultVariants: { size: 'medium' },
  },
);

export type ControlSize = NonNullable<VariantProps<typeof controlStyles>['size']>;
