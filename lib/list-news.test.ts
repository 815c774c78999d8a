import { expect, test } from 'vitest';
import { mostNews, newsWords } from './list-news';

test.each([
  [{ added: 0, changed: 0 }, ''],
  [{ added: 3, changed: 0 }, '3 new'],
  [{ added: 0, changed: 1 }, '1 changed'],
  [{ added: 3, changed: 12 }, '3 new, 12 changed'],
  [{ added: mostNews, changed: 99 }, '99+ new, 99 changed'],
])('%j', (news, words) => expect(newsWords(news)).toBe(words));
