import type { Page } from '@playwright/test';
import { stories } from '../scripts/demo/stories';
import { createDraft } from './invoices';
import { expect, hydrated, test } from './people';
import { banner, editDetails, eventCount, openMenu, slider } from './record';

const past = /You are looking at the past/;

/** What may be pressed in the past: it looks at something, moves in time, or makes the moment in view the present. */
const harmless =
  /^(Return to now|Compare|Restore|Previous event|Next event|Play|Pause|Go to|View as of|Why is this value|Actions for|More actions|Document|Details|Settings|Company|Periods|Books|History|Whose changes|Search|Account|Menu|Print|\d+ folded|Mia|Navigation|Open)/;

/** Every button of the page that could be pressed, but for those. */
const pressable = (page: Page): Promise<string[]> =>
  page
    .locator('main')
    .getByRole('button', { disabled: false })
    .filter({ visible: true })
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? ''))
    .then((names) => names.filter((name) => !harmless.test(name.trim())));

/** Opens every menu of the record but those of events, where nothing but looking may be chosen. */
async function expectMenusRefuse(page: Page): Promise<void> {
  const menus = page
    .locator('main')
    .getByRole('button', { name: /^(More actions|Actions for (?!event \d))/ })
    .filter({ visible: true });
  for (const menu of (await menus.all()).slice(0, 4)) {
    if (await menu.isDisabled()) continue;
    await menu.click();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    for (const item of await page.getByRole('menuitem').all()) {
      // A file of it is nothing that changes it.
      if (/^(Export|Print|Download|Copy|Compare)/.test((await item.textContent()) ?? '')) continue;
      await expect(item, (await item.textContent()) ?? '').toBeDisabled();
      await expect(item).toHaveAccessibleDescription(past);
    }
    await page.keyboard.press('Escape');
    await expect(page.locator('[role="menu"]')).toHaveCount(0);
  }
}

test('point 6: on records of the past everything that changes something is disabled, and says why', async ({
  as,
}) => {
  test.slow();
  const mia = await as('mia');
  const customer = await (async () => {
    await mia.goto('/customers?q=lindqvist');
    return (await mia.getByRole('rowheader').getByRole('link').first().getAttribute('href')) ?? '';
  })();
  for (const path of [
    `/invoices/${stories.lastPayment.id}?version=12`,
    `/invoices/${stories.undoAndRedo.id}?version=2`,
    `/invoices/${stories.awaitingApproval.id}`,
    customer,
    '/settings',
    '/settings/periods',
  ]) {
    await mia.goto(path);
    await hydrated(mia);
    if (!path.includes('version=')) {
      if ((await slider(mia).getAttribute('max')) === '1') continue;
      await slider(mia).focus();
      await mia.keyboard.press('ArrowLeft');
    }
    await expect(banner(mia), path).toBeVisible();
    expect(await pressable(mia), path).toEqual([]);
    const refused = mia.locator('main').getByRole('button', { disabled: true }).filter({ visible: true });
    for (const button of await refused.all()) await expect(button, path).toHaveAccessibleDescription(/\S/);
    await expectMenusRefuse(mia);
    const menu = await openMenu(mia, 1);
    const undo = menu.getByRole('menuitem', { name: /^(Undo|Re-apply) this change$/ });
    await expect(undo).toBeDisabled();
    await expect(undo).toHaveAccessibleDescription(past);
    await mia.keyboard.press('Escape');
  }
});

test('point 6: in a list of the past as well', async ({ as }) => {
  const mia = await as('mia', '/invoices?asOf=2026-11-20&size=25');
  await expect(mia.getByRole('button', { name: 'New invoice' })).toHaveAccessibleDescription(past);
  await mia.getByRole('checkbox', { name: 'Select all on this page' }).filter({ visible: true }).check();
  const bar = mia.getByRole('region', { name: 'Selection' });
  for (const name of ['Send reminder…', 'Add note…', 'Undo changes…']) {
    await expect(bar.getByRole('button', { name })).toBeDisabled();
    await expect(bar.getByRole('button', { name })).toHaveAccessibleDescription(past);
  }
  await test.step('Back into the past closes a dialog that was open', async () => {
    await mia.getByRole('button', { name: 'Return to now' }).click();
    await expect(banner(mia)).toHaveCount(0);
    await bar.getByRole('button', { name: 'Add note…' }).click();
    await expect(mia.getByRole('dialog')).toBeVisible();
    await mia.goBack();
    await expect(banner(mia)).toBeVisible();
    await expect(mia.getByRole('dialog')).toHaveCount(0);
  });
});

/** Whatever the page sends it says of the past, as one whose controls were not disabled would. */
async function fromThePast(page: Page, asOf: number | string): Promise<void> {
  await page.route('**/*', (route) => {
    const sent = route.request().postData();
    if (route.request().method() !== 'POST' || !sent?.includes('"asOf":null')) return route.fallback();
    return route.continue({ postData: sent.replace('"asOf":null', `"asOf":${JSON.stringify(asOf)}`) });
  });
}

test('point 6: the server refuses too: of an invoice, a customer, the settings, and many invoices at once', async ({
  as,
}) => {
  test.slow();
  const ana = await as('ana');
  await createDraft(ana, { price: '10' });
  await editDetails(ana, { Memo: 'one' });
  const before = await eventCount(ana);
  await fromThePast(ana, 1);
  await ana.keyboard.press('Control+Z');
  await expect(ana.getByText(past).first()).toBeVisible();
  await ana.getByRole('button', { name: 'More actions' }).click();
  await ana.getByRole('menuitem', { name: 'Edit details' }).click();
  const dialog = ana.getByRole('dialog');
  await dialog.getByLabel('Memo').fill('two');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText(past);
  await ana.reload();
  expect(await eventCount(ana)).toBe(before);

  const mia = await as('mia', '/customers?q=lindqvist');
  await fromThePast(mia, 1);
  await mia.getByRole('rowheader').getByRole('link').first().click();
  await mia.getByRole('button', { name: 'Edit details' }).click();
  const form = mia.getByRole('dialog');
  await form.getByLabel('Tax id').fill('DE999999999');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toContainText(past);
  await mia.goto('/settings');
  await hydrated(mia);
  await mia.getByRole('button', { name: 'Edit company details' }).click();
  await form.getByLabel('Tax id').fill('DE999999999');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toContainText(past);

  const list = await as('ana', '/invoices?size=25');
  await list
    .getByRole('checkbox', { name: /^Select (INV|Draft)/ })
    .first()
    .check();
  await fromThePast(list, '2026-11-20');
  await list.getByRole('button', { name: 'Add note…' }).click();
  await expect(list.getByRole('dialog').getByRole('alert')).toContainText(past);
  await list.unrouteAll();
  await list.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(list.getByRole('dialog')).toHaveCount(0);
  await list.getByRole('button', { name: 'Add note…' }).click();
  await expect(list.getByRole('button', { name: /^Add to 1 invoice/ })).toBeEnabled();
  await fromThePast(list, '2026-11-20');
  await expect(list.getByRole('dialog')).toBeVisible();
  await fillInNote(list);
});

async function fillInNote(list: Page): Promise<void> {
  const dialog = list.getByRole('dialog');
  await dialog.getByLabel('Note').fill('Never');
  await dialog.getByRole('button', { name: /^Add to 1 invoice/ }).click();
  await expect(dialog.getByRole('alert')).toContainText(past);
}
