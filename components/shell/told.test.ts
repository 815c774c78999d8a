import { describe, expect, test } from 'vitest';
import { isTold, type Told } from './told';

const news = {
  workflow: 'invoice',
  streamId: '00000000-0000-4000-8000-000000000001',
  version: 3,
  type: 'memo_changed',
  actorId: 'bob',
  actorName: 'Bob Ekdahl',
};

const told: Told[] = [
  { kind: 'news', id: '12:3', news: [news] },
  { kind: 'news', id: '12:3', news: [] },
  { kind: 'reset', id: '12:3' },
  { kind: 'people', streamId: news.streamId },
  { kind: 'state', connected: true },
  { kind: 'asks' },
];

describe('what tabs tell each other', () => {
  test.each(told)('is understood: $kind', (message) => expect(isTold(structuredClone(message))).toBe(true));

  test.each([
    null,
    undefined,
    'asks',
    [],
    {},
    { kind: 'toString' },
    { kind: 'reset' },
    { kind: 'state', connected: 1 },
    { kind: 'people', streamId: 7 },
    { kind: 'news', id: '12:3', news: 'much' },
    { kind: 'news', id: 12, news: [news] },
    { kind: 'news', id: '12:3', news: [news, null] },
    { kind: 'news', id: '12:3', news: [{ ...news, version: 1.5 }] },
    { kind: 'news', id: '12:3', news: [{ ...news, actorName: undefined }] },
  ])('of another release is passed over: %j', (message) => expect(isTold(message)).toBe(false));
});
