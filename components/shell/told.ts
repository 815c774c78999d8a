import type { LiveNews } from '@/lib/live-news';

/** What the tabs of one browser tell each other of the live connection that they share. */
export type Told =
  | { kind: 'news'; id: string; news: readonly LiveNews[] }
  | { kind: 'reset'; id: string }
  | { kind: 'people'; streamId: string }
  | { kind: 'state'; connected: boolean }
  /** A tab that has just come asks how things stand. */
  | { kind: 'asks' };

type Fields = Readonly<Record<string, unknown>>;

/**
 * Is this one of them? A tab of another release may say something else. Checked by hand, because it is on every page and
 * the code for schemas is 22 KB.
 */
export function isTold(data: unknown): data is Told {
  if (!isObject(data)) return false;
  switch (data.kind) {
    case 'news':
      return typeof data.id === 'string' && Array.isArray(data.news) && data.news.every(isNews);
    case 'reset':
      return typeof data.id === 'string';
    case 'people':
      return typeof data.streamId === 'string';
    case 'state':
      return typeof data.connected === 'boolean';
    default:
      return data.kind === 'asks';
  }
}

const texts = ['workflow', 'streamId', 'type', 'actorId', 'actorName'] as const satisfies (keyof LiveNews)[];

const isNews = (item: unknown): item is LiveNews =>
  isObject(item) && Number.isInteger(item.version) && texts.every((field) => typeof item[field] === 'string');

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
