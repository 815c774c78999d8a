import { type NextRequest, NextResponse } from 'next/server';

/** As db/auth.ts names it; the prefix is there over https. */
const sessionCookies = ['retrace.session_token', '__Secure-retrace.session_token'];
const publicPages = new Set(['/sign-in', '/setup']);
/** Where somebody chooses the password with which they sign in. */
const isPublic = (path: string): boolean => publicPages.has(path) || path.startsWith('/password/');

/**
 * Runs before every page: sends a visitor without a session cookie to sign in (whether the cookie is worth anything,
 * the page asks the database), and gives the page the headers that say what it may load and who may frame it.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const path = `${pathname}${search}`;
  // A server action is a POST to its page: it answers itself that nobody is signed in, and the page stays as it is.
  const page = request.method === 'GET' && !pathname.startsWith('/api/');
  if (page && !isPublic(pathname) && !sessionCookies.some((name) => request.cookies.has(name))) {
    const signIn = new URL('/sign-in', request.url);
    if (pathname !== '/') signIn.searchParams.set('next', path);
    return secured(NextResponse.redirect(signIn));
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-retrace-path', path);
  // Next reads the nonce from here and puts it on its own scripts.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return secured(response);
}

/** Scripts of this page only. Styles may be inline: positions of popups and toasts are. */
function contentPolicy(nonce: string): string {
  const developing = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function secured(response: NextResponse): NextResponse {
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-frame-options', 'DENY');
  // Record numbers and filters stay here.
  response.headers.set('referrer-policy', 'same-origin');
  return response;
}

// What is uploaded goes past it: Next would keep the first 10 MB of a request in memory for it, and drop the rest.
export const config = {
  matcher: ['/((?!_next/static|_next/image|icon.svg|favicon.ico|api/imports/upload).*)'],
};
