import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { execute } from '../db/execute';
import { creation, people } from '../lib/invoice/testing';
import { invoiceWorkflow } from '../lib/invoice/workflow';
import { document, fillIn } from './invoices';
import { OwnApp } from './own-app';
import { feed, openMenu } from './record';

test('case 18: a void is undone while its period is open; once it is closed, a duplicate as draft is offered', async ({
  browser,
}) => {
  // Closing the months of which everybody's records are would be in everybody's way.
  test.setTimeout(240_000);
  const own = await OwnApp.start();
  try {
    const id = await own.query(async (db) => {
      const streamId = randomUUID();
      const commands = [
        creation(1, streamId),
        { type: 'finalize_invoice' },
        { type: 'void_invoice' },
      ] as const;
      for (const [index, command] of commands.entries()) {
        const result = await execute(db, {
          workflow: invoiceWorkflow,
          streamId,
          operationId: randomUUID(),
          actor: people.ana,
          reason: 'Billed twice',
          metadata: {},
          since: index,
          command,
          occurredAt: `2026-09-1${index}T10:00:00.000000Z`,
          reader: { id: 'ana', formatInstant: (instant) => instant },
        });
        if (!result.ok) throw new Error(result.refusal.message);
      }
      return streamId;
    });

    const mia = await own.open(browser, 'mia', `/invoices/${id}`);
    await test.step('open: it is reinstated, and voided again', async () => {
      const menu = await openMenu(mia, 3);
      await menu.getByRole('menuitem', { name: 'Undo this change' }).click();
      await fillIn(mia, { Reason: 'Not twice after all.' }, 'Undo');
      await expect(mia.locator('header').getByText('Open', { exact: true })).toBeVisible();
      const again = await openMenu(mia, 3);
      await again.getByRole('menuitem', { name: 'Re-apply this change' }).click();
      await fillIn(mia, {}, 'Re-apply');
      await expect(mia.locator('header').getByText('Void', { exact: true })).toBeVisible();
      await expect(feed(mia).getByRole('article')).toHaveCount(5);
    });

    await test.step('closed: it is refused, and a duplicate as draft is made instead', async () => {
      await mia.goto('/settings/periods');
      await mia.getByRole('button', { name: 'Close September 2026' }).click();
      await fillIn(mia, {}, 'Close period');
      await expect(mia.getByText('Closed').first()).toBeVisible();
      await mia.goto(`/invoices/${id}`);
      const menu = await openMenu(mia, 3);
      await menu.getByRole('menuitem', { name: 'Undo this change' }).focus();
      await mia.keyboard.press('Enter');
      const dialog = mia.getByRole('dialog');
      await expect(dialog).toContainText('12 Sep 2026, and the books are closed through 30 Sep 2026');
      await dialog.getByRole('button', { name: 'Duplicate as draft' }).click();
      await expect(mia.getByRole('heading', { level: 1 })).toHaveText(/^Draft /);
      await expect(document(mia)).toContainText('Item 1');
    });
  } finally {
    await own.discard();
  }
});
