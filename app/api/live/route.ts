import { liveFeed } from '@/app/live-feed';
import { log } from '@/app/log';
import { database } from '@/db/client';
import { parseCursor } from '@/db/feed-news';
import { findSessionPerson } from '@/db/people';
import { liveStream } from './live-stream';

/**
 * What happens, as it happens: server-sent events, for whoever is signed in, as long as they are. A browser that comes
 * back says where it was (`Last-Event-ID`, or `?after=`), here or at another process, and misses nothing.
 */
export async function GET(request: Request): Promise<Response> {
  const isSignedIn = async () => (await findSessionPerson(request.headers)) !== null;
  try {
    if (!(await isSignedIn()))
      return Response.json({ message: 'You are signed out. Sign in again.' }, { status: 401 });
    const asked = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after');
    const stream = await liveStream({
      feed: liveFeed(),
      db: database(),
      after: parseCursor(asked),
      signal: request.signal,
      isWelcome: isSignedIn,
    });
    return new Response(stream, {
      // Compressing, or a proxy that collects, would hold them back.
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  } catch (error) {
    log.error({ err: error }, 'the live connection failed');
    return Response.json({ message: 'The database could not be reached.' }, { status: 503 });
  }
}
