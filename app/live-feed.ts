import 'server-only';
import { database, databaseUrl } from '@/db/client';
import { LiveFeed } from '@/db/live-feed';

const shared = globalThis as typeof globalThis & { retraceLiveFeed?: LiveFeed };

/** The one feed of this process, kept through hot reloads. */
export function liveFeed(): LiveFeed {
  shared.retraceLiveFeed ??= new LiveFeed(database(), databaseUrl());
  return shared.retraceLiveFeed;
}
