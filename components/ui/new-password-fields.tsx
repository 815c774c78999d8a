import type { ComponentProps } from 'react';
import { TextField } from './text-field';

interface NewPasswordFieldsProps {
  /** "New password" */
  label: string;
  name: string;
  minLength: number;
  error: string | undefined;
  /** Given where it is typed twice: what is wrong with the second time. */
  again?: { error: string | undefined };
  size?: ComponentProps<typeof TextField>['size'];
}

/** A password that somebody chooses. The second time is always named `again`. */
export function NewPasswordFields({ label, name, minLength, error, again, size }: NewPasswordFieldsProps) {
  const common = { type: 'password', autoComplete: 'new-password', ...(size ? { size } : {}) };
  return (
    <>
      <TextField
        {...common}
        label={label}
        name={name}
        description={`At least ${minLength} characters. A few words are easier to keep than symbols.`}
        error={error}
      />
      {again ? <TextField {...common} label={`${label} again`} name="again" error={again.error} /> : null}
    </>
  );
}
