import { auth } from '@/db/auth';

/** Sign-in for programs and tests: POST /api/auth/sign-in/email. People use the page, which shares its limits. */
export function GET(request: Request): Promise<Response> {
  return auth().handler(request);
}

export function POST(request: Request): Promise<Response> {
  return auth().handler(withOrigin(request));
}

/**
 * Every browser says where a POST comes from; a program need not, and is refused only when it says so wrongly.
 * Without this, one that keeps cookies could not sign in.
 */
function withOrigin(request: Request): Request {
  const { headers } = request;
  if (headers.has('origin') || headers.has('referer') || headers.has('sec-fetch-site')) return request;
  const named = new Headers(headers);
  named.set('origin', `http://${headers.get('host')}`);
  return new Request(request, { headers: named });
}
