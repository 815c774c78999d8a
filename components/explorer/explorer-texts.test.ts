import { describe, expect, test } from 'vitest';
import type { ExplorerNumber } from '@/lib/explorer/question';
import { loadAnalyticsAddress } from '../analytics/analytics-address';
import { explorerHref, questionOf, questionTexts, readExplorerTexts } from './explorer-texts';

const read = (search: string) => readExplorerTexts(Object.fromEntries(new URLSearchParams(search)));
const activities = ['a', 'b', 'c, with a comma'];
const ask = (search: string) =>
  questionOf(read(search).texts, loadAnalyticsAddress(search).days, activities, ['b', 'a']);

describe('a question', () => {
  test('begins with what is usual, or with what there is', () => {
    expect(ask('')).toEqual({ ask: 'follows', first: 'b', second: 'a', days: 14 });
    expect(questionOf(read('').texts, null, ['x', 'y'], ['b', 'a'])).toMatchObject({
      first: 'x',
      second: 'y',
    });
    expect(questionOf(read('').texts, null, [], ['b', 'a'])).toBeNull();
  });

  test.each([
    ['first=a&second=b&days=3', { ask: 'follows', first: 'a', second: 'b', days: 3 }],
    ['ask=between&first=a&second=a', { ask: 'between', first: 'a', second: 'a' }],
    [
      'ask=funnel&step1=b&step3=c,+with+a+comma&days=7',
      { ask: 'funnel', steps: ['b', activities[2]], days: 7 },
    ],
    ['ask=funnel&step1=gone', { ask: 'funnel', steps: ['b', 'a'], days: null }],
    ['ask=who&activity=c,+with+a+comma', { ask: 'who', activity: activities[2] }],
    ['ask=who', { ask: 'who', activity: null }],
  ])('is read from %s', (search, question) => expect(ask(search)).toEqual(question));

  test.each(['first=a&second=b&days=3', 'ask=funnel&step1=b&step2=a', 'ask=between', 'ask=who'])(
    'is written as it was read: %s',
    (search) => {
      const question = ask(search);
      const texts = question && { ...read('').texts, ...questionTexts(question) };
      const days = loadAnalyticsAddress(search).days;
      expect(texts && questionOf(texts, days, activities, ['b', 'a'])).toEqual(question);
    },
  );

  test('that makes no sense is named', () => {
    const { unread } = read('ask=why&step1=a%00&show=everything');
    expect(unread).toEqual(['question', 'step 1', 'the records to list']);
  });
});

describe('a number', () => {
  const numbers: ExplorerNumber[] = [
    { kind: 'first' },
    { kind: 'young' },
    { kind: 'within', days: 3 },
    { kind: 'took', least: 0.001, below: null, most: 86_400.5 },
    { kind: 'took', least: 60, below: 120, most: null },
    { kind: 'never' },
    { kind: 'left', step: 2 },
    { kind: 'recordsBy', person: 'ana & bob' },
  ];
  test.each(numbers)('of $kind is found again in the address of its records', (number) => {
    const search = '?workflow=order&undone=1&customer=A+%26+B';
    const { texts } = read('ask=funnel');
    const href = new URL(explorerHref(loadAnalyticsAddress(search), texts, number), 'http://a.example');
    expect(href.hash).toBe('#records');
    expect(read(href.search)).toEqual({ texts, number, unread: [] });
    expect(loadAnalyticsAddress(href)).toEqual(loadAnalyticsAddress(search));
  });
});
