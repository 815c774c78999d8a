import { SettingsError } from '@/lib/settings';

/**
 * Says what went wrong in words, on standard error: the message and what caused it, never a stack trace unless
 * RETRACE_DEBUG=1.
 */
export function reportFailure(error: unknown): void {
  if (process.env.RETRACE_DEBUG === '1') console.error(error);
  else console.error(onTerminal(describeFailure(error)));
}

/** What a file says may be in it: nothing of that moves the cursor or colours a terminal. */
const onTerminal = (text: string): string => text.replaceAll(/[^\P{Cc}\n\t]/gu, '\uFFFD');

/** The message of an error with those of its causes. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof SettingsError) {
    return `Retrace cannot start with these settings:\n${error.problems.map((line) => `  ${line}`).join('\n')}`;
  }
  // Several addresses were tried (::1 and 127.0.0.1): the whole has no message of its own.
  const parts = error instanceof AggregateError && !error.message ? error.errors : [];
  const message = parts.length ? parts.map(describeFailure).join('; ') : error.message;
  const cause = error.cause ? describeFailure(error.cause) : '';
  return cause && !message.includes(cause) ? `${message}\n${cause}` : message;
}
