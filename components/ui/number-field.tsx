import { cn } from './cn';
import { Field, type FieldTexts } from './field';
import { Input, type InputProps } from './input';

interface NumberFieldProps extends FieldTexts, Omit<InputProps, 'type' | 'inputMode' | 'prefix'> {
  /** "integer" brings up digits only, "decimal" digits and a separator. */
  kind?: 'integer' | 'decimal';
  /** A unit before or after the number, such as "€" or "%". Decoration: name the unit in the label too. */
  prefix?: string;
  suffix?: string;
}

/**
 * A number as text: no spinner that a scroll wheel turns by accident, and the caller parses what was typed,
 * since `type="number"` loses it when it isn't a number in the browser's own locale.
 */
export function NumberField({
  label,
  description,
  error,
  hideLabel,
  fieldClassName,
  id,
  kind = 'decimal',
  prefix,
  suffix,
  className,
  ...input
}: NumberFieldProps) {
  const affix = 'pointer-events-none absolute inset-y-0 flex items-center text-dense text-ink-2';
  return (
    <Field {...{ label, description, error, hideLabel, fieldClassName, id }}>
      {(control) => (
        <span className="relative block">
          {prefix ? (
            <span aria-hidden="true" className={cn(affix, 'start-2.5')}>
              {prefix}
            </span>
          ) : null}
          <Input
            autoComplete="off"
            {...input}
            {...control}
            inputMode={kind === 'integer' ? 'numeric' : 'decimal'}
            className={cn('text-end tabular-nums', prefix && 'ps-7', suffix && 'pe-7', className)}
          />
          {suffix ? (
            <span aria-hidden="true" className={cn(affix, 'end-2.5')}>
              {suffix}
            </span>
          ) : null}
        </span>
      )}
    </Field>
  );
}
