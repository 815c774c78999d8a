import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { type ControlSize, controlStyles } from './control-styles';
import { Field, type FieldTexts } from './field';

interface SelectProps extends Omit<ComponentProps<'select'>, 'size'> {
  options: readonly { value: string; label: string; disabled?: boolean }[];
  /** A first, empty choice, such as "Any status". */
  placeholder?: string;
  size?: ControlSize;
}

/**
 * A choice of one, bare. The platform's own list: it costs no JavaScript, works before hydration, and on a phone
 * it is the picker people know. (Base UI's select is 45 KB.)
 */
export function Select({ options, placeholder, size, className, ...rest }: SelectProps) {
  return (
    <span className={cn('relative block', className)}>
      <select {...rest} className={cn(controlStyles({ size }), 'appearance-none pe-8')}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute end-2.5 top-1/2 size-4 -translate-y-1/2 text-ink-2"
      />
    </span>
  );
}

type SelectFieldProps = FieldTexts & SelectProps;

/** A choice of one with its label, description and message. */
export function SelectField({
  label,
  description,
  error,
  hideLabel,
  fieldClassName,
  id,
  ...select
}: SelectFieldProps) {
  return (
    <Field {...{ label, description, error, hideLabel, fieldClassName, id }}>
      {(control) => <Select {...select} {...control} />}
    </Field>
  );
}
