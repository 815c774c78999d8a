import 'server-only';
import { isAPIError } from 'better-auth/api';
import { headers } from 'next/headers';
import { auth } from '@/db/auth';
import { log } from '../log';
import { forwardCookies } from '../session-cookies';

/** Signs in and sets the cookie. Returns what to tell the person when it can't be done, otherwise null. */
export async function startSession(credentials: { email: string; password: string }): Promise<string | null> {
  try {
    const signedIn = await auth().api.signInEmail({
      body: credentials,
      headers: await headers(),
      returnHeaders: true,
    });
    await forwardCookies(signedIn.headers);
    return null;
  } catch (problem) {
    if (!isAPIError(problem) || problem.statusCode >= 500) {
      log.error({ err: problem }, 'signing in failed');
      return 'The database could not be reached, so you are not signed in. Try again in a moment.';
    }
    // Too many attempts, or deactivated: written for people where they were thrown.
    if (problem.statusCode === 429 || problem.statusCode === 403) return problem.message;
    return 'This email and password don’t belong together. Check both, or ask an admin for a new password.';
  }
}
