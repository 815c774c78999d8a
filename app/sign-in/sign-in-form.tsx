'use client';

import { useActionState } from 'react';
import { FormProblem } from '@/components/ui/form-problem';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { signIn } from './actions';

/** Posts to a server action, so it works before, and without, JavaScript, and no password reaches an address. */
export function SignInForm({ next, email = '' }: { next: string; email?: string }) {
  const [state, action] = useActionState(signIn, { email });
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      <input type="hidden" name="next" value={next} />
      <FormProblem>{state.problem}</FormProblem>
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        spellCheck={false}
        autoCapitalize="none"
        size="large"
        defaultValue={state.email}
        error={state.emailProblem}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        size="large"
        error={state.passwordProblem}
      />
      <SubmitButton size="large" className="w-full">
        Sign in
      </SubmitButton>
    </form>
  );
}
