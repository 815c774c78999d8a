/**
 * The feed of events as it grows, for everyone who is connected to this process: one connection listens, one reader reads
 * on, and hands what it finds to all. The database's order is the only order, so each listener can go on from the last
 * cursor it had, at this process or at another one, without a gap and without anything twice.
 */
import { Client } from 'pg';
import { newsChannel, presenceChannel } from './announce';
import type { Database } from './client';
import type { FeedCursor } from './event-store';
import { isBehind, type NewsItem, readFeedEnd, readNews } from './feed-news';

interface Listener {
  hear(news: readonly NewsItem[]): void;
  /** Somebody has opened this record, or closed it. */
  peopleMoved(streamId: string): void;
  /** The database is gone, or has been: what follows is told to who subscribes again. */
  lost(): void;
}

/** Without any notice it looks again after this long, in milliseconds: a notice may be lost, or held back. */
const lookAgainEvery = 3000;
const most = 500;

export class LiveFeed {
  private readonly listeners = new Set<Listener>();
  private cursor: FeedCursor | null = null;
  private client: Client | null = null;
  /** Resolves once it is known where the feed is, and nothing that is told goes by unheard. */
  private ready: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private reading: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly db: Database,
    private readonly url: string,
  ) {}

  /**
   * Hears of everything that follows on where the feed is at this moment.
   *
   * @returns that place, and how to stop
   */
  async subscribe(listener: Listener): Promise<{ from: FeedCursor; stop: () => void }> {
    this.ready ??= this.begin();
    await this.ready;
    // The last of those who listened may have left meanwhile.
    if (!this.cursor) return this.subscribe(listener);
    this.listeners.add(listener);
    return { from: this.cursor, stop: () => this.stop(listener) };
  }

  /** Ends for everyone: this process is about to. */
  end(): void {
    for (const listener of [...this.listeners]) {
      this.stop(listener);
      listener.lost();
    }
  }

  private stop(listener: Listener): void {
    this.listeners.delete(listener);
    if (this.listeners.size === 0) this.close();
  }

  private close(): void {
    const { client, timer } = this;
    if (timer) clearInterval(timer);
    this.timer = null;
    this.cursor = null;
    this.ready = null;
    this.client = null;
    client?.end().catch(() => undefined);
  }

  private async begin(): Promise<void> {
    const client = new Client({ connectionString: this.url, application_name: 'retrace: live' });
    this.client = client;
    const lost = () => {
      if (this.client !== client) return;
      this.end();
      this.close();
    };
    client.on('notification', ({ channel, payload }) => {
      if (channel === newsChannel) this.look();
      else for (const listener of this.listeners) listener.peopleMoved(payload ?? '');
    });
    client.on('error', lost);
    client.on('end', lost);
    try {
      await client.connect();
      await client.query(`LISTEN ${newsChannel}; LISTEN ${presenceChannel}`);
      this.cursor = await readFeedEnd(this.db.$client);
      this.timer = setInterval(() => this.look(), lookAgainEvery).unref();
    } catch (error) {
      lost();
      throw error;
    }
  }

  /** Reads on; a notice that comes meanwhile makes it read once more. */
  private look(): void {
    this.again = true;
    this.reading ??= this.readOn().finally(() => {
      this.reading = null;
    });
  }

  private async readOn(): Promise<void> {
    while (this.again && this.cursor) {
      this.again = false;
      try {
        const news = await readNews(this.db.$client, this.cursor, most);
        const last = news.at(-1);
        if (!last || !this.cursor) continue;
        this.cursor = last.cursor;
        if (news.length === most) this.again = true;
        for (const listener of this.listeners) listener.hear(news);
      } catch {
        // The database is away; the next notice or the next look finds it.
        return;
      }
    }
  }
}

/** What follows on a cursor, up to and with another one; for whoever comes back. */
export async function* newsBetween(
  db: Database,
  after: FeedCursor,
  until: FeedCursor,
): AsyncGenerator<readonly NewsItem[]> {
  let cursor = after;
  while (isBehind(cursor, until)) {
    const news = await readNews(db.$client, cursor, most, until);
    const last = news.at(-1);
    if (!last) return;
    cursor = last.cursor;
    yield news;
  }
}
