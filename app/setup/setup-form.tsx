'use client';

import { useActionState } from 'react';
import { FormProblem } from '@/components/ui/form-problem';
import { NewPasswordFields } from '@/components/ui/new-password-fields';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { setUp } from './actions';

/** Name, email and password of the first admin. */
export function SetUpForm({ minPasswordLength }: { minPasswordLength: number }) {
  const [state, action] = useActionState(setUp, { name: '', email: '', problems: {} });
  return (
    <form action={action} className="flex flex-col gap-4" noValidate>
      <FormProblem>{state.problem}</FormProblem>
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        size="large"
        defaultValue={state.name}
        error={state.problems.name}
      />
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        spellCheck={false}
        size="large"
        defaultValue={state.email}
        error={state.problems.email}
      />
      <NewPasswordFields
        label="Password"
        name="password"
        minLength={minPasswordLength}
        error={state.problems.password}
        size="large"
      />
      <SubmitButton size="large" className="w-full">
        Create admin
      </SubmitButton>
    </form>
  );
}
