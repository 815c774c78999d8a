import { type Browser, test as base, expect, type Page } from '@playwright/test';

export type DemoPerson = 'vera' | 'ana' | 'bob' | 'sam' | 'mia' | 'priya' | 'otto';

/** Opens a browser of one's own for a demo person, signed in, at an address. */
export type As = (person: DemoPerson, path?: string) => Promise<Page>;

/** Signs a demo person in through the door that programs use; what the form does has tests of its own. */
export async function signedIn(browser: Browser, baseURL: string, person: DemoPerson): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    timezoneId: 'Europe/Berlin',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const credentials = { email: `${person}@example.com`, password: 'retrace-demo' };
  const response = await context.request.post('/api/auth/sign-in/email', { data: credentials });
  expect(response.ok(), `${person} signs in: ${response.status()}`).toBe(true);
  return context.newPage();
}

/** Waits until React has taken over the page: a key pressed before goes nowhere. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const control = document.querySelector('main :is(button, input:not([type=hidden]), a)');
    return control !== null && Object.keys(control).some((key) => key.startsWith('__reactProps'));
  });
}

/** Playwright's test with `as`, which closes every browser it opened. */
export const test = base.extend<{ as: As }>({
  as: async ({ browser, baseURL }, use) => {
    const pages: Page[] = [];
    await use(async (person, path = '/invoices') => {
      const page = await signedIn(browser, baseURL ?? '', person);
      pages.push(page);
      await page.goto(path);
      await hydrated(page);
      return page;
    });
    for (const page of pages) await page.context().close();
  },
});

export { expect };
