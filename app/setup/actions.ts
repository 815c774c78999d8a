'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { database } from '@/db/client';
import { createFirstAdmin, newPersonSchema, SetUpAlreadyError } from '@/db/people';
import { log } from '../log';
import { startSession } from '../sign-in/start-session';

/** What the set-up form shows after an attempt. */
export interface SetUpState {
  name: string;
  email: string;
  /** About the whole form. */
  problem?: string;
  problems: { name?: string; email?: string; password?: string };
}

const firstAdminSchema = newPersonSchema.omit({ role: true });

/** Creates the first admin, once, and signs them in. */
export async function setUp(_previous: SetUpState, form: FormData): Promise<SetUpState> {
  const given = { name: String(form.get('name') ?? ''), email: String(form.get('email') ?? '') };
  const parsed = firstAdminSchema.safeParse({ ...given, password: String(form.get('password') ?? '') });
  if (!parsed.success) {
    const found = z.flattenError(parsed.error).fieldErrors;
    return {
      ...given,
      problems: { name: found.name?.[0], email: found.email?.[0], password: found.password?.[0] },
    };
  }
  try {
    await createFirstAdmin(database(), parsed.data);
  } catch (problem) {
    if (problem instanceof SetUpAlreadyError) redirect('/sign-in');
    log.error({ err: problem }, 'creating the first admin failed');
    return {
      ...given,
      problem: 'The database could not be reached. Try again in a moment: the admin is created only once.',
      problems: {},
    };
  }
  const problem = await startSession(parsed.data);
  redirect(problem ? '/sign-in' : '/invoices');
}
