import type { Browser, Page } from 'playwright-core';
import { demoPassword } from '@/lib/demo-people';
import type { Drag, Visit } from './verdicts';
import { seenIn, watchPages } from './watch-page';

/** A page that is measured. */
export interface MeasuredPage {
  name: string;
  /** As Next names it. */
  route: string;
  path: string;
}

/** Where the page goes on from what the observers know of it. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForFunction(() => {
    const control = document.querySelector('main :is(button, input:not([type=hidden]), a)');
    return control !== null && Object.keys(control).some((key) => key.startsWith('__reactProps'));
  });
}

/** Opens a browser without a cache, signed in as the manager, and closes it afterwards. */
async function inOwnBrowser<T>(
  browser: Browser,
  address: string,
  use: (page: Page) => Promise<T>,
  { watched = true } = {},
): Promise<T> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Berlin',
  });
  try {
    // What runs TypeScript here names functions with a helper of its own, which a function sent to the page expects there.
    await context.addInitScript('globalThis.__name ??= (named) => named;');
    if (watched) await watchPages(context);
    const data = { email: 'mia@example.com', password: demoPassword };
    const response = await context.request.post('/api/auth/sign-in/email', { data });
    if (!response.ok()) throw new Error(`Mia could not be signed in (${response.status()}).`);
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Finds the first record that a list links to. */
export function firstRecordOf(browser: Browser, address: string, list: string): Promise<string> {
  return inOwnBrowser(browser, address, async (page) => {
    await page.goto(list);
    const link = page.getByRole('rowheader').getByRole('link').first();
    const path = await link.getAttribute('href');
    if (!path) throw new Error(`${list} shows no record that could be measured.`);
    return path;
  });
}

/** One visit: loads the page, then presses and types what a person would. */
export function visit(browser: Browser, address: string, { path }: MeasuredPage): Promise<Visit> {
  return inOwnBrowser(browser, address, async (page) => {
    const script = await countScript(page);
    await page.goto(path, { waitUntil: 'load' });
    const loaded = script();
    await settled(page);
    // The largest paint is settled by the first press.
    const { lcp, cls } = await seenIn(page);
    await handle(page);
    const { inp, cls: later } = await seenIn(page);
    return { lcp, inp, cls: Math.max(cls, later), script: loaded };
  });
}

/** Bytes of scripts that have come so far, without their headers. */
async function countScript(page: Page): Promise<() => number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  devtools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return () => bytes;
}

/** What every page answers to: the palette, and keys that walk through the page; on a record, its slider. */
async function handle(page: Page): Promise<void> {
  const slider = page.getByRole('slider', { name: 'Timeline position' });
  if ((await slider.count()) > 0) {
    await slider.focus();
    for (const key of ['ArrowLeft', 'ArrowLeft', 'PageUp', 'Home', 'ArrowRight', 'End'])
      await page.keyboard.press(key);
    await page
      .getByRole('status')
      .filter({ hasText: /^Viewing as of/ })
      .waitFor({ state: 'detached' });
  }
  const search = page.getByRole('searchbox');
  if ((await search.count()) > 0) await search.first().pressSequentially('lind', { delay: 30 });
  for (let step = 0; step < 5; step++) await page.keyboard.press('Tab');
  await page.locator('h1').first().click();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search or do something' });
  await field.pressSequentially('inv', { delay: 30 });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
}

/** How much slower than this machine the processor is while the slider is dragged. */
const slowdown = 4;

/**
 * Drags the slider of a record from end to end and back for so many seconds, on a slow machine. It is a record longer than
 * its page comes with: the drag begins once the page has all of it, as it is over all of it.
 */
export function drag(browser: Browser, address: string, path: string, seconds: number): Promise<Drag> {
  return inOwnBrowser(
    browser,
    address,
    async (page) => {
      const older = page.waitForResponse((response) => /\/api\/records\/[^/]+\/log\?/.test(response.url()));
      await page.goto(path);
      await settled(page);
      await (await older).finished();
      await atRest(page);
      const slider = page.getByRole('slider', { name: 'Timeline position' });
      const track = await slider.evaluate((input) => {
        // The input itself may be as small as its thumb.
        let element: Element | null = input;
        while (element && element.getBoundingClientRect().width < 300) element = element.parentElement;
        const { left, right } = (element ?? input).getBoundingClientRect();
        const { top, height } = input.getBoundingClientRect();
        return { left: left + 12, right: right - 12, middle: top + height / 2 };
      });
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      const before = await slider.inputValue();
      await page.mouse.move(track.right, track.middle);
      await page.mouse.down();
      await startFrames(page);
      const until = performance.now() + seconds * 1000;
      // One sweep is 300 moves; each waits until the page has heard of the one before.
      for (let move = 0; performance.now() < until; move++) {
        const place = Math.abs(1 - ((move / 300) % 2));
        await page.mouse.move(track.left + (track.right - track.left) * place, track.middle);
      }
      const frames = await stopFrames(page);
      const during = await slider.inputValue();
      await page.mouse.up();
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      if (during === before) throw new Error('The slider did not move, so nothing was measured.');
      await devtools.send('HeapProfiler.enable');
      await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      return { frames, heap: usedSize };
    },
    { watched: false },
  );
}

/** Waits until what came has been worked through: half a second of frames, each in time. */
function atRest(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let inTime = 0;
        let last = performance.now();
        const look = (at: number) => {
          inTime = at - last < 20 ? inTime + 1 : 0;
          last = at;
          if (inTime === 30) resolve();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}

/** From now on the page notes when each frame begins. */
function startFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    const begun: number[] = [];
    const note = (at: number) => {
      begun.push(at);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    Object.assign(window, { retraceFrames: begun });
  });
}

/** The time between each frame and the next, in milliseconds. */
function stopFrames(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const { retraceFrames: begun } = window as unknown as { retraceFrames: number[] };
    return begun.slice(1).map((at, index) => at - (begun[index] as number));
  });
}
