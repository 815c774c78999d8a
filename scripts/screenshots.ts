import { mkdir, rm } from 'node:fs/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { demoPassword } from '@/lib/demo-people';
import { stories } from './demo/stories';
import { findChromium } from './test-run/chromium';

// Takes a picture of every page, at three widths, light and dark, from an app that runs with demo data: `npm start` in
// one terminal, `npm run screenshots` in another. `npm run screenshots -- invoice` takes those of one page.
const address = process.env.RETRACE_TEST_URL || 'http://127.0.0.1:3000';
const folder = 'docs/screenshots';

interface Picture {
  name: string;
  path: string;
  /** Is it seen by whoever is not signed in? */
  signedOut?: boolean;
  /** What is there once the page is. */
  ready: (page: Page) => Promise<void>;
}

const shows = (text: string | RegExp) => (page: Page) =>
  page.getByRole('heading', { name: text, level: 1 }).waitFor();

/** Past the page that stands in while rows are on their way, which has the same heading. */
const showsRows = (page: Page) =>
  page
    .getByText(/^INV-\d+$/)
    .filter({ visible: true })
    .first()
    .waitFor();

const showsRecords = (page: Page) =>
  page
    .getByText(/^(SUB|ORD)-\d+$/)
    .filter({ visible: true })
    .first()
    .waitFor();

/** Charts are loaded after the page. */
const showsChart = (page: Page) => page.locator('main svg.recharts-surface').first().waitFor();

const invoice = `/invoices/${stories.lastPayment.id}`;

const pictures: readonly Picture[] = [
  { name: 'sign-in', path: '/sign-in', signedOut: true, ready: shows('Sign in') },
  { name: 'invoices', path: '/invoices', ready: showsRows },
  { name: 'invoices-past', path: '/invoices?asOf=2026-11-20T12:00:00Z', ready: showsRows },
  {
    name: 'invoices-none',
    path: '/invoices?q=nobody+of+that+name',
    ready: (page) => page.getByText('No invoice matches').waitFor(),
  },
  { name: 'invoice', path: invoice, ready: shows(/^INV-/) },
  { name: 'invoice-past', path: `${invoice}?version=9`, ready: shows(/^INV-/) },
  { name: 'invoice-long', path: `/invoices/${stories.longHistory.id}`, ready: shows(/^INV-/) },
  { name: 'invoice-new', path: '/invoices/new', ready: shows('New invoice') },
  { name: 'customers', path: '/customers', ready: shows('Customers') },
  {
    name: 'activity',
    path: '/activity',
    ready: (page) => page.getByRole('article').first().waitFor(),
  },
  {
    name: 'time-machine',
    path: '/time-machine?step=1900',
    // The line is read beside the page.
    ready: (page) => page.locator('main polyline').waitFor(),
  },
  { name: 'subscriptions', path: '/subscriptions', ready: showsRecords },
  { name: 'orders', path: '/orders', ready: showsRecords },
  { name: 'analytics', path: '/analytics', ready: shows('Analytics') },
  { name: 'analytics-refunds', path: '/analytics/refunds', ready: showsChart },
  { name: 'analytics-failed-payments', path: '/analytics/failed-payments', ready: showsChart },
  { name: 'analytics-churn', path: '/analytics/churn', ready: showsChart },
  { name: 'analytics-explorer', path: '/analytics/explorer', ready: shows('Explorer') },
  {
    name: 'analytics-process-map',
    path: '/analytics/process-map',
    ready: (page) => page.locator('.react-flow__node').first().waitFor(),
  },
  { name: 'people', path: '/admin/people', ready: shows('People') },
  { name: 'imports', path: '/imports', ready: shows('Imports') },
  { name: 'settings', path: '/settings', ready: shows('Company') },
  { name: 'periods', path: '/settings/periods', ready: shows('Accounting periods') },
  { name: 'account', path: '/account', ready: shows('Your account') },
];

const sizes = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 360, height: 780 },
] as const;

async function take(browser: Browser, wanted: readonly Picture[]): Promise<void> {
  for (const viewport of sizes) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        baseURL: address,
        viewport,
        colorScheme,
        reducedMotion: 'reduce',
        timezoneId: 'Europe/Berlin',
      });
      const page = await context.newPage();
      // The first visit tells the server the zone; from then on pages are written in it.
      await page.goto('/sign-in', { waitUntil: 'load' });
      const visit = async ({ name, path, ready }: Picture) => {
        await page.goto(path, { waitUntil: 'load' });
        await ready(page);
        await page.evaluate(() => document.fonts.ready);
        const file = `${folder}/${name}-${viewport.width}-${colorScheme}.png`;
        // A page has few colours: a palette of them is a third of the size.
        await sharp(await page.screenshot())
          .png({ palette: true, quality: 90 })
          .toFile(file);
        console.log(file);
      };
      for (const picture of wanted.filter(({ signedOut }) => signedOut)) await visit(picture);
      const data = { email: 'mia@example.com', password: demoPassword };
      await context.request.post('/api/auth/sign-in/email', { data });
      for (const picture of wanted.filter(({ signedOut }) => !signedOut)) await visit(picture);
      await context.close();
    }
  }
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !pictures.some((picture) => picture.name === name));
if (unknown.length > 0) {
  const known = pictures.map(({ name }) => name).join(', ');
  console.error(`There is no page called ${unknown.join(', ')}. There are ${known}.`);
  process.exit(2);
}
if (names.length === 0) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: findChromium((line) => console.log(line)),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const wanted = names.length > 0 ? pictures.filter(({ name }) => names.includes(name)) : pictures;
  await take(browser, wanted);
} finally {
  await browser.close();
}
