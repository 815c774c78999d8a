'use server';

import { redirect } from 'next/navigation';
import { demoPassword, demoPeople } from '@/lib/demo-people';
import { isolated } from '@/lib/event-sourcing/isolated';
import { localPath } from '@/lib/local-path';
import { isStorable } from '@/lib/storable-text';
import { startSession } from './start-session';

/** What the sign-in form shows after an attempt. */
export interface SignInState {
  email: string;
  /** About the whole form. */
  problem?: string;
  emailProblem?: string;
  passwordProblem?: string;
}

/** The sign-in form, with or without JavaScript. Goes on to `next` when that is a page of ours. */
export async function signIn(_previous: SignInState, form: FormData): Promise<SignInState> {
  const email = textOf(form, 'email').trim();
  const password = textOf(form, 'password');
  if (!email || !password) {
    return {
      email,
      emailProblem: email ? undefined : 'Enter your email.',
      passwordProblem: password ? undefined : 'Enter your password.',
    };
  }
  if (!/^\S+@\S+$/.test(email) || email.length > 254 || !isStorable(email)) {
    return { email, emailProblem: 'Enter the whole address, such as ana@example.com.' };
  }
  const problem = await startSession({ email, password });
  if (problem) return { email, problem };
  redirect(localPath(form.get('next'), '/invoices'));
}

/** One click for a demo person; does nothing unless this is a demo. */
export async function signInAsDemoPerson(_previous: SignInState, form: FormData): Promise<SignInState> {
  const person = demoPeople.find(({ email }) => email === form.get('person'));
  if (process.env.RETRACE_DEMO !== '1' || !person) {
    return { email: '', problem: 'There are no demo people here. Sign in with your own email and password.' };
  }
  const problem = await startSession({ email: person.email, password: demoPassword });
  if (problem) {
    return {
      email: person.email,
      problem: `${isolated(person.name)} could not be signed in with the demo password. ${problem}`,
    };
  }
  redirect(localPath(form.get('next'), '/invoices'));
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
