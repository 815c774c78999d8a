import { Field, type FieldTexts } from './field';
import { Input, type InputProps } from './input';

type TextFieldProps = FieldTexts & InputProps;

/** A line of text with its label, description and message. Works with `register()` and with plain forms. */
export function TextField({
  label,
  description,
  error,
  hideLabel,
  fieldClassName,
  id,
  ...input
}: TextFieldProps) {
  return (
    <Field {...{ label, description, error, hideLabel, fieldClassName, id }}>
      {(control) => <Input {...input} {...control} />}
    </Field>
  );
}
