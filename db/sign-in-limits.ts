import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from './client';

/**
 * How often somebody may try to sign in.
 *
 * Two counters, in PostgreSQL so that several processes agree: failed attempts for one email address (somebody
 * guesses a password), and attempts from one network address (somebody tries a password on everybody). An attempt
 * from an address is counted when it begins, so that a thousand at once don't slip through, and given back when it
 * succeeds: an office behind one address signs in as often as it likes. Failures for an email address are counted
 * when they end, and looked at again before a session is made, so that guesses made in parallel count as well.
 */
export interface SignInLimits {
  /** How many seconds to wait before trying this address and email; 0 when the attempt may go ahead. */
  begin(attempt: Attempt): Promise<number>;
  /** The same for the email alone, asked again once the password has proved right. */
  blockedFor(email: string): Promise<number>;
  failed(attempt: Attempt): Promise<void>;
  succeeded(attempt: Attempt): Promise<void>;
  /** A guess by somebody who is signed in, counted before it is known whether it is right; seconds to wait, or 0. */
  guess(email: string): Promise<number>;
  /** It was right: what was counted for this email is forgotten. */
  forget(email: string): Promise<void>;
}

export interface Attempt {
  email: string;
  /** The network address, or null when the server can't tell. */
  address: string | null;
}

export const failuresPerEmail = { points: 10, duration: 10 * 60 };
export const attemptsPerAddress = { points: 100, duration: 60 };

/** Limits that count in this database's table `sign_in_attempts`. */
export function signInLimits(db: Database): SignInLimits {
  // The app's role may not create tables; a migration made this one.
  const store = {
    storeClient: db.$client,
    storeType: 'pool',
    tableName: 'sign_in_attempts',
    tableCreated: true,
  };
  const byEmail = new RateLimiterPostgres({ ...store, ...failuresPerEmail, keyPrefix: 'email' });
  const byAddress = new RateLimiterPostgres({ ...store, ...attemptsPerAddress, keyPrefix: 'address' });

  const blockedFor = async (email: string) => {
    const count = await byEmail.get(keyOf(email));
    return count && count.consumedPoints >= failuresPerEmail.points ? secondsOf(count) : 0;
  };
  const consume = async (limiter: RateLimiterPostgres, key: string) => {
    try {
      await limiter.consume(key);
      return 0;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return secondsOf(refusal);
      throw refusal;
    }
  };

  return {
    blockedFor,
    begin: async ({ email, address }) => {
      const wait = await blockedFor(email);
      return wait || consume(byAddress, keyOf(address ?? 'unknown'));
    },
    failed: async ({ email }) => {
      await consume(byEmail, keyOf(email));
    },
    succeeded: async ({ email, address }) => {
      await Promise.all([byEmail.delete(keyOf(email)), byAddress.reward(keyOf(address ?? 'unknown'))]);
    },
    guess: (email) => consume(byEmail, keyOf(email)),
    forget: async (email) => {
      await byEmail.delete(keyOf(email));
    },
  };
}

/** "8 minutes" or "40 seconds": how long to wait, rounded up. */
export function waitInWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (seconds > 90) return `${minutes} minutes`;
  return seconds > 59 ? 'one minute' : `${seconds} seconds`;
}

function keyOf(text: string): string {
  return createHash('sha256').update(text.trim().toLowerCase()).digest('base64url');
}

function secondsOf(count: RateLimiterRes): number {
  return Math.max(1, Math.ceil(count.msBeforeNext / 1000));
}
