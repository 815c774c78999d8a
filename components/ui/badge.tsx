import { cva, type VariantProps } from 'class-variance-authority';
import type { ReactNode } from 'react';
import { cn } from './cn';

const badgeStyles = cva(
  'inline-flex max-w-full items-center gap-1 rounded-md px-1.5 py-0.5 text-label font-medium whitespace-nowrap forced-colors:border [&_svg]:size-3 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'bg-sunken text-ink-2',
        accent: 'bg-accent-soft text-accent',
        'money-in': 'bg-money-in-soft text-money-in',
        'money-out': 'bg-money-out-soft text-money-out',
        past: 'bg-past-fill text-past-ink',
        undo: 'bg-undo-soft text-undo',
        message: 'bg-message-soft text-message',
        danger: 'bg-danger-soft text-danger',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
);

export type BadgeTone = NonNullable<VariantProps<typeof badgeStyles>['tone']>;

interface BadgeProps {
  tone?: BadgeTone;
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A word or two on a tinted ground: a status, a count, "Undone by Ana". The words carry it, the tone only helps. */
export function Badge({ tone, icon, className, children }: BadgeProps) {
  return (
    <span className={cn(badgeStyles({ tone }), className)}>
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
