import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { stories } from '../scripts/demo/stories';
import { expect, test } from './people';

const pages = {
  'the list': '/invoices',
  'a new invoice': '/invoices/new',
  'the customers': '/customers',
  'a new customer': '/customers/new',
  'the settings': '/settings',
  'the number gaps': '/settings/numbers',
  'the accounting periods': '/settings/periods',
  'the account': '/account',
  'an invoice': `/invoices/${stories.lastPayment.id}`,
  'an invoice in the past': `/invoices/${stories.lastPayment.id}?version=6`,
  'a long history': `/invoices/${stories.longHistory.id}?version=60`,
};

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

for (const [name, path] of Object.entries(pages)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 320]) {
      test(`${name} has no violation, ${colorScheme}, ${width} px, and nothing sticks out`, async ({
        as,
      }) => {
        const page = await as('ana');
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await violations(page)).toEqual([]);
        const [content, screen] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          window.innerWidth,
        ]);
        expect(content).toBeLessThanOrEqual(screen as number);
      });
    }
  }
}

test('sign-in has no violation', async ({ page }) => {
  await page.goto('/sign-in');
  expect(await violations(page)).toEqual([]);
});

test('menus and dialogs have no violation', async ({ as }) => {
  const page = await as('ana', `/invoices/${stories.undoAndRedo.id}`);
  await page.getByRole('button', { name: 'Actions for event 1', exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Edit details' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
