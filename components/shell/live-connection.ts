import type { LiveNews } from '@/lib/live-news';
import { isTold, type Told } from './told';

/** What happened, or `reset`: so much that everything is to be read again; or on which record people come and go. */
export type Heard = readonly LiveNews[] | 'reset' | { peopleOn: string };
type Listener = (heard: Heard) => void;

const address = '/api/live';
const lock = 'retrace live';
/** After the server has said no: it may be away, or nobody is signed in. In milliseconds. */
const retryAfter = 5000;

/**
 * One connection to the server for all tabs of this browser, which has few to give: whichever tab holds the lock keeps it
 * and tells the others. When it closes, the next one goes on from the place that it has heard of last.
 */
export class LiveConnection {
  private readonly listeners = new Set<Listener>();
  private readonly watchers = new Set<() => void>();
  private lastId: string | null = null;
  private connected = false;
  private channel: BroadcastChannel | null = null;
  private leads = false;

  /** Starts to listen. @returns how to stop */
  start(): () => void {
    const ended = new AbortController();
    this.channel = new BroadcastChannel(lock);
    this.channel.onmessage = ({ data }) => this.hearFromTab(data);
    this.channel.postMessage({ kind: 'asks' } satisfies Told);
    const lead = () => this.lead(ended.signal);
    if (navigator.locks) navigator.locks.request(lock, { signal: ended.signal }, lead).catch(() => undefined);
    else void lead();
    return () => {
      ended.abort();
      this.channel?.close();
      this.channel = null;
      this.setConnected(false);
    };
  }

  /** Hears what happens from now on. @returns how to stop */
  subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** For `useSyncExternalStore`: is what happens told at once? */
  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };
  isConnected = (): boolean => this.connected;

  /** Keeps the connection for all tabs until this one ends. */
  private lead(ended: AbortSignal): Promise<void> {
    this.leads = true;
    return new Promise((resolve) => {
      let source: EventSource | undefined;
      let timer: number | undefined;
      const open = () => {
        source = new EventSource(this.lastId ? `${address}?after=${this.lastId}` : address);
        source.onopen = () => this.tellState(true);
        source.onerror = () => {
          this.tellState(false);
          // It tries again by itself, but not where the server has answered with a refusal.
          if (source?.readyState === EventSource.CLOSED) timer = window.setTimeout(open, retryAfter);
        };
        source.addEventListener('hello', ({ lastEventId }) => {
          this.lastId = lastEventId;
        });
        source.addEventListener('news', ({ data, lastEventId }) =>
          this.tell({ kind: 'news', id: lastEventId, news: JSON.parse(data) }),
        );
        source.addEventListener('people', ({ data }) =>
          this.tell({ kind: 'people', streamId: JSON.parse(data) }),
        );
        source.addEventListener('reset', ({ lastEventId }) => this.tell({ kind: 'reset', id: lastEventId }));
      };
      open();
      ended.addEventListener('abort', () => {
        window.clearTimeout(timer);
        source?.close();
        this.leads = false;
        resolve();
      });
    });
  }

  private tellState(connected: boolean): void {
    this.setConnected(connected);
    this.channel?.postMessage({ kind: 'state', connected } satisfies Told);
  }

  private tell(message: Told): void {
    this.channel?.postMessage(message);
    this.hear(message);
  }

  private hearFromTab(data: unknown): void {
    if (!isTold(data)) return;
    if (data.kind !== 'asks') this.hear(data);
    else if (this.leads)
      this.channel?.postMessage({ kind: 'state', connected: this.connected } satisfies Told);
  }

  private hear(message: Told): void {
    switch (message.kind) {
      case 'state':
        this.setConnected(message.connected);
        break;
      case 'news':
      case 'reset':
        this.lastId = message.id;
        for (const listener of this.listeners) listener(message.kind === 'news' ? message.news : 'reset');
        break;
      case 'people':
        for (const listener of this.listeners) listener({ peopleOn: message.streamId });
        break;
      case 'asks':
        break;
    }
  }

  private setConnected(connected: boolean): void {
    if (this.connected === connected) return;
    this.connected = connected;
    for (const watcher of this.watchers) watcher();
  }
}
