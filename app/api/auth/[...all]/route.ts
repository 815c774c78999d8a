import { auth } from '@/db/auth';

/** Sign-in for programs and tests: POST /api/auth/sign-in/email. People use the page, which shares its limits. */
export function GET(request: Request): Promise<Response> {
  return auth().handler(request);
}

export function POST(request: Request): Promise<Response> {
  return auth().handler(request);
}
