import type { Database } from '@/db/client';
import type { FeedCursor } from '@/db/event-store';
import { cursorText, isBehind, type NewsItem } from '@/db/feed-news';
import { type LiveFeed, newsBetween } from '@/db/live-feed';
import type { LiveNews } from '@/lib/live-news';

interface Options {
  feed: LiveFeed;
  db: Database;
  /** Where the browser was, if it comes back. */
  after: FeedCursor | null;
  /** Aborted when the browser goes. */
  signal: AbortSignal;
  /** May whoever listens still do so? Asked from time to time. */
  isWelcome(): Promise<boolean>;
}

/** Proxies close what is silent; and a browser that went without a word is noticed. In milliseconds. */
const beatEvery = 15_000;

/** Whoever missed more reads its page again instead. */
const mostMissed = 2000;

/**
 * The feed as a stream of server-sent events, each with its place in the feed as its id. What was missed comes first, up to
 * the place from which on the feed is heard; so nothing is left out between the two, and nothing comes twice.
 */
export async function liveStream({
  feed,
  db,
  after,
  signal,
  isWelcome,
}: Options): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let beat: NodeJS.Timeout | undefined;
  let stop = () => {};
  const end = () => {
    clearInterval(beat);
    stop();
  };
  return new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const send = (text: string) => {
        try {
          controller.enqueue(encoder.encode(text));
        } catch {
          // It was closed from the other side.
          end();
        }
      };
      const close = () => {
        end();
        try {
          controller.close();
        } catch {
          // Closed already.
        }
      };
      signal.addEventListener('abort', close);
      // What is heard while what was missed is read waits for it.
      let held: (readonly NewsItem[])[] | null = [];
      const { from, stop: unsubscribe } = await feed.subscribe({
        hear: (news) => {
          if (held) held.push(news);
          else send(message('news', news));
        },
        peopleMoved: (streamId) => send(`event: people\ndata: ${JSON.stringify(streamId)}\n\n`),
        // The browser comes back, and says where it was.
        lost: close,
      });
      stop = unsubscribe;
      if (signal.aborted) return close();
      send(`retry: 1000\n${message('hello', [], after ?? from)}`);
      if (after && isBehind(after, from)) for await (const text of missed(db, after, from)) send(text);
      for (const news of held) send(message('news', news));
      held = null;
      beat = setInterval(async () => {
        if (await isWelcome().catch(() => true)) send(':\n\n');
        else close();
      }, beatEvery).unref();
    },
    cancel: end,
  });
}

async function* missed(db: Database, after: FeedCursor, until: FeedCursor): AsyncGenerator<string> {
  let count = 0;
  for await (const news of newsBetween(db, after, until)) {
    count += news.length;
    if (count > mostMissed) {
      yield message('reset', [], until);
      return;
    }
    yield message('news', news);
  }
}

function message(
  event: 'hello' | 'news' | 'reset',
  news: readonly NewsItem[],
  at = news.at(-1)?.cursor,
): string {
  const told = news.map(
    ({ workflow, streamId, version, type, actorId, actorName }): LiveNews => ({
      workflow,
      streamId,
      version,
      type,
      actorId,
      actorName,
    }),
  );
  return `id: ${at ? cursorText(at) : ''}\nevent: ${event}\ndata: ${JSON.stringify(told)}\n\n`;
}
