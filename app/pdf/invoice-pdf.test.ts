import { expect, test } from 'vitest';
import { initialCompany } from '@/lib/company-settings';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import { titleOf } from '@/lib/invoice/invoice';
import { creation, draft, lineId, people } from '@/lib/invoice/testing';
import { readPdf } from '@/test/read-pdf';
import type { RecordAt } from '../record-at';
import { type InvoicePart, invoicePdf } from './invoice-pdf';

const company = { ...initialCompany, name: 'Lumen Coffee GmbH', address: 'Torstraße 1\n10119 Berlin' };
const time = { timeZone: 'Europe/Berlin', hourCycle: 'h23' } as const;

type Builder = ReturnType<typeof draft>;

function recordAt({ log }: Builder, version: number = log.version): RecordAt {
  const events = log.events.slice(0, version);
  return {
    id: lineId(0),
    workflow: 'invoice',
    log: new RecordLog(log.workflow, events),
    version,
    newest: log.version,
    isPast: version < log.version,
    moment: events.at(-1)?.occurredAt ?? '',
    title: titleOf(log.state),
  };
}

async function pdfOf(record: RecordAt, part: InvoicePart = 'invoice', paper: 'a4' | 'letter' = 'a4') {
  const madeAt = new Date('2026-11-26T20:00:00Z');
  const chunks: Uint8Array[] = [];
  for await (const chunk of invoicePdf({ record, part, paper, company, time, madeAt })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const finalized = () => {
  const record = draft();
  record.command(people.ana, { type: 'finalize_invoice' });
  return record;
};

test('an invoice is a tagged document with its number, lines, figures and parties', async () => {
  const { pages, title, lang, isTagged } = await readPdf(await pdfOf(recordAt(finalized())));
  const [text = ''] = pages;
  expect(pages).toHaveLength(1);
  expect({ lang, isTagged }).toEqual({ lang: 'en', isTagged: true });
  expect(title).toMatch(/^Invoice /);
  for (const words of [title, 'My company', 'Lindqvist Bakery AB', 'Item 1', '€25.00'])
    expect(text).toContain(words);
  for (const figure of ['Subtotal', '€50.00', 'Tax 19 %', '€9.50', 'Balance due', '€59.50'])
    expect(text).toContain(figure);
  expect(text).toMatch(/Page 1 of\s+1/);
});

test('of the past it has the figures of then, and says of when they are', async () => {
  const record = draft();
  record.command(people.bob, { type: 'change_line', lineId: lineId(1), quantity: '20' });
  const [then = ''] = (await readPdf(await pdfOf(recordAt(record, 1)))).pages;
  const [now = ''] = (await readPdf(await pdfOf(recordAt(record)))).pages;
  expect(then).toMatch(/As of \d+ \w+ \d{4}, [\d:]{8} \w+, Europe\/Berlin \(version 1 of 2\)/);
  expect(then).toContain('€59.50');
  expect(then).not.toContain('€275.00');
  expect(now).toContain('€275.00');
  expect(now).not.toContain('As of');
  // A draft is issued by the company as it is called now.
  for (const words of ['Lumen Coffee GmbH', '10119 Berlin']) expect(now).toContain(words);
});

test('a history tells who did what, when and why, and nothing that came later', async () => {
  const record = draft();
  record.command(people.bob, { type: 'change_details', memo: 'Deliver to the back door' });
  record.press(people.bob, 'undo');
  const [all = ''] = (await readPdf(await pdfOf(recordAt(record), 'history'))).pages;
  for (const words of ['Bob Ekdahl added the memo', 'Undone by Bob Ekdahl, event 3', 'Undo of event 2'])
    expect(all).toContain(words);
  expect(all).toContain('– → Deliver to the back door');
  const [then = ''] = (await readPdf(await pdfOf(recordAt(record, 2), 'history'))).pages;
  expect(then).toContain('added the memo');
  expect(then).not.toContain('Undone by');
});

test('a long table repeats its head, numbers its pages, and loses no line', async () => {
  const { pages } = await readPdf(await pdfOf(recordAt(draft({ lines: 150 })), 'invoice', 'letter'));
  expect(pages.length).toBeGreaterThan(3);
  for (const [index, page] of pages.slice(0, -1).entries()) {
    expect(page).toContain('Qty');
    expect(page).toMatch(new RegExp(`Page ${index + 1} of\\s+${pages.length}`));
  }
  const text = pages.join('\n').split('\n');
  for (let line = 1; line <= 150; line += 1) expect(text).toContain(`Item ${line}`);
});

const { customer } = creation(0);

test('names of any language are there; of a script that the typeface lacks, a box, and a note', async () => {
  const record = draft();
  const name = 'Stanisław Wójcik & Ελένη <Жанна> Đặng';
  record.command(people.ana, { type: 'change_customer', customer: { ...customer, name } });
  const [text = ''] = (await readPdf(await pdfOf(recordAt(record)))).pages;
  expect(text).toContain(name);
  expect(text).not.toContain('□');
  record.command(people.ana, {
    type: 'change_customer',
    customer: { ...customer, name: '株式会社 \u202eabc 😀' },
  });
  const [boxed = ''] = (await readPdf(await pdfOf(recordAt(record)))).pages;
  expect(boxed).toContain('□□□□ abc □');
  expect(boxed).toContain('A □ stands for a character');
});

test('what is longer than a page goes on on the next', async () => {
  const record = draft();
  record.command(people.ana, { type: 'change_details', memo: `${'a\n'.repeat(400)}${'W'.repeat(1000)}end` });
  for (const part of ['invoice', 'history'] as const) {
    const { pages } = await readPdf(await pdfOf(recordAt(record), part));
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.join('\n')).toContain('Wend');
  }
});
