'use client';

import { useActionState, useEffect, useRef } from 'react';
import { FormProblem } from '@/components/ui/form-problem';
import { NewPasswordFields } from '@/components/ui/new-password-fields';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { changeOwnPassword } from './actions';

interface PasswordFormProps {
  /** For password managers, which keep a password by its name. */
  email: string;
  minPasswordLength: number;
}

/** The current password, and the new one twice. Posts to a server action, so it works before JavaScript, too. */
export function PasswordForm({ email, minPasswordLength }: PasswordFormProps) {
  const [state, action] = useActionState(changeOwnPassword, { problems: {}, changed: false });
  const form = useRef<HTMLFormElement>(null);
  // To where something is to be done.
  useEffect(() => {
    if (Object.keys(state.problems).length > 0)
      form.current?.querySelector<HTMLInputElement>('[aria-invalid]')?.focus();
  }, [state]);
  return (
    <form ref={form} action={action} className="flex flex-col gap-4" noValidate>
      <FormProblem>{state.problem}</FormProblem>
      <p
        role="status"
        className="rounded-control bg-added-soft px-3 py-2.5 text-dense font-medium text-added empty:hidden"
      >
        {state.changed
          ? 'Your password is changed. You stay signed in here; everywhere else you were signed out.'
          : null}
      </p>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label="Current password"
        name="current"
        type="password"
        autoComplete="current-password"
        error={state.problems.current}
      />
      <NewPasswordFields
        label="New password"
        name="next"
        minLength={minPasswordLength}
        error={state.problems.next}
        again={{ error: state.problems.again }}
      />
      <SubmitButton className="self-start">Change password</SubmitButton>
    </form>
  );
}
