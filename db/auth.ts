import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError, createAuthMiddleware, getIP, isAPIError } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import { type Database, database } from './client';
import { accounts, sessions, users, verifications } from './schema/auth';
import { type Attempt, signInLimits, waitInWords } from './sign-in-limits';

export const minPasswordLength = 10;
export const maxPasswordLength = 128;

export interface AuthOptions {
  /** Signs the session cookies. */
  secret: string;
  /** The public address, where it is known; over https it makes cookies Secure. */
  baseURL?: string | undefined;
}

const signInPath = '/sign-in/email';

/**
 * Sign-in and sessions over our own tables. Nobody signs up: an admin adds people (`createPerson`), and the role is
 * never taken from the client. There is no cookie cache: a role that changes, or a person who is deactivated, counts
 * at the next request.
 */
export function createAuth(db: Database, { secret, baseURL }: AuthOptions) {
  const limits = signInLimits(db);

  const attemptOf = (body: unknown, headers: Headers | undefined): Attempt => {
    const email = (body as { email?: unknown } | undefined)?.email;
    return { email: typeof email === 'string' ? email : '', address: headers ? getIP(headers, {}) : null };
  };
  const refuseFor = (seconds: number) => {
    if (!seconds) return;
    throw new APIError(
      'TOO_MANY_REQUESTS',
      {
        code: 'TOO_MANY_ATTEMPTS',
        message: `Too many failed attempts. Try again in ${waitInWords(seconds)}.`,
      },
      { 'Retry-After': String(seconds) },
    );
  };

  return betterAuth({
    appName: 'Retrace',
    secret,
    baseURL,
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user: users, session: sessions, account: accounts, verification: verifications },
      transaction: true,
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength, maxPasswordLength },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'viewer' },
        deactivatedAt: { type: 'date', input: false, required: false },
        undoScope: { type: 'string', input: false, defaultValue: 'mine' },
      },
    },
    session: { expiresIn: 30 * 24 * 3600, disableSessionRefresh: true },
    // Names and addresses change in Admin only, which keeps their history; passwords on a page, which counts wrong guesses.
    disabledPaths: [
      '/change-password',
      '/update-user',
      '/delete-user',
      '/change-email',
      '/sign-in/social',
      '/link-social',
    ],
    trustedOrigins: sameOrigins,
    // Ours below count across processes and in server actions too; this one sees requests only.
    rateLimit: { enabled: false },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        if (ctx.path === signInPath) refuseFor(await limits.begin(attemptOf(ctx.body, ctx.headers)));
      }),
      after: createAuthMiddleware(async (ctx) => {
        if (ctx.path !== signInPath) return;
        const attempt = attemptOf(ctx.body, ctx.headers);
        const { returned } = ctx.context;
        if (!isAPIError(returned)) await limits.succeeded(attempt);
        else if (returned.statusCode === 401) await limits.failed(attempt);
      }),
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, ctx) => {
            if (ctx?.path === signInPath) {
              refuseFor(await limits.blockedFor(attemptOf(ctx.body, ctx.headers).email));
            }
            const [person] = await db
              .select({ deactivatedAt: users.deactivatedAt })
              .from(users)
              .where(eq(users.id, session.userId));
            if (person && !person.deactivatedAt) return;
            throw new APIError('FORBIDDEN', {
              code: 'DEACTIVATED',
              message: 'This account has been deactivated. Ask an admin to activate it again.',
            });
          },
        },
      },
    },
    advanced: {
      cookiePrefix: 'retrace',
      // Tests see the check as well; the library would leave it out there.
      disableOriginCheck: false,
      useSecureCookies: baseURL?.startsWith('https://') ?? false,
    },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    onAPIError: {
      // A refusal is an answer; only what nobody foresaw belongs in the log.
      onError: (problem) => {
        if (!isAPIError(problem) || problem.statusCode >= 500) console.error('Sign-in:', problem);
      },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;

/**
 * A request may come from the page it is sent to, whatever the port: the origin must name the host that was asked.
 * The two names of this machine count as one.
 */
function sameOrigins(request?: Request): string[] {
  const host = request?.headers.get('host');
  if (!host) return [];
  const names = [
    host,
    host.replace(/^localhost(?=:|$)/, '127.0.0.1'),
    host.replace(/^127\.0\.0\.1(?=:|$)/, 'localhost'),
  ];
  return names.flatMap((name) => [`http://${name}`, `https://${name}`]);
}

const shared = globalThis as typeof globalThis & { retraceAuth?: Auth };

/** The app's sign-in, made at first use and kept through hot reloads. */
export function auth(): Auth {
  if (!shared.retraceAuth) {
    const secret = process.env.RETRACE_AUTH_SECRET;
    if (!secret)
      throw new Error('RETRACE_AUTH_SECRET is not set. Start the app with `npm start` or `npm run dev`.');
    shared.retraceAuth = createAuth(database(), { secret, baseURL: process.env.RETRACE_URL || undefined });
  }
  return shared.retraceAuth;
}
