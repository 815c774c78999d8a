'use client';

import { useActionState } from 'react';
import { FormProblem } from '@/components/ui/form-problem';
import { NewPasswordFields } from '@/components/ui/new-password-fields';
import { SubmitButton } from '@/components/ui/submit-button';
import { choosePassword } from './actions';

interface PasswordFormProps {
  token: string;
  /** For password managers, which keep a password by its name. */
  email: string;
  minPasswordLength: number;
}

/** The new password, twice. Posts to a server action, so it works before JavaScript, too. */
export function PasswordForm({ token, email, minPasswordLength }: PasswordFormProps) {
  const [state, action] = useActionState(choosePassword, { problems: {} });
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      <FormProblem>{state.problem}</FormProblem>
      <input type="hidden" name="token" value={token} />
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordFields
        label="Password"
        name="password"
        minLength={minPasswordLength}
        error={state.problems.password}
        again={{ error: state.problems.again }}
        size="large"
      />
      <SubmitButton size="large" className="w-full">
        Set password and sign in
      </SubmitButton>
    </form>
  );
}
