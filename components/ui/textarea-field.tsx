import type { ComponentProps } from 'react';
import { cn } from './cn';
import { controlStyles } from './control-styles';
import { Field, type FieldTexts } from './field';

type TextareaFieldProps = FieldTexts & ComponentProps<'textarea'>;

/** Several lines of text; grows with what is written where the browser can. */
export function TextareaField({
  label,
  description,
  error,
  hideLabel,
  fieldClassName,
  id,
  className,
  rows = 3,
  ...rest
}: TextareaFieldProps) {
  return (
    <Field {...{ label, description, error, hideLabel, fieldClassName, id }}>
      {(control) => (
        <textarea
          rows={rows}
          {...rest}
          {...control}
          className={cn(
            controlStyles(),
            'field-sizing-content h-auto max-h-60 min-h-16 py-1.5 leading-5',
            className,
          )}
        />
      )}
    </Field>
  );
}
