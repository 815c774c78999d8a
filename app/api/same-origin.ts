/**
 * Does a request that writes come from a page of ours? Every browser says where a POST comes from; a program need not,
 * and is refused only when it says so wrongly. Server actions are checked likewise by Next.
 */
export function isSameOrigin({ headers }: Pick<Request, 'headers'>): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  if (origin === null) return true;
  const own = [headers.get('host'), hostOf(process.env.RETRACE_URL)];
  return own.includes(hostOf(origin) ?? '');
}

function hostOf(address: string | undefined): string | null {
  return address && URL.canParse(address) ? new URL(address).host : null;
}
