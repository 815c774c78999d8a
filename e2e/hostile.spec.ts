import { expect, type Page, test } from '@playwright/test';
import { activityParsers } from '../components/activity/activity-address';
import { customerListParsers } from '../components/customer/list-address';
import { listParsers } from '../components/invoice-list/list-address';
import { awkward, expectNothingSticksOut, tryForm, watch } from './hostile-form';
import { createDraft, OwnApp } from './own-app';
import { hydrated } from './people';

let own: OwnApp;

test.beforeAll(async () => {
  // The first start may have to build.
  test.setTimeout(180_000);
  own = await OwnApp.start();
});
test.afterAll(() => own?.discard());
test.setTimeout(180_000);
// A trace keeps every state of the page, with a megabyte in each field.
test.use({ trace: 'off' });

/** A form that fills a page: sent when the address is another one. */
async function tryPageForm(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await hydrated(page);
  const before = page.url();
  const form = page
    .locator('main form')
    .filter({ has: page.locator('button[type=submit]') })
    .last();
  const submit = form.locator('button[type=submit]').last();
  await tryForm({ form, submit, isDone: async () => page.url() !== before });
  await expectNothingSticksOut(page);
}

/** Closes whatever is open. */
async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** A press on its button while a menu is still closing would be lost. */
async function closeMenu(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
}

/** What can be pressed on a record's page to get a form, by name; the same names at the second look. */
async function waysToForms(page: Page): Promise<string[]> {
  const buttons = await page
    .locator('main button:not([aria-disabled=true])')
    .filter({ hasText: /^(Edit|Add|Change|Record|Send|Issue|Grant|Finalize|Write|Open|Request)/ })
    .all();
  const names = await Promise.all(
    buttons.map(
      async (button) => (await button.getAttribute('aria-label')) ?? (await button.textContent()) ?? '',
    ),
  );
  const more = page.getByRole('button', { name: 'More actions' });
  if ((await more.count()) === 0) return names;
  await more.click();
  const items = page.getByRole('menuitem', { disabled: false });
  await expect(items.first()).toBeVisible();
  const labels = await items.evaluateAll((all) =>
    all.filter((item) => item.getAttribute('aria-disabled') !== 'true').map((item) => item.textContent ?? ''),
  );
  await closeMenu(page);
  return [
    ...names,
    ...labels.filter((label) => !/^(Duplicate|Remove|Archive|Print|Download|Export)/.test(label)),
  ];
}

/** Presses what leads to a form; is one open then? What was possible a form ago may not be any more. */
async function openForm(page: Page, name: string): Promise<boolean> {
  const button = page.locator('main').getByRole('button', { name, exact: true, disabled: false });
  if ((await button.count()) > 0) await button.first().click();
  else {
    await page.getByRole('button', { name: 'More actions' }).click();
    const item = page.getByRole('menuitem', { name, exact: true });
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    if ((await item.count()) === 0 || (await item.getAttribute('aria-disabled')) === 'true') {
      await closeMenu(page);
      return false;
    }
    await item.click();
  }
  await expect(page.getByRole('dialog')).toBeVisible();
  return true;
}

/** What closes other ways comes after them. */
const rankOf = (name: string) =>
  1 + ['Finalize', 'Discard', 'Write off', 'Void'].findIndex((last) => name.startsWith(last));

/** Every form that the page of a record has, one after the other, each found by looking. */
async function tryRecordForms(page: Page): Promise<number> {
  const tried = new Set<string>();
  for (;;) {
    const name = (await waysToForms(page))
      .filter((each) => !tried.has(each))
      .sort((a, b) => rankOf(a) - rankOf(b))
      .at(0);
    if (name === undefined) return tried.size;
    tried.add(name);
    await test.step(name, async () => {
      if (!(await openForm(page, name))) return;
      const dialog = page.getByRole('dialog');
      await expectNothingSticksOut(page);
      const taken = await tryForm({
        form: dialog,
        submit: dialog.locator('button[type=submit]'),
        isDone: async () => !(await dialog.isVisible()),
      });
      if (await dialog.isVisible()) await close(page);
      // Shown as text, somewhere: in the record, or in its history.
      if (taken) await expect(page.getByRole('main')).toContainText(awkward);
    });
  }
}

test('every form of an invoice, from draft to void', async ({ browser }) => {
  const page = await own.open(browser, 'mia');
  await createDraft(page, 'Hostile GmbH');
  const problems = watch(page);
  expect(await tryRecordForms(page)).toBeGreaterThan(10);
  await page.reload();
  await expect(page.getByRole('main')).toContainText(awkward);
  await expectNothingSticksOut(page);
  expect(problems).toEqual([]);
});

