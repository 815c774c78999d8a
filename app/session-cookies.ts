import 'server-only';
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { cookies } from 'next/headers';

/** Hands the cookies that sign-in or sign-out wants set on to the browser, from inside a server action. */
export async function forwardCookies(from: Headers): Promise<void> {
  const jar = await cookies();
  for (const line of from.getSetCookie()) {
    for (const [name, cookie] of parseSetCookieHeader(line))
      jar.set(name, cookie.value, toCookieOptions(cookie));
  }
}
