import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { stories } from './stories';
import { workshopStories } from './workshop';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const numbers = Object.values(stories).map(({ number }) => number);

it('the tour of the README leads to invoices whose story the demo tells', () => {
  const named = [...new Set(readme.match(/INV-\d+/g))];
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((number) => !numbers.some((known) => known === number))).toEqual([]);
});

it.each([
  ['wrongDueDate', /`lindqvist`; open (INV-\d+)/],
  ['lastPayment', /As Mia open (INV-\d+) and drag/],
  ['doubleCharge', /As Ana open (INV-\d+)\. _Payments_/],
  ['awaitingApproval', /(INV-\d+) waits for a second pair of eyes/],
  ['longHistory', /(INV-\d+) has 130 events/],
  ['alreadySent', /Ana's last step on (INV-\d+) was sending it/],
  ['reinstated', /(INV-\d+) was voided and\s+reinstated/],
  ['disputeLost', /(INV-\d+)\s+lost a dispute/],
] as const)('%s is the invoice that it names', (story, sentence) => {
  expect(sentence.exec(readme)?.[1]).toBe(stories[story].number);
});

it.each([
  ['wrongTotal', /(R-\d+) tells of a total that was typed wrong/],
  ['notOwed', /(R-\d+) of an activity of the log itself/],
] as const)('%s is the repair that it names', (story, sentence) => {
  expect(sentence.exec(readme)?.[1]).toBe(workshopStories[story]);
});
