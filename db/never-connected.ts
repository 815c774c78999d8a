const codes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', '53300', '57P03']);

/**
 * Did a query fail because no connection could be had? Then it was not carried out for certain; after any other failure
 * of the connection it may have been, and only the answer was lost.
 */
export function neverConnected(error: unknown): boolean {
  let cause = error;
  while (cause instanceof Error && cause.cause) cause = cause.cause;
  if (!(cause instanceof Error)) return false;
  // The pool gave up waiting for a connection.
  if (/timeout exceeded when trying to connect/.test(cause.message)) return true;
  return 'code' in cause && codes.has(String(cause.code));
}
