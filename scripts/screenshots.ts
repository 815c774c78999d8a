import { mkdir } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { demoPassword } from '@/lib/demo-people';
import { stories } from './demo/stories';
import { findChromium } from './test-run/chromium';

// Takes the pictures of the README from an app that runs with demo data: `npm start` in one terminal,
// `npm run screenshots` in another.
const address = process.env.RETRACE_TEST_URL || 'http://127.0.0.1:3000';
const folder = 'docs/screenshots';

const pictures = [
  { name: 'invoices', path: '/invoices', width: 1440, colorScheme: 'light' },
  { name: 'activity', path: '/activity', width: 1440, colorScheme: 'light' },
  {
    name: 'invoice',
    path: `/invoices/${stories.lastPayment.id}?version=9`,
    width: 1440,
    colorScheme: 'light',
  },
  { name: 'invoice-dark', path: `/invoices/${stories.wrongDueDate.id}`, width: 1440, colorScheme: 'dark' },
  {
    name: 'invoice-narrow',
    path: `/invoices/${stories.lastPayment.id}?version=9`,
    width: 360,
    colorScheme: 'light',
  },
] as const;

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: findChromium((line) => console.log(line)),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  for (const { name, path, width, colorScheme } of pictures) {
    const context = await browser.newContext({
      baseURL: address,
      viewport: { width, height: width > 1000 ? 900 : 780 },
      colorScheme,
      timezoneId: 'Europe/Berlin',
    });
    const data = { email: 'mia@example.com', password: demoPassword };
    await context.request.post('/api/auth/sign-in/email', { data });
    const page = await context.newPage();
    // The first visit tells the server the zone; the second is written in it.
    await page.goto(path, { waitUntil: 'load' });
    await page.goto(path, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `${folder}/${name}.png` });
    console.log(`${folder}/${name}.png`);
    await context.close();
  }
} finally {
  await browser.close();
}
