import { violations } from './axe';
import { expect, test } from './people';
import { banner, feed, redoButton, slider, undoButton } from './record';

test('a subscription is started, changed, looked at as it was, undone, and found in the list of then', async ({
  as,
}) => {
  const page = await as('ana', '/customers/new');
  const mark = Date.now().toString(36);
  const customer = `Kiosk am Ufer ${mark}`;
  await page.getByLabel('Name').fill(customer);
  await page.getByRole('button', { name: 'Add customer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: customer })).toBeVisible();

  await page.goto('/subscriptions/new');
  await page.getByRole('combobox', { name: 'Customer' }).fill(customer);
  await page.getByRole('option', { name: customer }).click();
  await page.getByLabel('Plan').fill('Starter');
  await page.getByLabel('Price').fill('forty');
  await page.getByRole('button', { name: 'Start subscription' }).click();
  await expect(page.getByText('Write an amount like 1234.50.')).toBeVisible();
  await page.getByLabel('Price').fill('49');
  await page.getByRole('button', { name: 'Start subscription' }).dblclick();
  const heading = page.getByRole('heading', { level: 1, name: /^SUB-/ });
  await expect(heading).toBeVisible();
  const number = (await heading.textContent()) ?? '';
  await expect(feed(page)).toContainText(`started the subscription ${number}: Starter, €49.00 a month`);

  const more = async (label: string) => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: label }).click();
  };
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Change plan' }).click();
  await dialog.getByLabel('Plan').fill('Team');
  await dialog.getByLabel('Price in EUR').fill('99');
  await dialog.getByLabel('Reason').fill('Two more shops');
  await dialog.getByRole('button', { name: 'Change plan' }).click();
  await expect(dialog).toHaveCount(0);
  const details = page.getByRole('region', { name: 'Details' });
  await expect(details).toContainText('€99.00');
  await more('Record failed payment');
  await dialog.getByLabel('Why it failed').fill('Card expired');
  await dialog.getByRole('button', { name: 'Record failed payment' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(details.getByRole('table', { name: /Failed payments/ })).toContainText('Card expired');
  await expect(feed(page).getByRole('article')).toHaveCount(3);

  await slider(page).focus();
  await page.keyboard.press('Home');
  await expect(banner(page)).toContainText('after event 1 of 3');
  await expect(details).toContainText('Starter');
  await expect(details.getByRole('table')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Record that it was paid' })).toBeDisabled();
  await page.getByRole('button', { name: 'Return to now' }).click();

  // Money asks for a reason.
  await undoButton(page).click();
  await dialog.getByLabel('Reason').fill('It went through after all');
  await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(details.getByRole('table')).toHaveCount(0);
  await undoButton(page).click();
  await expect(details).toContainText('Starter');
  await redoButton(page).click();
  await expect(details).toContainText('Team');
  expect(await violations(page, 'main')).toEqual([]);

  // Their page has all of it in one timeline, each event leading to its record as of then.
  await details.getByRole('link', { name: customer }).click();
  const timeline = page.getByRole('region', { name: 'Timeline of all records' });
  await expect(timeline).toContainText('changed the plan from Starter to Team');
  await expect(timeline).toContainText(`added the customer ${customer}`);
  expect(await violations(page, '#timeline')).toEqual([]);
  const filters = page.getByRole('navigation', { name: 'Which records' });
  await filters.getByRole('link', { name: 'Subscriptions 1' }).click();
  await expect(timeline).not.toContainText('added the customer');
  await timeline.getByRole('link', { name: /, as of event 1$/ }).click();
  await expect(banner(page)).toContainText('after event 1 of');

  await page.goto(`/subscriptions?q=${mark}`);
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: number }) });
  await expect(row).toContainText('Team');
  await expect(page.getByRole('table', { name: 'Subscriptions' })).toHaveAttribute('aria-busy', 'false');
  expect(await violations(page, 'main')).toEqual([]);
  await page.getByLabel('Status').selectOption('Cancelled');
  await expect(page.getByRole('heading', { name: 'No subscription matches' })).toBeVisible();
  await page.goto(`/subscriptions?q=${mark}&asOf=2020-01-01`);
  await expect(banner(page)).toContainText('the end of 1 Jan 2020');
  await expect(page.getByRole('heading', { name: 'No subscription matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Return to now' }).click();
  await expect(row).toBeVisible();
});
