import type { FieldErrors, UseFormRegisterReturn } from 'react-hook-form';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { TextareaField } from '../ui/textarea-field';
import type { FormField } from './command-form';

interface FormFieldsProps {
  fields: readonly FormField[];
  register(name: string): UseFormRegisterReturn;
  errors: FieldErrors<Record<string, string>>;
}

/** The fields of a form as they are described. */
export function FormFields({ fields, register, errors }: FormFieldsProps) {
  return fields.map((field) => (
    <FormControl key={field.name} field={field} error={errors[field.name]?.message} {...{ register }} />
  ));
}

interface FormControlProps extends Pick<FormFieldsProps, 'register'> {
  field: FormField;
  error: string | undefined;
}

function FormControl({ field, error, register }: FormControlProps) {
  const { name, label, kind, description, options = [] } = field;
  const common = { label, description, error, ...register(name) };
  if (kind === 'choice') return <SelectField {...common} options={options} />;
  if (kind === 'textarea') return <TextareaField {...common} autoComplete="off" />;
  return <TextField {...common} autoComplete="off" {...(kind === 'day' ? { type: 'date' } : {})} />;
}

/** What stands in the fields at first, by name. */
export const valuesOf = (fields: readonly FormField[]): Record<string, string> =>
  Object.fromEntries(fields.map(({ name, value }) => [name, value]));
