import { cva } from 'class-variance-authority';
import { cn } from './cn';
import { initialsOf, toneOf } from './initials';

export type AvatarKind = 'person' | 'agent' | 'system' | 'import';

const avatarStyles = cva(
  'inline-grid shrink-0 select-none place-items-center font-semibold forced-colors:border',
  {
    variants: {
      size: {
        small: 'size-5 text-[0.5625rem]',
        medium: 'size-7 text-[0.6875rem]',
        large: 'size-9 text-label',
      },
      shape: { round: 'rounded-full', square: 'rounded-md' },
      tone: {
        accent: 'bg-accent-soft text-accent',
        'money-out': 'bg-money-out-soft text-money-out',
        'money-in': 'bg-money-in-soft text-money-in',
        message: 'bg-message-soft text-message',
        undo: 'bg-undo-soft text-undo',
        grey: 'bg-sunken text-ink-2 border border-line',
      },
    },
  },
);

interface AvatarProps {
  name: string;
  kind?: AvatarKind;
  size?: 'small' | 'medium' | 'large';
  className?: string;
}

/**
 * Who did it, at a glance: people are round, agents square, system and import grey.
 * Hidden from assistive technology, because the name always stands beside it.
 */
export function Avatar({ name, kind = 'person', size = 'medium', className }: AvatarProps) {
  const grey = kind === 'system' || kind === 'import';
  return (
    <span
      aria-hidden="true"
      className={cn(
        avatarStyles({
          size,
          shape: kind === 'agent' ? 'square' : 'round',
          tone: grey ? 'grey' : toneOf(name),
        }),
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
