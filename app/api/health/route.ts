import { connection } from 'next/server';
import { databaseHealth } from '@/db/health';
import { reasonOf } from './reason-of';

/**
 * For whoever watches over the app, pages that wait for the database included. 200 while the database answers, with
 * its version, its latency and how far the feed of events lags behind and why; else 503 and the reason. Within three
 * seconds either way.
 */
export async function GET(): Promise<Response> {
  await connection();
  try {
    return answer(200, { status: 'ok', ...(await databaseHealth()) });
  } catch (error) {
    return answer(503, { status: 'unavailable', reason: reasonOf(error) }, { 'retry-after': '5' });
  }
}

const answer = (status: number, body: object, headers = {}): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });
