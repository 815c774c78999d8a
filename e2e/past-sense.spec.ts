import { test } from '@playwright/test';
import { appendTimed } from '../db/testing/timed-record';
import { addDays } from '../lib/calendar-spans';
import { RecordBuilder } from '../lib/event-sourcing/record-builder';
import type { InvoiceCommand } from '../lib/invoice/commands';
import type { Invoice } from '../lib/invoice/invoice';
import { creation, lineId, people } from '../lib/invoice/testing';
import { payment } from '../lib/invoice/testing/lives';
import { invoiceWorkflow } from '../lib/invoice/workflow';
import { OwnApp } from './own-app';
import { expect } from './people';
import { banner } from './record';

const id = '3c1f6f0e-5d1b-4c0e-9a55-0c4b1d2e3f40';
const today = new Date().toISOString().slice(0, 10);
const yesterday = addDays(today, -1);

/** Finalized three days ago; paid two days ago, which somebody has only just recorded. */
async function arrange(own: OwnApp): Promise<void> {
  const record = new RecordBuilder<Invoice, InvoiceCommand>(invoiceWorkflow, id);
  record.command(people.ana, creation(2, id));
  record.command(people.ana, { type: 'finalize_invoice' });
  record.command(people.bob, payment(5950, lineId(60)));
  const at = (instant: number) => new Date(instant).toISOString().replace('Z', '000Z');
  const ago = (days: number) => at(Date.parse(`${addDays(today, -days)}T09:00:00Z`));
  const then = { occurredAt: ago(3), recordedAt: ago(3) };
  await own.query((db) =>
    appendTimed(db, record, [then, then, { occurredAt: ago(2), recordedAt: at(Date.now() - 1000) }]),
  );
}

test('a payment recorded late: as it was yesterday the invoice is paid, as known then it is not', async ({
  browser,
}) => {
  test.slow();
  const own = await OwnApp.start();
  try {
    await arrange(own);
    const page = await own.open(browser, 'mia');
    const invoice = page.getByRole('row').filter({ hasText: 'INV-0001' });
    const sense = (name: string) => banner(page).getByRole('button', { name, exact: true });
    const totals = page.getByRole('list', { name: 'Totals' });

    await test.step('at noon yesterday, as it was', async () => {
      await page.getByRole('button', { name: 'As of', exact: true }).click();
      await page.getByRole('menuitem', { name: 'At another moment…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Day').fill(yesterday);
      await dialog.getByLabel('Time').fill('12:00');
      await dialog.getByRole('button', { name: 'Show' }).click();
      await expect(banner(page)).toContainText('as it was: with what was recorded later, too');
      await expect(sense('As it was')).toHaveAttribute('aria-pressed', 'true');
      await expect(invoice).toContainText('Paid');
      await expect(totals).toContainText('open balance €0.00');
    });

    await test.step('as known then, in the address, the totals and the file', async () => {
      await sense('As known then').click();
      await expect(page).toHaveURL(/asOf=.*sense=known/);
      await expect(banner(page)).toContainText('as known then: without what was recorded later');
      await expect(invoice).toContainText('Open');
      await expect(totals).toContainText('open balance €59.50');
      const href = await page.getByRole('link', { name: 'Export CSV' }).getAttribute('href');
      const file = await (await page.request.get(href ?? '')).text();
      expect(file).toMatch(/As known at \(.+\)/);
      expect(file).toMatch(/INV-0001,.*,Open,/);
    });

    await test.step('Back, Forward and a reload keep the sense', async () => {
      await page.goBack();
      await expect(invoice).toContainText('Paid');
      await page.goForward();
      await expect(invoice).toContainText('Open');
      await page.reload();
      await expect(sense('As known then')).toHaveAttribute('aria-pressed', 'true');
      await expect(invoice).toContainText('Open');
    });

    await test.step('a row leads to its invoice as it was known', async () => {
      await invoice.getByRole('link', { name: 'INV-0001' }).click();
      await expect(banner(page)).toContainText('after event 2 of 3');
      await page.goBack();
    });

    await test.step('now there is but one sense', async () => {
      await page.getByRole('button', { name: 'Return to now' }).click();
      await expect(page).not.toHaveURL(/asOf|sense/);
      await expect(invoice).toContainText('Paid');
    });

    await test.step('the time machine has the same switch', async () => {
      await page.goto(`/time-machine?from=${yesterday}T12:00:00.000Z`);
      const paid = page
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: 'Paid in EUR' }) });
      await expect(paid.getByRole('link', { name: '1 then: show these invoices' })).toBeVisible();
      await page.getByRole('button', { name: 'As known then' }).click();
      await expect(paid.getByRole('link', { name: '0 then: show these invoices' })).toBeVisible();
      const open = page
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: 'Open in EUR' }) });
      await open.getByRole('link', { name: '1 then: show these invoices' }).click();
      await expect(page).toHaveURL(/sense=known/);
      await expect(invoice).toContainText('Open');
    });

    await test.step('before anything was recorded the list says so', async () => {
      await page.goto(`/invoices?asOf=${addDays(today, -9)}&sense=known`);
      await expect(page.getByRole('heading', { name: 'No invoice had been recorded by then' })).toBeVisible();
    });
  } finally {
    await own.discard();
  }
});
