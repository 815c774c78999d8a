import { type ReactNode, useId } from 'react';
import { cn } from './cn';

/** What a control needs so that its label, description and message belong to it. Spread it on the control. */
export interface ControlProps {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

export interface FieldTexts {
  label: ReactNode;
  /** Help that is always shown. */
  description?: ReactNode;
  /** What is wrong and what to do; its presence marks the control invalid. */
  error?: ReactNode;
  /** Hides the label from sight, not from assistive technology. */
  hideLabel?: boolean;
  /** Classes of the outer element. */
  fieldClassName?: string;
}

interface FieldProps extends FieldTexts {
  id?: string;
  children: (control: ControlProps) => ReactNode;
}

/** A label, a control, its description and what is wrong with it. */
export function Field({ label, description, error, hideLabel, fieldClassName, id, children }: FieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const descriptionId = `${controlId}-description`;
  const errorId = `${controlId}-error`;
  const describedBy = cn(description && descriptionId, error && errorId) || undefined;
  return (
    <div className={cn('flex min-w-0 flex-col gap-1.5', fieldClassName)}>
      <label htmlFor={controlId} className={cn('text-dense font-medium text-ink', hideLabel && 'sr-only')}>
        {label}
      </label>
      {children({
        id: controlId,
        'aria-describedby': describedBy,
        'aria-invalid': error ? true : undefined,
      })}
      {description ? (
        <p id={descriptionId} className="text-label text-ink-2">
          {description}
        </p>
      ) : null}
      {error ? (
        <p id={errorId} className="text-label font-medium text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}
