'use server';

import { headers } from 'next/headers';
import { z } from 'zod';
import { log } from '@/app/log';
import { changePassword, passwordChangeSchema } from '@/db/change-password';

/** What the form shows after an attempt. */
export interface PasswordState {
  /** About the whole form. */
  problem?: string;
  problems: { current?: string | undefined; next?: string | undefined; again?: string | undefined };
  changed: boolean;
}

/** Changes one's own password, with or without JavaScript. */
export async function changeOwnPassword(_before: PasswordState, form: FormData): Promise<PasswordState> {
  const state: PasswordState = { problems: {}, changed: false };
  const fields = { current: form.get('current'), next: form.get('next'), again: form.get('again') };
  const parsed = passwordChangeSchema.safeParse(fields);
  if (!parsed.success) {
    const found = z.flattenError(parsed.error).fieldErrors;
    return {
      ...state,
      problems: { current: found.current?.[0], next: found.next?.[0], again: found.again?.[0] },
    };
  }
  try {
    const result = await changePassword(await headers(), parsed.data);
    if (!result.ok) {
      return result.field
        ? { ...state, problems: { [result.field]: result.message } }
        : { ...state, problem: result.message };
    }
    return { ...state, changed: true };
  } catch (problem) {
    log.error({ err: problem }, 'changing a password failed');
    return {
      ...state,
      problem:
        'The database was lost before it answered, so it is not certain whether the password was changed. Try again in a moment; if the current one is refused then, the new one is in force.',
    };
  }
}
