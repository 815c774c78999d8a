import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from './cn';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: ReactNode;
  /** Hides the label from sight, as for the selection of a row. */
  hideLabel?: boolean;
  description?: ReactNode;
}

/** The platform's checkbox in our colours, in a target of at least 24 px. For "some", set `indeterminate` by ref. */
export function Checkbox({ label, hideLabel, description, className, id, ...rest }: CheckboxProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  return (
    <span className={cn('inline-flex min-h-6 items-start gap-2', className)}>
      <span className="grid size-6 shrink-0 place-items-center">
        <input
          {...rest}
          id={controlId}
          type="checkbox"
          aria-describedby={description ? `${controlId}-description` : undefined}
          className="size-4 accent-accent before:absolute"
        />
      </span>
      <span className={cn('py-0.5', hideLabel && 'sr-only')}>
        <label htmlFor={controlId} className="text-dense text-ink">
          {label}
        </label>
        {description ? (
          <span id={`${controlId}-description`} className="block text-label text-ink-2">
            {description}
          </span>
        ) : null}
      </span>
    </span>
  );
}
