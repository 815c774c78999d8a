const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The database takes no connections: it is not running, or not at this address',
  ENOTFOUND: 'The database’s host is not known by this name',
  ETIMEDOUT: 'The database’s host cannot be reached',
  ECONNRESET: 'The connection to the database was lost',
  '28P01': 'The database does not accept our password',
  '3D000': 'The database does not exist',
  '42P01': 'The database has not been brought up to date',
  '53300': 'The database has no connection to spare',
  '57P01': 'The database is being stopped',
  '57P03': 'The database is starting up or shutting down',
};

/** Why the database could not be asked, in a sentence that tells a stranger nothing about where it is. */
export function reasonOf(error: unknown): string {
  let cause = error;
  while (cause instanceof Error && cause.cause) cause = cause.cause;
  if (cause instanceof Error && /timeout/i.test(cause.message))
    return 'The database does not answer in time.';
  const code =
    typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : undefined;
  const reason = (code && reasons[code]) || 'The database does not answer';
  return code ? `${reason} (${code}).` : `${reason}.`;
}
