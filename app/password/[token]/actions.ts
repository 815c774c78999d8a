'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { log } from '@/app/log';
import { startSession } from '@/app/sign-in/start-session';
import { database } from '@/db/client';
import { followPasswordLink } from '@/db/invitations';
import { newPersonSchema } from '@/db/people';

/** What the form shows after an attempt. */
export interface ChosenState {
  /** About the whole form. */
  problem?: string;
  problems: { password?: string | undefined; again?: string | undefined };
}

const chosenSchema = z
  .object({ token: z.string().max(100), password: newPersonSchema.shape.password, again: z.string() })
  .refine(({ password, again }) => password === again, {
    path: ['again'],
    message: 'This is not the same as the password. Type it once more.',
  });

/** Sets the password of whom the link is for, and signs them in. */
export async function choosePassword(_before: ChosenState, form: FormData): Promise<ChosenState> {
  const parsed = chosenSchema.safeParse({
    token: form.get('token'),
    password: form.get('password'),
    again: form.get('again'),
  });
  if (!parsed.success) {
    const found = z.flattenError(parsed.error).fieldErrors;
    if (found.password || found.again)
      return { problems: { password: found.password?.[0], again: found.again?.[0] } };
    return { problems: {}, problem: usedUp };
  }
  const { token, password } = parsed.data;
  let email: string;
  try {
    const used = await followPasswordLink(database(), token, password);
    if (!used) return { problems: {}, problem: usedUp };
    email = used.email;
  } catch (problem) {
    log.error({ err: problem }, 'choosing a password failed');
    return {
      problems: {},
      problem:
        'The database was lost before it answered, so it is not certain whether the password was set. Try to sign in with it; if that is refused, use the link again.',
    };
  }
  redirect((await startSession({ email, password })) ? '/sign-in' : '/invoices');
}

const usedUp =
  'This link doesn’t work any more: it was used already, or its week is over. Ask an admin for another.';
