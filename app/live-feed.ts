import 'server-only';
import { database, databaseUrl } from '@/db/client';
import { LiveFeed } from '@/db/live-feed';

const shared = globalThis as typeof globalThis & { retraceLiveFeed?: LiveFeed };

/** The one feed of this process, kept through hot reloads. */
export function liveFeed(): LiveFeed {
  shared.retraceLiveFeed ??= startFeed();
  return shared.retraceLiveFeed;
}

function startFeed(): LiveFeed {
  const feed = new LiveFeed(database(), databaseUrl());
  // A server that is asked to stop waits for its answers to end, and these never would.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => feed.end());
  return feed;
}
