import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { stories } from '../scripts/demo/stories';
import { expect, test } from './people';
import { banner, feed, slider } from './record';

const { manyEdits } = stories;

const button = (page: Page) => page.getByRole('button', { name: 'Go to a moment' });
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Go to a moment' });

/** The instant of an event, as the history has it. */
async function instantOf(page: Page, version: number): Promise<Date> {
  const row = feed(page).locator(`[data-version="${version}"] time`).first();
  return new Date((await row.getAttribute('datetime')) ?? '');
}

/** As a field for date and time has it, on the clock of UTC. */
const typed = (at: Date) => at.toISOString().slice(0, 19);

async function goTo(page: Page, text: string, zone?: string): Promise<void> {
  await button(page).click();
  const dialog = dialogOf(page);
  if (zone) await dialog.getByLabel('Time zone').selectOption(zone);
  await dialog.getByLabel('Date and time').fill(text);
  await dialog.getByRole('button', { name: 'Go', exact: true }).click();
}

test('point 9: a typed date and time, with zone, lands on the last event at or before it', async ({ as }) => {
  const page = await as('vera', `/invoices/${manyEdits.id}`);
  const [at, next] = [await instantOf(page, 10), await instantOf(page, 11)];
  expect(next.getTime() - at.getTime(), 'the story leaves time between the two').toBeGreaterThan(2000);

  await goTo(page, typed(at), 'UTC');
  await expect(slider(page)).toHaveValue('10');
  await expect(page).toHaveURL(/version=10/);
  await expect(banner(page)).toBeVisible();
  await expect(button(page)).toBeFocused();

  await goTo(page, typed(new Date(next.getTime() - 1000)), 'UTC');
  await expect(slider(page)).toHaveValue('10');
  await goTo(page, typed(next), 'UTC');
  await expect(slider(page)).toHaveValue('11');

  // What is later than everything is now.
  await goTo(page, '2031-01-01T00:00:00');
  await expect(banner(page)).toBeHidden();
});

test('point 9: the zone is the viewer’s unless another is chosen, and the field begins at the moment in view', async ({
  as,
}) => {
  const page = await as('vera', `/invoices/${manyEdits.id}?version=10`);
  const inBerlin = (await instantOf(page, 10))
    .toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' })
    .replace(' ', 'T');
  await button(page).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByLabel('Time zone')).toHaveValue('Europe/Berlin');
  await expect(dialog.getByLabel('Date and time')).toHaveValue(inBerlin.replace(/:00$/, ''));
  await dialog.getByRole('button', { name: 'Go', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(slider(page)).toHaveValue('10');
});

test('point 8: before the creation it did not exist yet, and the dialog leads to the creation', async ({
  as,
}) => {
  const page = await as('vera', `/invoices/${manyEdits.id}`);
  await goTo(page, '2001-01-01T12:00');
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('alert')).toContainText(/did not exist yet\. It was created on .+ CES?T\./);
  await expect(page).not.toHaveURL(/version=/);
  await dialog.getByRole('button', { name: 'Show its creation' }).click();
  await expect(slider(page)).toHaveValue('1');
});

test('half a moment is asked for again', async ({ as }) => {
  const page = await as('vera', `/invoices/${manyEdits.id}`);
  await goTo(page, '');
  await expect(dialogOf(page).getByRole('alert')).toContainText('Write a whole date and time');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test(`the dialog to go to a moment has no violation, ${colorScheme}, ${width} px`, async ({ as }) => {
      const page = await as('vera', `/invoices/${manyEdits.id}`);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await goTo(page, '2001-01-01T12:00');
      await expect(dialogOf(page).getByRole('alert')).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  }
}