test('the forms for new invoices and customers, and those of a customer and the settings', async ({
  browser,
}) => {
  const page = await own.open(browser, 'mia');
  const problems = watch(page);
  await tryPageForm(page, '/invoices/new');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Draft /);
  await expect(page.getByRole('region', { name: 'Document' })).toContainText(awkward);
  await tryPageForm(page, '/customers/new');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(awkward);
  expect(await tryRecordForms(page)).toBeGreaterThan(0);
  await page.goto('/settings');
  await hydrated(page);
  expect(await tryRecordForms(page)).toBeGreaterThan(3);
  await expectNothingSticksOut(page);

  await test.step('the lists show them as text, and the search finds them', async () => {
    for (const list of ['/invoices', '/customers', '/activity']) {
      await page.goto(list);
      await expect(page.getByRole('main')).toContainText(awkward.slice(0, 28));
      await expectNothingSticksOut(page);
    }
    await page.goto('/invoices');
    await page.getByRole('searchbox').fill(awkward.slice(0, 28));
    await expect(page).toHaveURL(/q=/);
    await expect(page.getByRole('rowheader')).not.toHaveCount(0);
    const others = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
    await expect(others.filter({ hasNotText: awkward.slice(0, 28) })).toHaveCount(0);
  });
  expect(problems).toEqual([]);
});

test('signing in', async ({ browser }) => {
  const page = await browser.newPage();
  const problems = watch(page);
  await page.goto(`${own.address}/sign-in`);
  await hydrated(page);
  for (const text of [
    'a\0b@example.com',
    'ana@example.com\ud83d',
    `${'x'.repeat(300)}@example.com`,
    awkward,
  ]) {
    const form = page.locator('main form').first();
    await form.getByLabel('Email').evaluate((element, json) => {
      (element as HTMLInputElement).value = JSON.parse(json) as string;
    }, JSON.stringify(text));
    await form.getByLabel('Password').fill(awkward);
    await form.getByRole('button', { name: 'Sign in' }).click();
    await expect(form.locator('[aria-invalid=true], [role=alert]:not(:empty)').first()).toBeVisible();
    await expect(form).not.toContainText('The database could not be reached');
  }
  expect(problems).toEqual([]);
  await page.close();
});

/** As they stand in an address, escaped; some are escapes that mean nothing. */
const inAddress = [
  '%00',
  'a%00b',
  '%ED%A0%BD',
  '%FF%FE',
  '%zz',
  '-1',
  '0',
  '1e400',
  'NaN',
  '9007199254740993',
  '99999999999999999999999',
  '2026-02-30',
  '275760-09-13T00:00:00Z',
  '-000001-01-01T00:00:00.000Z',
  'WyJ1cGRhdGVkIiwiMDAwMC0wMC0wMFQwMDowMDowMFoiLCJ4Il0',
  'W10',
  '__proto__',
  '%27%20OR%201=1--',
  '%3Cimg%20src=x%20onerror=alert(1)%3E',
  '%E2%80%AEgnp.exe',
  'x'.repeat(500),
  '%25'.repeat(100),
];

test('nonsense in every parameter of an address is not a failure of the page', async ({ browser }) => {
  const page = await own.open(browser, 'ana');
  await createDraft(page, 'Addressed');
  const record = new URL(page.url()).pathname;
  const problems = watch(page);
  const pages: Record<string, string[]> = {
    '/invoices': Object.keys(listParsers),
    '/customers': Object.keys(customerListParsers),
    '/activity': Object.keys(activityParsers),
    [record]: ['version', 'event', 'time', 'at'],
    '/invoices/new': ['customer', 'from'],
  };
  for (const [path, names] of Object.entries(pages)) {
    await test.step(path, async () => {
      // One at a time and all at once: a parameter that is dropped must not hide another.
      for (const value of inAddress) {
        const all = names.map((name) => `${name}=${value}`).join('&');
        const response = await page.request.get(`${path}?${all}`);
        expect(response.status(), `${path} with ${value.slice(0, 40)}`).toBe(200);
        expect(await response.text(), `${path} with ${value.slice(0, 40)}`).not.toContain('data-dgst');
      }
      for (const name of names) {
        const response = await page.request.get(`${path}?${name}=a%00b&${name}=%ED%A0%BD`);
        expect(response.status(), `${path} with ${name}`).toBe(200);
      }
      for (const value of ['%00', '%27%20OR%201=1--', '99999999999999999999999', '%E2%80%AEgnp.exe']) {
        await page.goto(`${path}?${names.map((name) => `${name}=${value}`).join('&')}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.getByText('could not be loaded')).toHaveCount(0);
        await expectNothingSticksOut(page);
      }
    });
  }
  expect(problems).toEqual([]);
});
