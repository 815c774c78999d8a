/**
 * The path to go on to, when it stays on this site; otherwise the fallback. An address that a stranger may have
 * written ("/sign-in?next=//evil.example") must not lead away from here.
 */
export function localPath(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return fallback;
  const base = 'http://local.invalid';
  // The parser knows every spelling of "another host": //host, /\host, /<tab>/host.
  if (!URL.canParse(value, base)) return fallback;
  const url = new URL(value, base);
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : fallback;
}
